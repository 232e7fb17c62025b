import { describe, expect, it } from '@jest/globals';
import { changeLines } from './change-lines.ts';

const dictionary: Readonly<Record<string, string>> = {
  name: '名称',
  kinds: '发送的消息',
  urge: '催办',
  reminder: '提醒',
  isLocked: '账号已停用',
  yes: '是',
  no: '否',
  none: '无',
  days: '日期',
  rest: '休',
  work: '班',
  now: '系统时间',
};
const words = { wordOf: (key: string) => dictionary[key], instant: (at: string) => `<${at.slice(0, 10)}>` };

describe('what is on record of an act', () => {
  it.each([
    ['a new name', { name: '甲' }, { name: '乙' }, ['名称: 甲 → 乙']],
    ['what was not there before', undefined, { isLocked: true }, ['账号已停用:  → 是']],
    ['what is of several words', { kinds: [] }, { kinds: ['urge', 'reminder'] }, ['发送的消息: 无 → 催办、提醒']],
    ['an instant', { now: '2026-03-30T01:00:00.000Z' }, { now: '2026-04-30T01:00:00.000Z' }, ['系统时间: <2026-03-30> → <2026-04-30>']],
    [
      'days of the calendar',
      [],
      [{ date: '2026-12-24', name: '校庆日', isOffDay: true, source: '皖教秘〔2026〕1号' }],
      ['日期: 无 → 2026-12-24 校庆日 休（皖教秘〔2026〕1号）'],
    ],
    ['what is for machines, not at all', { states: ['draft'] }, { states: ['ended'], task: 'a-1', sequence: 4 }, []],
    ['what has no word, as it is', undefined, { reason: { code: 1 } }, ['reason:  → {"code":1}']],
  ])('says %s', (_what, before, after, lines) => {
    expect(changeLines(before, after, words).map((line) => `${line.name}: ${line.before} → ${line.after}`)).toEqual(lines);
  });
});

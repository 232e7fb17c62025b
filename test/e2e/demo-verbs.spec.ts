import { beforeAll, expect, it } from '@jest/globals';
import type { Command, Entry } from '#engine';
import { verbsBegin } from '../../config/demo/verbs.ts';
import { type Api, startApi } from '../support/api.ts';
import { runDemo } from '../support/demo-program.ts';
import { contradictions } from '../support/tables.ts';

/** What clocks, child cases and webhooks do. */
type NotByPeople = 'fire-timer' | 'child-ended' | 'child-refused' | 'end' | 'call-answered' | 'call-failed';

/** What every verb that people have is called in the history, and in the tour's tables. */
const verbs: Readonly<Record<Exclude<Command['kind'], NotByPeople>, readonly [Entry['kind'], string]>> = {
  decide: ['decided', '同意'],
  defer: ['deferred', '暂缓'],
  save: ['saved', '暂存'],
  'take-back': ['taken-back', '拿回'],
  claim: ['claimed', '签收'],
  release: ['released', '取消签收'],
  transfer: ['transferred', '转办'],
  delegate: ['delegated', '委派'],
  resolve: ['resolved', '答复委派'],
  'add-signers': ['signers-added', '前加签'],
  'remove-signers': ['signers-removed', '减签'],
  recuse: ['recused', '回避'],
  jump: ['jumped', '跳转'],
  terminate: ['terminated', '终止'],
  suspend: ['suspended', '挂起'],
  resume: ['resumed', '恢复'],
  copy: ['copied', '抄送'],
  supplement: ['supplemented', '补充材料'],
  withdraw: ['withdrawn', '撤回'],
  comment: ['commented', '留言'],
  urge: ['urged', '催办'],
  signal: ['signalled', '联动'],
  retry: ['retried', '重新派办'],
};

let api: Api;
let tour: { readonly output: string; readonly code: number | null };
beforeAll(async () => {
  api = await startApi({ environment: { SHENPI_CLOCK: 'adjustable', SHENPI_CLOCK_BEGINS: verbsBegin } });
  tour = await runDemo('verbs', api.url);
});

const rowsOf = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => /^ {2}\d\d\/\d\d \d\d:\d\d:\d\d /.test(line))
    .map((line) => line.trim().split(/ {2,}/));

it('every act is done, and every history is whole', () => {
  expect(tour).toMatchObject({ code: 0 });
  const histories = tour.output.match(/^审批记录/gm)?.length;
  expect(histories).toBeGreaterThan(7);
  expect(tour.output.match(/哈希链完整/g)).toHaveLength(histories ?? 0);
});

it.each(Object.entries(verbs))('%s stands in the history and in the tables', async (_verb, [kind, word]) => {
  const [row] = await api.dataSource.query('SELECT count(*)::int AS count FROM history WHERE kind = $1', [kind]);
  expect(row.count).toBeGreaterThan(0);
  expect(rowsOf(tour.output).flat()).toContain(word);
});

it('outcomes, places of signers, deputies, meetings and notes are told as an office tells them', () => {
  const cells = rowsOf(tour.output).flat();
  for (const word of ['结转', '子流程办结']) expect(cells).toContain(word);
  for (const word of ['提交', '重新提交', '退回', '不同意', '弃权', '后加签', '并加签', '按其余意见办结']) expect(cells).toContain(word);
  expect(cells).toContain('江淮试点信息填报员（代江淮教务处审核员）');
  expect(tour.output).toMatch(/2024年第1次纪要第1项；条件：签约前补齐实训设备清单/);
  expect(tour.output).toMatch(/可办理2件，不能办理1件/);
  expect(tour.output).toMatch(/名下可交接1件/);
  expect(tour.output).toMatch(/请核实机房数量。 → 已改：.+\n.*请说明培训师资安排。 → 校内教师两名/);
  expect(tour.output).toMatch(/已撤销2件，通知尚未发出/);
  expect(tour.output).toMatch(/未办理：.*这项任务已经处理完毕/);
  expect(tour.output).toMatch(/将撤销的并行待办：.*校内专家组票决/);
  expect(tour.output).toMatch(/您确认之后情况已有变化（新增 1 条记录），没有执行/);
});

it('there is no code and no id in it', () => {
  const told = tour.output.split('\n').slice(3).join('\n');
  expect(told.replaceAll(/Web|1\+X|BIM|PostgreSQL/g, '')).not.toMatch(/[A-Za-z]/);
});

it('nothing contradicts itself', async () => {
  expect(await contradictions(api.dataSource)).toEqual([]);
});

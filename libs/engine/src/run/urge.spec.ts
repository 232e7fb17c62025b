import { describe, expect, it } from '@jest/globals';
import { all, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

const document = processOf({
  initial: 'draft',
  states: {
    draft: draft('both'),
    both: {
      type: 'parallel',
      onDone: 'approved',
      states: {
        a: {
          initial: 'money',
          states: {
            money: { meta: step(post('finance'), one('approve'), { title: { zh: '财务' } }), on: { approve: 'done' } },
            done: final,
          },
        },
        b: {
          initial: 'content',
          states: {
            content: {
              meta: step([post('head'), post('assets')], all('approve'), { title: { zh: '内容', en: 'Content' }, due: 'P3D' }),
              on: { approve: 'done' },
            },
            done: final,
          },
        },
      },
    },
    approved: final,
  },
});

function submitted(): Play {
  const play = begin(document, { cast, at: '2024-03-22T01:00:00.000Z' }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.sent.length = 0;
  return play;
}
const urge = (play: Play, more: { step?: string; comment?: string } = {}) =>
  play.perform({ kind: 'urge', ...play.issue(), by: play.actor('clerk'), ...more });
const told = (play: Play) =>
  play.sent.flatMap((effect) =>
    effect.kind === 'notify' ? [`${effect.notice} ${effect.to.map(({ post: name }) => name).join()} of ${effect.tasks?.join()}`] : [],
  );

describe('urging', () => {
  it('tells everybody who has an open task, and nobody who has decided', () => {
    const play = submitted();
    play.decide('assets', 'approve');
    urge(play, { comment: '窗口即将关闭' });
    expect(told(play)).toEqual(['urge finance of 2', 'urge head of 3']);
    expect(play.last).toMatchObject({
      effects: [
        { message: { zh: '催办：请尽快办理“示例”的“财务”环节。留言：窗口即将关闭' } },
        {
          message: {
            zh: '催办：请尽快办理“示例”的“内容”环节。办理期限为2024年3月25日（星期一）01:00，还剩3个工作日。留言：窗口即将关闭',
            en: 'Please see to “Content” of “示例”. It is due on Monday, 25 March 2024 at 01:00: 3 working day(s) left. “窗口即将关闭”',
          },
        },
      ],
      entries: [
        { kind: 'urged', step: 'both.a.money', author: { kind: 'person', person: 'clerk' }, comment: '窗口即将关闭' },
        { kind: 'urged', step: 'both.b.content' },
      ],
    });
  });

  it('one step tells only those of that step', () => {
    const play = submitted();
    urge(play, { step: 'both.a.money' });
    expect(told(play)).toEqual(['urge finance of 2']);
  });

  it('is possible once in 24 hours for each step, whoever does it, and says when again', () => {
    const play = submitted();
    urge(play, { step: 'both.a.money' });
    play.turnTo('2024-03-22T05:00:00.000Z');
    urge(play);
    expect(told(play)).toEqual(['urge finance of 2', 'urge head,assets of 3,4']);
    play.turnTo('2024-03-23T00:59:59.999Z');
    expect(urge(play)).toEqual({ kind: 'refused', code: 'urge.too-soon', params: { again: '2024-03-23 01:00' } });
    expect(urge(play, { step: 'both.b.content' })).toMatchObject({ code: 'urge.too-soon', params: { again: '2024-03-23 05:00' } });
    play.turnTo('2024-03-23T01:00:00.000Z');
    urge(play);
    expect(told(play)).toEqual(['urge finance of 2', 'urge head,assets of 3,4', 'urge finance of 2']);
  });

  it.each(['both.a.done', 'draft', 'nonsense'])('a step that is not open (%s) is refused', (path) => {
    expect(urge(submitted(), { step: path })).toEqual({ kind: 'refused', code: 'urge.nobody' });
  });

  it('twice by the same command is once', () => {
    const play = submitted();
    const command = { kind: 'urge', ...play.issue(), by: play.actor('clerk') } as const;
    play.perform(command);
    expect(play.perform(command)).toMatchObject({ code: 'command.repeated' });
  });
});

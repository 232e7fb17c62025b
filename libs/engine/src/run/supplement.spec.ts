import { expect, it } from '@jest/globals';
import { cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin, type Play } from '../../../../test/support/play.ts';
import { compile } from '../compile/compile.ts';
import type { Step } from '../definition/step.ts';
import type { Supplement } from './case-command.ts';
import type { Result } from './result.ts';

const documentWith = (supplement: NonNullable<Step['supplement']>) =>
  processOf({
    initial: 'draft',
    states: {
      draft: draft('head'),
      head: { meta: step(post('head'), one('approve', 'return'), { supplement }), on: { approve: 'dean', return: 'draft' } },
      dean: { meta: step(post('dean'), one('approve')), on: { approve: 'done' } },
      done: final,
    },
  });
const byApplicant = documentWith({ fields: ['reason'] });

function submitted(document = byApplicant): Play {
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const supplement = (play: Play, person: string, more: Partial<Supplement> = {}): Result =>
  play.perform({
    kind: 'supplement',
    ...play.issue(),
    by: play.actor(person),
    step: 'head',
    formVersion: play.state.form.version,
    fields: { reason: '实训需要' },
    comment: '补交理由',
    ...more,
  });

it('gives the form a new version, and those who are to decide hear of it', () => {
  const play = submitted();
  const tasks = play.view().tasks;
  expect(supplement(play, 'clerk')).toMatchObject({
    kind: 'advanced',
    effects: [{ kind: 'notify', notice: 'message', to: [{ kind: 'post', post: 'head' }], message: { zh: '示例补充了材料：补交理由' } }],
    entries: [{ kind: 'supplemented', step: 'head', comment: '补交理由', formVersion: 2 }],
  });
  expect(play.state.form).toEqual({ version: 2, fields: { amount: 1, reason: '实训需要' } });
  expect(play.view().tasks).toEqual(tasks);
  expect(play.decide('head', 'approve', { formVersion: 1 })).toMatchObject({ code: 'form.stale' });
  expect(play.decide('head', 'approve').kind).toBe('advanced');
});

it('may consist of a file alone', () => {
  const result = supplement(submitted(), 'clerk', { fields: {}, attachments: [{ id: 'file-1', sha256: '00' }] });
  expect(result).toMatchObject({ entries: [{ kind: 'supplemented', attachments: [{ id: 'file-1' }] }] });
});

it.each<[string, string, Partial<Supplement>, string]>([
  ['somebody else', 'finance', {}, 'supplement.not-yours'],
  ['without a reason', 'clerk', { comment: ' ' }, 'comment.required'],
  ['to a step that is not open', 'clerk', { step: 'dean' }, 'supplement.not-now'],
  ['to a step that is not there', 'clerk', { step: 'nowhere' }, 'supplement.not-now'],
  ['of a field that the step does not let be supplemented', 'clerk', { fields: { amount: 2 } }, 'form.field-not-writable'],
  ['of a field that there is not', 'clerk', { fields: { other: 2 } }, 'form.invalid'],
  ['that does not fit the field', 'clerk', { fields: { reason: 1 } }, 'form.invalid'],
  ['to an older form', 'clerk', { formVersion: 0 }, 'form.stale'],
  ['of nothing', 'clerk', { fields: {} }, 'supplement.empty'],
])('is refused %s', (_how, person, more, code) => {
  const play = submitted();
  const before = play.state;
  expect(supplement(play, person, more)).toMatchObject({ kind: 'refused', code });
  expect(play.state).toBe(before);
});

it('is refused when the step takes none, while the case is suspended, and when it has ended', () => {
  const play = submitted();
  play.perform({ kind: 'suspend', ...play.issue(), by: play.actor('officer'), comment: '核查' });
  expect(supplement(play, 'clerk')).toMatchObject({ code: 'case.suspended' });
  play.perform({ kind: 'resume', ...play.issue(), by: play.actor('officer'), comment: '核查完毕' });
  play.decide('head', 'approve');
  expect(supplement(play, 'clerk', { step: 'dean' })).toMatchObject({ code: 'supplement.not-now' });
  play.decide('dean-1', 'approve');
  expect(supplement(play, 'clerk')).toMatchObject({ code: 'case.finished' });
});

it('is for the posts that the step names', () => {
  const play = submitted(documentWith({ fields: ['reason'], by: [post('finance')] }));
  expect(supplement(play, 'clerk')).toMatchObject({ code: 'supplement.not-yours' });
  expect(supplement(play, 'finance').kind).toBe('advanced');
});

it('names fields of the form', () => {
  const result = compile(documentWith({ fields: ['other'] }), { dueTime: plainDueTime, facts: {} });
  const pointer = '/machine/states/head/meta/step/supplement/fields/0';
  expect(result).toMatchObject({ kind: 'faulty', problems: [{ code: 'step.field-unknown', pointer }] });
});

import { describe, expect, it } from '@jest/globals';
import { cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin, compiled, type Play } from '../../../../test/support/play.ts';
import { compile } from '../compile/compile.ts';
import type { Definition } from '../definition/definition.ts';
import type { Result } from './result.ts';

const document = processOf(
  {
    initial: 'draft',
    on: { withdraw: '.withdrawn' },
    states: {
      draft: draft('both'),
      both: {
        type: 'parallel',
        onDone: 'last',
        states: {
          technical: {
            initial: 'head',
            states: {
              head: { meta: step(post('head'), one('approve')), on: { approve: 'dean' }, after: { P1D: 'dean' } },
              dean: { meta: step(post('dean'), one('approve')), on: { approve: 'done' } },
              done: final,
            },
          },
          financial: {
            initial: 'finance',
            states: {
              finance: { meta: step(post('finance'), one('approve'), { due: 'P3D' }), on: { approve: 'assets' } },
              assets: { meta: step(post('assets'), one('approve')), on: { approve: 'done' } },
              done: final,
            },
          },
        },
      },
      last: { meta: step(post('head'), one('approve')), on: { approve: 'approved' } },
      approved: final,
      withdrawn: final,
    },
  },
  {
    withdraw: { until: ['both.financial.assets', 'last'] },
    unique: { rule: 'R-1-1', by: ['string(int(form.amount))'], message: { zh: '重复' }, releasedBy: ['withdrawn', 'terminated'] },
  },
);

const submitted = (definition: Definition = document): Play => {
  const play = begin(definition, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
};
const jump = (play: Play, to: string, comment = '更正'): Result =>
  play.perform({ kind: 'jump', ...play.issue(), by: play.actor('officer'), to, comment });
const terminate = (play: Play, comment = '停办'): Result =>
  play.perform({ kind: 'terminate', ...play.issue(), by: play.actor('officer'), comment });

describe('a jump', () => {
  it('to a step outside leaves everything that is open, with its clocks', () => {
    const play = submitted();
    expect(jump(play, 'last')).toMatchObject({
      entries: [{ kind: 'jumped', step: 'last', comment: '更正', author: { kind: 'person', person: 'officer' }, to: ['last'] }],
    });
    expect(play.view()).toEqual({ states: ['last'], tasks: ['last: head@school'], timers: [] });
  });

  it('within a region leaves the regions beside it as they are', () => {
    const play = submitted();
    const [, finance] = play.view().tasks;
    jump(play, 'both.technical.dean');
    expect(play.view()).toEqual({
      states: ['both.technical.dean', 'both.financial.finance'],
      tasks: [finance, 'both.technical.dean: dean@school'],
      timers: [],
    });
  });

  it('into a region from outside begins the regions beside it at their beginning', () => {
    const play = submitted();
    jump(play, 'last');
    jump(play, 'both.financial.assets');
    expect(play.view().states).toEqual(['both.technical.head', 'both.financial.assets']);
  });

  it('may reopen a region that was done', () => {
    const play = submitted();
    play.decide('head', 'approve');
    play.decide('dean-1', 'approve');
    jump(play, 'both.technical.head');
    expect(play.view().states).toEqual(['both.technical.head', 'both.financial.finance']);
  });

  it.each(['both', 'both.financial.finance', 'approved', 'nowhere', ''])('is refused to “%s”, and says where it may go', (to) => {
    const result = jump(submitted(), to);
    expect(result).toMatchObject({
      code: 'jump.target-not-allowed',
      params: { allowed: 'draft, both.technical.dean, both.financial.assets, last' },
    });
  });

  it('needs a reason, a case that goes on, and one that is not suspended', () => {
    const play = submitted();
    expect(jump(play, 'last', ' ')).toMatchObject({ code: 'comment.required' });
    play.perform({ kind: 'suspend', ...play.issue(), by: play.actor('officer'), comment: '核查' });
    expect(jump(play, 'last')).toMatchObject({ code: 'case.suspended' });
    terminate(play);
    expect(jump(play, 'last')).toMatchObject({ code: 'case.finished' });
  });
});

describe('terminating', () => {
  it('ends the case: no task, no clock, its unique key given back where the definition says so', () => {
    const play = submitted();
    expect(play.state.uniqueKey).toBe('1');
    expect(terminate(play)).toMatchObject({ entries: [{ kind: 'terminated', comment: '停办', to: ['$terminated'] }] });
    expect(play.view()).toEqual({ states: ['$terminated'], tasks: [], timers: [] });
    expect(play.state).toMatchObject({ machine: { status: 'done' }, steps: {}, timers: {} });
    expect(play.state.uniqueKey).toBeUndefined();
    const { unique, ...rest } = document;
    const kept = submitted({ ...rest, ...(unique && { unique: { ...unique, releasedBy: ['withdrawn'] } }) });
    terminate(kept);
    expect(kept.state.uniqueKey).toBe('1');
  });

  it('a suspended case can be terminated, and a finished one cannot', () => {
    const play = submitted();
    play.perform({ kind: 'suspend', ...play.issue(), by: play.actor('officer'), comment: '核查' });
    expect(terminate(play, '')).toMatchObject({ code: 'comment.required' });
    expect(terminate(play).kind).toBe('advanced');
    expect(play.state.suspension).toBeUndefined();
    expect(terminate(play)).toMatchObject({ code: 'case.finished' });
  });
});

describe('withdrawing', () => {
  it('is possible until the case has come to a state that its definition names', () => {
    const play = submitted();
    play.decide('finance', 'approve');
    expect(play.withdraw('clerk', '不办了')).toMatchObject({ code: 'withdraw.too-late', params: { state: 'both.financial.assets' } });
    jump(play, 'draft');
    expect(play.withdraw('clerk', '不办了')).toMatchObject({ code: 'withdraw.too-late' });
  });

  it('is possible before, and again when the decision that led there was taken back', () => {
    const play = submitted();
    play.decide('finance', 'approve');
    play.perform({ kind: 'take-back', ...play.issue(), by: play.actor('finance'), task: 3 });
    expect(play.withdraw('clerk', '')).toMatchObject({ code: 'comment.required' });
    expect(play.withdraw('head', '不办了')).toMatchObject({ code: 'withdraw.not-applicant' });
    expect(play.withdraw('clerk', '不办了')).toMatchObject({ kind: 'advanced', entries: [{ kind: 'withdrawn' }] });
  });

  it('until a state that is not there is a fault of the definition', () => {
    const result = compile({ ...document, withdraw: { until: ['elsewhere'] } }, { dueTime: plainDueTime, facts: {} });
    expect(result).toMatchObject({ kind: 'faulty', problems: [{ code: 'withdraw.state-unknown', pointer: '/withdraw/until/0' }] });
    expect(compiled(document).definition.withdraw?.until).toHaveLength(2);
  });
});

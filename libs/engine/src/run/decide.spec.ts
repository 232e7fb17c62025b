import { describe, expect, it } from '@jest/globals';
import { rule, rules, when } from '#engine';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

const limit = rules(
  rule('R-AH24-06', 'form.amount >= 10', { zh: '数量 {form.amount} 低于下限 10', en: '{form.amount} is below 10' }),
  rule('R-AH24-17', 'has(form.reason)', { zh: '请写明理由' }),
);

function started(fields = { amount: 12, reason: '扩大规模' } as Record<string, unknown>): Play {
  const document = processOf({
    initial: 'draft',
    on: { withdraw: { target: '.withdrawn', guard: when('!has(form.opinion)') } },
    states: {
      draft: { ...draft('review'), on: { submit: { target: 'review', guard: limit } } },
      review: {
        meta: step(
          post('head'),
          { by: 'one', outcomes: ['approve', 'reject', { name: 'archive', title: { zh: '存档' }, kind: 'pass', comment: 'required' }] },
          { fields: { opinion: 'required', reason: 'hidden' } },
        ),
        on: { approve: 'approved', reject: 'rejected', archive: 'approved' },
      },
      approved: { ...final, output: { granted: 'form.amount' } },
      rejected: final,
      withdrawn: final,
    },
  });
  return begin(document, { cast }).start('clerk', fields as never);
}

const submitted = (): Play => {
  const play = started();
  play.decide('clerk', 'submit');
  return play;
};

describe('a decision', () => {
  it('moves the case, closes the task and says so in the history', () => {
    const play = submitted();
    const result = play.decide('head', 'approve', { fields: { opinion: '同意' }, comment: '符合条件' });
    expect(result).toMatchObject({
      kind: 'advanced',
      effects: [{ kind: 'close-task', task: 2, because: 'decided', outcome: 'approve', by: 'head' }],
      entries: [
        {
          kind: 'decided',
          author: { kind: 'person', person: 'head', post: 'head', organisation: 'school-1' },
          step: 'review',
          outcome: 'approve',
          settled: 'approve',
          comment: '符合条件',
          formVersion: 2,
          from: ['review'],
          to: ['approved'],
        },
      ],
      state: { machine: { status: 'done', output: { granted: 12 } } },
    });
  });

  it('may be an outcome the step declares for itself', () => {
    const play = submitted();
    expect(play.decide('head', 'archive', { fields: { opinion: '存' } })).toMatchObject({ code: 'comment.required' });
    play.decide('head', 'archive', { fields: { opinion: '存' }, comment: '已存档' });
    expect(play.view().states).toEqual(['approved']);
  });

  it.each([
    ['an unknown outcome', 'perhaps', {}, { code: 'outcome.unknown', params: { allowed: 'approve, reject, archive' } }],
    ['a refusal without a reason', 'reject', {}, { code: 'comment.required' }],
    ['a form that has changed since', 'approve', { formVersion: 7 }, { code: 'form.stale', params: { current: 1 } }],
    [
      'a field the step does not open',
      'approve',
      { fields: { amount: 99 } },
      { code: 'form.field-not-writable', params: { field: 'amount' } },
    ],
    ['a hidden field', 'approve', { fields: { reason: '改' } }, { code: 'form.field-not-writable' }],
    [
      'a field the form does not have',
      'approve',
      { fields: { colour: 'red' } },
      { code: 'form.invalid', fields: [{ path: '/colour', code: 'unknown' }] },
    ],
    [
      'a required field left empty',
      'approve',
      { fields: { opinion: '  ' } },
      { code: 'form.invalid', fields: [{ path: '/opinion', code: 'required' }] },
    ],
    [
      'a field of the wrong type',
      'approve',
      { fields: { opinion: 7 } },
      { code: 'form.invalid', fields: [{ path: '/opinion', code: 'type', expected: 'string' }] },
    ],
  ])('is refused with %s', (_, outcome, details, refusal) => {
    const play = submitted();
    const before = play.state;
    expect(play.decide('head', outcome, details as never)).toMatchObject({ kind: 'refused', ...refusal });
    expect(play.state).toBe(before);
  });

  it('does not ask for the form to be complete when it refuses the case', () => {
    const play = submitted();
    expect(play.decide('head', 'reject', { comment: '条件不足' })).toMatchObject({ kind: 'advanced' });
  });

  it('finds the task closed the second time', () => {
    const play = submitted();
    play.decide('head', 'approve', { fields: { opinion: '同意' } });
    expect(
      play.perform({ kind: 'decide', ...play.issue(), by: play.actor('head'), task: 2, outcome: 'approve', formVersion: 2 }),
    ).toMatchObject({ code: 'task.closed' });
    expect(
      play.perform({ kind: 'decide', ...play.issue(), by: play.actor('head'), task: 9, outcome: 'approve', formVersion: 2 }),
    ).toMatchObject({ code: 'task.unknown' });
  });
});

describe('a rule', () => {
  it('that is broken is named, with its message filled in; every broken rule at once', () => {
    const play = started({ amount: 4 });
    expect(play.decide('clerk', 'submit')).toEqual({
      kind: 'refused',
      code: 'rule.broken',
      rules: [
        { rule: 'R-AH24-06', message: { zh: '数量 4 低于下限 10', en: '4 is below 10' } },
        { rule: 'R-AH24-17', message: { zh: '请写明理由' } },
      ],
    });
    expect(play.view().states).toEqual(['draft']);
  });

  it('judges the form with the changes that come with the decision', () => {
    const play = started({ amount: 4, reason: '扩大规模' });
    play.decide('clerk', 'submit', { fields: { amount: 10 } });
    expect(play.view().states).toEqual(['review']);
  });

  it('chooses the way silently where it only says when', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: {
          ...draft('small'),
          on: {
            submit: [
              { target: 'small', guard: when('form.amount < 10') },
              { target: 'large', guard: when('form.amount >= 10', rule('R-1-2', 'has(form.reason)', { zh: '大额须写理由' })) },
            ],
          },
        },
        small: final,
        large: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 20 });
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'rule.broken', rules: [{ rule: 'R-1-2' }] });
    play.decide('clerk', 'submit', { fields: { amount: 5 } });
    expect(play.view().states).toEqual(['small']);
  });
});

describe('withdraw 撤回', () => {
  it('is the applicant’s, with a reason, while the definition lets it', () => {
    const play = submitted();
    expect(play.withdraw('head', '代撤')).toMatchObject({ code: 'withdraw.not-applicant' });
    expect(play.withdraw('clerk', '')).toMatchObject({ code: 'comment.required' });
    expect(play.withdraw('clerk', '填错了')).toMatchObject({
      kind: 'advanced',
      effects: [{ kind: 'close-task', task: 2, because: 'left' }],
    });
    expect(play.view()).toMatchObject({ states: ['withdrawn'], tasks: [] });
    expect(play.withdraw('clerk', '再撤')).toMatchObject({ code: 'case.finished' });
  });

  it('is refused where nothing listens to it', () => {
    const document = processOf({ initial: 'draft', states: { draft: draft('end'), end: final } });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    expect(play.withdraw('clerk', '不办了')).toMatchObject({ code: 'withdraw.not-now' });
  });
});

describe('saving a draft', () => {
  it('takes an incomplete form, and a new version only for a change', () => {
    const play = started({});
    expect(play.state.form.version).toBe(0);
    play.save('clerk', { reason: '扩大' });
    play.save('clerk', { reason: '扩大' });
    expect(play.state.form).toEqual({ version: 1, fields: { reason: '扩大' } });
    play.save('clerk', { reason: null });
    expect(play.state.form).toEqual({ version: 2, fields: {} });
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'form.invalid', fields: [{ path: '/amount', code: 'required' }] });
  });

  it('is refused with a value of the wrong kind, or by somebody else', () => {
    const play = started({});
    expect(play.save('clerk', { amount: 'many' })).toMatchObject({
      code: 'form.invalid',
      fields: [{ path: '/amount', code: 'type', expected: 'integer' }],
    });
    expect(play.save('head', { amount: 1 })).toMatchObject({ code: 'task.not-yours' });
  });
});

describe('starting', () => {
  it('is for the holders of the starting posts', () => {
    const document = processOf({ initial: 'draft', states: { draft: draft('end'), end: final } });
    expect(begin(document, { cast }).start('head').last).toMatchObject({ code: 'start.not-allowed', params: { posts: 'clerk' } });
  });

  it('takes only fields that the applicant could write', () => {
    const document = processOf({
      initial: 'draft',
      states: { draft: { meta: step(applicant, one('submit'), { fields: { amount: 'write' } }), on: { submit: 'end' } }, end: final },
    });
    expect(begin(document, { cast }).start('clerk', { opinion: '同意' }).last).toMatchObject({
      code: 'form.field-not-writable',
      params: { field: 'opinion' },
    });
  });
});

describe('the same command twice', () => {
  it('changes nothing, whatever it was', () => {
    const play = submitted();
    const comment = { kind: 'comment', ...play.issue(), by: play.actor('clerk'), comment: '请尽快' } as const;
    expect(play.perform(comment).kind).toBe('advanced');
    expect(play.perform(comment)).toMatchObject({ kind: 'refused', code: 'command.repeated' });
  });
});

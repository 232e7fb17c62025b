import { describe, expect, it } from '@jest/globals';
import type { Step } from '#engine';
import { cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

/** A case submitted to a step for the given post, with what the step says about nobody being found. */
function submitted(whenNobody: Step['whenNobody'], people: Record<string, string[]>, more: Partial<Step> = {}): Play {
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: {
        meta: step(post('reviewer'), one('approve', 'reject'), { whenNobody, ...more }),
        on: { approve: 'approved', reject: 'rejected' },
      },
      approved: final,
      rejected: final,
    },
  });
  const play = begin(document, { cast: { ...cast, ...people } }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

describe('when nobody holds the post', () => {
  it('others are asked, where the step names them', () => {
    const play = submitted({ assign: [post('head')] }, {});
    expect(play.view().tasks).toEqual(['review: head@school']);
  });

  it('the step is passed with the outcome it names, in the system’s name', () => {
    const play = submitted({ skip: 'approve' }, {});
    expect(play.view().states).toEqual(['approved']);
    expect(play.last).toMatchObject({
      entries: [
        { kind: 'decided', outcome: 'submit', from: ['draft'], to: ['review'] },
        { kind: 'skipped', author: { kind: 'system' }, step: 'review', outcome: 'approve', from: ['review'], to: ['approved'] },
      ],
    });
  });

  it('the case is held and an incident opened, until a retry finds somebody', () => {
    const people: Record<string, string[]> = {};
    const play = submitted({ hold: true }, people);
    expect([...play.incidents]).toEqual(['review']);
    const retry = { kind: 'retry', by: play.actor('officer'), step: 'review' } as const;
    expect(play.perform({ ...retry, ...play.issue() })).toMatchObject({ kind: 'advanced' });
    expect([...play.incidents]).toEqual(['review']);

    Object.assign(play, { setting: { cast: { ...cast, 'reviewer@school': ['reviewer'] } } });
    play.perform({ ...retry, ...play.issue() });
    expect([...play.incidents]).toEqual([]);
    expect(play.view().tasks).toEqual(['review: reviewer@school']);
    expect(play.perform({ ...retry, ...play.issue() })).toMatchObject({ kind: 'refused', code: 'retry.not-held' });
  });

  it('holds when the others that are named cannot be found either', () => {
    const play = submitted({ assign: [post('ghost')] }, {});
    expect([...play.incidents]).toEqual(['review']);
  });
});

describe('the applicant and their own case', () => {
  it('does not count as a holder of the deciding post', () => {
    const play = submitted({ hold: true }, { 'reviewer@school': ['clerk'] });
    expect([...play.incidents]).toEqual(['review']);
  });

  it('may not decide beside other holders of the post', () => {
    const play = submitted({ hold: true }, { 'reviewer@school': ['clerk', 'reviewer'] });
    expect(play.decide('clerk', 'approve')).toMatchObject({ kind: 'refused', code: 'task.own-case' });
    expect(play.decide('reviewer', 'approve')).toMatchObject({ kind: 'advanced' });
  });

  it('may where the step allows it', () => {
    const play = submitted({ hold: true }, { 'reviewer@school': ['clerk'] }, { applicantMayDecide: true });
    expect(play.decide('clerk', 'approve')).toMatchObject({ kind: 'advanced' });
  });
});

describe('who may decide', () => {
  it.each([
    ['somebody without the post', 'finance', 'task.not-yours'],
    ['somebody unknown', 'stranger', 'task.not-yours'],
  ])('not %s', (_, person, code) => {
    const play = submitted({ hold: true }, { 'reviewer@school': ['reviewer'] });
    expect(play.decide(person, 'approve')).toMatchObject({ kind: 'refused', code });
  });

  it('not the same post at another school', () => {
    const play = submitted({ hold: true }, { 'reviewer@school': ['reviewer'] });
    const by = { person: 'reviewer', posts: [{ post: 'reviewer', organisation: 'school-2' }] };
    const command = { kind: 'decide', ...play.issue(), by, task: 2, outcome: 'approve', formVersion: 1 } as const;
    expect(play.perform(command)).toMatchObject({ kind: 'refused', code: 'task.not-yours' });
  });
});

it('gives up a ring of steps that pass themselves for want of people', () => {
  const ring = (target: string) => ({
    meta: step(post('ghost'), one('approve'), { whenNobody: { skip: 'approve' } }),
    on: { approve: target },
  });
  const document = processOf({
    initial: 'draft',
    states: { draft: draft('first'), first: ring('second'), second: { ...ring('first'), after: { P1D: 'end' } }, end: final },
  });
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  expect(play.decide('clerk', 'submit')).toMatchObject({ kind: 'refused', code: 'case.endless' });
  expect(play.view().states).toEqual(['draft']);
});

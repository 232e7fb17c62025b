import { describe, expect, it } from '@jest/globals';
import { cast } from '../../../../test/support/definitions.ts';
import { deliberation } from '../../../../test/support/house-processes.ts';
import { begin } from '../../../../test/support/play.ts';
import type { MeetingReference } from './task-command.ts';

const seats = {
  ...cast,
  'certificate-lead@department': ['lead', 'secretary'],
  'president-meeting@school': ['secretary', 'deputy-secretary'],
  'party-committee@school': ['party'],
};
const meeting: MeetingReference = { id: 'meeting-1', number: '2021年第4次', paragraph: 3, minutes: 'ab'.repeat(32) };

/** A case that waits for the president's meeting. */
function waiting(by = 'lead') {
  const play = begin(deliberation, { cast: seats }).start(by, { subject: '事项', ratio: 0.9 });
  play.decide(by, 'submit');
  return play;
}

const heard = (play: ReturnType<typeof waiting>, by: string, more: object = {}) =>
  play.perform({
    kind: 'decide',
    ...play.issue(),
    by: play.actor(by),
    task: [...play.tasks.keys()][0] ?? 0,
    outcome: 'approve',
    formVersion: play.state.form.version,
    comment: '同意',
    meeting,
    ...more,
  });

const deferred = (play: ReturnType<typeof waiting>, by: string, more: object = {}) =>
  play.perform({
    kind: 'defer',
    ...play.issue(),
    by: play.actor(by),
    task: [...play.tasks.keys()][0] ?? 0,
    comment: '材料不齐，下次再议',
    meeting,
    ...more,
  });

describe('会议: a step that a meeting decides', () => {
  it('is not decided one by one', () => {
    const play = waiting();
    expect(play.decide('secretary', 'approve')).toMatchObject({ kind: 'refused', code: 'task.decided-in-meeting' });
    expect(play.decide('secretary', 'reject', { comment: '不符' })).toMatchObject({ kind: 'refused', code: 'task.decided-in-meeting' });
  });

  it('is decided by a meeting, whose number goes into the form and whose paragraph into the history', () => {
    const play = waiting();
    const result = heard(play, 'secretary', { meeting: { ...meeting, conditions: '先建实训室' } });
    expect(result).toMatchObject({
      kind: 'advanced',
      entries: [
        {
          kind: 'decided',
          author: { person: 'secretary', post: 'president-meeting' },
          outcome: 'approve',
          comment: '同意',
          meeting: { ...meeting, conditions: '先建实训室' },
        },
      ],
    });
    expect(play.state.form.fields['session']).toBe('2021年第4次');
    expect(play.view()).toMatchObject({ states: ['partyCommittee'], tasks: ['partyCommittee: party-committee@school'] });
  });

  it('stays open when it is put off, which is in the history', () => {
    const play = waiting();
    const before = play.view();
    expect(deferred(play, 'secretary')).toMatchObject({
      kind: 'advanced',
      effects: [],
      entries: [{ kind: 'deferred', comment: '材料不齐，下次再议', meeting, from: ['presidentMeeting'], to: ['presidentMeeting'] }],
    });
    expect(play.view()).toEqual(before);
    expect(heard(play, 'deputy-secretary')).toMatchObject({ kind: 'advanced' });
  });

  it('is put off once by a command, however often it comes', () => {
    const play = waiting();
    const command = {
      kind: 'defer',
      ...play.issue(),
      by: play.actor('secretary'),
      task: [...play.tasks.keys()][0] ?? 0,
      comment: '暂缓',
      meeting,
    } as const;
    expect(play.perform(command).kind).toBe('advanced');
    expect(play.perform(command)).toMatchObject({ kind: 'refused', code: 'command.repeated' });
  });

  it.each([
    ['who does not hold the body’s post', 'party', {}, 'task.not-yours'],
    ['on an older form', 'secretary', { formVersion: 0 }, 'form.stale'],
    ['with a field that is not the meeting’s', 'secretary', { fields: { ratio: 0.1 } }, 'form.field-not-writable'],
    ['with a number that does not fit the field', 'secretary', { meeting: { ...meeting, number: '长'.repeat(31) } }, 'form.invalid'],
  ])('takes no decision %s', (_, by, more, code) => {
    const play = waiting();
    expect(heard(play, by, more)).toMatchObject({ kind: 'refused', code });
  });

  it('is not signed by the applicant, although they are the secretary', () => {
    const play = waiting('secretary');
    expect(heard(play, 'secretary')).toMatchObject({ kind: 'refused', code: 'task.own-case' });
    expect(deferred(play, 'secretary')).toMatchObject({ kind: 'refused', code: 'task.own-case' });
    expect(heard(play, 'deputy-secretary')).toMatchObject({ kind: 'advanced' });
  });

  it('is not put off without a reason', () => {
    expect(deferred(waiting(), 'secretary', { comment: ' ' })).toMatchObject({ kind: 'refused', code: 'comment.required' });
  });

  it('is nobody’s to claim or to hand on', () => {
    const play = waiting();
    const task = [...play.tasks.keys()][0] ?? 0;
    const by = play.actor('secretary');
    for (const verb of [
      { kind: 'claim' },
      { kind: 'transfer', to: 'party', comment: '请办理' },
      { kind: 'delegate', to: 'party', comment: '请答复' },
      { kind: 'add-signers', place: 'before', people: ['party'], comment: '请会签' },
    ] as const) {
      expect(play.perform({ ...verb, ...play.issue(), by, task })).toMatchObject({ kind: 'refused', code: 'task.decided-in-meeting' });
    }
  });

  it('is also decided one by one where its definition says so', () => {
    const play = waiting();
    heard(play, 'secretary');
    expect(play.decide('party', 'approve')).toMatchObject({ kind: 'advanced' });
  });

  it('is the only kind of step that a meeting decides', () => {
    const play = begin(deliberation, { cast: seats }).start('lead', { subject: '事项', ratio: 0.9 });
    expect(heard(play, 'lead', { outcome: 'submit' })).toMatchObject({ kind: 'refused', code: 'task.not-for-meeting' });
    expect(deferred(play, 'lead')).toMatchObject({ kind: 'refused', code: 'task.not-for-meeting' });
  });
});

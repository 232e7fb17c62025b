import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '#directory';
import type { Definition, Mapping } from '#engine';
import { isRefused, type Refusal } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { deliberation } from '../../../../test/support/house-processes.ts';
import { MeetingRoom } from '../../../../test/support/meeting-room.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import type { MigrationReport } from './migrations.ts';

const { database, dataSource } = await testDatabase();
const { key } = deliberation;
const { states = {} } = deliberation.machine;
const { draft = {}, presidentMeeting = {}, ...others } = states;
const { step } = presidentMeeting.meta ?? {};
if (step === undefined) throw new Error('nobody deliberates');

const edition = (more: NonNullable<Definition['machine']['states']>): Definition => ({
  ...deliberation,
  machine: { ...deliberation.machine, states: { ...more, ...others } },
});
/** The same meeting decides, in a step that the machine calls otherwise. */
const renamed = edition({ draft: { ...draft, on: { submit: 'council' } }, council: presidentMeeting });
const { meeting: _meeting, ...singly } = step;
/** The body decides by itself now; no meeting does. */
const unmet = edition({ draft, presidentMeeting: { ...presidentMeeting, meta: { step: singly } } });

const house = await openHouse({ database, dataSource }, { definitions: [deliberation, renamed, unmet] });
const room = new MeetingRoom(house);
const { migrations, migrationPreviews, meetings } = house.cases;
let administrator: Caller;
beforeAll(async () => {
  administrator = await house.caller('administrator');
});

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

function must<T extends object>(answer: T | Refusal): T {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

interface Move {
  readonly from?: number;
  readonly to: number;
  readonly mapping?: Mapping;
}

async function verdictOf(instance: string, { from = 1, to, mapping = {} }: Move) {
  const { cases } = must(await migrationPreviews.read(administrator, key, { from: [from], to, mapping }));
  const found = cases.find(({ id }) => id === instance);
  if (found === undefined) throw new Error('it is not among them');
  return found;
}

async function begin(instance: string, { from = 1, to, mapping = {} }: Move): Promise<MigrationReport> {
  const { expected = '' } = await verdictOf(instance, { from, to, mapping });
  return must(
    await migrations.begin(administrator, key, { from: [from], to, mapping, comment: '新版施行', cases: [{ id: instance, expected }] }),
  );
}

async function move(instance: string, how: Move): Promise<MigrationReport> {
  const begun = await begin(instance, how);
  return must(await migrations.carryOn(administrator, key, begun.id));
}

/** A case that waits for the president's meeting on the first version: cases begin on the latest. */
async function waiting(): Promise<{ readonly instance: string; readonly task: string }> {
  const instance = await house.started('lead', key, { subject: '新增专业', ratio: 0.9 });
  await move(instance, { from: 3, to: 1 });
  done(await house.decide('lead', instance, 'submit'));
  return { instance, task: await room.taskOf(instance) };
}

const secretary = () => house.caller('president');
const itemsOf = async (meeting: string) => (await room.read(meeting))?.items.map(({ task }) => [task.id, task.step.path, task.isOpen]);
const council = { to: 2, mapping: { presidentMeeting: 'council' } };

describe('a case on the agenda of a meeting', () => {
  it('stays on it with what was recorded where the meeting decides as before, and is decided there', async () => {
    const { instance, task } = await waiting();
    const meeting = await room.open([task]);
    await room.recordAll(meeting, [task]);
    expect(await verdictOf(instance, council)).toMatchObject({ verdict: 'chosen', changes: { asked: 0, closed: 0 } });
    expect(await move(instance, council)).toMatchObject({ migrated: 1, reversible: 1 });
    expect(await itemsOf(meeting)).toEqual([[task, 'council', true]]);
    expect((await room.close(meeting)).kind).toBe('done');
    expect(await room.standing([task])).toEqual(['partyCommittee']);
  });

  it('is put back with its item where nothing has happened since', async () => {
    const { instance, task } = await waiting();
    const meeting = await room.open([task]);
    const { id } = await move(instance, council);
    expect(must(await migrations.reverse(administrator, key, id, { comment: '撤销' }))).toMatchObject({ reversed: 1 });
    expect(await itemsOf(meeting)).toEqual([[task, 'presidentMeeting', true]]);
    await room.recordAll(meeting, [task]);
    expect((await room.close(meeting)).kind).toBe('done');
  });

  it('is left out where no meeting decides any more, which the preview says, until it is taken off', async () => {
    const { instance, task } = await waiting();
    const meeting = await room.open([task]);
    expect(await verdictOf(instance, { to: 3 })).toMatchObject({ verdict: 'stays', refusal: { code: 'migration.on-agenda' } });
    expect(await move(instance, { to: 3 })).toMatchObject({
      migrated: 0,
      leftOut: 1,
      cases: [{ refusal: { code: 'migration.on-agenda' } }],
    });
    expect(await itemsOf(meeting)).toEqual([[task, 'presidentMeeting', true]]);
    must(await meetings.takeOff(await secretary(), meeting, task));
    expect(await verdictOf(instance, { to: 3 })).toMatchObject({ verdict: 'safe', changes: { asked: 1, closed: 1 } });
    const { id } = await move(instance, { to: 3 });
    expect(must(await migrations.reverse(administrator, key, id, { comment: '撤销' }))).toMatchObject({ reversed: 1 });
    expect(await room.taskOf(instance)).toBe(task);
  });

  it('is left out where it came onto the agenda after the migration was begun', async () => {
    const { instance, task } = await waiting();
    const { id } = await begin(instance, { to: 3 });
    const meeting = await room.open([task]);
    expect(must(await migrations.carryOn(administrator, key, id))).toMatchObject({
      migrated: 0,
      leftOut: 1,
      cases: [{ refusal: { code: 'migration.on-agenda' } }],
    });
    await room.recordAll(meeting, [task]);
    expect((await room.close(meeting)).kind).toBe('done');
  });

  it('is not put back while the task that the migration opened is on an agenda', async () => {
    const { instance } = await waiting();
    await move(instance, { to: 3 });
    const { id } = await move(instance, { from: 3, to: 1 });
    const task = await room.taskOf(instance);
    const meeting = await room.open([task]);
    const held = must(await migrations.reverse(administrator, key, id, { comment: '撤销' }));
    expect(held).toMatchObject({ reversed: 0, cases: [{ state: 'migrated', refusal: { code: 'migration.on-agenda' } }] });
    expect(await itemsOf(meeting)).toEqual([[task, 'presidentMeeting', true]]);
    must(await meetings.takeOff(await secretary(), meeting, task));
    expect(must(await migrations.reverse(administrator, key, id, { comment: '撤销' }))).toMatchObject({ reversed: 1 });
  });
});

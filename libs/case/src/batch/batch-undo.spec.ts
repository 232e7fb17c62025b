import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isRefused, TransientError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, must, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Commands } from '../commands/commands.ts';
import { BatchStore } from '../store/batch.store.ts';
import type { BatchReport } from './batch-report.ts';
import { BatchUndo } from './batch-undo.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { batches, batchUndo, commands } = house.cases;
const affairs = await house.caller('affairs');
const president = await house.caller('president');
const both = await house.caller('lead-and-affairs');

beforeEach(() => dataSource.query('TRUNCATE withheld_message'));
afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

let certificates = 0;

/** Admissions that wait for academic affairs. */
const waiting = (count: number) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const instance = await house.submitted(`撤销 ${(certificates += 1)}`);
      done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
      return { id: `${instance}.3`, formVersion: 2 };
    }),
  );

/** Decides cases that wait for academic affairs, as a batch of theirs. */
async function decided(count: number) {
  const tasks = await waiting(count);
  await dataSource.query('DELETE FROM outbox');
  return { tasks, report: must(await batches.decide(affairs, { tasks, outcome: 'approve' })) };
}

const codeOf = (answer: object) => (isRefused(answer) ? answer.code : 'undone');
const undoneOf = ({ tasks }: BatchReport) =>
  tasks.map(({ undo }) => undo?.refusal?.code ?? (undo?.sequence === undefined ? '-' : 'undone'));
const later = (milliseconds: number) => house.clock.turnTo(new Date(house.clock.now().getTime() + milliseconds));

/** What the relay finds to hand over by now. */
function heard(): Promise<{ job: string; instance: string }[]> {
  const columns = `RETURNING id, job, payload->>'instance' AS instance`;
  return house.rows<{ job: string; instance: string }>(
    `WITH due AS (DELETE FROM withheld_message WHERE due_at <= $1 ${columns}), out AS (DELETE FROM outbox WHERE job <> 'news' ${columns})
     SELECT job, instance FROM (SELECT * FROM due UNION ALL SELECT * FROM out) AS message WHERE job <> 'timer.alarm' ORDER BY id`,
    [house.clock.now()],
  );
}

const withheld = async () => (await house.rows<{ count: number }>('SELECT count(*)::int AS count FROM withheld_message'))[0]?.count;
const standing = (tasks: readonly { id: string }[]) =>
  house.rows<{ standing: string[] }>(`SELECT DISTINCT standing FROM instance WHERE id::text || '.3' = ANY ($1)`, [
    tasks.map(({ id }) => id),
  ]);

describe('what a batch decided', () => {
  it('is told to nobody for as long as it may be undone; its tasks are there at once', async () => {
    const { tasks, report } = await decided(3);
    expect(report.undoUntil).toBe(new Date(house.clock.now().getTime() + 60_000).toISOString());
    expect(await heard()).toEqual([]);
    expect((await house.cases.taskLists.inbox(president, { limit: 100 })).items).toHaveLength(3);
    later(60_000);
    expect(await heard()).toEqual([]);
    later(5_000);
    const told = await heard();
    expect(told.map(({ job }) => job)).toEqual(Array(3).fill('notice.tasks-opened'));
    expect(told.map(({ instance }) => `${instance}.3`).toSorted()).toEqual(tasks.map(({ id }) => id).toSorted());
    expect([await heard(), await withheld()]).toEqual([[], 0]);
  });

  it('is taken back as a whole, nobody hears of it, the report shows it, and twice is once', async () => {
    const { tasks, report } = await decided(5);
    later(59_999);
    const [one, other] = await Promise.all([batchUndo.undo(affairs, report.id), batchUndo.undo(affairs, report.id)]);
    const undone = must(one);
    expect(undone).toMatchObject({ decided: 5, undo: { at: house.clock.now().toISOString(), undone: 5, kept: 0 } });
    expect(undoneOf(undone)).toEqual(Array(5).fill('undone'));
    expect(other).toEqual(undone);
    expect(await standing(tasks)).toEqual([{ standing: ['academicAffairs'] }]);
    const trail = await house.rows<{ kind: string; count: number }>(
      `SELECT kind, count(*)::int AS count FROM history WHERE sequence > 3 AND instance_id::text || '.3' = ANY ($1) GROUP BY kind ORDER BY kind`,
      [tasks.map(({ id }) => id)],
    );
    expect(trail).toEqual([
      { kind: 'decided', count: 5 },
      { kind: 'taken-back', count: 5 },
    ]);
    later(3_600_000);
    expect([await heard(), await withheld()]).toEqual([[], 0]);
    const before = await digests(dataSource);
    expect(await batchUndo.undo(affairs, report.id)).toEqual(undone);
    expect(await batches.read(affairs, report.id)).toEqual(undone);
    expect(await digests(dataSource)).toEqual(before);
    // The same cases may be decided again.
    expect(must(await batches.decide(affairs, { tasks, outcome: 'approve' })).decided).toBe(5);
  });

  it('stays where somebody has acted upon it, and that is told', async () => {
    const { tasks, report } = await decided(3);
    const instance = tasks[1]?.id.replace(/\.3$/, '') ?? '';
    done(await house.decide('president', instance, 'approve'));
    await dataSource.query('DELETE FROM outbox');
    const undone = must(await batchUndo.undo(affairs, report.id));
    expect(undoneOf(undone)).toEqual(['undone', 'take-back.too-late', 'undone']);
    expect(undone.undo).toMatchObject({ undone: 2, kept: 1 });
    expect(await heard()).toEqual([{ job: 'notice.tasks-opened', instance }]);
  });

  it('stays where another decision of it followed from that, which alone is taken back', async () => {
    await house.rows(
      `INSERT INTO post_holding SELECT tenant, gen_random_uuid(), $1, 'president-meeting', organisation_id, '2024-01-01', NULL
       FROM post_holding WHERE post = 'president-meeting' LIMIT 1`,
      [both.person],
    );
    const [ready] = await waiting(1);
    const tasks = ['.3', '.4'].map((number) => ({ id: ready?.id.replace('.3', number) ?? '', formVersion: 2 }));
    const caller = await house.caller('lead-and-affairs');
    const report = must(await batches.decide(caller, { tasks, outcome: 'approve' }));
    expect([report.decided, await standing(tasks)]).toEqual([2, [{ standing: ['partyCommittee'] }]]);
    expect(undoneOf(must(await batchUndo.undo(caller, report.id)))).toEqual(['take-back.too-late', 'undone']);
    expect(await standing(tasks)).toEqual([{ standing: ['presidentMeeting'] }]);
  });

  it('is refused to be undone later, by others, and where there is nothing to undo; no row changes', async () => {
    const { report } = await decided(1);
    const [stale] = await waiting(1);
    const nothing = must(await batches.decide(affairs, { tasks: [{ id: stale?.id ?? '', formVersion: 1 }], outcome: 'approve' }));
    const before = await digests(dataSource);
    expect(codeOf(await batchUndo.undo(president, report.id))).toBe('batch.unknown');
    expect(codeOf(await batchUndo.undo(affairs, 'none'))).toBe('batch.unknown');
    expect(codeOf(await batchUndo.undo(affairs, nothing.id))).toBe('batch.nothing-decided');
    expect(nothing).not.toHaveProperty('undoUntil');
    later(60_001);
    expect(codeOf(await batchUndo.undo(affairs, report.id))).toBe('batch.undo-too-late');
    expect(await digests(dataSource)).toEqual(before);
  });

  it('may be undone for a minute from its first decision on, though it was interrupted', async () => {
    const tasks = await waiting(2);
    const idempotencyKey = 'slow';
    done(await commands.decide(affairs, tasks[0]?.id ?? '', { outcome: 'approve', formVersion: 2, idempotencyKey: 'elsewhere' }));
    const first = house.clock.now();
    const report = must(await batches.decide(affairs, { tasks, outcome: 'approve', idempotencyKey }));
    expect(report.undoUntil).toBe(new Date(first.getTime() + 60_000).toISOString());
  });
});

describe('an undoing that was interrupted', () => {
  const shaken = (calls: number) => {
    let left = calls;
    const takeBack: Commands['takeBack'] = async (...request) => {
      left -= 1;
      if (left < 0) throw new TransientError('gone');
      return commands.takeBack(...request);
    };
    return new BatchUndo({ commands: { takeBack }, store: new BatchStore(database), clock: house.clock, atOnce: 1 });
  };

  it('keeps the rest unheard, and is carried on by asking again', async () => {
    const { tasks, report } = await decided(5);
    later(30_000);
    await expect(shaken(2).undo(affairs, report.id)).rejects.toThrow(TransientError);
    expect(await withheld()).toBe(3);
    // The minute is over, but not for what was begun within it.
    later(120_000);
    expect(await heard()).toEqual([]);
    expect(must(await batchUndo.undo(affairs, report.id)).undo).toMatchObject({ undone: 5, kept: 0 });
    expect(await standing(tasks)).toEqual([{ standing: ['academicAffairs'] }]);
    later(3_600_000);
    expect(await heard()).toEqual([]);
  });

  it('is given up after five minutes: what is left stays decided, and people hear of it', async () => {
    const { report } = await decided(3);
    await expect(shaken(1).undo(affairs, report.id)).rejects.toThrow(TransientError);
    later(300_001);
    expect(codeOf(await batchUndo.undo(affairs, report.id))).toBe('batch.undo-too-late');
    later(5_000);
    expect(await heard()).toHaveLength(2);
  });
});

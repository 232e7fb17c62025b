import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TransientError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, must, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Commands } from '../commands/commands.ts';
import { BatchStore } from '../store/batch.store.ts';
import { BatchDecisions, type BatchRequest } from './batch-decisions.ts';
import type { BatchReport } from './batch-report.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { batches, batchPreview, commands } = house.cases;
const [affairs, meeting, lead, otherAffairs] = await Promise.all(
  ['affairs', 'meeting', 'lead', 'other-affairs'].map((account) => house.caller(account)),
);
if (!affairs || !meeting || !lead || !otherAffairs) throw new Error('not everybody is there');

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

let certificates = 0;

/** Admissions that wait for academic affairs, as the tasks they are there. */
async function waiting(count: number): Promise<BatchRequest['tasks']> {
  const numbers = Array.from({ length: count }, () => (certificates += 1));
  return Promise.all(
    numbers.map(async (number) => {
      const instance = await house.submitted(`证书 ${number}`);
      done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
      return { id: `${instance}.3`, formVersion: 2 };
    }),
  );
}

/** All tables but those of the reports. */
async function caseRows() {
  const { batch: _batch, batch_row: _rows, ...rest } = await digests(dataSource);
  return rest;
}

const codesOf = (tasks: BatchReport['tasks']) => tasks.map(({ refusal }) => refusal?.code ?? 'decided');
const decisionsOn = (tasks: BatchRequest['tasks']) =>
  house.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM history WHERE kind = 'decided' AND instance_id::text || '.' || task = ANY ($1)`,
    [tasks.map(({ id }) => id)],
  );

describe('many tasks decided together', () => {
  it('are checked one by one beforehand, and nothing changes', async () => {
    const [fine, closed, stale] = (await waiting(3)) as [Task, Task, Task];
    done(await commands.decide(affairs, closed.id, { outcome: 'approve', formVersion: 2 }));
    const notArgued = `${await house.submitted('尚未论证')}.2`;
    const elsewhere = `${await house.started('other-lead', admission.key, { certificate: '外校', ratio: 0.9 })}.1`;
    const before = await digests(dataSource);
    const tasks = [
      fine,
      closed,
      { id: stale.id, formVersion: 1 },
      { id: notArgued, formVersion: 1 },
      { id: elsewhere, formVersion: 1 },
      { id: 'none.1', formVersion: 1 },
    ];
    const outlook = await batchPreview.read(affairs, { tasks, outcome: 'approve' });
    expect(outlook.tasks).toMatchObject([
      { task: fine.id, title: { zh: expect.stringContaining('准入') }, step: { path: 'academicAffairs', title: { zh: '教务处审核' } } },
      { refusal: { code: 'task.closed' } },
      { refusal: { code: 'form.stale', params: { current: 2 } } },
      { refusal: { code: 'task.not-yours' } },
      { task: elsewhere, refusal: { code: 'task.unknown' } },
      { refusal: { code: 'task.unknown' } },
    ]);
    expect(outlook).toMatchObject({ possible: 1, leftOut: 5 });
    expect(outlook.tasks[4]).not.toHaveProperty('title');
    expect(await digests(dataSource)).toEqual(before);
    // What a form still needs is said before, too.
    const unfilled = await batchPreview.read(meeting, { tasks: [{ id: notArgued, formVersion: 1 }], outcome: 'approve' });
    expect(unfilled.tasks).toMatchObject([{ refusal: { code: 'form.invalid', fields: [{ path: '/minutes', code: 'required' }] } }]);
  });

  it('are decided, the odd ones left out with their reason, and the report is there to be read again', async () => {
    const tasks = await waiting(4);
    done(await commands.decide(affairs, tasks[2]?.id ?? '', { outcome: 'approve', formVersion: 2 }));
    const report = must(await batches.decide(affairs, { tasks, outcome: 'approve', comment: '一并同意' }));
    expect(codesOf(report.tasks)).toEqual(['decided', 'decided', 'task.closed', 'decided']);
    expect(report).toMatchObject({
      outcome: 'approve',
      comment: '一并同意',
      decided: 3,
      leftOut: 1,
      decidedAt: house.clock.now().toISOString(),
    });
    expect(report.tasks[0]).toMatchObject({ sequence: 4, title: { zh: expect.stringContaining('准入') } });
    expect(await batches.read(affairs, report.id)).toEqual(report);
    expect(await batches.read(meeting, report.id)).toBeUndefined();
    expect(await batches.read(affairs, 'none')).toBeUndefined();
    const standing = await house.rows("SELECT DISTINCT standing FROM instance WHERE id::text || '.3' = ANY ($1)", [
      tasks.map(({ id }) => id),
    ]);
    expect(standing).toEqual([{ standing: ['presidentMeeting'] }]);
    const comments = await house.rows(
      `SELECT DISTINCT comment FROM history WHERE kind = 'decided' AND person_id = $1 AND comment IS NOT NULL`,
      [affairs.person],
    );
    expect(comments).toEqual([{ comment: '一并同意' }]);
  });

  it('are decided once under a key, and the key is good for nothing else', async () => {
    const tasks = await waiting(3);
    const request = { tasks, outcome: 'approve', idempotencyKey: 'morning' };
    const [one, other] = await Promise.all([batches.decide(affairs, request), batches.decide(affairs, request)]);
    expect(must(one).decided).toBe(3);
    expect(other).toEqual(one);
    const before = await digests(dataSource);
    expect(await batches.decide(affairs, request)).toEqual(one);
    expect(await batches.decide(affairs, { ...request, outcome: 'reject', comment: '不符' })).toMatchObject({
      code: 'idempotency.key-reused',
    });
    expect(await digests(dataSource)).toEqual(before);
    expect(await decisionsOn(tasks)).toEqual([{ count: 3 }]);
    // Somebody else's key of the same name is another.
    expect(codesOf(must(await batches.decide(otherAffairs, request)).tasks)).toEqual(Array(3).fill('task.unknown'));
  });

  it('are carried on with when they were interrupted, and none is decided twice', async () => {
    const tasks = await waiting(6);
    let calls = 0;
    const interrupted: Pick<Commands, 'decide'> = {
      decide: async (...request) => {
        calls += 1;
        if (calls > 3) throw new TransientError('gone');
        return commands.decide(...request);
      },
    };
    const store = new BatchStore(database);
    const request = { tasks, outcome: 'approve', idempotencyKey: 'interrupted' };
    const shaken = new BatchDecisions({ commands: interrupted, store, clock: house.clock, atOnce: 1 });
    await expect(shaken.decide(affairs, request)).rejects.toThrow(TransientError);
    expect(await decisionsOn(tasks)).toEqual([{ count: 3 }]);
    expect(codesOf(must(await batches.decide(affairs, request)).tasks)).toEqual(Array(6).fill('decided'));
    expect(await decisionsOn(tasks)).toEqual([{ count: 6 }]);
  });

  it('are reported even where our own defect was in the way of one', async () => {
    const tasks = await waiting(3);
    const faulty: Pick<Commands, 'decide'> = {
      decide: (caller, task, decision) =>
        task === tasks[1]?.id ? Promise.reject(new Error('a defect')) : commands.decide(caller, task, decision),
    };
    const request = { tasks, outcome: 'approve', idempotencyKey: 'defect' };
    const batch = new BatchDecisions({ commands: faulty, store: new BatchStore(database), clock: house.clock, atOnce: 2 });
    await expect(batch.decide(affairs, request)).rejects.toThrow('a defect');
    expect(codesOf(must(await batches.decide(affairs, request)).tasks)).toEqual(['decided', 'batch.task-failed', 'decided']);
  });

  it('change no case when every one is refused: a missing comment, the wrong person, an outcome that does not exist', async () => {
    const tasks = await waiting(2);
    const before = await caseRows();
    const refused = async (caller: typeof affairs, outcome: string) =>
      codesOf(must(await batches.decide(caller, { tasks, outcome })).tasks);
    expect(await refused(affairs, 'reject')).toEqual(['comment.required', 'comment.required']);
    expect(await refused(lead, 'approve')).toEqual(['task.not-yours', 'task.not-yours']);
    expect(await refused(otherAffairs, 'approve')).toEqual(['task.unknown', 'task.unknown']);
    expect(await refused(affairs, 'elect')).toEqual(['outcome.unknown', 'outcome.unknown']);
    expect(await caseRows()).toEqual(before);
  });

  it('keep nobody else waiting behind all of them', async () => {
    const [mine, ...tasks] = await waiting(129);
    const other = house.caller('lead-and-affairs');
    let decided = 0;
    const counting: Pick<Commands, 'decide'> = {
      decide: async (...request) => {
        const outcome = await commands.decide(...request);
        decided += 1;
        return outcome;
      },
    };
    const batch = new BatchDecisions({ commands: counting, store: new BatchStore(database), clock: house.clock, atOnce: 32 });
    const colleague = await other;
    const deciding = batch.decide(affairs, { tasks, outcome: 'approve' });
    await new Promise((resolve) => setImmediate(resolve));
    done(await commands.decide(colleague, mine?.id ?? '', { outcome: 'approve', formVersion: 2 }));
    expect(decided).toBeLessThan(128);
    expect(must(await deciding).decided).toBe(128);
  });

  it('come to just what the check said, whatever is among them', async () => {
    const kinds = ['fine', 'closed', 'stale', 'foreign', 'unknown'] as const;
    const decisions = fc.constantFrom(
      { outcome: 'approve' },
      { outcome: 'reject' },
      { outcome: 'reject', comment: '不符' },
      { outcome: 'elect' },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 6 }), decisions, async (mixed, decision) => {
        const ready = await waiting(mixed.length);
        const tasks = await Promise.all(
          mixed.map(async (kind, place): Promise<Task> => {
            const task = ready[place] as Task;
            if (kind === 'closed') done(await commands.decide(affairs, task.id, { outcome: 'approve', formVersion: 2 }));
            if (kind === 'foreign') return { ...task, id: task.id.replace(/3$/, '2') };
            if (kind === 'unknown') return { ...task, id: task.id.replace(/3$/, '9') };
            return kind === 'stale' ? { ...task, formVersion: 1 } : task;
          }),
        );
        const outlook = await batchPreview.read(affairs, { tasks, ...decision });
        const report = must(await batches.decide(affairs, { tasks, ...decision }));
        expect(codesOf(report.tasks)).toEqual(codesOf(outlook.tasks));
        expect([report.decided, report.leftOut]).toEqual([outlook.possible, outlook.leftOut]);
      }),
      { numRuns: 25 },
    );
  });
});

type Task = BatchRequest['tasks'][number];

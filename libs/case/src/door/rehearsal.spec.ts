import { afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AlarmCalls } from '#clockwork';
import { Directory } from '#directory';
import type { Fields } from '#engine';
import { Metrics, TurnedClock } from '#platform';
import { arbitraryMove, beginningOf, requestOf, sightOf } from '../../../../test/support/case-moves.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { admission, ballot, certificateCatalogue, countersigning, sealing } from '../../../../test/support/house-processes.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import { settle } from '../../../../test/support/twin-tenants.ts';
import { FactRegister } from '../definition/fact-register.ts';
import { Workflows } from '../definition/workflows.ts';
import { AttachmentStore } from '../store/attachment.store.ts';
import { DefinitionStore } from '../store/definition.store.ts';
import { InstanceStore } from '../store/instance.store.ts';
import { Door } from './door.ts';
import { NamedFiles } from './named-files.ts';
import type { Rehearsed, Request, Sending, StartRequest } from './sending.ts';
import { CaseSurroundings } from './surroundings.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 12);

class OpenRegister extends FactRegister {
  readonly catalogue = certificateCatalogue;

  async answer(): Promise<Fields> {
    return { level: '中级', isOpen: true };
  }
}

const { database, dataSource } = await testDatabase();
const clock = new TurnedClock(new Date('2024-03-22T01:00:00.000Z'));
const directory = new Directory(database);
const workflows = new Workflows(new DefinitionStore(database), () => ({ dueTime: plainDueTime, facts: certificateCatalogue }), clock);
const door = new Door({
  database,
  instances: new InstanceStore(database),
  workflows,
  directory,
  surroundings: new CaseSurroundings(directory, new OpenRegister()),
  files: new NamedFiles(new AttachmentStore(database)),
  clock,
  metrics: new Metrics(),
  alarms: new AlarmCalls(clock),
  limits: { groupSize: 4, backgroundSize: 4, groups: 1, transactions: 2, waiting: 10 },
});
const tenant = 'anhui';
await settle(dataSource, tenant);
for (const definition of [countersigning, sealing, admission, ballot]) await workflows.publish(tenant, definition, null, null);

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

/** What the rows of a case say, as far as a preview speaks of it. */
async function rowsOf(instance: string) {
  const [row] = await dataSource.query(
    `SELECT standing, is_finished, sequence,
       (SELECT coalesce(json_agg(json_build_array(step, visit)), '[]') FROM (SELECT DISTINCT step, visit FROM task t WHERE t.instance_id = i.id AND status = 'open') s) AS steps,
       (SELECT coalesce(json_agg(json_build_array(step, number, due_at) ORDER BY number), '[]') FROM task t WHERE t.instance_id = i.id AND status = 'open') AS asked,
       (SELECT coalesce(json_agg(number ORDER BY number), '[]') FROM task t WHERE t.instance_id = i.id AND status NOT IN ('open', 'decided')) AS cancelled,
       (SELECT coalesce(json_agg(due_at ORDER BY number), '[]') FROM timer t WHERE t.instance_id = i.id) AS timers,
       (SELECT max(number) FROM task t WHERE t.instance_id = i.id) AS last_task
     FROM instance i WHERE id = $1`,
    [instance],
  );
  return row as {
    readonly standing: string[];
    readonly is_finished: boolean;
    readonly sequence: number;
    readonly asked: [string, number, string | null][];
    readonly cancelled: number[];
    readonly timers: string[];
  };
}

let runs = 0;

it('what a dry run shows is what then happens, and a dry run happens nowhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryMove, { minLength: 4, maxLength: 10 }), async (moves) => {
      runs += 1;
      const cases: string[] = [];
      for (const [number, move] of moves.entries()) {
        clock.turnTo(new Date(clock.now().getTime() + 1000).toISOString());
        const name = `${runs} ${number}`;
        const isBeginning = move.kind === 'start' || cases.length === 0;
        const instance = isBeginning ? '' : (cases[move.case % cases.length] ?? '');
        const { request, envelope } = isBeginning
          ? beginningOf(move, name, number)
          : requestOf(move, await sightOf(dataSource, instance), name);
        const sending = { tenant, ...envelope };
        const [asStart, asRequest] = [request as StartRequest, request as Request];
        const starting = sending as Sending & { readonly person: string };

        const before = await digests(dataSource);
        const shown = await (isBeginning ? door.rehearseStart(asStart, starting) : door.rehearse(instance, asRequest, sending));
        expect(await digests(dataSource)).toEqual(before);
        const rowsBefore = isBeginning ? undefined : await rowsOf(instance);
        clock.turnTo(new Date(clock.now().getTime() + 2000).toISOString());
        const expected = shown.kind === 'rehearsed' ? { expected: shown.confirmation } : {};
        const outcome = await (isBeginning
          ? door.start(asStart, { ...starting, ...expected })
          : door.advance(instance, asRequest, { ...sending, ...expected }));
        if (shown.kind !== 'rehearsed') {
          expect(outcome).toEqual(shown);
          continue;
        }
        expect(outcome.kind).toBe('accepted');
        if (outcome.kind !== 'accepted') continue;
        if (isBeginning) cases.push(outcome.instance);
        expectAsShown(shown, rowsBefore, await rowsOf(outcome.instance));
      }
    }),
    { numRuns },
  );
});

type Rows = Awaited<ReturnType<typeof rowsOf>>;

function expectAsShown({ preview, sequence }: Rehearsed, before: Rows | undefined, after: Rows): void {
  expect(sequence).toBe(before?.sequence ?? 0);
  expect([after.standing, after.is_finished]).toEqual([preview.states, preview.isFinished]);
  const cancelled = after.cancelled.filter((number) => !(before?.cancelled ?? []).includes(number));
  expect(new Set(cancelled)).toEqual(new Set(preview.cancelled.map(({ task }) => task)));
  expect(after.timers.length).toBe((before?.timers.length ?? 0) + preview.timersSet.length - preview.timersCleared.length);
  const known = new Set((before?.asked ?? []).map(([, number]) => number));
  const opened = after.asked.filter(([, number]) => !known.has(number));
  const byDay = (step: string, due: string | null | undefined) =>
    `${step} ${(due ?? null) === null ? 'never' : new Date(due ?? 0).toISOString().slice(0, 10)}`;
  const asked = preview.asked.map(({ step, dueAt }) => byDay(step, dueAt));
  expect(opened.map(([step, , due]) => byDay(step, due)).sort(inOrder)).toEqual(asked.sort(inOrder));
}

const inOrder = (one: string, other: string): number => one.localeCompare(other);

import { afterAll, afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AlarmCalls } from '#clockwork';
import { Directory, directoryEntities } from '#directory';
import { advance, type CaseState, type Command, type Fields } from '#engine';
import { createDataSource, Database, Metrics, TurnedClock } from '#platform';
import { arbitraryMove, beginningOf, type Move, nobody, requestOf, type Sight, sightOf } from '../../../../test/support/case-moves.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { admission, ballot, certificateCatalogue, countersigning, sealing } from '../../../../test/support/house-processes.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import { applicant, departmentId, numbered, rowsOfCases, settle } from '../../../../test/support/twin-tenants.ts';
import { FactRegister } from '../definition/fact-register.ts';
import { Workflows } from '../definition/workflows.ts';
import { Histories } from '../queries/history.query.ts';
import { AttachmentStore } from '../store/attachment.store.ts';
import { DefinitionVersionEntity } from '../store/definition.entity.ts';
import { DefinitionStore } from '../store/definition.store.ts';
import { InstanceStore } from '../store/instance.store.ts';
import { Door } from './door.ts';
import type { LineLimits } from './line.ts';
import { NamedFiles } from './named-files.ts';
import type { Answer, Request, Sending } from './sending.ts';
import { CaseSurroundings } from './surroundings.ts';

// They take seconds where nothing else runs; a machine that is busy may take its time.
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 12);

const { database, dataSource, url } = await testDatabase();
const clock = new TurnedClock(new Date('2024-03-22T01:00:00.000Z'));
const definitions = [countersigning, sealing, admission, ballot];
/** Each tenant has a twin, in which the same is done strictly one after another. */
const tenants = ['anhui', 'hubei'] as const;
const twinOf = (tenant: string): string => `${tenant}-apart`;

class OpenRegister extends FactRegister {
  readonly catalogue = certificateCatalogue;

  async answer(): Promise<Fields> {
    return { level: '中级', isOpen: true };
  }
}

/** All a process needs to open a door. */
function processOn(database: Database) {
  const directory = new Directory(database);
  const surroundings = new CaseSurroundings(directory, new OpenRegister());
  const workflows = new Workflows(new DefinitionStore(database), () => ({ dueTime: plainDueTime, facts: certificateCatalogue }), clock);
  const files = new NamedFiles(new AttachmentStore(database));
  return {
    database,
    directory,
    surroundings,
    workflows,
    files,
    instances: new InstanceStore(database),
    clock,
    metrics: new Metrics(),
    alarms: new AlarmCalls(clock),
  };
}

const here = processOn(database);
const second = createDataSource({ url, poolSize: 8, applicationName: 'second', entities: [...directoryEntities, DefinitionVersionEntity] });
await second.initialize();
afterAll(() => second.destroy());
const there = processOn(new Database(second));
const alone = new Door({ ...here, limits: { groupSize: 1, backgroundSize: 1, groups: 1, transactions: 1, waiting: 10 } });

for (const tenant of [...tenants, ...tenants.map(twinOf)]) {
  await settle(dataSource, tenant);
  for (const definition of definitions) await here.workflows.publish(tenant, definition, null, null);
}

afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  expect(
    await dataSource.query(`SELECT FROM history GROUP BY instance_id, task
       HAVING count(*) FILTER (WHERE kind = 'decided') - count(*) FILTER (WHERE kind = 'taken-back') > 1`),
  ).toEqual([]);
  const histories = new Histories(database, here.workflows, {});
  for (const { tenant, id } of await dataSource.query<{ tenant: string; id: string }[]>('SELECT tenant, id FROM instance'))
    expect([id, await histories.verify(tenant, id)]).toMatchObject([id, { isIntact: true, isRebuilt: true }]);
});

let bursts = 0;

/** A command ready to be sent, to a tenant or to its twin. */
interface Ready {
  readonly tenant: (typeof tenants)[number];
  /** Its case's place among the tenant's, or null when it begins one. */
  readonly place: number | null;
  readonly request: Request | undefined;
  readonly sending: Sending;
  readonly send: (door: Door, tenant: string, cases: readonly string[]) => Promise<Answer>;
}

function readied(move: Move, sights: readonly (readonly Sight[])[], name: string, number: number): Ready {
  const tenant = tenants[move.tenant] ?? tenants[0];
  if (move.kind === 'start') {
    const { request, envelope } = beginningOf(move, name, number);
    const sending = { tenant, ...envelope };
    return { tenant, place: null, request: undefined, sending, send: (door, to) => door.start(request, { ...sending, tenant: to }) };
  }
  const cases = sights[move.tenant] ?? [];
  const place = move.case % cases.length;
  const { request, envelope } = requestOf(move, cases[place] as Sight, `${name} ${place}`);
  const sending = { tenant, ...envelope };
  return {
    tenant,
    place,
    request,
    sending,
    send: (door, to, ids) => door.advance(ids[place] ?? '', request, { ...sending, tenant: to }),
  };
}

/** All that is sent at once, a part of it twice. */
function burstOf(moves: readonly Move[], sights: readonly (readonly Sight[])[], name: string): Ready[] {
  const readies = moves.map((move, number) => readied(move, sights, name, number));
  // Which of two cases that want the same certificate comes first is not settled by their arrival, unless by a key.
  const isSettled = ({ place, sending }: Ready): boolean => place !== null || sending.key !== undefined;
  return [...readies, ...readies.filter((ready, number) => number % 5 === 0 && isSettled(ready))];
}

/** One case of every definition in a tenant. @returns their ids. */
async function beginAll(tenant: string, name: string): Promise<string[]> {
  const ids: string[] = [];
  for (const { key } of definitions) {
    const fields: Fields = key === admission.key ? { certificate: name, ratio: 0.9 } : {};
    const answer = await alone.start({ definition: key, organisation: departmentId, fields }, { tenant, person: applicant });
    if (answer.kind === 'refused') throw new Error(answer.code);
    ids.push(answer.instance);
  }
  return ids;
}

/** What an answer says, without the ids and hashes of the tenant it was given in. */
const said = (answers: readonly Answer[]): unknown =>
  numbered(answers.map((answer) => (answer.kind === 'refused' ? answer : [answer.instance, answer.sequence])));

const isSameKey = ({ sending: one }: Ready, { sending: other }: Ready): boolean =>
  one.key !== undefined && one.key === other.key && one.person === other.person;

/**
 * A refusal is given after the group's commit. If by then somebody has done something under the same key, it may be
 * answered by that receipt, as if it had come after it.
 */
function withLateReceipts(readies: readonly Ready[], apart: readonly Answer[], actual: readonly Answer[]): Answer[] {
  return apart.map((answer, index) => {
    const [ready, given] = [readies[index], actual[index]];
    if (answer.kind !== 'refused' || ready === undefined || given === undefined) return answer;
    const place = readies.findIndex((other, at) => apart[at]?.kind === 'accepted' && isSameKey(other, ready));
    const isSameContent = readies[place]?.sending.digest === ready.sending.digest;
    if (given.kind === 'accepted') return isSameContent ? (apart[place] ?? answer) : answer;
    return place >= 0 && !isSameContent && given.code === 'idempotency.key-reused' ? given : answer;
  });
}

const begunIn = (readies: readonly Ready[], answers: readonly Answer[], tenant: string): string[] => [
  ...new Set(
    answers.flatMap((answer, index) => {
      const { place, tenant: of } = readies[index] ?? {};
      return place === null && of === tenant && answer.kind === 'accepted' ? [answer.instance] : [];
    }),
  ),
];

const arbitraryLimits: fc.Arbitrary<LineLimits> = fc.record({
  groupSize: fc.integer({ min: 1, max: 32 }),
  backgroundSize: fc.integer({ min: 1, max: 128 }),
  groups: fc.integer({ min: 1, max: 3 }),
  transactions: fc.integer({ min: 1, max: 4 }),
  waiting: fc.constant(1000),
});
const arbitraryRounds = fc.array(fc.array(arbitraryMove, { minLength: 8, maxLength: 40 }), { minLength: 1, maxLength: 3 });

const sightsOf = (cases: readonly (readonly string[])[]): Promise<Sight[][]> =>
  Promise.all(cases.map((ids) => Promise.all(ids.map((id) => sightOf(dataSource, id)))));

it('commands sent at once to one process do what they do one after another in the order of their arrival', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRounds, arbitraryLimits, async (rounds, limits) => {
      const door = new Door({ ...here, limits });
      const name = `${(bursts += 1)}`;
      const cases = await Promise.all(tenants.map((tenant) => beginAll(tenant, name)));
      const twins = await Promise.all(tenants.map((tenant) => beginAll(twinOf(tenant), name)));
      for (const [round, moves] of rounds.entries()) {
        clock.advance(3_600_000);
        const sights = await sightsOf(cases);
        const readies = burstOf(moves, sights, `${name} ${round}`);
        const at = (tenant: string) => tenants.findIndex((other) => other === tenant);
        const answers = await Promise.all(readies.map(({ send, tenant }) => send(door, tenant, cases[at(tenant)] ?? [])));
        const twinAnswers: Answer[] = [];
        for (const { send, tenant } of readies) twinAnswers.push(await send(alone, twinOf(tenant), twins[at(tenant)] ?? []));
        expect(said(answers)).toEqual(said(withLateReceipts(readies, twinAnswers, answers)));
        for (const [index, tenant] of tenants.entries()) {
          cases[index]?.push(...begunIn(readies, answers, tenant));
          twins[index]?.push(...begunIn(readies, twinAnswers, tenant));
          expect(await rowsOfCases(dataSource, cases[index] ?? [])).toEqual(await rowsOfCases(dataSource, twins[index] ?? []));
        }
      }
    }),
    { numRuns, endOnFailure: true },
  );
});

interface Stored {
  readonly definition_key: string;
  readonly organisation_id: string;
  readonly state: Omit<CaseState, 'form'>;
  readonly version: number;
  readonly fields: Fields;
}

async function caseOf(instance: string): Promise<{ readonly stored: Stored; readonly state: CaseState }> {
  const [stored] = await dataSource.query<[Stored]>(
    `SELECT definition_key, organisation_id, state, version, fields FROM instance i
     JOIN form_version f ON f.instance_id = i.id AND f.version = i.form_version WHERE i.id = $1`,
    [instance],
  );
  return { stored, state: { ...stored.state, form: { version: stored.version, fields: stored.fields } } };
}

type Answered = Ready & { readonly answer: Answer };

/** Carries out in the order of the history what was accepted on a case, and finds for each refusal a moment it is right at. */
async function expectSomeOrder(instance: string, before: CaseState, sent: readonly Answered[]): Promise<void> {
  const { stored, state: after } = await caseOf(instance);
  const run = async ({ request, sending: { tenant, person, commandId } }: Answered, state: CaseState, id = commandId ?? 'refused') => {
    const published = await here.workflows.get(tenant, stored.definition_key, 1);
    if (published === undefined) throw new Error('no definition');
    const { workflow } = published;
    const at = clock.now();
    const command = {
      ...request,
      id,
      at: at.toISOString(),
      by: await here.surroundings.actor(tenant, person, { at, definition: workflow.definition.key }),
    } as Command;
    const place = { tenant, workflow, organisation: stored.organisation_id, at };
    return here.surroundings.answering(place, (world) => advance(workflow, state, command, world));
  };
  const states = [before];
  const accepted = sent.filter(({ answer }) => answer.kind === 'accepted' && answer.row !== undefined);
  const sequenceOf = ({ answer }: Answered): number => (answer.kind === 'accepted' ? answer.sequence : 0);
  for (const each of accepted.sort((one, other) => sequenceOf(one) - sequenceOf(other))) {
    const id = each.answer.kind === 'accepted' ? each.answer.row?.command_id : undefined;
    const result = await run(each, states.at(-1) ?? before, id);
    if (result.kind === 'refused') throw new Error(`accepted, although ${result.code}`);
    states.push(JSON.parse(JSON.stringify(result.state)));
  }
  expect(after).toEqual(states.at(-1));
  for (const each of sent) {
    const { answer, sending } = each;
    const isTwin = (other: Answered) => isSameKey(other, each) && other.answer.kind === 'accepted';
    if (answer.kind === 'refused' && answer.code === 'idempotency.key-reused') {
      expect(sent.filter((other) => isTwin(other) && other.sending.digest !== sending.digest)).not.toEqual([]);
    } else if (answer.kind === 'refused' && answer.code === 'person.unknown') {
      // The door's refusal, not the engine's.
      expect(JSON.stringify(each.request)).toContain(nobody);
    } else if (answer.kind === 'refused') {
      const results = await Promise.all(states.map((state) => run(each, state)));
      expect(results).toContainEqual(expect.objectContaining(answer));
    } else if (answer.row === undefined) {
      const results = await Promise.all(states.map((state) => run(each, state)));
      const isUnchanged = results.some((result) => result.kind === 'advanced' && result.entries.length === 0);
      expect(isUnchanged || sent.some((other) => other !== each && isTwin(other) && sequenceOf(other) === sequenceOf(each))).toBe(true);
    }
  }
}

it('commands sent at once to two processes do what they do in some order, which is the one their histories tell', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRounds, arbitraryLimits, arbitraryLimits, async (rounds, limits, otherLimits) => {
      const doors = [new Door({ ...here, limits }), new Door({ ...there, limits: otherLimits })];
      const name = `${(bursts += 1)}`;
      const cases = await Promise.all(tenants.map((tenant) => beginAll(tenant, name)));
      for (const [round, moves] of rounds.entries()) {
        clock.advance(3_600_000);
        const sights = await sightsOf(cases);
        const befores = await Promise.all(cases.map((ids) => Promise.all(ids.map(caseOf))));
        const readies = burstOf(moves, sights, `${name} ${round}`);
        const at = (tenant: string) => tenants.findIndex((other) => other === tenant);
        const answers = await Promise.all(
          readies.map(({ send, tenant }, index) => send(doors[index % 2] ?? alone, tenant, cases[at(tenant)] ?? [])),
        );
        for (const [index, tenant] of tenants.entries()) {
          for (const [place, instance] of (cases[index] ?? []).entries()) {
            const sent = readies.flatMap((ready, number) => {
              const answer = answers[number];
              return ready.tenant === tenant && ready.place === place && answer !== undefined ? [{ ...ready, answer }] : [];
            });
            await expectSomeOrder(instance, befores[index]?.[place]?.state as CaseState, sent);
          }
          cases[index]?.push(...begunIn(readies, answers, tenant));
        }
      }
    }),
    { numRuns, endOnFailure: true },
  );
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Advanced, AttachmentReference, Command, Definition } from '#engine';
import { newId } from '#platform';
import { arbitraryCast, arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import {
  type Attempt,
  arbitraryAttempt,
  type ChangingCast,
  personId,
  subjectByIds,
  tryOn,
} from '../../../../test/support/case-attempts.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { compiled, Play } from '../../../../test/support/play.ts';
import { commitOf } from '../door/commit-rows.ts';
import { HeldCase } from '../door/held-case.ts';
import { genesis } from '../history/chain.ts';
import { type Commit, type IncidentKey, type IncidentWrite, writeCommit } from './commit.store.ts';
import { emptyCommit, followedBy, together } from './commit-merge.ts';

// They take seconds where nothing else runs; a machine that is busy may take its time.
const { database, dataSource } = await testDatabase();
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);

/** The same commits are written for two tenants: one by one for the first, merged for the second. */
const tenants = ['apart', 'merged'] as const;
type Tenant = (typeof tenants)[number];

const write = (tenant: Tenant, commit: Commit): Promise<void> =>
  database.transaction(async (tx) => {
    const rows = Object.entries(commit).map(([table, list]) => [table, (list as object[]).map((row) => ({ ...row, tenant }))]);
    writeCommit(tx, Object.fromEntries(rows) as Commit);
  });

/** A case that was played through the engine: what each of its commands puts down, the beginning first. */
interface PlayedCase {
  readonly id: string;
  readonly files: readonly AttachmentReference[];
  readonly commits: readonly Commit[];
}

const startedAt = Date.parse('2024-03-22T01:00:00.000Z');

function played(document: Definition, names: Readonly<Record<string, readonly string[]>>, attempts: readonly Attempt[]): PlayedCase {
  const workflow = compiled({ ...document, summary: { zh: '事项 {form.amount}' } });
  const cast: ChangingCast = Object.fromEntries(Object.entries(names).map(([post, holders]) => [post, holders.map(personId)]));
  const [id, files] = [newId(), [1, 2, 3].map(() => ({ id: newId(), sha256: '00' }))];
  const play = new Play(workflow, { cast, subject: subjectByIds }).start(personId('clerk'), { amount: 1 });
  const organisation = { organisationId: subjectByIds.school.id, organisationPath: '/' };
  const row = {
    id,
    definition_key: 'sample-process',
    definition_version: 1,
    organisation_id: organisation.organisationId,
    organisation_path: '/',
  };
  const circumstances = (command: Pick<Command, 'id' | 'at'>, person: string | null) => ({
    tenant: 'apart',
    workflow,
    version: 1,
    commandId: `${id} ${command.id}`,
    at: command.at,
    person,
    receipt: { key: `${id} ${command.id}`, digest: '00' },
  });
  const before = {
    id,
    caseNumber: '1',
    definitionVersion: 1,
    ...organisation,
    formVersion: 0,
    title: null,
    limit: undefined,
    sequence: 0,
    lastHash: genesis,
  };
  const beginning = commitOf(before, play.last as Advanced, circumstances({ id: 'start', at: play.state.startedAt }, personId('clerk')));
  const commits = [beginning];
  let [sequence, hash] = [beginning.history.length, beginning.history.at(-1)?.hash ?? genesis];
  for (const [index, attempt] of attempts.entries()) {
    const { form, ...state } = play.state;
    play.turnTo(new Date(startedAt + index * 60_000).toISOString());
    const done = tryOn(play, cast, attempt, files);
    if (done === undefined) continue;
    const held = new HeldCase(
      { workflow, version: { key: workflow.definition.key, version: 1 } },
      {
        ...row,
        state,
        form_version: form.version,
        fields: form.fields,
        sequence,
        last_hash: Buffer.from(hash, 'hex'),
      },
    );
    const by = 'by' in done.command ? done.command.by.person : null;
    const accepted = held.apply(done.advanced, circumstances(done.command, by));
    [sequence, hash] = [accepted.sequence, accepted.row?.hash ?? hash];
    commits.push(held.commit);
  }
  return { id, files, commits };
}

/** Cut into groups of the given sizes, again and again, after the beginning, which nobody can answer before it is committed. */
function groupsOf({ commits: [beginning = emptyCommit, ...rest] }: PlayedCase, sizes: readonly number[]): Commit[][] {
  const groups: Commit[][] = [[beginning]];
  for (let [from, turn] = [0, 0]; from < rest.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    groups.push(rest.slice(from, from + size));
    from += size;
  }
  return groups;
}

const orders: Readonly<Record<string, string>> = {
  instance: `SELECT to_jsonb(t) - 'tenant' AS row FROM instance t WHERE tenant = $1 AND id = ANY($2::uuid[]) ORDER BY id`,
  outbox: `SELECT to_jsonb(t) - 'tenant' - 'id' AS row FROM outbox t WHERE tenant = $1 AND payload->>'instance' = ANY($2) ORDER BY payload->>'instance', id`,
  incident: `SELECT instance_id, step FROM incident t WHERE tenant = $1 AND instance_id = ANY($2::uuid[]) AND closed_at IS NULL ORDER BY 1, 2`,
  ...Object.fromEntries(
    ['form_version', 'task', 'history', 'timer', 'receipt', 'attachment'].map((table) => [
      table,
      `SELECT to_jsonb(t) - 'tenant' AS row FROM ${table} t WHERE tenant = $1 AND instance_id = ANY($2::uuid[]) ORDER BY to_jsonb(t)::text`,
    ]),
  ),
};

async function rowsOf(tenant: Tenant, cases: readonly PlayedCase[]): Promise<Record<string, unknown>> {
  const ids = cases.map(({ id }) => id);
  const found = await Promise.all(Object.entries(orders).map(async ([table, sql]) => [table, await dataSource.query(sql, [tenant, ids])]));
  return Object.fromEntries(found);
}

const incidentsOf = async (tenant: Tenant, instances: readonly string[]) =>
  dataSource.query<{ id: string; opened_at: Date; closed_at: Date | null }[]>(
    'SELECT id, opened_at, closed_at FROM incident WHERE tenant = $1 AND instance_id = ANY($2) ORDER BY opened_at',
    [tenant, instances],
  );

async function upload(cases: readonly PlayedCase[]): Promise<void> {
  for (const tenant of tenants)
    await dataSource.query(`INSERT INTO attachment SELECT $1, unnest($2::uuid[]), '附件', 'text/plain', 1, '00', $3, '2024-03-22'`, [
      tenant,
      cases.flatMap(({ files }) => files.map(({ id }) => id)),
      personId('clerk'),
    ]);
}

describe('commands merged into one statement', () => {
  it('leave the rows that they leave one by one', async () => {
    const process = fc.tuple(arbitraryProcess, arbitraryCast, fc.array(arbitraryAttempt, { minLength: 4, maxLength: 24 }));
    const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(process, process, sizes, async (one, other, groupSizes) => {
        const cases = [played(...one), played(...other)];
        await upload(cases);
        for (const { commits } of cases) for (const commit of commits) await write('apart', commit);
        // The second case begins beside the first one's second group.
        const [first = [], second = []] = cases.map((each) => groupsOf(each, groupSizes));
        for (let turn = 0; turn < Math.max(first.length, second.length + 1); turn += 1) {
          const groups = [first[turn] ?? [], second[turn - 1] ?? []].filter(({ length }) => length > 0);
          await write('merged', together(groups.map((group) => group.reduce(followedBy))));
        }
        expect(await rowsOf('merged', cases)).toEqual(await rowsOf('apart', cases));
        const ids = cases.map(({ id }) => id);
        const known = new Set((await incidentsOf('apart', ids)).map(({ id }) => id));
        expect((await incidentsOf('merged', ids)).filter(({ id }) => !known.has(id))).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    );
  });
});

describe('an incident', () => {
  const at = (minute: number): string => new Date(startedAt + minute * 60_000).toISOString();

  /** Opens and closes incidents of one step, one after another, first some in a transaction of their own. */
  async function after(changes: string, alone = 0): Promise<{ apart: unknown[]; merged: unknown[] }> {
    const instance_id = newId();
    const commits = changes.split('').map((change, minute): Commit => {
      const key: IncidentKey = { tenant: 'apart', instance_id, step: 'review', at: at(minute) };
      const opened: IncidentWrite = { ...key, id: newId(), code: 'nobody-to-assign', closed_at: null, detail: null };
      return change === '+' ? { ...emptyCommit, openedIncidents: [opened] } : { ...emptyCommit, closedIncidents: [key] };
    });
    for (const commit of commits) await write('apart', commit);
    for (const commit of commits.slice(0, alone)) await write('merged', commit);
    await write('merged', commits.slice(alone).reduce(followedBy));
    return { apart: await incidentsOf('apart', [instance_id]), merged: await incidentsOf('merged', [instance_id]) };
  }

  it.each(['+', '+-', '+-+', '+-+-', '+-+-+'])('of a group that does %s is what it is one by one', async (changes) => {
    const { apart, merged } = await after(changes);
    expect(apart).toHaveLength(changes.replaceAll('-', '').length);
    expect(merged).toEqual(apart);
  });

  it('that was open, closed and opened again goes on', async () => {
    expect((await after('+-+', 1)).merged).toEqual([{ id: expect.any(String), opened_at: new Date(at(0)), closed_at: null }]);
    expect((await after('+-+-', 1)).merged).toEqual([{ id: expect.any(String), opened_at: new Date(at(0)), closed_at: new Date(at(3)) }]);
  });
});

describe('what others are asked', () => {
  const key = { tenant: 'apart', number: 1 };
  const asked = { ...key, parent_id: newId(), asked_at: '2024-03-22T01:00:00.000Z', ended_because: null };
  const child = { ...asked, child_id: newId(), state: 'lines', definition_key: 'x', organisation_id: null, form: {}, depth: 1, asked: 1 };
  const called = { ...key, instance_id: newId(), status: 'queued' as const, next_attempt_at: asked.asked_at, until: null };
  const call = { ...called, state: 'bank', target: 'bank', body: {}, organisation_path: '/', attempts: 0, asked_at: asked.asked_at };
  const given: Commit = {
    ...emptyCommit,
    changedChildren: [{ ...asked, ended_because: 'withdrawn' }],
    changedCalls: [{ ...called, status: 'cancelled' }],
  };

  it('and given up in the same group is put down as given up, in one row', () => {
    const merged = followedBy({ ...emptyCommit, children: [{ ...child, is_pending: true }], calls: [call] }, given);
    expect(merged).toMatchObject({ children: [{ ended_because: 'withdrawn' }], changedChildren: [] });
    expect(merged).toMatchObject({ calls: [{ status: 'cancelled', target: 'bank' }], changedCalls: [] });
  });

  it('in an earlier group is changed once, by the later of two commands, and another case’s child is not taken for it', () => {
    const again: Commit = { ...emptyCommit, changedCalls: [called], changedChildren: [asked] };
    expect(followedBy(again, given).changedCalls).toEqual(given.changedCalls);
    const other = { ...child, parent_id: newId(), is_pending: true };
    expect(followedBy({ ...emptyCommit, children: [other] }, given)).toMatchObject({
      children: [{ ended_because: null }],
      changedChildren: [{ ended_because: 'withdrawn' }],
    });
  });

  it('of one child, in one transaction, by its parent and by itself, is asked for once', async () => {
    await write('apart', { ...emptyCommit, children: [{ ...child, is_pending: true }] });
    await write('apart', { ...given, changedCalls: [], changedChildren: [asked, ...given.changedChildren] });
    expect(await dataSource.query('SELECT asked, ended_because FROM child_case WHERE parent_id = $1', [asked.parent_id])).toEqual([
      { asked: 2, ended_because: 'withdrawn' },
    ]);
  });
});

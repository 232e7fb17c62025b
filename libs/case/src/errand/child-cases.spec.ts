import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse, tenant } from '../../../../test/support/house.ts';
import { batch, batchLine } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const strange: Definition = { ...batch, key: 'strange-batch', machine: withChildOf(batch.machine, 'nobody-knows') };
/** Two versions, whose machines call the state that waits differently. */
const moving: Definition = { ...batch, key: 'moving-batch' };
const moved: Definition = { ...moving, machine: withLinesAs(batch.machine, 'eachLine') };
const house = await openHouse({ database, dataSource }, { definitions: [batchLine, batch, strange, moving, moved] });
const { childCases, commands, incidents, instances, interventions, migrations, migrationPreviews } = house.cases;

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

function withChildOf(machine: Definition['machine'], definition: string): Definition['machine'] {
  const { lines } = machine.states ?? {};
  const children = lines?.meta?.children;
  if (lines === undefined || children === undefined) throw new Error('no children');
  return { ...machine, states: { ...machine.states, lines: { ...lines, meta: { children: { ...children, definition } } } } };
}

function withLinesAs(machine: Definition['machine'], name: string): Definition['machine'] {
  const { lines = {}, draft = {}, ...others } = machine.states ?? {};
  return { ...machine, states: { draft: { ...draft, on: { submit: name } }, [name]: lines, ...others } };
}

let used = 0;
const lines = (count: number) =>
  Array.from({ length: count }, () => {
    used += 1;
    return { certificate: `证书${used}`, students: 10 };
  });

/** A batch that its department has handed in; nobody has seen to its children yet. */
async function handedIn(count: number, definition = batch.key, more = lines(count)): Promise<string> {
  const parent = await house.started('lead', definition, { lines: more });
  done(await house.decide('lead', parent, 'submit'));
  return parent;
}

interface Message {
  readonly parent: string;
  readonly number: number;
}
const messages = async () =>
  (await house.rows<{ payload: Message }>(`SELECT payload FROM outbox WHERE job = 'child.tend' ORDER BY id`)).map(({ payload }) => payload);

/** Delivers every message that waits, as a queue does: here as often as is said. */
async function deliver(times = 1, order: (messages: Message[]) => Message[] = (all) => all): Promise<void> {
  for (let found = await messages(); found.length > 0; found = await messages()) {
    await house.rows(`DELETE FROM outbox WHERE job = 'child.tend'`);
    for (let time = 0; time < times; time += 1) for (const child of order(found)) await childCases.tend({ tenant, ...child });
  }
}

const standing = async (instance: string) =>
  (await house.rows<{ standing: string[] }>('SELECT standing FROM instance WHERE id = $1', [instance]))[0]?.standing;
const childrenOf = (parent: string) =>
  house.rows<{ id: string; number: number; standing: string[] | null; is_pending: boolean }>(
    `SELECT i.id, c.number, i.standing, c.is_pending FROM child_case c LEFT JOIN instance i ON i.tenant = c.tenant AND i.id = c.child_id
     WHERE c.parent_id = $1 ORDER BY c.number`,
    [parent],
  );
const standings = async (parent: string) => (await childrenOf(parent)).map((child) => child.standing?.[0] ?? null);
const decideChild = async (parent: string, number: number, outcome: string) =>
  house.decide('affairs', (await childrenOf(parent))[number - 1]?.id ?? '', outcome, { comment: '审核意见' });

beforeEach(async () => void (await house.rows('DELETE FROM outbox')));

describe('child cases', () => {
  it('are asked for by the decision itself, begun from its rows, and told of in both', async () => {
    const parent = await handedIn(3);
    expect(await standings(parent)).toEqual([null, null, null]);
    expect(await messages()).toEqual([1, 2, 3].map((number) => ({ parent, number })));
    await deliver();
    expect(await childrenOf(parent)).toEqual(
      [1, 2, 3].map((number) => expect.objectContaining({ number, standing: ['review'], is_pending: false })),
    );
    const [first] = await childrenOf(parent);
    const lead = await house.caller('lead');
    expect(await instances.read(lead, parent)).toMatchObject({
      states: [{ path: 'lines', title: { zh: '逐项审核' } }],
      children: [1, 2, 3].map((number) => ({
        number,
        askedBy: { path: 'lines' },
        definition: 'batch-line',
        instance: {
          title: { zh: expect.stringMatching(/^证书/) },
          states: [{ path: 'review', title: { zh: '教务处审核' } }],
          isFinished: false,
        },
        isAwaited: true,
        isHeld: false,
      })),
    });
    expect(await instances.read(lead, first?.id ?? '')).toMatchObject({
      applicant: { name: 'lead 同志' },
      parent: { id: parent, child: 1, title: { zh: '成批申报' }, states: [{ path: 'lines' }] },
      children: [],
    });
  });

  it('begin once and end once, however often and in whatever order their messages come', async () => {
    const parent = await handedIn(3);
    await deliver(3, (all) => all.toReversed());
    await decideChild(parent, 1, 'approve');
    await decideChild(parent, 3, 'approve');
    await deliver(3, (all) => all.toReversed());
    expect(await standing(parent)).toEqual(['dean']);
    expect(await standings(parent)).toEqual(['approved', '$terminated', 'approved']);
    expect(
      await house.rows(
        `SELECT kind, outcome, settled, detail FROM history WHERE instance_id = $1 AND kind = 'child-ended' ORDER BY sequence`,
        [parent],
      ),
    ).toMatchObject([
      { outcome: 'approved', settled: null, detail: { child: 3 } },
      { outcome: 'approved', settled: 'done', detail: { child: 1 } },
    ]);
    expect(await house.rows(`SELECT state->'data' AS data FROM instance WHERE id = $1`, [parent])).toEqual([{ data: { students: 20 } }]);
    expect(
      await house.rows(`SELECT detail FROM history WHERE instance_id = $1 AND sequence = 1`, [(await childrenOf(parent))[0]?.id]),
    ).toEqual([{ detail: expect.objectContaining({ parent: { instance: parent, child: 1, depth: 1 } }) }]);
  });

  it('are asked for by the same state where their parent is migrated and it has another path, and again where it is put back', async () => {
    const parent = await handedIn(2, moving.key);
    await deliver();
    const administrator = await house.caller('administrator');
    const plan = { from: [2], to: 1, mapping: { eachLine: 'lines' } };
    const shown = await migrationPreviews.read(administrator, moving.key, plan);
    const { id, expected = '' } = ('cases' in shown ? shown.cases[0] : undefined) ?? { id: '' };
    const begun = await migrations.begin(administrator, moving.key, { ...plan, comment: '改版', cases: [{ id, expected }] });
    const migration = 'id' in begun ? begun.id : '';
    expect(await migrations.carryOn(administrator, moving.key, migration)).toMatchObject({ migrated: 1, reversible: 1 });
    const askedBy = (path: string) => ({ children: [1, 2].map((number) => ({ number, askedBy: { path, title: { zh: '逐项审核' } } })) });
    const lead = await house.caller('lead');
    expect(await instances.read(lead, parent)).toMatchObject(askedBy('lines'));
    expect(await migrations.reverse(administrator, moving.key, migration, { comment: '撤销' })).toMatchObject({ reversed: 1 });
    expect(await instances.read(lead, parent)).toMatchObject(askedBy('eachLine'));
    await decideChild(parent, 1, 'approve');
    await deliver();
    expect(await standing(parent)).toEqual(['dean']);
  });

  it('begin once also when many see to one at the same time', async () => {
    const parent = await handedIn(1);
    await Promise.all(Array.from({ length: 12 }, () => childCases.tend({ tenant, parent, number: 1 })));
    expect(
      await house.rows(`SELECT 1 FROM history h JOIN child_case c ON c.child_id = h.instance_id WHERE c.parent_id = $1`, [parent]),
    ).toHaveLength(1);
  });

  it('are withdrawn with their parent, those that have not begun never begin', async () => {
    const parent = await handedIn(2);
    await childCases.tend({ tenant, parent, number: 1 });
    done(await commands.withdraw(await house.caller('lead'), parent, { comment: '不报了' }));
    await deliver(2);
    expect(await standings(parent)).toEqual(['withdrawn', null]);
    expect(await childCases.tendMissed()).toBe(0);
    house.clock.advance(11 * 60_000);
    expect(await childCases.tendMissed()).toBe(1);
    expect(await childrenOf(parent)).toEqual([1, 2].map((number) => expect.objectContaining({ number, is_pending: false })));
  });

  it('end where they stand with a parent that is terminated', async () => {
    const parent = await handedIn(2);
    await deliver();
    const administrator = await house.caller('administrator');
    const terms = { comment: '错报' };
    const shown = await interventions.terminate(administrator, parent, { ...terms, isDryRun: true });
    expect(shown).toMatchObject({ kind: 'shown', preview: { childrenEnded: 2 } });
    const expected = shown.kind === 'shown' ? shown.preview.expected : '';
    done(await interventions.terminate(administrator, parent, { ...terms, expected }));
    await deliver(2);
    expect(await standings(parent)).toEqual(['$terminated', '$terminated']);
    expect(
      await house.rows(
        `SELECT h.kind, h.detail FROM history h JOIN child_case c ON c.child_id = h.instance_id WHERE c.parent_id = $1 AND sequence = 2`,
        [parent],
      ),
    ).toEqual([1, 2].map(() => ({ kind: 'ended', detail: { cause: 'terminated' } })));
  });

  it('that were given up while they were beginning end all the same', async () => {
    const parent = await handedIn(1);
    // Whoever begins it has read its row already; the parent's withdrawal is committed before the child is.
    const begun = childCases.tend({ tenant, parent, number: 1 });
    const withdrawn = commands.withdraw(await house.caller('lead'), parent, { comment: '不报了' });
    await Promise.all([begun, withdrawn]);
    await deliver();
    expect([['withdrawn'], [null]]).toContainEqual(await standings(parent));
  });

  it('whose messages are lost are made up for', async () => {
    const parent = await handedIn(2);
    await house.rows('DELETE FROM outbox');
    expect(await childCases.tendMissed()).toBe(0);
    house.clock.advance(10 * 60_000);
    expect(await childCases.tendMissed()).toBe(2);
    expect(await standings(parent)).toEqual(['review', 'review']);
    await decideChild(parent, 1, 'approve');
    await house.rows('DELETE FROM outbox');
    house.clock.advance(10 * 60_000);
    await childCases.tendMissed();
    expect(await standing(parent)).toEqual(['dean']);
  });

  it('withdrawn by themselves count as not passed', async () => {
    const parent = await handedIn(1);
    await deliver();
    const [child] = await childrenOf(parent);
    done(await commands.withdraw(await house.caller('lead'), child?.id ?? '', { comment: '不报了' }));
    await deliver();
    expect(await standing(parent)).toEqual(['failed']);
  });

  it('cannot be begun by a person', async () => {
    const before = await digests(dataSource);
    expect(await house.start('lead', batchLine.key, { certificate: '自行', students: 1 })).toMatchObject({ code: 'start.not-allowed' });
    expect(await digests(dataSource)).toEqual(before);
  });
});

describe('a child case that cannot begin', () => {
  const open = async (parent: string) => (await incidents.open(tenant, [''])).filter(({ instance_id }) => instance_id === parent);

  it('is an incident of its parent that says why, and begins when an operator has it tried again', async () => {
    const taken = lines(1);
    const other = await handedIn(1, batch.key, taken);
    await deliver();
    const parent = await handedIn(2, batch.key, [...taken, ...lines(1)]);
    await deliver(2);
    const [incident] = await open(parent);
    expect(incident).toMatchObject({ step: 'lines', code: 'child-failed', detail: 'case.duplicate' });
    expect(await standings(parent)).toEqual([null, 'review']);
    expect(await instances.read(await house.caller('lead'), parent)).toMatchObject({ children: [{ isHeld: true }, { isHeld: false }] });
    const administrator = await house.caller('administrator');
    done(await commands.retryIncident(administrator, incident?.id ?? ''));
    await deliver();
    expect(await open(parent)).toMatchObject([{ detail: 'case.duplicate' }]);
    await decideChild(other, 1, 'reject');
    const [again] = await open(parent);
    done(await commands.retryIncident(administrator, again?.id ?? ''));
    await deliver();
    expect(await open(parent)).toEqual([]);
    expect(await standings(parent)).toEqual(['review', 'review']);
    expect(await commands.retryIncident(administrator, again?.id ?? '')).toMatchObject({ code: 'retry.not-held' });
    expect(await commands.retryIncident(await house.caller('lead'), again?.id ?? '')).toMatchObject({ code: 'permission.missing' });
  });

  it('because nobody has published its definition', async () => {
    const parent = await handedIn(1, strange.key);
    await deliver();
    expect(await open(parent)).toMatchObject([{ detail: 'definition.unknown' }]);
    done(await commands.withdraw(await house.caller('lead'), parent, { comment: '不报了' }));
    expect(await open(parent)).toEqual([]);
  });
});

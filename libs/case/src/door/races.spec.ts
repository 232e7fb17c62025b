import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { directoryEntities } from '#directory';
import { createDataSource, Database } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, expertAccounts, openHouse } from '../../../../test/support/house.ts';
import { admission, ballot, candidates, countersigning } from '../../../../test/support/house-processes.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import { DefinitionVersionEntity } from '../store/definition.entity.ts';

const definitions = [admission, candidates, countersigning, ballot];
// They take a second where nothing else runs; a machine that is busy may take its time.
const { database, dataSource, url } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions });
const lead = await house.caller('lead');

/** A process of its own: its own pool, caches and door. */
async function processWithPool(poolSize: number) {
  const own = createDataSource({ url, poolSize, applicationName: 'another', entities: [...directoryEntities, DefinitionVersionEntity] });
  await own.initialize();
  afterAll(() => own.destroy());
  return house.anotherProcess(new Database(own), poolSize);
}
const other = await processWithPool(6);
const small = { 4: await processWithPool(4), 2: await processWithPool(2) };

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const decisionsOf = async (instance: string) =>
  (await house.rows<{ person_id: string }>(`SELECT person_id FROM history WHERE instance_id = $1 AND kind = 'decided'`, [instance])).map(
    ({ person_id }) => person_id,
  );

describe.each([2, 30])('of %i experts who decide one task at once', (count) => {
  it('one does, and the others are told that it is closed', async () => {
    const instance = await house.started('lead', candidates.key);
    const callers = await Promise.all(expertAccounts.slice(0, count).map((account) => house.caller(account)));
    const outcomes = await Promise.all(
      callers.map((caller, index) => {
        const { commands } = (index % 2 === 0 ? house : other).cases;
        return commands.decide(caller, `${instance}.1`, { outcome: 'approve', formVersion: 0, comment: caller.account });
      }),
    );
    const winner = callers[outcomes.findIndex(({ kind }) => kind === 'done')];
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'refused').map(({ code }) => code)).toEqual(
      Array.from({ length: count - 1 }, () => 'task.closed'),
    );
    expect(await decisionsOf(instance)).toEqual([winner?.person]);
    expect(await house.rows('SELECT status, decided_by FROM task WHERE instance_id = $1', [instance])).toEqual([
      { status: 'decided', decided_by: winner?.person },
    ]);
  });
});

describe('forty experts', () => {
  it.each([
    ['sign', countersigning.key],
    ['vote', ballot.key],
  ])('%s one step at once, and every one of them counts once', async (_, definition) => {
    const instance = await house.started('lead', definition);
    const voters = await Promise.all(
      expertAccounts.map(async (account) => ({ caller: await house.caller(account), task: await house.task(account, instance) })),
    );
    const records = await Promise.all(
      voters.map(async ({ caller, task }, index) => {
        const { commands } = (index % 2 === 0 ? house : other).cases;
        return done(await commands.decide(caller, task, { outcome: 'approve', formVersion: 0 }));
      }),
    );
    expect(records.filter(({ settled }) => settled === 'approve')).toHaveLength(1);
    expect(records.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(expertAccounts.map((_, index) => index + 2));
    expect((await decisionsOf(instance)).sort()).toEqual(voters.map(({ caller }) => caller.person).sort());
    expect(await house.rows('SELECT is_finished, standing FROM instance WHERE id = $1', [instance])).toEqual([
      { is_finished: true, standing: ['approved'] },
    ]);
  });

  it('write into one form at once: one does, the others are told that it has changed, and all come through in the end', async () => {
    const instance = await house.started('lead', countersigning.key);
    const voters = await Promise.all(
      expertAccounts
        .slice(0, 12)
        .map(async (account) => ({ caller: await house.caller(account), task: await house.task(account, instance) })),
    );
    let waiting = voters;
    for (let version = 0; waiting.length > 0; version += 1) {
      const outcomes = await Promise.all(
        waiting.map(({ caller, task }) =>
          house.cases.commands.decide(caller, task, { outcome: 'approve', formVersion: version, fields: { opinion: caller.account } }),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.kind === 'refused') expect(outcome).toMatchObject({ code: 'form.stale', params: { current: version + 1 } });
      waiting = waiting.filter((_, index) => outcomes[index]?.kind === 'refused');
    }
    expect(await decisionsOf(instance)).toHaveLength(12);
  });
});

it('lets remarks through while others change the form', async () => {
  const instance = await house.started('lead', admission.key, { certificate: '边改边议' });
  const drafts = async () => {
    for (let version = 1; version <= 15; version += 1) {
      done(await house.cases.commands.save(lead, `${instance}.1`, { formVersion: version, fields: { ratio: version / 100 } }));
    }
  };
  const remarks = async (from: number) => {
    for (let number = 1; number <= 15; number += 1)
      done(await other.cases.commands.comment(lead, instance, { comment: `意见 ${from}.${number}` }));
  };
  await Promise.all([drafts(), remarks(1), remarks(2), remarks(3)]);
  expect(
    await house.rows('SELECT kind, count(*)::int AS count FROM history WHERE instance_id = $1 GROUP BY kind ORDER BY kind', [instance]),
  ).toEqual([
    { kind: 'commented', count: 45 },
    { kind: 'saved', count: 15 },
    { kind: 'started', count: 1 },
  ]);
});

it('finds a case that waited for its form’s next version', async () => {
  const instance = await house.started('lead', admission.key, { certificate: '等待表单' });
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM instance WHERE id = $1 FOR UPDATE', [instance]);
  await holder.query(
    `INSERT INTO form_version SELECT tenant, instance_id, 2, fields, written_at, written_by FROM form_version WHERE instance_id = $1`,
    [instance],
  );
  await holder.query(`UPDATE instance SET form_version = 2 WHERE id = $1`, [instance]);
  const remark = house.cases.commands.comment(lead, instance, { comment: '在等' });
  await waitingForLock();
  await holder.commitTransaction();
  await holder.release();
  expect(done(await remark)).toMatchObject({ formVersion: 2, sequence: 2 });
});

/** Until some backend of this database waits for a lock. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
  }
}

describe('many cases at once', () => {
  it.each([4, 2] as const)('pass all their steps on a pool of %i', async (poolSize) => {
    const process = small[poolSize];
    const instances = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        process.started('lead', admission.key, { certificate: `证书 ${poolSize}.${index}`, ratio: 0.9 }),
      ),
    );
    await Promise.all(
      instances.map(async (instance) => {
        done(await process.decide('lead', instance, 'submit'));
        done(await process.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
        for (const account of ['affairs', 'president', 'party']) done(await process.decide(account, instance, 'approve'));
      }),
    );
    expect(
      await house.rows('SELECT standing, count(*)::int AS count FROM instance WHERE id = ANY($1) GROUP BY standing', [instances]),
    ).toEqual([{ standing: ['approved'], count: 20 }]);
  });

  it('of which twenty want the same certificate: one gets it', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? house : other).start('lead', admission.key, { certificate: '唯一', ratio: 0.9 }),
      ),
    );
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.code : 'done')))).toEqual(
      new Set(['done', 'case.duplicate']),
    );
  });
});

it('lets a post that was just taken away decide no more, in a process that had it cached', async () => {
  const [instance, next] = [await house.submitted('换届前'), await house.submitted('换届后')];
  const meeting = await house.caller('meeting');
  const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' } };
  done(await other.cases.commands.decide(meeting, `${instance}.2`, decision));
  await dataSource.query(`UPDATE post_holding SET valid_to = '2024-03-20' WHERE person_id = $1`, [meeting.person]);
  expect(await other.cases.commands.decide(meeting, `${next}.2`, decision)).toMatchObject({ code: 'task.not-yours' });
});

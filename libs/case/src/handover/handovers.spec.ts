import { afterEach, describe, expect, it } from '@jest/globals';
import { isRefused, newId, TransientError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, must, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { TaskCommands } from '../commands/task-commands.ts';
import { HandoverStore } from './handover.store.ts';
import type { Succession } from './handover-preview.ts';
import { Handovers } from './handovers.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const { handovers, handoverPreviews, taskCommands, histories, taskLists } = house.cases;
const idOf = async (account: string) => (await house.caller(account)).person;
const [administrator, affairs] = [await house.caller('administrator'), await house.caller('affairs')];
const [dean, city, party] = [await idOf('dean'), await idOf('city'), await idOf('party')];
const leaver = affairs.person;
let certificates = 0;

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

/** Admissions that wait for academic affairs, in the order of their ids. */
async function waiting(count: number): Promise<string[]> {
  const instances: string[] = [];
  for (let left = count; left > 0; left -= 1) {
    const instance = await house.submitted(`交接 ${(certificates += 1)}`);
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    instances.push(instance);
  }
  return instances;
}

/** Admissions whose task has been given to the leaver personally. */
async function given(count: number): Promise<string[]> {
  const instances = await waiting(count);
  for (const instance of instances)
    done(await taskCommands.transfer(administrator, `${instance}.3`, { to: leaver, comment: '指定经办人' }));
  return instances;
}

const preview = async (succession: Succession) => must(await handoverPreviews.read(administrator, leaver, succession));
const codeOf = (answer: object) => (isRefused(answer) ? answer.code : 'done');
const queueOf = async (account: string) => (await taskLists.inbox(await house.caller(account), { limit: 100 })).items.map(({ id }) => id);

/** Everything that is the leaver's goes to somebody, so that the next test begins with nothing, and a second later. */
async function emptied(): Promise<void> {
  const succession = { successor: party };
  const { expected } = await preview(succession);
  await handovers.handOver(administrator, leaver, { ...succession, comment: '清空', expected, idempotencyKey: newId() });
  house.clock.turnTo(new Date(house.clock.now().getTime() + 1000));
}

describe('a hand-over', () => {
  afterEach(emptied);

  it('is previewed: tasks, claimed tasks, own cases, posts, absences, meetings; and nothing changes', async () => {
    const [mine] = await given(1);
    const [claimed] = await waiting(1);
    done(await taskCommands.claim(affairs, `${claimed}.3`, {}));
    const [open] = await waiting(1);
    await dataSource.query(
      `INSERT INTO absence (tenant, id, person_id, deputy_id, first_day, last_day, entered_by, entered_at)
       VALUES ('anhui', $1, $2, $3, '2024-03-25', '2024-03-26', $2, now())`,
      [newId(), dean, leaver],
    );
    const before = await digests(dataSource);
    const view = await preview({ successor: dean });
    expect(view.tasks).toMatchObject([
      { id: `${mine}.4`, step: { path: 'academicAffairs' }, successor: { id: dean, name: 'dean 同志' } },
      { id: `${claimed}.3`, isClaimed: true },
    ]);
    expect(view.tasks[1]).not.toHaveProperty('successor');
    // What waits for all holders of the post waits for them without the leaver, too.
    expect(view.tasks.map(({ instance }) => instance)).not.toContain(open);
    expect(view).toMatchObject({
      person: { id: leaver, name: 'affairs 同志' },
      possible: 2,
      leftOut: 0,
      elsewhere: 0,
      hasMore: false,
      posts: [{ post: { key: 'academic-affairs' }, organisation: { name: '江淮职业技术学院' }, firstDay: '2024-01-01' }],
      absences: [{ person: { id: dean }, deputy: { id: leaver }, firstDay: '2024-03-25' }],
      meetings: [],
    });
    expect(await digests(dataSource)).toEqual(before);
  });

  it('gives each task to its successor, with who, to whom and why in the case’s own history', async () => {
    const [one, other, special] = (await given(3)) as [string, string, string];
    const [claimed] = await waiting(1);
    done(await taskCommands.claim(affairs, `${claimed}.3`, {}));
    const succession = { successor: dean, byDefinition: { [admission.key]: city }, byTask: { [`${special}.4`]: party } };
    const { expected } = await preview(succession);
    const request = { ...succession, comment: '调离', expected, idempotencyKey: 'leaving' };
    const report = must(await handovers.handOver(administrator, leaver, request));
    expect(report).toMatchObject({ handed: 4, leftOut: 0, comment: '调离', handedBy: { id: administrator.person } });
    const successors = Object.fromEntries(report.tasks.map(({ task, successor }) => [task, successor?.id]));
    expect(successors).toEqual({ [`${one}.4`]: city, [`${other}.4`]: city, [`${special}.4`]: party, [`${claimed}.3`]: undefined });
    expect(await queueOf('city')).toEqual(expect.arrayContaining([`${one}.5`, `${other}.5`]));
    expect(await queueOf('party')).toContain(`${special}.5`);
    expect(await queueOf('lead-and-affairs')).toContain(`${claimed}.3`);
    expect((await histories.read(administrator, one))?.at(-1)).toMatchObject({
      kind: 'transferred',
      by: { id: administrator.person },
      people: [{ id: city }],
      comment: '调离',
    });
    expect((await preview({ successor: dean })).tasks).toEqual([]);
    done(await house.decide('city', one, 'approve'));
    expect(await handovers.read(administrator, leaver, report.id)).toEqual(report);
    expect(await handovers.list(administrator, leaver)).toContainEqual(expect.objectContaining({ id: report.id, comment: '调离' }));
  });

  it('leaves out what its successor may not have, and says why', async () => {
    const [one, recused] = (await given(2)) as [string, string];
    done(await taskCommands.recuse(await house.caller('meeting'), recused, { comment: '亲属' }));
    const lead = await idOf('lead');
    const meeting = await idOf('meeting');
    const succession = { successor: lead, byTask: { [`${recused}.4`]: meeting } };
    const view = await preview(succession);
    expect(view.tasks.map(({ refusal }) => refusal?.code)).toEqual(['assignee.applicant', 'assignee.recused']);
    const report = must(
      await handovers.handOver(administrator, leaver, { ...succession, comment: '调离', expected: view.expected, idempotencyKey: 'odd' }),
    );
    expect([report.handed, report.leftOut]).toEqual([0, 2]);
    expect(report.tasks.map(({ refusal }) => refusal?.code)).toEqual(['assignee.applicant', 'assignee.recused']);
    expect(await queueOf('affairs')).toEqual(expect.arrayContaining([`${one}.4`, `${recused}.4`]));
  });

  it('gives a case that somebody applied for, and that waits for them, to a colleague', async () => {
    const secondLead = await house.caller('second-lead');
    const instance = await house.started('second-lead', admission.key, { certificate: '未完', ratio: 0.9 });
    const lead = await idOf('lead');
    const view = must(await handoverPreviews.read(administrator, secondLead.person, { successor: lead }));
    expect(view.tasks).toMatchObject([{ id: `${instance}.1`, isOwnCase: true }]);
    const report = await handovers.handOver(administrator, secondLead.person, {
      successor: lead,
      comment: '调离',
      expected: view.expected,
    });
    expect(must(report)).toMatchObject({ handed: 1 });
    done(await house.decide('lead', instance, 'submit'));
  });

  it('is done once, though it is sent twice at once and again later', async () => {
    const instances = await given(4);
    const succession = { successor: dean };
    const { expected } = await preview(succession);
    const request = { ...succession, comment: '调离', expected };
    const [one, other] = await Promise.all([
      handovers.handOver(administrator, leaver, request),
      handovers.handOver(administrator, leaver, request),
    ]);
    expect(must(one).handed).toBe(4);
    expect(other).toEqual(one);
    const before = await digests(dataSource);
    expect(await handovers.handOver(administrator, leaver, request)).toEqual(one);
    expect(await digests(dataSource)).toEqual(before);
    const [count] = await house.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM history WHERE kind = 'transferred' AND comment = '调离' AND instance_id = ANY ($1)`,
      [instances],
    );
    expect(count).toEqual({ count: 4 });
  });

  it('is carried on with as it was planned, where a process was killed half way', async () => {
    const instances = await given(5);
    let calls = 0;
    const transfer: TaskCommands['transfer'] = async (...request) => {
      calls += 1;
      if (calls > 2) throw new TransientError('gone');
      return taskCommands.transfer(...request);
    };
    const shaken = new Handovers({
      previews: handoverPreviews,
      store: new HandoverStore(database),
      taskCommands: { transfer, release: (...request) => taskCommands.release(...request) },
      clock: house.clock,
      atOnce: 1,
    });
    const succession = { successor: dean };
    const { expected } = await preview(succession);
    const request = { ...succession, comment: '调离', expected, idempotencyKey: 'killed' };
    await expect(shaken.handOver(administrator, leaver, request)).rejects.toThrow(TransientError);
    const [unfinished] = (await handovers.list(administrator, leaver)) as { id: string }[];
    expect(unfinished).not.toHaveProperty('finishedAt');
    // What came to the leaver meanwhile was not agreed to.
    const [late] = await given(1);
    expect(must(await handovers.handOver(administrator, leaver, request))).toMatchObject({ id: unfinished?.id, handed: 5 });
    expect(await queueOf('dean')).toEqual(expect.arrayContaining(instances.map((instance) => `${instance}.5`)));
    expect(await queueOf('affairs')).toContain(`${late}.4`);
  });
});

describe('a hand-over is refused, and no row changes', () => {
  const refused = async (work: () => Promise<object>, code: string) => {
    const before = await digests(dataSource);
    expect(codeOf(await work())).toBe(code);
    expect(await digests(dataSource)).toEqual(before);
  };

  it('to others, of nobody, to nobody, to the person, unconfirmed, without a reason, with another’s key', async () => {
    const [instance] = await given(1);
    const succession = { successor: dean };
    const { expected } = await preview(succession);
    const request = { ...succession, comment: '调离', expected };
    await refused(() => handovers.handOver(affairs, leaver, request), 'permission.missing');
    await refused(() => handoverPreviews.read(affairs, leaver, succession), 'permission.missing');
    await refused(() => handovers.handOver(administrator, newId(), request), 'handover.person-unknown');
    await refused(() => handovers.handOver(administrator, 'none', request), 'handover.person-unknown');
    await refused(() => handoverPreviews.read(administrator, leaver, { successor: newId() }), 'handover.successor-unknown');
    await refused(
      () => handovers.handOver(administrator, leaver, { ...request, byTask: { [`${instance}.4`]: leaver } }),
      'handover.successor-same',
    );
    await refused(() => handovers.handOver(administrator, leaver, { ...succession, comment: '调离' }), 'handover.unconfirmed');
    await refused(() => handovers.handOver(administrator, leaver, { ...request, comment: '  ' }), 'comment.required');
    await refused(() => handovers.read(administrator, leaver, newId()), 'handover.unknown');
    must(await handovers.handOver(administrator, leaver, { ...request, idempotencyKey: 'mine' }));
    await refused(
      () => handovers.handOver(administrator, leaver, { ...request, successor: city, idempotencyKey: 'mine' }),
      'idempotency.key-reused',
    );
  });

  it('when there is something else to hand over by now, with the difference', async () => {
    await given(1);
    const succession = { successor: dean };
    const { expected } = await preview(succession);
    const [another] = await given(1);
    const before = await digests(dataSource);
    const answer = await handovers.handOver(administrator, leaver, { ...succession, comment: '调离', expected });
    expect(answer).toMatchObject({ code: 'handover.outdated', difference: { parts: ['tasks', 'outcomes'] } });
    if (!('difference' in answer)) throw new Error('no difference');
    expect(answer.difference.now.tasks.map(({ id }) => id)).toContain(`${another}.4`);
    expect(await digests(dataSource)).toEqual(before);
    expect(
      must(await handovers.handOver(administrator, leaver, { ...succession, comment: '调离', expected: answer.difference.now.expected }))
        .handed,
    ).toBe(2);
  });
});

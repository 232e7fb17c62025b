import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { beginning, done, openHouse, tenant } from '../../../../test/support/house.ts';
import { admission, candidates } from '../../../../test/support/house-processes.ts';
import { relayNews } from '../../../../test/support/relayed-news.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import type { CountedPage } from './counted.ts';
import type { InboxRequest } from './task-lists.query.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates] });
const { taskLists, started } = house.cases;
const dean = await house.caller('dean');
const province = await house.organisation('province');
const nobody = '00000000-0000-4000-8000-000000000000';
const instant = (minutes: number) => new Date(Date.parse(beginning) + minutes * 60_000);

/** Which cases the made-up tasks below belong to: department, school and city in one line, and a school in another city. */
const places = ['information', 'jianghuai', 'hefei', 'wanjiang'];
const definitions = ['certificate-admission', 'hours'];

/** Sixty open tasks of one person: six at each due time, six without one, in every process, step and place. */
beforeAll(async () => {
  for (const [index, code] of places.entries()) {
    await dataSource.query(
      `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, organisation_path, title_zh,
         status, opened_at, due_at, limit_at)
       SELECT $1, ('00000000-0000-7000-8000-' || lpad(((n * 7) % 60)::text, 12, '0'))::uuid, 1, 'step' || n % 3, 1, 'person:' || $2,
         (ARRAY['certificate-admission', 'hours'])[n % 2 + 1], 1, o.path, 'Task ' || n, 'open', $3::timestamptz + n / 5 * interval '1 minute',
         CASE WHEN n % 10 > 0 THEN $3::timestamptz + n % 10 * interval '1 hour' END,
         CASE WHEN n % 4 > 0 THEN $3::timestamptz + n % 7 * interval '1 hour' END
       FROM organisation o, generate_series(0, 59) AS n WHERE o.tenant = $1 AND o.code = $4 AND n % ${places.length} = $5`,
      [tenant, dean.person, beginning, code, index],
    );
  }
});

interface Row {
  readonly id: string;
  readonly definition: string;
  readonly step: string;
  readonly code: string;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly limit_at: Date | null;
}
const all = () =>
  house.rows<Row>(
    `SELECT t.instance_id || '.' || t.number AS id, t.definition_key AS definition, t.step, o.code, t.opened_at, t.due_at, t.limit_at
     FROM task t JOIN organisation o ON o.path = t.organisation_path WHERE t.assignee = $1`,
    [`person:${dean.person}`],
  );

const byOpening = (one: Row, other: Row) => one.opened_at.getTime() - other.opened_at.getTime() || (one.id < other.id ? -1 : 1);
const dueTime = ({ due_at }: Row) => due_at?.getTime() ?? Number.MAX_SAFE_INTEGER;
const byDue = (one: Row, other: Row) => dueTime(one) - dueTime(other) || (one.id < other.id ? -1 : 1);
const slack = (row: Row) => Math.min(dueTime(row), row.limit_at?.getTime() ?? Number.MAX_SAFE_INTEGER);
const bySlack = (one: Row, other: Row) => slack(one) - slack(other) || (one.id < other.id ? -1 : 1);

async function walk(request: Omit<InboxRequest, 'limit'>, limit: number): Promise<string[]> {
  const ids: string[] = [];
  const totals = new Set<number>();
  for (let after: string | undefined; ; ) {
    const { items, next, total } = await taskLists.inbox(dean, { ...request, limit, after });
    ids.push(...items.map(({ id }) => id));
    totals.add(total);
    if (next === undefined) break;
    after = next;
  }
  expect([...totals]).toEqual([ids.length]);
  return ids;
}

describe('the inbox, narrowed', () => {
  const filters: { name: string; request: () => Promise<Partial<InboxRequest>>; keeps: (row: Row) => boolean }[] = [
    { name: 'nothing', request: async () => ({}), keeps: () => true },
    ...definitions.map((definition) => ({
      name: `the process ${definition}`,
      request: async () => ({ definition }),
      keeps: (row: Row) => row.definition === definition,
    })),
    { name: 'a step', request: async () => ({ step: 'step2' }), keeps: ({ step }) => step === 'step2' },
    { name: 'the whole province', request: async () => ({ organisation: province }), keeps: () => true },
    {
      name: 'a city',
      request: async () => ({ organisation: await house.organisation('hefei') }),
      keeps: ({ code }) => ['hefei', 'jianghuai', 'information'].includes(code),
    },
    {
      name: 'a department',
      request: async () => ({ organisation: await house.organisation('information') }),
      keeps: ({ code }) => code === 'information',
    },
    { name: 'an organisation that is not there', request: async () => ({ organisation: nobody }), keeps: () => false },
    { name: 'what is due by an instant', request: async () => ({ dueUntil: instant(180) }), keeps: (row) => dueTime(row) <= +instant(180) },
    {
      name: 'what is due a moment sooner',
      request: async () => ({ dueUntil: new Date(+instant(180) - 1) }),
      keeps: (row) => dueTime(row) < +instant(180),
    },
    {
      name: 'everything at once',
      request: async () => ({
        definition: 'hours',
        step: 'step1',
        organisation: await house.organisation('hefei'),
        dueUntil: instant(420),
      }),
      keeps: (row) => row.definition === 'hours' && row.step === 'step1' && row.code !== 'wanjiang' && dueTime(row) <= +instant(420),
    },
  ];
  const orders = [
    { order: 'opened', compare: byOpening },
    { order: 'due', compare: byDue },
    { order: 'slack', compare: bySlack },
  ] as const;

  describe.each(orders)('and by $order', ({ order, compare }) => {
    it.each(filters)('to $name has every task once, in order, and counts them', async ({ request, keeps }) => {
      const expected = (await all())
        .filter(keeps)
        .sort(compare)
        .map(({ id }) => id);
      for (const limit of [1, 4, 7, 100]) expect(await walk({ ...(await request()), order }, limit)).toEqual(expected);
    });
  });

  it('to what is overdue follows the clock', async () => {
    const overdue = async () => (await taskLists.inbox(dean, { limit: 100, isOverdue: true, order: 'due' })).total;
    expect(await overdue()).toBe(0);
    house.clock.turnTo(instant(119));
    expect(await overdue()).toBe(6);
    house.clock.turnTo(instant(120));
    expect(await overdue()).toBe(12);
    expect((await taskLists.inbox(dean, { limit: 1, isOverdue: true, dueUntil: instant(60) })).total).toBe(6);
    expect((await taskLists.inbox(dean, { limit: 1, isOverdue: true, dueUntil: instant(600) })).total).toBe(12);
  });

  it('takes no cursor of another order', async () => {
    const { next } = await taskLists.inbox(dean, { limit: 2, order: 'due' });
    await expect(taskLists.inbox(dean, { limit: 2, after: next })).rejects.toMatchObject({ refusal: { code: 'page.cursor-invalid' } });
    expect((await taskLists.inbox(dean, { limit: 2, order: 'due', after: next })).items).toHaveLength(2);
  });

  it('has a task once for somebody who holds the same post twice', async () => {
    const instance = await house.submitted('同岗');
    const meeting = await house.caller('meeting');
    const twice = { ...meeting, posts: [...meeting.posts, ...meeting.posts] };
    expect(await taskLists.inbox(twice, { limit: 10 })).toMatchObject({ items: [{ instance }], total: 1 });
  });
});

describe('the inbox by slack', () => {
  it('puts first what its case does not wait for, and forgets a limit that has passed', async () => {
    const account = 'meeting';
    const instance = await house.submitted('余裕');
    const task = async () =>
      (await taskLists.inbox(await house.caller(account), { limit: 100 })).items.find((each) => each.instance === instance);
    const [{ due_at: limit } = { due_at: new Date(0) }] = await house.rows<{ due_at: Date }>(
      'SELECT due_at FROM timer WHERE instance_id = $1 ORDER BY due_at LIMIT 1',
      [instance],
    );
    // The department's meeting has five days; after three the case tells the dean.
    expect(await task()).toMatchObject({ limitAt: limit.toISOString() });
    expect(+limit).toBeLessThan(Date.parse((await task())?.dueAt ?? ''));
    house.clock.turnTo(limit);
    expect(await house.cases.systemCommands.fireTimer(tenant, instance, 1)).toMatchObject({ kind: 'accepted' });
    expect(await task()).toEqual(expect.not.objectContaining({ limitAt: expect.anything() }));
    expect(await contradictions(dataSource)).toEqual([]);
  });
});

describe('the inbox, searched', () => {
  it('has what waits through one post alone, and what fits by number, title, school or pinyin', async () => {
    const [network, finance] = [await house.submitted('网络工程'), await house.submitted('财务管理')];
    await relayNews(house);
    while ((await house.cases.searchStore.read(50)) > 0) continue;
    const meeting = await house.caller('meeting');
    const found = async (request: Partial<InboxRequest>) => {
      const { items, total } = await taskLists.inbox(meeting, { limit: 100, ...request });
      expect(total).toBe(items.length);
      return items.map(({ instance }) => instance);
    };
    const all = await found({});
    const [post] = meeting.posts;
    expect(await found({ through: `${post?.post}@${post?.organisation}` })).toEqual(all);
    expect(await found({ through: 'own' })).toEqual([]);
    expect(await found({ through: `${post?.post}@${nobody}` })).toEqual([]);
    const number = (await taskLists.inbox(meeting, { limit: 100 })).items.find(({ instance }) => instance === finance)?.number;
    expect(await found({ query: `#${number}#` })).toEqual([finance]);
    for (const query of ['网络', 'wlgc', '江淮 网络']) expect(await found({ query })).toEqual([network]);
    expect(await found({ query: '网络', definition: 'hours' })).toEqual([]);
    // Too little to say anything.
    expect(await found({ query: '网' })).toEqual(all);
  });
});

describe('the other lists, narrowed', () => {
  it('to a process, a step and an organisation', async () => {
    const mine = await house.submitted('筛选');
    const other = await house.started('lead', candidates.key);
    const lead = await house.caller('lead');
    const decided = async (filters: object) =>
      (await taskLists.decided(lead, { limit: 100, ...filters })).items.map(({ instance }) => instance);
    const begun = async (filters: object) => (await started.list(lead, { limit: 100, ...filters })).items.map(({ id }) => id);
    const [here, elsewhere] = [await house.organisation('jianghuai'), await house.organisation('wanjiang')];

    expect(await decided({ definition: admission.key, step: 'draft', organisation: here })).toContain(mine);
    expect(await decided({ step: 'jointMeeting' })).toEqual([]);
    expect(await decided({ definition: candidates.key })).toEqual([]);
    expect(await decided({ organisation: elsewhere })).toEqual([]);

    expect(await begun({ definition: candidates.key })).toEqual([other]);
    // Where it stands now, not where it has been.
    expect(await begun({ step: 'jointMeeting', organisation: here })).toContain(mine);
    expect(await begun({ step: 'draft' })).toEqual([]);
    expect(await begun({ organisation: elsewhere })).toEqual([]);
    done(await house.decide('meeting', mine, 'approve', { fields: { minutes: '同意' } }));
    expect(await begun({ step: 'jointMeeting' })).not.toContain(mine);
  });

  it('to what fits a search and came through one post, each counted as long as it is', async () => {
    const [network, finance] = [await house.submitted('网络搭建'), await house.submitted('财务核算')];
    await relayNews(house);
    while ((await house.cases.searchStore.read(50)) > 0) continue;
    const [lead, meeting, president] = [await house.caller('lead'), await house.caller('meeting'), await house.caller('president')];
    for (const instance of [network, finance]) {
      done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
      done(await house.cases.copies.copy(lead, instance, { to: [{ person: president.person }] }));
    }
    const [post] = meeting.posts;
    const through = `${post?.post}@${post?.organisation}`;
    const counted = async (list: Promise<CountedPage<object>>, instanceOf: (item: never) => string) => {
      const { items, total, isTotalExact } = await list;
      expect([total, isTotalExact]).toEqual([items.length, true]);
      return items.map((item) => instanceOf(item as never));
    };
    const ofTask = ({ instance }: { readonly instance: string }) => instance;
    const ofCase = ({ id }: { readonly id: string }) => id;
    const decided = (filters: object) => counted(taskLists.decided(meeting, { limit: 100, ...filters }), ofTask);
    const begun = (filters: object) => counted(started.list(lead, { limit: 100, ...filters }), ofCase);
    const copies = (filters: object) => counted(house.cases.copied.list(president, { limit: 100, ...filters }), ofCase);

    for (const list of [decided, begun, copies]) {
      for (const query of ['网络搭', 'wldj', '江淮 网络搭']) expect(await list({ query })).toEqual([network]);
      expect(await list({ query: '网络搭', definition: candidates.key })).toEqual([]);
      expect(await list({ definition: admission.key })).toEqual(expect.arrayContaining([network, finance]));
      expect(await list({ step: 'nowhere' })).toEqual([]);
    }
    expect(await decided({ through })).toEqual(await decided({}));
    expect(await decided({ through: 'own' })).toEqual([]);
    expect(await copies({ through: 'own' })).toEqual([finance, network]);
    expect(await copies({ through })).toEqual([]);
    // The count is of all, however short the page; and of none, where there is none.
    expect(await house.cases.copied.list(president, { limit: 1 })).toMatchObject({ items: [{ id: finance }], total: 2 });
    expect(await taskLists.decided(meeting, { limit: 1, query: '核算' })).toMatchObject({
      items: [{ instance: finance, place: { name: expect.stringContaining('江淮') }, post: { key: post?.post } }],
      total: 1,
    });
    expect(await started.list(lead, { limit: 10, query: '没有这件' })).toEqual({ items: [], total: 0, isTotalExact: true });
  });
});

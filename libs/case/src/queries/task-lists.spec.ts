import { beforeAll, describe, expect, it } from '@jest/globals';
import { RefusedError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { beginning, done, expertAccounts, openHouse, tenant } from '../../../../test/support/house.ts';
import { admission, candidates, countersigning } from '../../../../test/support/house-processes.ts';
import { countLimit } from './counted.ts';
import { cursorText, type Page, type PageRequest } from './page.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates, countersigning] });
const { taskLists, started } = house.cases;
const [lead, expert, other] = [await house.caller('lead'), await house.caller('expert-1'), await house.caller('other-meeting')];
const instances: string[] = [];

/** Twelve cases in groups that began at the same instant, three in each. */
beforeAll(async () => {
  for (let number = 0; number < 12; number += 1) {
    if (number % 3 === 0) house.clock.advance(60_000);
    instances.push(await house.started('lead', candidates.key));
  }
});

/** All pages of a list, one after another. */
async function walk<Item>(list: (request: PageRequest) => Promise<Page<Item>>, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  let after: string | undefined;
  do {
    const page = await list({ limit, after });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return items;
}
const limits = Array.from({ length: 14 }, (_, index) => index + 1);

describe('the inbox', () => {
  it('shows a task by the post it is addressed to, with its titles', async () => {
    const { items, total } = await taskLists.inbox(expert, { limit: 1 });
    expect(total).toBe(12);
    const [first] = instances.slice(0, 3).sort();
    expect(items).toEqual([
      {
        id: `${first}.1`,
        instance: first,
        title: { zh: '示例流程' },
        definition: { key: 'candidates', version: 1, title: { zh: '示例流程' } },
        step: { path: 'experts', title: { zh: '专家组' } },
        openedAt: new Date(Date.parse(beginning) + 60_000).toISOString(),
        number: expect.stringMatching(/^\d+$/),
        place: { id: await house.organisation('jianghuai'), name: expect.any(String) },
        post: { key: 'expert-group', title: { zh: '校内专家组', en: '校内专家组' } },
      },
    ]);
  });

  it('shows a task by the person it is addressed to, and nobody else’s', async () => {
    const instance = await house.started('second-lead', admission.key, { certificate: '我的草稿', ratio: 0.9 });
    const secondLead = await house.caller('second-lead');
    expect((await taskLists.inbox(secondLead, { limit: 10 })).items.map((task) => task.id)).toEqual([`${instance}.1`]);
    expect((await taskLists.inbox(lead, { limit: 10 })).items).toEqual([]);
    done(await house.decide('second-lead', instance, 'submit'));
    expect((await taskLists.inbox(secondLead, { limit: 10 })).items).toEqual([]);
    const due = await taskLists.inbox(await house.caller('meeting'), { limit: 10 });
    expect(due.items).toMatchObject([{ instance, dueAt: expect.any(String), title: { zh: '我的草稿准入', en: 'Admission of 我的草稿' } }]);
    expect(await taskLists.inbox(other, { limit: 10 })).toEqual({ items: [], total: 0, isTotalExact: true });
  });

  it.each(limits)('read %i at a time has every task once and in the same order', async (limit) => {
    const whole = await taskLists.inbox(expert, { limit: 100 });
    expect(whole.next).toBeUndefined();
    expect(await walk((request) => taskLists.inbox(expert, request), limit)).toEqual(whole.items);
    expect(new Set(whole.items.map(({ instance }) => instance))).toEqual(new Set(instances));
    expect(whole.items.map(({ openedAt }) => openedAt)).toEqual(whole.items.map(({ openedAt }) => openedAt).sort());
  });

  it('says how many there are in all on every page, also on one behind the last', async () => {
    const behind = cursorText({ order: 'opened', at: '2030-01-01T00:00:00.000Z', instance: instances[0] ?? '', number: 1 });
    expect(await taskLists.inbox(expert, { limit: 5, after: behind })).toEqual({ items: [], total: 12, isTotalExact: true });
  });

  it('loses nothing to what is decided between two pages', async () => {
    const first = await taskLists.inbox(expert, { limit: 4 });
    const decided = first.items[0]?.instance ?? '';
    done(await house.decide('expert-2', decided, 'approve'));
    const rest = await walk(({ limit, after }) => taskLists.inbox(expert, { limit, after: after ?? first.next }), 3);
    expect([...first.items, ...rest].map(({ instance }) => instance)).toHaveLength(12);
    instances.splice(instances.indexOf(decided), 1);
  });

  it('leaves out the task that an applicant may not decide on their own case', async () => {
    const instance = await house.started('lead-and-affairs', admission.key, { certificate: '自审', ratio: 0.9 });
    done(await house.decide('lead-and-affairs', instance, 'submit'));
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    expect((await taskLists.inbox(await house.caller('affairs'), { limit: 10 })).items).toMatchObject([{ instance }]);
    expect(await taskLists.inbox(await house.caller('lead-and-affairs'), { limit: 10 })).toEqual({
      items: [],
      total: 0,
      isTotalExact: true,
    });
  });

  it('stops counting at a thousand', async () => {
    const { person } = await house.caller('dean');
    await dataSource.query(
      `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, title_zh, status, opened_at)
       SELECT $1, gen_random_uuid(), 1, 'experts', 1, 'person:' || $2, 'candidates', 1, '很多', 'open', now() FROM generate_series(1, ${countLimit + 5})`,
      [tenant, person],
    );
    const inbox = await taskLists.inbox(await house.caller('dean'), { limit: 3 });
    expect([inbox.total, inbox.isTotalExact, inbox.items.length]).toEqual([countLimit, false, 3]);
  });
});

describe('the list of what one decided', () => {
  it.each([1, 2, 3, 5, 7, 40])('read %i at a time has everything once, the latest first', async (limit) => {
    const account = expertAccounts[limit - 1] ?? '';
    const caller = await house.caller(account);
    for (let number = 0; number < 7; number += 1) {
      if (number % 3 === 0) house.clock.advance(1000);
      done(
        await house.decide(account, await house.started('lead', candidates.key), number % 2 === 0 ? 'approve' : 'reject', {
          comment: '已阅',
        }),
      );
    }
    const items = await walk((request) => taskLists.decided(caller, request), limit);
    expect(items).toEqual((await taskLists.decided(caller, { limit: 100 })).items);
    const own = items.slice(0, 7);
    expect(own.map(({ outcome }) => outcome).sort()).toEqual(['approve', 'approve', 'approve', 'approve', 'reject', 'reject', 'reject']);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.map(({ decidedAt }) => decidedAt)).toEqual(
      items
        .map(({ decidedAt }) => decidedAt)
        .sort()
        .reverse(),
    );
  });

  it('has only what was decided by oneself', async () => {
    expect(await taskLists.decided(lead, { limit: 10 })).toEqual({ items: [], total: 0, isTotalExact: true });
  });
});

describe('the list of what one started', () => {
  it.each(limits)('read %i at a time has every case once, the latest first', async (limit) => {
    const items = await walk((request) => started.list(lead, request), limit);
    expect(items.map(({ id }) => id)).toEqual(
      (
        await house.rows<{ id: string }>('SELECT id FROM instance WHERE applicant = $1 ORDER BY started_at DESC, id DESC', [lead.person])
      ).map(({ id }) => id),
    );
  });

  it('says where each case stands', async () => {
    const instance = await house.submitted('已提交');
    const page = await started.list(lead, { limit: 100 });
    expect(page.items.find(({ id }) => id === instance)).toMatchObject({
      number: expect.stringMatching(/^\d+$/),
      title: { zh: '已提交准入', en: 'Admission of 已提交' },
      definition: { key: 'certificate-admission', version: 1, title: { zh: '证书准入', en: 'Certificate admission' } },
      states: [{ path: 'jointMeeting', title: { zh: '系党政联席会论证' } }],
      isFinished: false,
    });
    expect(await started.list(other, { limit: 10 })).toEqual({ items: [], total: 0, isTotalExact: true });
  });
});

describe('a cursor', () => {
  const place = '00000000-0000-7000-8000-000000000000';
  const placed = (at: string, order = 'opened') => Buffer.from(`${order}_${at}_${place}_1`).toString('base64url');
  const broken = [
    '',
    'x',
    '%00',
    Buffer.from(`' OR 1=1 --`).toString('base64url'),
    Buffer.from(`opened_2024-03-22T01:00:00.000Z_${place}`).toString('base64url'),
    // The form of before, which did not say what it is sorted by.
    Buffer.from(`2024-03-22T01:00:00.000Z_${place}_1`).toString('base64url'),
    placed('infinity'),
    placed('2024-03-22T01:00:00.000Z', 'closed'),
    Buffer.from(`opened_2024-03-22T01:00:00.000Z_${'-'.repeat(36)}_1`).toString('base64url'),
    Buffer.from(`opened_2024-03-22T01:00:00.000Z_${place}_9999999999`).toString('base64url'),
    placed('2024-02-31T01:00:00.000Z'),
    placed('2024-13-01T01:00:00.000Z'),
    placed('2024-03-01T24:00:00.000Z'),
    placed('0000-01-01T00:00:00.000Z'),
  ];
  it.each(broken)('that is not one of ours is refused by every list: "%s"', async (after) => {
    for (const list of [
      taskLists.inbox(expert, { limit: 5, after }),
      taskLists.decided(expert, { limit: 5, after }),
      started.list(lead, { limit: 5, after }),
    ]) {
      const error = await list.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(RefusedError);
      expect((error as RefusedError).refusal).toEqual({ kind: 'refused', code: 'page.cursor-invalid' });
    }
  });
});

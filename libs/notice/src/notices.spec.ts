import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { directoryEntities, personKey, postHolderKey } from '#directory';
import { createDataSource, Database, newId, TurnedClock } from '#platform';
import { copiedDatabase } from '../../../test/support/copied-database.ts';
import { Notices } from './notices.ts';
import { AnnouncementStore } from './store/announcement.store.ts';
import { noticeEntities } from './store/notice.entity.ts';
import { NoticeStore } from './store/notice.store.ts';

const dataSource = createDataSource({
  url: await copiedDatabase(),
  poolSize: 4,
  applicationName: 'test',
  entities: [...directoryEntities, ...noticeEntities],
});
await dataSource.initialize();
afterAll(() => dataSource.destroy());
const database = new Database(dataSource);

const tenant = 'anhui';
/** Half past midnight of the 23rd in Shanghai, while it is still the 22nd in UTC. */
const midnight = '2024-03-22T16:30:00Z';
const clock = new TurnedClock(new Date(midnight));
const notices = new Notices(new AnnouncementStore(database), new NoticeStore(database), clock);

let school: string;
let instance: string;

beforeEach(async () => {
  await dataSource.query('TRUNCATE notice, task, post_holding, person, organisation CASCADE');
  clock.turnTo(midnight);
  instance = newId();
  school = await organisation();
});

async function organisation(): Promise<string> {
  const id = newId();
  await dataSource.query(
    `INSERT INTO organisation (tenant, id, kind, type, name, path) VALUES ($1, $2::uuid, 'school', 'school', '学校', $2 || '/')`,
    [tenant, id],
  );
  return id;
}

async function person(): Promise<string> {
  const id = newId();
  await dataSource.query(`INSERT INTO person (tenant, id, account, name) VALUES ($1, $2::uuid, $2, '某人')`, [tenant, id]);
  return id;
}

async function hold(holder: string, post: string, { at = school, from = '2024-01-01', to = null as string | null } = {}): Promise<void> {
  await dataSource.query(
    `INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [tenant, newId(), holder, post, at, from, to],
  );
}

async function holder(post: string, holding?: { at?: string; from?: string; to?: string }): Promise<string> {
  const id = await person();
  await hold(id, post, holding);
  return id;
}

async function open(number: number, assignee: string, { excluded = null as string | null, status = 'open' } = {}): Promise<void> {
  await dataSource.query(
    `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, excluded, definition_key, definition_version,
       title_zh, title_en, status, opened_at)
     VALUES ($1, $2, $3, 'review', 1, $4, $5, 'admission', 1, '证书准入', 'Certificate admission', $6, $7)`,
    [tenant, instance, number, assignee, excluded, status, clock.now()],
  );
}

const announceTasks = (...tasks: number[]) => notices.announceTasks(tenant, [{ instance, tasks }]);

const told = async (): Promise<string[]> =>
  (await dataSource.query<{ person_id: string }[]>('SELECT person_id FROM notice')).map(({ person_id }) => person_id).sort();

describe('Announcing tasks', () => {
  it('tells everybody who holds the post', async () => {
    const holders = [await holder('reviewer'), await holder('reviewer')];
    await holder('dean');
    await holder('reviewer', { at: await organisation() });
    await open(1, postHolderKey('reviewer', school));
    expect(await announceTasks(1)).toBe(2);
    expect(await told()).toEqual(holders.sort());
    const [first = ''] = holders;
    expect(await notices.inbox({ tenant, person: first })).toEqual({
      unread: 1,
      notices: [
        {
          id: expect.any(String),
          kind: 'task-opened',
          title: { zh: '证书准入', en: 'Certificate admission' },
          instance,
          task: 1,
          createdAt: clock.now().toISOString(),
          readAt: null,
        },
      ],
    });
  });

  it('tells the person a task is addressed to', async () => {
    const addressee = await person();
    await open(1, personKey(addressee));
    await announceTasks(1);
    expect(await told()).toEqual([addressee]);
  });

  it('goes by the business day: from the first day of a holding to its last, in Shanghai', async () => {
    const since = await holder('reviewer', { from: '2024-03-23' });
    await holder('reviewer', { to: '2024-03-22' });
    const until = await holder('reviewer', { to: '2024-03-23' });
    await holder('reviewer', { from: '2024-03-24' });
    await open(1, postHolderKey('reviewer', school));
    await announceTasks(1);
    expect(await told()).toEqual([since, until].sort());
  });

  it('leaves out the applicant who may not decide, and people who were disabled', async () => {
    const applicant = await holder('reviewer');
    const gone = await holder('reviewer');
    const left = await holder('reviewer');
    await dataSource.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone]);
    await open(1, postHolderKey('reviewer', school), { excluded: applicant });
    await open(2, personKey(gone));
    await announceTasks(1, 2);
    expect(await told()).toEqual([left]);
  });

  it('passes over tasks that were closed meanwhile', async () => {
    await holder('reviewer');
    await open(1, postHolderKey('reviewer', school), { status: 'decided' });
    expect(await announceTasks(1)).toBe(0);
  });

  it('tells a person once of a task, however often it is announced and however they hold the post', async () => {
    const twice = await holder('reviewer');
    await hold(twice, 'reviewer', { from: '2024-02-01' });
    await open(1, postHolderKey('reviewer', school));
    await open(2, postHolderKey('reviewer', school));
    await Promise.all([announceTasks(1, 2), announceTasks(1, 2), announceTasks(2)]);
    expect(await announceTasks(1, 2)).toBe(0);
    expect(await told()).toEqual([twice, twice]);
  });

  it('makes up for announcements that were lost, and only for those', async () => {
    const reviewer = await holder('reviewer');
    await open(1, postHolderKey('reviewer', school));
    await open(2, postHolderKey('reviewer', school));
    await open(3, postHolderKey('reviewer', school), { status: 'left' });
    await announceTasks(1);
    await holder('reviewer');
    // Its job may still be on its way.
    expect(await notices.announceMissing(tenant)).toBe(0);
    clock.advance(10 * 60_000);
    expect(await notices.announceMissing(tenant)).toBe(2);
    expect(await notices.announceMissing(tenant)).toBe(0);
    expect(await notices.announceMissing('elsewhere')).toBe(0);
    expect((await notices.inbox({ tenant, person: reviewer })).notices.map(({ task }) => `${task}`).sort()).toEqual(['1', '2']);
  });
});

describe('Announcing a message', () => {
  const text = { zh: '请于月底前补交会议纪要' };

  it('tells people and holders of posts, each once', async () => {
    const both = await holder('reviewer');
    const other = await holder('reviewer');
    const to = [personKey(both), postHolderKey('reviewer', school)];
    expect(await notices.announce(tenant, [{ instance, to, text, cause: 'command/0' }])).toBe(2);
    expect(await notices.announce(tenant, [{ instance, to, text, cause: 'command/0' }])).toBe(0);
    expect(await notices.announce(tenant, [{ instance, to, text, cause: 'command/1' }])).toBe(2);
    expect(await told()).toEqual([both, both, other, other].sort());
    const [newest] = (await notices.inbox({ tenant, person: both })).notices;
    expect(newest).toMatchObject({ kind: 'message', title: text, instance, task: null });
  });
});

describe('The inbox', () => {
  let reader: { tenant: string; person: string };

  const tell = async (count: number) => {
    for (let index = 1; index <= count; index += 1) {
      clock.advance(index % 2 === 0 ? 0 : 1000);
      const text = { zh: `通知${index}` };
      await notices.announce(tenant, [{ instance, to: [personKey(reader.person)], text, cause: `c/${index}` }]);
    }
  };

  beforeEach(async () => {
    reader = { tenant, person: await person() };
  });

  it('is empty for whom nothing was written', async () => {
    expect(await notices.inbox(reader)).toEqual({ unread: 0, notices: [] });
  });

  it('is read in pages, the newest first, each notice once', async () => {
    await tell(7);
    const seen: string[] = [];
    let before: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { notices: found, unread } = await notices.inbox(reader, { limit: 2, ...(before !== undefined && { before }) });
      expect(unread).toBe(7);
      seen.push(...found.map(({ title }) => title.zh));
      before = found.at(-1)?.id;
    }
    expect(seen[0]).toBe('通知7');
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7].map((index) => `通知${index}`));
  });

  it('gives no more than a hundred at once', async () => {
    await tell(103);
    const { notices: found } = await notices.inbox(reader, { limit: 1000 });
    expect(found).toHaveLength(100);
  });

  it('counts what is unread, and shows only that when asked', async () => {
    await tell(3);
    const all = await notices.inbox(reader);
    const ids = all.notices.filter(({ title }) => title.zh !== '通知1').map(({ id }) => id);
    expect(await notices.markRead(reader, ids)).toBe(2);
    expect(await notices.markRead(reader, ids)).toBe(0);
    const left = await notices.inbox(reader, { unreadOnly: true });
    expect(left.unread).toBe(1);
    expect(left.notices.map(({ title }) => title.zh)).toEqual(['通知1']);
    expect((await notices.inbox(reader)).notices).toHaveLength(3);
    expect(await notices.markRead(reader, 'all')).toBe(1);
    expect((await notices.inbox(reader)).unread).toBe(0);
  });

  it('keeps each person to their own', async () => {
    await tell(1);
    const [notice] = (await notices.inbox(reader)).notices;
    const id = notice?.id ?? '';
    const other = { tenant, person: await person() };
    const elsewhere = { tenant: 'henan', person: reader.person };
    for (const stranger of [other, elsewhere]) {
      expect(await notices.inbox(stranger)).toEqual({ unread: 0, notices: [] });
      expect(await notices.inbox(stranger, { before: id })).toEqual({ unread: 0, notices: [] });
      expect(await notices.markRead(stranger, [id])).toBe(0);
      expect(await notices.markRead(stranger, 'all')).toBe(0);
    }
    expect((await notices.inbox(reader)).unread).toBe(1);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLogger, newId, RefusedError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { done, openHouse, posts, tenant } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { relayNews } from '../../../../test/support/relayed-news.ts';
import { catchUpLimit } from './news.store.ts';
import { Newsroom, type Screen, type Told } from './newsroom.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { news } = house.cases;
const logger = createLogger({ logLevel: 'silent', logPretty: false });
const newsroom = new Newsroom({ news, posts, logger });
const open: Screen[] = [];
afterEach(() => {
  for (const screen of open.splice(0)) screen.end();
});

/** Somebody's screen, and what it was told. */
async function screenOf(account: string, since?: string, room = newsroom) {
  const { screen, first } = await room.open(await house.caller(account), since);
  open.push(screen);
  const told: Told[] = [first];
  screen.begin((next) => told.push(next));
  const news = () => told.flatMap((one) => (one.kind === 'news' ? [one.news] : []));
  return { screen, told, tasks: () => news().flatMap(({ tasks }) => tasks), cases: () => news().flatMap(({ cases }) => cases) };
}

/** What the relay and PostgreSQL's NOTIFY bring about. */
async function relayed(room = newsroom): Promise<void> {
  await relayNews(house);
  room.heard();
}

const concerningNotice = (readers: readonly string[]) =>
  database.transaction(async (tx) => news.tell(tx, [{ tenant, payload: { readers } }]));

describe('A screen', () => {
  it('hears of the tasks of its posts, of its own cases, and of those it may read; others hear nothing', async () => {
    const screens = await Promise.all(['lead', 'meeting', 'dean', 'other-meeting', 'other-city'].map((account) => screenOf(account)));
    const [lead, meeting, dean, ...strangers] = screens;
    const instance = await house.submitted('网络工程');
    await relayed();
    await eventually(() => {
      expect(lead?.cases()).toEqual([{ id: instance, sequence: expect.any(Number) }]);
      expect(meeting?.tasks()).toEqual([{ id: taskOf(instance, 2), instance, change: 'opened' }]);
      expect(dean?.cases()).toMatchObject([{ id: instance }]);
    });
    expect(dean?.tasks()).toEqual([]);
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    await relayed();
    await eventually(() => expect(meeting?.tasks().at(-1)).toMatchObject({ id: taskOf(instance, 2), change: 'closed' }));
    for (const stranger of strangers) expect(stranger.told).toMatchObject([{ kind: 'ready' }]);
  });

  it('is told of notices by how many came', async () => {
    const { person } = await house.caller('dean');
    const dean = await screenOf('dean');
    for (let count = 0; count < 3; count += 1) await concerningNotice([`person:${person}`]);
    newsroom.heard();
    await eventually(() => expect(dean.told.flatMap((one) => (one.kind === 'news' ? [one.news.notices] : []))).toEqual([3]));
  });

  it('misses nothing, wherever it is cut off and whichever server it comes back to', async () => {
    const { person } = await house.caller('meeting');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('news', 'cut', 'noise', 'told'), { minLength: 1, maxLength: 12 }), async (steps) => {
        let [since, sent, heard]: [string | undefined, number, number] = [undefined, 0, 0];
        const count = (one: Told) => {
          since = one.id;
          if (one.kind === 'news') heard += one.news.notices;
        };
        const begin = async () => {
          const room = new Newsroom({ news, posts, logger });
          const { screen, first } = await room.open(await house.caller('meeting'), since);
          expect(first.kind).toBe('ready');
          count(first);
          screen.begin(count);
          return { room, screen };
        };
        let { room, screen } = await begin();
        for (const step of steps) {
          if (step === 'news') {
            sent += 1;
            await concerningNotice([`person:${person}`]);
          }
          if (step === 'noise') await concerningNotice(['person:nobody']);
          if (step === 'told') room.heard();
          if (step === 'cut') {
            screen.end();
            ({ room, screen } = await begin());
          }
        }
        room.heard();
        await eventually(() => expect(heard).toBe(sent));
        screen.end();
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 8) },
    );
  });

  it('is told to read everything anew when it was away too long, too much has happened, or its number is none of ours', async () => {
    const since = await news.latest(tenant);
    await dataSource.query(
      `INSERT INTO news (tenant, kind, readers, tasks, written_at) SELECT $1, 'notice', '{}', '[]', now() FROM generate_series(1, $2::int)`,
      [tenant, catchUpLimit + 1],
    );
    const latest = await news.latest(tenant);
    expect((await screenOf('dean', since)).told).toEqual([{ kind: 'reset', id: latest }]);
    expect((await screenOf('dean', latest)).told).toEqual([{ kind: 'ready', id: latest }]);
    expect((await screenOf('dean', String(BigInt(latest) + 1n))).told).toEqual([{ kind: 'reset', id: latest }]);
    await dataSource.query('DELETE FROM news WHERE id < $1', [latest]);
    expect((await screenOf('dean', since)).told).toMatchObject([{ kind: 'reset' }]);
  });

  it('is one of eight a person may have open, and leaves its place when it ends', async () => {
    const screens = await Promise.all(Array.from({ length: 8 }, () => screenOf('president')));
    const refusal = await screenOf('president').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RefusedError);
    expect((refusal as RefusedError).refusal).toMatchObject({ code: 'events.too-many', params: { limit: 8 } });
    await screenOf('party');
    screens[0]?.screen.end();
    open.splice(open.indexOf(screens[0]?.screen as Screen), 1);
    await screenOf('president');
  });
});

const taskOf = (instance: string, number: number): string => `${instance}.${number}`;

describe('Numbers of news', () => {
  it('become visible in their order, however many write at once', async () => {
    const other = newId();
    const seen: string[] = [];
    let position = '0';
    let isWriting = true;
    const reading = (async () => {
      for (let isLast = false; !isLast; ) {
        isLast = !isWriting;
        for (const { id } of await news.after(other, position, 100)) {
          seen.push(id);
          position = id;
        }
      }
    })();
    const write = () => database.transaction(async (tx) => news.tell(tx, [{ tenant: other, payload: { readers: ['person:a'] } }]));
    await Promise.all(
      Array.from({ length: 6 }, async () => {
        for (let count = 0; count < 25; count += 1) await write();
      }),
    );
    isWriting = false;
    await reading;
    expect(seen).toHaveLength(150);
  });

  it('are given for what a case came to and nothing that was refused', async () => {
    const before = await news.latest(tenant);
    await house.decide('meeting', await house.submitted('财务管理'), 'approve', {});
    await relayNews(house);
    const rows = await news.after(tenant, before, 10);
    // Begun and handed in, which shared a message; the approval without minutes was refused.
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'case', sequence: 2 });
  });
});

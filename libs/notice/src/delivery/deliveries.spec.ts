import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Metrics, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { PostOffice } from '../../../../test/support/post-office.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { type Mail, type Mailer, MailFailure } from '../mail/mailer.ts';
import { Notices } from '../notices.ts';
import { AnnouncementStore } from '../store/announcement.store.ts';
import { CollectionStore } from '../store/collection.store.ts';
import { DeliveryStore } from '../store/delivery.store.ts';
import { NoticeStore } from '../store/notice.store.ts';
import type { Answer, Outgoing } from '../webhook/formats.ts';
import { Deliveries } from './deliveries.ts';
import { DeliveryMetrics } from './delivery-metrics.ts';

const { database, dataSource } = await testDatabase();
const beginning = '2024-03-22T01:00:00Z';
const clock = new TurnedClock(new Date(beginning));
const office = new PostOffice(dataSource, clock, new Notices(new AnnouncementStore(database), new NoticeStore(database), clock));
const minute = 60_000;

/** A mail server as the sender sees it. */
class Letterbox implements Mailer {
  readonly mails: Mail[] = [];
  answer: (mail: Mail) => Promise<string> = async () => '250 taken';

  async send(mail: Mail): Promise<string> {
    this.mails.push(mail);
    return this.answer(mail);
  }
}

let letterbox: Letterbox;
let posted: Outgoing[];
let webhook: (outgoing: Outgoing) => Promise<Answer>;

/** One worker; several share nothing but the database and the clock. */
function worker(more: { mailer?: Mailer | undefined; digestMinutes?: number; deliveryAttempts?: number } = {}): Deliveries {
  return new Deliveries({
    collection: new CollectionStore(database),
    store: new DeliveryStore(database),
    clock,
    logger: recordedLogger().logger,
    metrics: new DeliveryMetrics(new Metrics()),
    mailer: letterbox,
    post: (outgoing) => webhook(outgoing),
    digestMinutes: 10,
    deliveryAttempts: 60,
    publicUrl: undefined,
    ...more,
  });
}

const refusal = (code: string, { isCertain = true, isFinal = false } = {}) => new MailFailure(code, isCertain, isFinal, {});
const linesOf = ({ text }: Mail): string[] => [...text.matchAll(/^ {2}- (.*?) · /gm)].map(([, title = '']) => title);

async function passAll(on = worker()): Promise<void> {
  for (let pass = 0; pass < 100 && (await on.pass()); pass += 1);
}

beforeEach(async () => {
  clock.turnTo(beginning);
  letterbox = new Letterbox();
  posted = [];
  webhook = async (outgoing) => {
    posted.push(outgoing);
    return { status: 200, body: '' };
  };
  await office.found();
});

describe('A digest', () => {
  it('is one mail instead of forty', async () => {
    const reader = await office.person('dean');
    for (let index = 1; index <= 40; index += 1) {
      await office.tell([reader], `通知${index}`);
      clock.advance(10_000);
      await passAll();
    }
    expect(letterbox.mails).toHaveLength(0);
    clock.turnTo('2024-03-22T01:10:00Z');
    await passAll();
    expect(letterbox.mails).toHaveLength(1);
    const [mail] = letterbox.mails as [Mail];
    expect(mail).toMatchObject({ subject: '【审批】40 条通知：消息 40', to: { name: 'dean', address: 'dean@school.example' } });
    expect(linesOf(mail)).toEqual(Array.from({ length: 40 }, (_, index) => `通知${index + 1}`));
    expect(await office.deliveries()).toMatchObject([{ state: 'sent', attempts: 1, notices: 40 }]);
  });

  it.each(['reminder', 'escalation', 'urge'] as const)(
    'takes along what waits and goes within a minute when it is pressing: %s',
    async (kind) => {
      const reader = await office.person('dean');
      await office.tell([reader], '不急');
      await passAll();
      await office.tell([reader], '急', { kind });
      await passAll();
      clock.advance(minute - 1);
      await passAll();
      expect(letterbox.mails).toHaveLength(0);
      clock.advance(1);
      await passAll();
      expect(letterbox.mails.map(linesOf)).toEqual([['急', '不急']]);
    },
  );

  it('is not for those who want each at once, and nothing is for those who want none', async () => {
    const people = [
      await office.person('at-once', { preference: 'immediately' }),
      await office.person('none', { preference: 'none' }),
      await office.person('no-address', { mail: null }),
      await office.person('later', { language: 'en' }),
    ];
    await office.tell(people, '一', { text: { zh: '一', en: 'One' } });
    await passAll();
    expect(letterbox.mails.map(({ to }) => to.name)).toEqual(['at-once']);
    await office.tell(people, '二');
    await passAll();
    expect(letterbox.mails.map(({ to }) => to.name)).toEqual(['at-once', 'at-once']);
    clock.advance(10 * minute);
    await passAll();
    expect(letterbox.mails.map(({ to, subject }) => `${to.name} ${subject}`).at(-1)).toBe('later [Shenpi] 2 notices: Message 2');
    expect(letterbox.mails).toHaveLength(3);
  });

  it('has each notice in exactly one mail to each of its people, however notices, workers and failures fall', async () => {
    const step = fc.oneof(
      fc.record({ tell: fc.subarray([0, 1, 2], { minLength: 1 }), isPressing: fc.boolean() }),
      fc.record({ advance: fc.integer({ min: 1, max: 15 * 60 }) }),
      fc.record({ pass: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ fail: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        await office.found();
        letterbox = new Letterbox();
        const accounts = ['a', 'b', 'c'];
        const people = await Promise.all([
          office.person('a'),
          office.person('b', { preference: 'immediately' }),
          office.person('c', { language: 'en' }),
        ]);
        const told: string[] = [];
        const arrived: string[] = [];
        let isFailing = false;
        letterbox.answer = async (mail) => {
          if (isFailing) throw refusal('smtp-451');
          arrived.push(...linesOf(mail).map((line) => `${mail.to.name} ${line}`));
          return '250';
        };
        for (const drawn of steps) {
          if ('tell' in drawn) {
            const text = `事项${told.length}`;
            told.push(...drawn.tell.map((index) => `${accounts[index]} ${text}`));
            await office.tell(
              drawn.tell.map((index) => people[index] ?? ''),
              text,
              { kind: drawn.isPressing ? 'escalation' : 'message' },
            );
          } else if ('advance' in drawn) clock.advance(drawn.advance * 1000);
          else if ('fail' in drawn) isFailing = drawn.fail;
          else await Promise.all(Array.from({ length: drawn.pass }, () => worker().pass()));
        }
        isFailing = false;
        for (let rest = 0; rest < 3; rest += 1) {
          await passAll();
          clock.advance(40 * minute);
        }
        await passAll();
        expect(arrived.toSorted()).toEqual(told.toSorted());
      }),
      { numRuns: 40 },
    );
  });
});

describe('A task that was closed meanwhile', () => {
  it('is not reminded of: neither in the app nor by mail', async () => {
    const reader = await office.person('dean');
    await office.task(1, reader);
    await office.task(2, reader);
    await office.close(1);
    await office.tell([reader], '已办', { kind: 'reminder', tasks: [1] });
    await office.tell([reader], '还有一项', { kind: 'reminder', tasks: [1, 2] });
    await office.tell([reader], '请快', { kind: 'urge', tasks: [1] });
    await office.tell([reader], '升级', { kind: 'escalation', tasks: [1] });
    await office.tell([reader], '告知', { kind: 'message', tasks: [1] });
    const written = await dataSource.query('SELECT title_zh, kind, task, tasks FROM notice ORDER BY title_zh');
    expect(written.map(({ title_zh }: { title_zh: string }) => title_zh).sort()).toEqual(['告知', '还有一项'].sort());
    await passAll();
    await office.close(2);
    clock.advance(minute);
    await passAll();
    expect(letterbox.mails.map(linesOf)).toEqual([['告知']]);
  });

  it('leaves a mail that had nothing else to say unsent', async () => {
    const reader = await office.person('dean');
    await office.task(1, reader);
    await office.tell([reader], '快到期', { kind: 'reminder', tasks: [1] });
    await passAll();
    await office.close(1);
    clock.advance(minute);
    await passAll();
    expect(letterbox.mails).toEqual([]);
    expect(await office.deliveries()).toMatchObject([{ state: 'dropped', error: 'nothing-left' }]);
  });

  it('is also left out when it was closed between two attempts', async () => {
    const reader = await office.person('dean', { preference: 'immediately' });
    await office.task(1, reader);
    letterbox.answer = async () => {
      throw refusal('smtp-econnrefused');
    };
    await office.tell([reader], '快到期', { kind: 'reminder', tasks: [1] });
    await passAll();
    expect(letterbox.mails).toHaveLength(1);
    await office.close(1);
    clock.advance(minute);
    await passAll();
    expect(letterbox.mails).toHaveLength(1);
    expect(await office.deliveries()).toMatchObject([{ state: 'dropped' }]);
  });
});

describe('A mail server that is away', () => {
  beforeEach(() => {
    letterbox.answer = async () => {
      throw refusal('smtp-econnrefused');
    };
  });

  it('is tried again after longer and longer pauses; nothing is lost, and what came meanwhile comes along', async () => {
    const reader = await office.person('dean', { preference: 'immediately' });
    await office.tell([reader], '第一条');
    const tried: number[] = [];
    for (let second = 0; second < 2 * 3600; second += 15) {
      const before = letterbox.mails.length;
      await passAll();
      if (letterbox.mails.length > before) tried.push(second);
      if (second === 1800) await office.tell([reader], '第二条');
      clock.advance(15_000);
    }
    const pauses = tried.map((second, index) => second - (tried[index - 1] ?? second)).slice(1);
    const expected = [30, 60, 120, 240, 480, 960];
    expect(pauses.length).toBeGreaterThanOrEqual(6);
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual((expected[index] ?? 1800) * 0.8);
      expect(pause).toBeLessThanOrEqual((expected[index] ?? 1800) * 1.2 + 15);
    }
    expect(await office.deliveries()).toMatchObject([{ state: 'failed', error: 'smtp-econnrefused', notices: 2 }]);
    letterbox.answer = async () => '250 taken';
    clock.advance(60 * minute);
    await passAll();
    expect(linesOf(letterbox.mails.at(-1) as Mail)).toEqual(['第一条', '第二条']);
    expect(await office.deliveries()).toMatchObject([{ state: 'sent', error: null }]);
  });

  it('is given up after as many attempts as the installation says, once and for all until an operator says otherwise', async () => {
    const reader = await office.person('dean');
    await office.tell([reader], '通知');
    await passAll(worker({ deliveryAttempts: 3 }));
    for (let hour = 0; hour < 10; hour += 1) {
      clock.advance(60 * minute);
      await passAll(worker({ deliveryAttempts: 3 }));
    }
    expect(letterbox.mails).toHaveLength(3);
    expect(new Set(letterbox.mails.map(({ id }) => id)).size).toBe(1);
    expect(await office.deliveries()).toMatchObject([{ state: 'given-up', attempts: 3, error: 'smtp-econnrefused' }]);
  });

  it('gets no further notices into a mail that may have arrived', async () => {
    const reader = await office.person('dean', { preference: 'immediately' });
    letterbox.answer = async () => {
      throw refusal('smtp-etimedout', { isCertain: false });
    };
    await office.tell([reader], '第一条');
    await passAll();
    clock.advance(1);
    await office.tell([reader], '第二条');
    letterbox.answer = async () => '250';
    clock.advance(60 * minute);
    await passAll();
    expect(
      letterbox.mails
        .slice(1)
        .map((mail) => linesOf(mail).join())
        .sort(),
    ).toEqual(['第一条', '第二条']);
  });
});

it('An address that the server refuses is given up at once', async () => {
  const [reader, other] = [await office.person('gone'), await office.person('dean')];
  letterbox.answer = async ({ to }) => {
    if (to.name === 'gone') throw refusal('smtp-550', { isFinal: true });
    return '250';
  };
  await office.tell([reader, other], '通知');
  await passAll();
  clock.advance(10 * minute);
  await passAll();
  expect((await office.deliveries()).map(({ state, error }) => `${state} ${error}`).sort()).toEqual(['given-up smtp-550', 'sent null']);
});

describe('Workers', () => {
  it('that come at once send each mail once', async () => {
    const people = await Promise.all(Array.from({ length: 60 }, (_, index) => office.person(`dean-${index}`)));
    await office.tell(people, '通知');
    const workers = Array.from({ length: 4 }, () => worker());
    await Promise.all(workers.map((each) => passAll(each)));
    clock.advance(10 * minute);
    await Promise.all(workers.map((each) => passAll(each)));
    await passAll();
    expect(letterbox.mails.map(({ to }) => to.name).sort()).toEqual(people.map((_, index) => `dean-${index}`).sort());
    expect(new Set((await office.deliveries()).map(({ state }) => state))).toEqual(new Set(['sent']));
  });

  it('that are killed between sending and noting it are made up for under the same id, and what they say later counts no more', async () => {
    const reader = await office.person('dean');
    let wake: (response: string) => void = () => undefined;
    letterbox.answer = () => new Promise((resolve) => void (wake = resolve));
    await office.tell([reader], '通知');
    await passAll();
    clock.advance(10 * minute);
    const asleep = worker().pass();
    while (letterbox.mails.length === 0) await new Promise(setImmediate);

    letterbox.answer = async () => '250 second';
    clock.advance(4 * minute);
    await passAll();
    expect(letterbox.mails).toHaveLength(1);
    // What comes meanwhile is another mail.
    await office.tell([reader], '又一条');
    clock.advance(minute);
    await passAll();
    expect(letterbox.mails.map(({ id }) => id === letterbox.mails[0]?.id)).toEqual([true, true]);
    wake('250 first');
    await asleep;
    const [{ provider_id, attempts }] = await dataSource.query(`SELECT provider_id, attempts FROM delivery WHERE state = 'sent'`);
    expect({ provider_id, attempts }).toEqual({ provider_id: '250 second', attempts: 2 });
  });

  it('that a delivery brings down each time give it up in the end', async () => {
    const reader = await office.person('dean');
    await office.tell([reader], '通知');
    await passAll();
    clock.advance(10 * minute);
    for (let death = 0; death < 3; death += 1) {
      await new DeliveryStore(database).claim({
        now: clock.now(),
        until: new Date(clock.now().getTime() + minute),
        via: ['mail'],
        limit: 10,
      });
      clock.advance(minute);
    }
    await passAll(worker({ deliveryAttempts: 3 }));
    expect(letterbox.mails).toEqual([]);
    expect(await office.deliveries()).toMatchObject([{ state: 'given-up', error: 'interrupted' }]);
  });

  it('without a mail server leave mails to those that have one, and open none', async () => {
    const reader = await office.person('dean');
    await office.tell([reader], '有服务器时');
    await passAll();
    await office.tell([reader], '没有服务器时');
    clock.advance(10 * minute);
    await passAll(worker({ mailer: undefined }));
    expect(await office.deliveries()).toMatchObject([{ state: 'queued', notices: 1 }]);
    await passAll();
    expect(letterbox.mails.map(linesOf)).toEqual([['有服务器时']]);
  });
});

it('Somebody who wants no mail any more, or is gone, gets none that is on its way', async () => {
  const people = await Promise.all([office.person('none'), office.person('gone'), office.person('moved')]);
  await office.tell(people, '通知');
  await passAll();
  await dataSource.query(`UPDATE person SET mail_preference = 'none' WHERE account = 'none'`);
  await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'gone'`);
  await dataSource.query(`UPDATE person SET mail = 'new@school.example' WHERE account = 'moved'`);
  clock.advance(10 * minute);
  await passAll();
  expect(letterbox.mails.map(({ to }) => to.address)).toEqual(['new@school.example']);
  expect((await office.deliveries()).map(({ state }) => state).sort()).toEqual(['dropped', 'dropped', 'sent']);
});

it('Notices written before there was anybody to send them to stay in the app', async () => {
  const reader = await office.person('dean', { mail: null });
  await office.tell([reader], '通知');
  const [{ is_uncollected }] = await dataSource.query('SELECT is_uncollected FROM notice');
  expect(is_uncollected).toBe(false);
});

describe('A webhook', () => {
  const bodies = () => posted.map(({ body }) => JSON.parse(body) as { id: string; notices: { title: { zh: string } }[] });
  const titles = () => bodies().map(({ notices }) => notices.map(({ title }) => title.zh));

  it('gets one of what many of its people were told, and digests too', async () => {
    await office.channel(office.department);
    const people = await Promise.all(['a', 'b', 'c'].map((account) => office.person(account, { mail: null, at: office.department })));
    for (let index = 1; index <= 25; index += 1) {
      await office.tell(people, `通知${index}`);
      clock.advance(1);
    }
    await passAll();
    clock.advance(10 * minute);
    await passAll();
    expect(titles()).toEqual([Array.from({ length: 25 }, (_, index) => `通知${index + 1}`)]);
  });

  it('gets what is told to people with posts at its organisation, about cases of it or below it, and nothing else', async () => {
    const beside = await office.organisation('经济管理系', office.school);
    const [own, above, other] = [
      await office.channel(office.department),
      await office.channel(office.school),
      await office.channel(beside),
    ];
    const [inside, leader, stranger] = [
      await office.person('inside', { mail: null, at: office.department }),
      await office.person('leader', { mail: null, at: office.school }),
      await office.person('stranger', { mail: null, at: beside }),
    ];
    await office.tell([inside], '给系里');
    await office.tell([leader], '给学校');
    await office.tell([stranger], '给外系的人');
    await office.tell([inside], '外系的事', { instance: await office.case(beside) });
    await office.tell([inside], '不涉及申请', { instance: null });
    await office.tell([await office.person('both', { mail: null, at: office.department, alsoAt: beside })], '不知属谁', { instance: null });
    await passAll();
    clock.advance(10 * minute);
    await passAll();
    const rows: { recipient: string; title: string }[] = await dataSource.query(
      `SELECT item.recipient, notice.title_zh AS title FROM delivery_item AS item JOIN notice ON notice.id = item.notice_id`,
    );
    expect(rows.map(({ recipient, title }) => `${recipient} ${title}`).sort()).toEqual(
      [`${own} 给系里`, `${own} 不涉及申请`, `${above} 给学校`].sort(),
    );
    expect(rows.some(({ recipient }) => recipient === other)).toBe(false);
  });

  it('gets only the kinds it asks for, and nothing while it is switched off', async () => {
    const channel = await office.channel(office.department, { kinds: ['urge'] });
    const person = await office.person('a', { mail: null, at: office.department });
    await office.tell([person], '消息');
    await office.tell([person], '催办', { kind: 'urge' });
    await passAll();
    clock.advance(minute);
    await passAll();
    expect(titles()).toEqual([['催办']]);
    await dataSource.query('UPDATE channel SET is_enabled = false WHERE id = $1', [channel]);
    await office.tell([person], '催办', { kind: 'urge' });
    await passAll();
    expect(await office.deliveries()).toHaveLength(1);
  });

  it('is left alone for as long as it asks, and tried again under the same id', async () => {
    await office.channel(office.department);
    const person = await office.person('a', { mail: null, at: office.department });
    const take = webhook;
    webhook = async (outgoing) => ({ ...(await take(outgoing)), status: 429, retryAfter: 600 });
    await office.tell([person], '通知', { kind: 'urge' });
    await passAll();
    clock.advance(minute);
    await passAll();
    clock.advance(10 * minute - 1);
    await passAll();
    expect(posted).toHaveLength(1);
    webhook = take;
    clock.advance(1);
    await passAll();
    expect(bodies().map(({ id }) => id)).toEqual([bodies()[0]?.id, bodies()[0]?.id]);
    expect(await office.deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('gets no more than one message a minute, however fast notices come', async () => {
    await office.channel(office.department, { format: 'wecom' });
    webhook = async (outgoing) => {
      posted.push(outgoing);
      return { status: 200, body: '{"errcode":0}' };
    };
    const person = await office.person('a', { mail: null, at: office.department });
    for (let second = 0; second < 300; second += 5) {
      await office.tell([person], `催办${second}`, { kind: 'urge' });
      await passAll();
      clock.advance(5_000);
    }
    expect(posted.length).toBeGreaterThan(2);
    expect(posted.length).toBeLessThanOrEqual(5);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DueTimes, workingCalendar } from '#calendar';
import { Metrics, newId, TurnedClock } from '#platform';
import { officialCalendar } from '../../../../config/pilot.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { CalendarChanges } from './calendar-changes.ts';
import { readYear } from './calendar-year.ts';
import { Calendars } from './calendars.ts';

const { database, dataSource } = await testDatabase();
const tenant = 'anhui';
const clock = new TurnedClock(new Date('2024-04-01T01:00:00Z'));
const administrator = { tenant, person: newId() };
await dataSource.query(`INSERT INTO person (tenant, id, account, name) VALUES ($1, $2, 'admin', '系统管理员')`, [
  tenant,
  administrator.person,
]);

const started: Calendars[] = [];
afterEach(() => Promise.all(started.splice(0).map((calendars) => calendars.stop())));

/** A process of its own on the same database. */
async function process() {
  const { logger, lines } = recordedLogger();
  const metrics = new Metrics();
  const calendars = new Calendars({ database, logger, metrics }, officialCalendar);
  await calendars.start();
  started.push(calendars);
  return { calendars, changes: new CalendarChanges(calendars, clock), lines, metrics };
}

beforeEach(async () => {
  await dataSource.query('DELETE FROM calendar_day');
  await dataSource.query('DELETE FROM calendar_year');
  await dataSource.query('DELETE FROM task');
});

const rows = async () => ({
  days: await dataSource.query('SELECT date::text, name, is_off_day, source FROM calendar_day ORDER BY date'),
  years: await dataSource.query('SELECT year, source FROM calendar_year ORDER BY year'),
  changes: (await dataSource.query('SELECT count(*)::integer AS count FROM calendar_change'))[0].count,
});

const openTask = (openedAt: string, dueAt: string | null, status = 'open') =>
  dataSource.query(
    `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, title_zh, status, opened_at, due_at)
     VALUES ($1, $2, 1, 'a', 1, 'person:x', 'a', 1, 'A', $3, $4, $5)`,
    [tenant, newId(), status, openedAt, dueAt],
  );

/** A typhoon closes the offices on a Wednesday. */
const typhoon = { name: '防台风停工', isOffDay: true, source: '省防指〔2024〕12号' };
const dueIn = (calendars: Calendars, workingDays: number, from: string, of = tenant) =>
  calendars.dueTimesOf(of).after({ workingDays }, from).slice(0, 10);

describe('a corrected day', () => {
  it('counts from then on, in the process at once and in every other soon, and for nobody else', async () => {
    const [one, other] = [await process(), await process()];
    const [own, others] = [one.calendars.dueTimesOf(tenant), other.calendars.dueTimesOf(tenant)];
    const due = () => [own, others].map((times) => times.after({ workingDays: 2 }, '2024-08-19T01:00:00Z').slice(0, 10));
    expect(due()).toEqual(['2024-08-21', '2024-08-21']);
    await one.changes.correct(administrator, 2024, '2024-08-21', typhoon);
    expect(due()[0]).toBe('2024-08-22');
    await eventually(() => expect(due()[1]).toBe('2024-08-22'));
    expect(dueIn(one.calendars, 2, '2024-08-19T01:00:00Z', 'hubei')).toBe('2024-08-21');
    await other.changes.restore(administrator, 2024, '2024-08-21');
    expect(due()[1]).toBe('2024-08-21');
    await eventually(() => expect(due()[0]).toBe('2024-08-21'));
  });

  it('may be worked although the official list says otherwise, and shows both', async () => {
    const { calendars, changes } = await process();
    const shift = { name: '清明节调休', isOffDay: false, source: '皖教办〔2024〕3号' };
    await changes.correct(administrator, 2024, '2024-04-05', shift);
    const { days, counts } = await readYear(calendars, tenant, 2024);
    expect(days.find(({ date }) => date === '2024-04-05')).toEqual({
      date: '2024-04-05',
      ...shift,
      origin: 'corrected',
      correction: { by: '系统管理员', at: clock.now() },
      shipped: { name: '清明节', isOffDay: true },
    });
    // 366 days, 251 of them worked by the official list.
    expect(counts).toEqual({ days: 366, workingDays: 252, restDays: 114, corrections: 1 });
  });

  it('says which open due times were reckoned without it, and leaves them', async () => {
    const { changes } = await process();
    await openTask('2024-08-20T01:00:00Z', '2024-08-22T15:59:59.999Z');
    await openTask('2024-08-21T15:59:59Z', '2024-08-30T15:59:59.999Z');
    await openTask('2024-08-21T16:00:00Z', '2024-08-30T15:59:59.999Z'); // opened when the day was over in Shanghai
    await openTask('2024-08-19T01:00:00Z', '2024-08-20T15:59:59.999Z'); // due the day before
    await openTask('2024-08-20T01:00:00Z', null);
    await openTask('2024-08-20T01:00:00Z', '2024-08-22T15:59:59.999Z', 'decided');
    const before = await dataSource.query('SELECT due_at FROM task ORDER BY instance_id');
    expect(await changes.correct(administrator, 2024, '2024-08-21', typhoon)).toEqual({
      kind: 'changed',
      days: ['2024-08-21'],
      openDueTimes: 2,
    });
    expect(await dataSource.query('SELECT due_at FROM task ORDER BY instance_id')).toEqual(before);
    // Another name for the same day changes no due time.
    expect(await changes.correct(administrator, 2024, '2024-08-21', { ...typhoon, name: '台风' })).toMatchObject({
      days: [],
      openDueTimes: 0,
    });
  });

  it('is recorded with what was before, and the record is kept', async () => {
    const { calendars, changes } = await process();
    await changes.correct(administrator, 2025, '2025-08-20', typhoon);
    await changes.correct(administrator, 2025, '2025-08-20', { ...typhoon, name: '台风' });
    await changes.restore(administrator, 2025, '2025-08-20');
    const { changes: recorded } = await readYear(calendars, tenant, 2025);
    expect(
      recorded.map(({ kind, before, after, by }) => [kind, before.map(({ name }) => name), after.map(({ name }) => name), by]),
    ).toEqual([
      ['restored', ['台风'], [], '系统管理员'],
      ['corrected', ['防台风停工'], ['台风'], '系统管理员'],
      ['corrected', [], ['防台风停工'], '系统管理员'],
    ]);
    await expect(dataSource.query(`UPDATE calendar_change SET kind = 'imported'`)).rejects.toThrow(/append-only/);
    await expect(dataSource.query('DELETE FROM calendar_change')).rejects.toThrow(/append-only/);
    await expect(dataSource.query('TRUNCATE calendar_change')).rejects.toThrow(/append-only/);
  });

  it('of two administrators at once has one record for each, and one of them holds', async () => {
    const [one, other] = [await process(), await process()];
    const { changes: before } = await rows();
    await Promise.all([
      one.changes.correct(administrator, 2026, '2026-08-19', typhoon),
      other.changes.correct(administrator, 2026, '2026-08-19', { ...typhoon, name: '台风' }),
    ]);
    const { days, changes } = await rows();
    expect(days).toHaveLength(1);
    expect(changes).toBe(before + 2);
    const { changes: recorded } = await readYear(one.calendars, tenant, 2026);
    expect(recorded[0]?.before).toEqual(recorded[1]?.after);
  });
});

const published2024 = officialCalendar.days
  .filter(({ date }) => date.startsWith('2024-'))
  .map(({ date, name, isOffDay }) => ({ date, name, isOffDay }));
/** The list of 2024 as if it were that of another year: the fixed holidays are there, and the number is plausible. */
const listOf = (year: number) => published2024.map((day) => ({ ...day, date: `${year}${day.date.slice(4)}` }));

describe('a year that is imported', () => {
  it('is known from then on, and is exactly its list', async () => {
    const { calendars, changes } = await process();
    expect(calendars.of(tenant).knows(2027)).toBe(false);
    expect((await readYear(calendars, tenant, 2027)).published).toBeNull();
    const result = await changes.import(administrator, 2027, listOf(2027), '国办发明电〔2026〕9号');
    const plain = workingCalendar({ years: [], days: [] });
    const expected = workingCalendar({ years: [2027], days: listOf(2027) });
    const all = Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(2027, 0, 1 + day)).toISOString().slice(0, 10));
    expect(all.map((date) => calendars.of(tenant).isWorkingDay(date))).toEqual(all.map((date) => expected.isWorkingDay(date)));
    expect(result).toMatchObject({ days: all.filter((date) => plain.isWorkingDay(date) !== expected.isWorkingDay(date)), openDueTimes: 0 });
    expect(calendars.of(tenant).knows(2027)).toBe(true);
    expect(calendars.of('hubei').knows(2027)).toBe(false);
    expect(await readYear(calendars, tenant, 2027)).toMatchObject({ published: 'imported', counts: { corrections: listOf(2027).length } });
  });

  it.each(officialCalendar.years)('may be %i as it was published, which changes nothing', async (year) => {
    const { changes } = await process();
    const list = officialCalendar.days
      .filter(({ date }) => date.startsWith(`${year}-`))
      .map(({ date, name, isOffDay }) => ({ date, name, isOffDay }));
    expect(await changes.import(administrator, year, list, '国务院办公厅')).toEqual({ kind: 'changed', days: [], openDueTimes: 0 });
    expect((await rows()).days).toEqual([]);
  });

  it('takes the place of what came with the software and of earlier corrections', async () => {
    const { calendars, changes } = await process();
    await changes.correct(administrator, 2024, '2024-08-21', typhoon);
    const list = published2024.filter(({ date }) => date !== '2024-04-07');
    await changes.import(administrator, 2024, list, '更正通知');
    expect((await rows()).days).toEqual([{ date: '2024-04-07', name: '清明节', is_off_day: true, source: '更正通知' }]);
    expect(calendars.of(tenant).isWorkingDay('2024-04-07')).toBe(false);
    expect(calendars.of(tenant).isWorkingDay('2024-08-21')).toBe(true);
  });
});

describe('a change is refused with a reason, and nothing is changed', () => {
  const list = listOf(2027);
  const imports = (days: typeof list) => (changes: CalendarChanges) => changes.import(administrator, 2027, days, '通知');
  it.each<[string, string, (changes: CalendarChanges) => Promise<unknown>]>([
    [
      'a correction of a day of another year',
      'calendar.date-outside',
      (changes) => changes.correct(administrator, 2024, '2025-01-01', typhoon),
    ],
    ['taking back what was not corrected', 'calendar.not-corrected', (changes) => changes.restore(administrator, 2024, '2024-04-05')],
    ['taking back in another year', 'calendar.date-outside', (changes) => changes.restore(administrator, 2025, '2024-04-05')],
    [
      'a list with a day of another year',
      'calendar.date-outside',
      imports([...list, { date: '2026-12-31', name: '元旦', isOffDay: true }]),
    ],
    ['a list with a day twice', 'calendar.date-twice', imports([...list, ...list.slice(0, 1)])],
    ['an empty list', 'calendar.list-implausible', imports([])],
    ['half a year', 'calendar.list-implausible', imports(list.slice(0, 8))],
    ['a list of working days alone', 'calendar.list-implausible', imports(list.map((day) => ({ ...day, isOffDay: false })))],
    ['a list without the national day', 'calendar.holiday-missing', imports(list.filter(({ date }) => date !== '2027-10-01'))],
    [
      'a list that works on the first of May',
      'calendar.holiday-missing',
      imports(list.map((day) => (day.date === '2027-05-01' ? { ...day, isOffDay: false } : day))),
    ],
  ])('%s', async (_, code, change) => {
    const { changes } = await process();
    const before = await rows();
    expect(await change(changes)).toMatchObject({ kind: 'refused', code });
    expect(await rows()).toEqual(before);
  });
});

describe('a year without an official list', () => {
  it('is reckoned by weekends with one line in the log and a count, and with neither once it is imported', async () => {
    const { calendars, changes, lines, metrics } = await process();
    const counted = async () => (await metrics.registry.getSingleMetric('shenpi_calendar_unknown_year_total')?.get())?.values;
    const times = new DueTimes(calendars.of(tenant));
    expect(times.after({ workingDays: 1 }, '2026-12-31T01:00:00Z').slice(0, 10)).toBe('2027-01-01');
    times.after({ workingDays: 1 }, '2026-12-31T01:00:00Z');
    expect(lines.filter(({ msg }) => /没有 2027 年的法定节假日安排.*No official calendar for 2027/s.test(msg))).toHaveLength(1);
    expect(await counted()).toMatchObject([{ labels: { year: 2027 }, value: 2 }]);
    await readYear(calendars, tenant, 2027);
    await changes.import(administrator, 2027, listOf(2027), '通知');
    expect(times.after({ workingDays: 1 }, '2026-12-31T01:00:00Z').slice(0, 10)).toBe('2027-01-04');
    expect(await counted()).toMatchObject([{ value: 2 }]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { openReportingHouse, recorded } from '../../../../test/support/reporting-house.ts';
import { filledReport } from '../../../../test/support/reports.ts';
import { digests } from '../../../../test/support/tables.ts';
import { LookStore } from '../store/look.store.ts';

const { database, dataSource } = await testDatabase();
const house = await openReportingHouse({ database, dataSource }, { schools: 8, at: '2024-03-28T00:00:00Z' });
const { commands, reports } = house.reporting;
for (let school = 1; school <= 8; school += 1) await house.join(`school-${school}`, 'demonstration', '2024-03-28');

const due = '2024-04-12T15:59:59.999Z';
const justLate = '2024-04-12T16:00:00.000Z';

async function about(code: string) {
  const key = { school: await house.school(code), report: 'fortnightly', period: '2024-04-A' };
  const reporter = await house.caller(`reporter-of-${code}`);
  const stateNow = async () => {
    const view = await reports.report(reporter, key);
    return 'state' in view ? view.state : view.code;
  };
  return { key, reporter, stateNow };
}

async function expectNoChange(work: () => Promise<unknown>, code: string): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', code });
  expect(await digests(dataSource)).toEqual(before);
}

describe('a report', () => {
  it('filed in the last millisecond is in time, one later it is missed and filed late (A-01)', async () => {
    const [first, second] = [await about('school-1'), await about('school-2')];
    house.clock.turnTo(due);
    recorded(await commands.submit(first.reporter, first.key, filledReport));
    house.clock.turnTo(justLate);
    expect(await second.stateNow()).toBe('missed');
    recorded(await commands.submit(second.reporter, second.key, filledReport));
    expect([await first.stateNow(), await second.stateNow()]).toEqual(['submitted', 'late']);
  });

  it('filed twenty times together is filed once', async () => {
    const { key, reporter } = await about('school-3');
    house.clock.turnTo('2024-04-10T00:00:00Z');
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => commands.submit(reporter, key, filledReport)));
    expect(outcomes.filter(({ kind }) => kind === 'recorded')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'refused' && outcome.code === 'report.not-now')).toHaveLength(19);
    expect(await house.rows('SELECT kind FROM report_entry WHERE school_id = $1 AND report IS NOT NULL', [key.school])).toEqual([
      { kind: 'submitted' },
    ]);
  });

  it('is filed as it was saved last, where nothing else is sent', async () => {
    const { key, reporter, stateNow } = await about('school-4');
    house.clock.turnTo('2024-04-10T00:00:00Z');
    recorded(await commands.saveDraft(reporter, key, { ...filledReport, problems: '无' }));
    recorded(await commands.submit(reporter, key));
    expect(await stateNow()).toBe('submitted');
    expect(await reports.report(reporter, key)).toMatchObject({ form: { fields: { problems: '无' } } });
  });

  it('and the reminder at the same moment: whichever is first, nothing is said of what was filed', async () => {
    const { key, reporter } = await about('school-5');
    const looks = new LookStore(database);
    house.clock.turnTo('2024-04-12T01:00:00Z');
    // A look that read the ledger before the report was filed, and comes to write after it.
    const [{ version } = { version: 0 }] = await house.rows<{ version: number }>('SELECT version FROM participation WHERE school_id = $1', [
      key.school,
    ]);
    recorded(await commands.submit(reporter, key, filledReport));
    const message = { instance: null, to: [], text: { zh: '催', en: 'remind' }, cause: 'report/late-reminder', kind: 'reminder' } as const;
    const notice = { report: key.report, period: key.period, rung: 'due-day', message };
    await looks.settle(
      reporter.tenant,
      [{ school_id: key.school, version, look_at: '2024-05-01T00:00:00.000Z', notices: [notice] }],
      house.clock.now(),
    );
    expect(await house.rows(`SELECT id FROM outbox WHERE payload->>'cause' = 'report/late-reminder'`)).toEqual([]);
  });
});

describe('refused, everything stays as it was', () => {
  it('by what is not there, not open, or not the caller’s', async () => {
    house.clock.turnTo('2024-04-10T00:00:00Z');
    const { key, reporter } = await about('school-6');
    const stranger = await house.caller('reporter-of-school-7');
    const city = await house.caller('city');
    await expectNoChange(() => commands.submit(stranger, key, filledReport), 'school.unknown');
    await expectNoChange(() => commands.submit(city, key, filledReport), 'permission.missing');
    await expectNoChange(() => commands.submit(reporter, { ...key, school: 'x' }, filledReport), 'school.unknown');
    await expectNoChange(() => commands.submit(reporter, { ...key, period: '2024-05-B' }, filledReport), 'report.not-open');
    await expectNoChange(() => commands.submit(reporter, { ...key, report: 'weekly' }, filledReport), 'report.unknown');
    await expectNoChange(() => commands.submit(reporter, key, {}), 'form.invalid');
    await expectNoChange(() => commands.submit(reporter, key, { ...filledReport, examined: 99 }), 'rule.broken');
    await expectNoChange(() => commands.saveDraft(reporter, key, { examined: '三十' }), 'form.invalid');
  });

  it('by where the report stands', async () => {
    const { key, reporter } = await about('school-6');
    const [city, office] = [await house.caller('city'), await house.caller('office')];
    await expectNoChange(() => commands.review(city, key, { outcome: 'accepted' }), 'report.not-now');
    await expectNoChange(() => commands.appeal(reporter, key, '无'), 'appeal.not-needed');
    await expectNoChange(() => commands.decideAppeal(office, key, true, '无'), 'appeal.none');
    await expectNoChange(() => commands.markUploaded(reporter, key, '回执'), 'report.not-now');
    await expectNoChange(() => commands.find(office, key, true, '无'), 'report.not-now');
    recorded(await commands.exempt(office, key, '停课'));
    await expectNoChange(() => commands.submit(reporter, key, filledReport), 'report.not-now');
    await expectNoChange(() => commands.exempt(office, key, '停课'), 'report.not-now');
  });

  it('by a participation that cannot be', async () => {
    const [office, school] = [await house.caller('office'), await house.school('school-8')];
    const put = (changes: object) => () =>
      house.reporting.participations.put(office, school, { scheme: 'anhui', from: '2024-04-01', suspensions: [], ...changes }, undefined);
    await expectNoChange(put({ to: '2024-03-01' }), 'participation.span-invalid');
    await expectNoChange(put({ suspensions: [{ from: '2024-05-02', to: '2024-05-01', reason: '停课' }] }), 'participation.span-invalid');
    await expectNoChange(put({ scheme: 'jiangsu' }), 'scheme.unknown');
  });
});

it('the ledger is append-only', async () => {
  await expect(house.rows('UPDATE report_entry SET at = now()')).rejects.toThrow(/append-only/);
  await expect(house.rows('DELETE FROM report_entry')).rejects.toThrow(/append-only/);
  await expect(house.rows('TRUNCATE report_entry')).rejects.toThrow(/append-only/);
});

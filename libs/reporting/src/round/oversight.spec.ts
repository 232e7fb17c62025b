import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done } from '../../../../test/support/house.ts';
import { openReportingHouse, recorded, tenant } from '../../../../test/support/reporting-house.ts';
import { filledMonthly } from '../../../../test/support/reports.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import { LookStore } from '../store/look.store.ts';

const { database, dataSource } = await testDatabase();
const house = await openReportingHouse({ database, dataSource }, { schools: 14, at: '2024-03-28T00:00:00Z' });
const another = house.anotherProcess();

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const told = async (code: string) =>
  (
    await house.rows<{ line: string }>(
      `SELECT period || ' ' || rung AS line FROM report_notice WHERE school_id = $1 ORDER BY sent_at, period, rung`,
      [await house.school(code)],
    )
  ).map(({ line }) => line);

/** Messages handed to the outbox about a school's reports, by what caused them. */
const messages = async (code: string) =>
  (
    await house.rows<{ cause: string }>(`SELECT payload->>'cause' AS cause FROM outbox WHERE payload->>'cause' LIKE $1 ORDER BY id`, [
      `report/${await house.school(code)}/%`,
    ])
  ).map(({ cause }) => cause.split('/').slice(2).join(' '));

interface CaseRow {
  readonly id: string;
  readonly number: number;
  readonly standing: readonly string[];
  readonly fields: {
    readonly causes: readonly { readonly period?: string }[];
    readonly notices: readonly object[];
    readonly checkedAt: string;
  };
}

const casesOf = async (code: string): Promise<CaseRow[]> =>
  house.rows<CaseRow>(
    `SELECT i.id, c.number, i.standing, f.fields FROM standing_case c JOIN instance i ON i.tenant = c.tenant AND i.id = c.instance_id
     JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = 1
     WHERE c.school_id = $1 ORDER BY c.number`,
    [await house.school(code)],
  );

const standingOf = async (code: string) => (await casesOf(code)).map(({ standing }) => standing.join());

async function decide(account: string, instance: string, outcome: string, details: object = {}): Promise<void> {
  const caller = await house.caller(account);
  const view = await house.cases.instances.read(caller, instance);
  const decision = { outcome, formVersion: view?.form.version ?? 0, ...details };
  done(await house.cases.commands.decide(caller, view?.myTasks[0]?.id ?? '', decision));
}

const keyOf = async (code: string, report: string, period: string) => ({ school: await house.school(code), report, period });

/** Three fortnightly reports missed in a row: to the moment the third is over. */
async function missThree(code: string): Promise<string> {
  await house.join(code, 'demonstration', '2024-03-28');
  await house.passTo('2024-05-12T16:00:00Z');
  const [found] = await casesOf(code);
  if (found === undefined) throw new Error(`${code} was not flagged`);
  return found.id;
}

afterEach(() => house.clock.turnTo('2024-03-28T00:00:00Z'));

describe('reminders', () => {
  it('come at their instants, each once, however many workers look and however often', async () => {
    await house.join('school-1', 'demonstration', '2024-03-28');
    const seen: string[][] = [];
    for (const moment of [
      '2024-03-28T00:59:59Z',
      '2024-03-28T01:00:00Z',
      '2024-04-09T01:00:00Z',
      '2024-04-11T01:00:00Z',
      '2024-04-12T01:00:00Z',
    ]) {
      house.clock.turnTo(moment);
      await Promise.all([house, another, house, another].map(({ reporting }) => reporting.round.run(house.clock.now())));
      seen.push(await messages('school-1'));
    }
    const rungs = ['opened', 'three-days-before', 'one-day-before', 'due-day'].map((rung) => `fortnightly 2024-04-A ${rung}`);
    expect(seen).toEqual([0, 1, 2, 3, 4].map((count) => rungs.slice(0, count)));
    expect(await told('school-1')).toEqual(rungs.map((rung) => rung.slice('fortnightly '.length)));
  });

  it('do not come for a report that was filed', async () => {
    await house.join('school-2', 'demonstration', '2024-03-28');
    await house.passTo('2024-03-28T01:00:00Z');
    await house.file('school-2', 'fortnightly', '2024-04-A');
    await house.passTo('2024-04-12T15:00:00Z');
    expect(await messages('school-2')).toEqual(['fortnightly 2024-04-A opened']);
  });

  it('after an outage there is one for what is open and one for what was missed, not many', async () => {
    await house.join('school-3', 'demonstration', '2024-03-28');
    await house.passTo('2024-04-12T15:00:00Z');
    expect(await messages('school-3')).toEqual(['fortnightly 2024-04-A due-day']);
    await house.passTo('2024-06-11T02:00:00Z');
    expect((await messages('school-3')).slice(1)).toEqual(['fortnightly 2024-06-A one-day-before', 'fortnightly 2024-05-B missed']);
    await house.passTo('2024-06-11T03:00:00Z');
    expect(await messages('school-3')).toHaveLength(3);
  });

  it('are not said again when the clock is turned back', async () => {
    await house.join('school-4', 'demonstration', '2024-03-28');
    await house.passTo('2024-04-11T02:00:00Z');
    house.clock.turnTo('2024-04-09T02:00:00Z');
    await house.join('school-4', 'demonstration', '2024-03-28');
    await house.passTo('2024-04-10T02:00:00Z');
    expect(await messages('school-4')).toEqual(['fortnightly 2024-04-A one-day-before']);
  });

  it('the round names the next instant at which it is needed', async () => {
    await house.passTo('2024-04-27T16:00:00Z');
    expect(await house.reporting.round.next(house.clock.now())).toEqual(new Date('2024-04-28T01:00:00Z'));
  });
});

describe('three misses in a row', () => {
  it('open a case by themselves, once, with the obligations, what was said of them, and the clock', async () => {
    await house.join('school-5', 'demonstration', '2024-03-28');
    for (const moment of ['2024-03-28T01:00:00Z', '2024-04-12T16:00:00Z', '2024-04-27T16:00:00Z', '2024-05-12T15:59:59.999Z'])
      await house.passTo(moment);
    expect(await casesOf('school-5')).toEqual([]);
    house.clock.turnTo('2024-05-12T16:00:00Z');
    await Promise.all([house, another, house, another].map(({ reporting }) => reporting.round.run(house.clock.now())));
    const [found, ...others] = await casesOf('school-5');
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      number: 1,
      standing: ['circularPending'],
      fields: {
        scheme: '演示：双周报',
        causes: ['2024-04-A', '2024-04-B', '2024-05-A'].map((period) => ({ kind: 'misses', rule: 'R-AH21-35', period, state: '漏报' })),
        checkedAt: '2024-05-12T16:00:00.000Z',
      },
    });
    expect(found?.fields.notices).toContainEqual(
      expect.objectContaining({ period: '2024-04-A', rung: 'missed', sentAt: '2024-04-12T16:00:00.000Z' }),
    );
    expect(await house.rows('SELECT kind, person_id FROM history WHERE instance_id = $1', [found?.id])).toEqual([
      { kind: 'started', person_id: null },
    ]);
    const view = await house.cases.instances.read(await house.caller('education'), found?.id ?? '');
    expect(view?.myTasks).toHaveLength(1);
    expect(view?.applicant).toBeUndefined();
  });

  it('are found all the same after an outage over all three', async () => {
    const instance = await missThree('school-6');
    expect(instance).not.toBe('');
    const before = await digests(dataSource);
    await house.passTo('2024-05-12T16:00:00Z');
    expect(await digests(dataSource)).toEqual(before);
  });

  it.each([
    ['a late exemption', 'school-7'],
    ['an accepted appeal', 'school-8'],
    ['the last filed before the next is due', 'school-9'],
  ])('%s lifts the flag, which is the system’s act', async (cure, code) => {
    const instance = await missThree(code);
    house.clock.turnTo('2024-05-20T02:00:00Z');
    const { commands } = house.reporting;
    const [office, reporter] = [await house.caller('office'), await house.caller(`reporter-of-${code}`)];
    const key = await keyOf(code, 'fortnightly', cure.startsWith('the last') ? '2024-05-A' : '2024-04-B');
    if (cure === 'a late exemption') recorded(await commands.exempt(office, key, '停课'));
    else if (cure === 'an accepted appeal') {
      recorded(await commands.appeal(reporter, key, '平台故障'));
      expect(await standingOf(code)).toEqual(['circularPending']);
      recorded(await commands.decideAppeal(office, key, true, '情况属实'));
    } else await house.file(code, 'fortnightly', '2024-05-A');
    expect(await standingOf(code)).toEqual(['lifted']);
    const [last] = await house.rows<object>(
      'SELECT kind, person_id, detail FROM history WHERE instance_id = $1 ORDER BY sequence DESC LIMIT 1',
      [instance],
    );
    expect(last).toMatchObject({ kind: 'signalled', person_id: null, detail: { cause: 'liftFlag' } });
    expect(await house.reporting.standings.one(office, key.school)).not.toHaveProperty('case');
  });

  it('count anew after a case was dismissed', async () => {
    const instance = await missThree('school-10');
    await decide('education', instance, 'dismiss', { comment: '平台故障' });
    await house.passTo('2024-06-13T02:00:00Z');
    expect(await standingOf('school-10')).toEqual(['dismissed']);
    await house.passTo('2024-06-27T16:00:00Z');
    expect(await standingOf('school-10')).toEqual(['dismissed', 'circularPending']);
    const [, second] = await casesOf('school-10');
    expect(second?.fields.causes.map(({ period }) => period)).toEqual(['2024-05-B', '2024-06-A', '2024-06-B']);
  });

  it('and another after the circular: the school’s part in the pilot is reviewed, and next year’s is lost', async () => {
    const instance = await missThree('school-11');
    house.clock.turnTo('2024-05-20T02:00:00Z');
    await decide('education', instance, 'circulate', { fields: { circularNumber: '皖教秘职成〔2024〕31号', circularDate: '2024-05-20' } });
    await house.passTo('2024-05-27T15:00:00Z');
    expect(await standingOf('school-11')).toEqual(['circulated.rectifying']);
    await house.passTo('2024-05-27T16:00:00Z');
    expect(await standingOf('school-11')).toEqual(['cancelReview.hearing']);
    await decide('reporter-of-school-11', instance, 'submit', { fields: { statement: '人员调整' } });
    await decide('education', instance, 'cancel', { fields: { decisionNumber: '皖教秘职成〔2024〕52号', decisionDate: '2024-06-03' } });
    expect(await standingOf('school-11')).toEqual(['disqualified']);
    await house.passTo('2024-07-30T00:00:00Z');
    expect(await standingOf('school-11')).toEqual(['disqualified']);
  });
});

describe('other causes', () => {
  it('slow progress found by monthly monitoring, until it is found otherwise (R-AH24-21)', async () => {
    await house.join('school-14', 'anhui', '2024-03-28');
    house.clock.turnTo('2024-04-20T02:00:00Z');
    const { commands } = house.reporting;
    const [office, reporter] = [await house.caller('office'), await house.caller('reporter-of-school-14')];
    const key = await keyOf('school-14', 'monthly', '2024-04');
    recorded(await commands.submit(reporter, key, filledMonthly));
    recorded(await commands.markUploaded(reporter, key, '平台回执 7'));
    recorded(await commands.monitor(office, key, '与平台审核结果一致'));
    expect(await standingOf('school-14')).toEqual([]);
    recorded(await commands.find(office, key, true, '实考人数不足计划的一半'));
    expect(await standingOf('school-14')).toEqual(['circularPending']);
    expect((await casesOf('school-14'))[0]?.fields.causes).toMatchObject([{ kind: 'slow', rule: 'R-AH24-21', period: '2024-04' }]);
    recorded(await commands.find(office, key, false, '更正：数据延迟'));
    expect(await standingOf('school-14')).toEqual(['lifted']);
  });

  it('an act that rested on an old view of the ledger is looked at again', async () => {
    const before = await house.rows<{ version: number }>('SELECT version FROM participation WHERE school_id = $1', [
      await house.school('school-14'),
    ]);
    const looks = new LookStore(database);
    const now = house.clock.now();
    const seen = {
      school_id: await house.school('school-14'),
      version: (before[0]?.version ?? 0) - 1,
      look_at: '2030-01-01T00:00:00.000Z',
      notices: [],
    };
    await looks.settle(tenant, [seen], now);
    expect((await looks.due(now, undefined, 100)).map(({ school_id }) => school_id)).toContain(seen.school_id);
  });

  it('Hubei: three late weeks, or a violation on record, open a review of the school’s part (R-HB20-20)', async () => {
    await house.join('school-12', 'hubei', '2024-04-01');
    await house.passTo('2024-04-14T16:00:00Z');
    const office = await house.caller('office');
    const school = await house.school('school-12');
    expect(await standingOf('school-12')).toEqual([]);
    recorded(await house.reporting.participations.recordViolation(office, school, 'funds', '违规收费'));
    expect(await standingOf('school-12')).toEqual(['cancelReview.hearing']);
    const [found] = await casesOf('school-12');
    expect(found?.fields.causes).toEqual([{ kind: 'funds', rule: 'R-HB20-20' }]);
    expect(await house.reporting.participations.recordViolation(office, await house.school('school-1'), 'funds', '违规收费')).toMatchObject(
      {
        kind: 'refused',
        code: 'violation.not-provided',
      },
    );
  });
});

it('whoever is interrupted between putting a case down and beginning it begins the same one', async () => {
  await house.join('school-13', 'demonstration', '2024-03-28');
  house.clock.turnTo('2024-05-12T16:00:00Z');
  const school = await house.school('school-13');
  const instance = house.cases.systemCommands.caseOf(tenant, `flag/${school}/1`);
  await house.rows('INSERT INTO standing_case (tenant, school_id, number, instance_id, opened_at) VALUES ($1, $2, 1, $3, now())', [
    tenant,
    school,
    instance,
  ]);
  await house.reporting.round.run(house.clock.now());
  expect(await casesOf('school-13')).toMatchObject([{ id: instance, standing: ['circularPending'] }]);
});

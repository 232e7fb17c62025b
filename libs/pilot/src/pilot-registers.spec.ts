import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '#calendar';
import type { Fields } from '#engine';
import { newId } from '#platform';
import { Schemes } from '#reporting';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { anhui } from '../../../config/policies/anhui.ts';
import { reportSchemes } from '../../../config/policies/report-schemes.ts';
import certificates from '../../../config/registers/certificates.json' with { type: 'json' };
import majors from '../../../config/registers/majors.json' with { type: 'json' };
import { testDatabase } from '../../../test/support/database.ts';
import { PilotRegisters } from './index.ts';

const { database, dataSource } = await testDatabase();
const data = { certificates: certificates.certificates, majors: majors.majors, policy: anhui };
const calendar = workingCalendar(china);
const none = { of: () => [] };
const parts = { database, schemes: new Schemes(reportSchemes, none), calendarOf: () => calendar, amendments: none };
const registers = new PilotRegisters({ ...parts, data });

const ask = (source: string, asked: Fields, at = '2024-03-22T01:00:00.000Z', of = registers) =>
  of.answer({ tenant: 'anhui', source, with: asked, at: new Date(at) });

describe('every answer has the fields its source declares', () => {
  it.each([
    ['certificate', { code: 'X002' }],
    ['window', { season: 'spring', year: 2024 }],
    ['policy', {}],
    ['participation', { school: newId(), since: 1_709_222_400, year: 2025 }],
    ['approved-plan', { school: 's', certificate: 'X002', year: 2024, season: 'spring', level: 'junior', major: '510203' }],
  ] as const)('%s', async (source, asked) => {
    const answer = (await ask(source, asked)) ?? {};
    expect(Object.keys(answer).sort()).toEqual(Object.keys(registers.catalogue[source].fields).sort());
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it('a register that does not exist is a defect', async () => {
    await expect(ask('police', {})).rejects.toThrow(/police/);
  });
});

describe('a certificate (R-AH24-01)', () => {
  it('is known by its code', async () => {
    expect(await ask('certificate', { code: 'X002' })).toEqual({
      name: 'Web前端开发',
      fullName: 'Web前端开发职业技能等级证书',
      organisation: '工业和信息化部教育与考试中心',
      levels: ['junior', 'intermediate', 'advanced'],
      areLevelsKnown: true,
      isCancelled: false,
      minimumOpening: 0,
    });
  });

  it('may be known by its name alone', async () => {
    expect(await ask('certificate', { code: 'X079' })).toMatchObject({ organisation: '', levels: [], areLevelsKnown: false });
  });

  it('is not known by another code', async () => {
    expect(await ask('certificate', { code: 'X999' })).toBeNull();
    expect(await ask('certificate', { code: 'constructor' })).toBeNull();
  });

  it.each([
    ['2024-03-24T15:59:59.999Z', false],
    ['2024-03-24T16:00:00.000Z', true],
  ])('cancelled from 25 March is cancelled at %s: %s (R-NC21-13)', async (at, isCancelled) => {
    const changed = data.certificates.map((one) => (one.code === 'X003' ? { ...one, cancelledOn: '2024-03-25' } : one));
    const other = new PilotRegisters({ ...parts, data: { ...data, certificates: changed } });
    expect(await ask('certificate', { code: 'X003' }, at, other)).toMatchObject({ isCancelled });
  });

  it('has the minimum opening number the policy gives it (R-AH24-06)', async () => {
    const other = new PilotRegisters({ ...parts, data: { ...data, policy: { ...anhui, minimumOpening: { X002: 30 } } } });
    expect(await ask('certificate', { code: 'X002' }, undefined, other)).toMatchObject({ minimumOpening: 30 });
  });

  it('has a code of its own', () => {
    expect(new Set(data.certificates.map(({ code }) => code)).size).toBe(data.certificates.length);
  });
});

describe('the windows of a season (R-AH24-07 to -09)', () => {
  it('are those of the notice', async () => {
    expect(await ask('window', { season: 'spring', year: 2024 })).toEqual({
      season: 'spring',
      year: 2024,
      notice: '皖教秘职成〔2024〕22号',
      isAssumed: false,
      schoolOpens: '2024-03-21T16:00:00.000Z',
      schoolCloses: '2024-04-02T15:59:59.999Z',
      schoolDays: '2024-03-22 – 2024-04-02',
      cityOpens: '2024-03-21T16:00:00.000Z',
      cityCloses: '2024-04-05T15:59:59.999Z',
      cityDays: '2024-03-22 – 2024-04-05',
      provinceOpens: '2024-03-25T16:00:00.000Z',
      provinceCloses: '2024-04-10T15:59:59.999Z',
      provinceDays: '2024-03-26 – 2024-04-10',
    });
  });

  it.each([
    [
      'autumn',
      { season: 'autumn', year: 2024 },
      { schoolDays: '2024-09-15 – 2024-09-25', cityDays: '2024-09-15 – 2024-09-28', provinceDays: '2024-09-20 – 2024-09-30' },
    ],
    [
      'a later year, by the last notice',
      { season: 'spring', year: 2026 },
      { notice: '皖教秘职成〔2024〕22号', isAssumed: true, schoolDays: '2026-03-22 – 2026-04-02' },
    ],
    ['no season: the one that is open', { season: '', year: 0 }, { season: 'spring', year: 2024 }],
  ])('%s', async (_, asked, expected) => {
    expect(await ask('window', asked)).toMatchObject(expected);
  });

  it.each([
    ['2024-04-02T15:59:59.998Z', 'spring', 2024],
    ['2024-04-02T15:59:59.999Z', 'autumn', 2024],
    ['2024-12-31T15:59:59.999Z', 'spring', 2025],
  ])('at %s the next to close is %s %i', async (at, season, year) => {
    expect(await ask('window', { season: '', year: 0 }, at)).toMatchObject({ season, year });
  });

  it.each([
    ['before the first notice', { season: 'spring', year: 2023 }, '2024-03-22T01:00:00.000Z'],
    ['in the year before it, without a season', { season: '', year: 0 }, '2022-06-01T00:00:00.000Z'],
  ])('are not known %s', async (_, asked, at) => {
    expect(await ask('window', asked, at)).toBeNull();
  });
});

describe('windows that an office has entered', () => {
  const days = { from: '03-20', to: '04-08' };
  const season = { school: days, city: days, province: days };
  const content = { document: '皖教秘职成〔2026〕9号', seasons: { spring: season, autumn: season } };
  const entered = { key: '2026', number: 1, content, source: content.document, by: '省推进办', at: new Date(0) };
  const with2026 = (...amendments: object[]) =>
    new PilotRegisters({ ...parts, data, amendments: { of: () => amendments as (typeof entered)[] } });
  const spring = async (of: PilotRegisters, year: number) =>
    (await ask('window', { season: 'spring', year }, '2026-03-01T01:00:00Z', of)) ?? {};

  it('are what rules are told, of their year and of those after it', async () => {
    expect(await spring(with2026(entered), 2026)).toMatchObject({ schoolDays: '2026-03-20 – 2026-04-08', isAssumed: false });
    expect(await spring(with2026(entered), 2027)).toMatchObject({ schoolDays: '2027-03-20 – 2027-04-08', isAssumed: true });
    expect(await spring(with2026(entered), 2025)).toMatchObject({ schoolDays: '2025-03-22 – 2025-04-02', isAssumed: true });
  });

  it('give way to what came with the configuration once they are withdrawn', async () => {
    const withdrawn = { ...entered, number: 2, content: null };
    expect(await spring(with2026(entered, withdrawn), 2026)).toMatchObject({ schoolDays: '2026-03-22 – 2026-04-02', isAssumed: true });
  });

  it('may name 29 February, which stands for the 28th in years without one', async () => {
    const leap = { school: { from: '02-20', to: '02-29' }, city: days, province: days };
    const of2028 = { ...entered, key: '2028', content: { ...content, seasons: { spring: leap, autumn: season } } };
    expect(await spring(with2026(of2028), 2029)).toMatchObject({ schoolDays: '2029-02-20 – 2029-02-28' });
  });
});

describe('windows whose printed days are rest days (A-19)', () => {
  const rolling = new PilotRegisters({ ...parts, data: { ...data, policy: { ...anhui, windowOnRestDay: 'roll-forward' } } });

  it('are listed with a warning', () => {
    expect(registers.windows('anhui', 2024).map(({ season, role, from, to, restDays }) => [season, role, from, to, restDays])).toEqual([
      ['spring', 'school', '2024-03-22', '2024-04-02', []],
      ['spring', 'city', '2024-03-22', '2024-04-05', ['2024-04-05']],
      ['spring', 'province', '2024-03-26', '2024-04-10', []],
      ['autumn', 'school', '2024-09-15', '2024-09-25', ['2024-09-15']],
      ['autumn', 'city', '2024-09-15', '2024-09-28', ['2024-09-15', '2024-09-28']],
      ['autumn', 'province', '2024-09-20', '2024-09-30', []],
    ]);
    expect(registers.windows('anhui', 2023)).toEqual([]);
  });

  it('roll to the next working day where the province says so, and show what was printed', async () => {
    const spring = { season: 'spring', year: 2024 };
    expect(await ask('window', spring)).toMatchObject({ cityCloses: '2024-04-05T15:59:59.999Z' });
    expect(await ask('window', spring, undefined, rolling)).toMatchObject({
      cityOpens: '2024-03-21T16:00:00.000Z',
      cityCloses: '2024-04-07T15:59:59.999Z',
      cityDays: '2024-03-22 – 2024-04-07',
      schoolCloses: '2024-04-02T15:59:59.999Z',
    });
    const [, city] = rolling.windows('anhui', 2024);
    expect(city).toMatchObject({ to: '2024-04-07', printed: { from: '2024-03-22', to: '2024-04-05' }, restDays: ['2024-04-05'] });
  });

  it('opens as printed also where it rolls', () => {
    expect(rolling.windows('anhui', 2024)[4]).toMatchObject({ from: '2024-09-15', to: '2024-09-29' });
  });
});

describe('an approved plan (R-AH24-14, -15)', () => {
  const key = { school: newId(), certificate: 'X002', year: 2024, season: 'spring' };
  const plan = [
    { level: 'intermediate', major: '510203', headcount: 40 },
    { level: 'junior', major: '510203', headcount: 20 },
    { level: 'intermediate', major: '510203', headcount: 12 },
  ];
  const unique = (certificate: string) => [key.school, certificate, 2024, 'spring'].join('|');

  async function put(uniqueKey: string, standing: string, more: { tenant?: string; definition?: string } = {}): Promise<string> {
    const id = newId();
    await dataSource.query(
      `INSERT INTO instance (tenant, id, definition_key, definition_version, title_zh, applicant, organisation_id, organisation_path,
         standing, is_finished, state, form_version, unique_key, sequence, last_hash, started_at, changed_at)
       VALUES ($1, $2, $3, 1, '示例', $2, $4, '', $5, false, $6, 1, $7, 1, '\\x00', now(), now())`,
      [more.tenant ?? 'anhui', id, more.definition ?? 'annual-application', key.school, [standing], { data: { plan } }, uniqueKey],
    );
    return id;
  }
  const line = (level: string, certificate = 'X002') => ask('approved-plan', { ...key, certificate, level, major: '510203' });
  const nothing = { exists: false, instance: '', hasLine: false, headcount: 0 };

  it('is found by school, certificate and season, its increases added up', async () => {
    const instance = await put(unique('X002'), 'approved');
    expect(await line('intermediate')).toEqual({ exists: true, instance, hasLine: true, headcount: 52 });
    expect(await line('junior')).toEqual({ exists: true, instance, hasLine: true, headcount: 20 });
    expect(await line('advanced')).toEqual({ exists: true, instance, hasLine: false, headcount: 0 });
  });

  it.each([
    ['still under review', 'X003', 'provinceReview', {}],
    ['of a closed season', 'X004', 'closed', {}],
    ['of another tenant', 'X005', 'approved', { tenant: 'hubei' }],
    ['of another process', 'X006', 'approved', { definition: 'certificate-admission' }],
  ])('is not one %s', async (_, certificate, standing, more) => {
    await put(unique(certificate), standing, more);
    expect(await line('intermediate', certificate)).toEqual(nothing);
  });

  it('is not one of another season', async () => {
    expect(await ask('approved-plan', { ...key, season: 'autumn', level: 'intermediate', major: '510203' })).toEqual(nothing);
  });
});

it('offers the entries that a form chooses from', () => {
  expect(registers.entries('certificate')?.[1]).toEqual({ key: 'X002', name: 'Web前端开发', detail: '工业和信息化部教育与考试中心' });
  expect(registers.entries('major')?.find(({ key }) => key === '510203')).toMatchObject({ name: '软件技术' });
  expect(registers.entries('police')).toBeUndefined();
});

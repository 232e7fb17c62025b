import { describe, expect, it } from '@jest/globals';
import { application } from '../../workflows/annual-application/sample.ts';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { viewOf } from '../support/office.ts';
import { Program } from '../support/server-program.ts';

interface ClockView {
  readonly now: string;
  readonly real: string;
  readonly isAdjustable: boolean;
  readonly version: number;
}

const adjustable = await startApi({ environment: { SHENPI_CLOCK: 'adjustable', SHENPI_CLOCK_BEGINS: '2024-03-18T09:00:00+08:00' } });
const clockwork = { SHENPI_CLOCK: 'adjustable', SHENPI_DEMO: 'true' };
const second = await startApi({ databaseUrl: adjustable.databaseUrl, environment: { SHENPI_CLOCK: 'adjustable', SHENPI_WORKER: 'false' } });
const production = await startApi();

const look = async (person: Client) => done(await person.get<ClockView>('operations/clock'));
const turn = async (person: Client, body: object) => person.post<ClockView & Problem>('operations/clock', body);
const minutesBetween = (one: string, other: string) => (Date.parse(other) - Date.parse(one)) / 60_000;

describe('the clock of a demonstration', () => {
  it('begins where it was told to', async () => {
    const view = await look(await adjustable.signIn('admin'));
    expect(view).toMatchObject({ isAdjustable: true, version: 1 });
    expect(minutesBetween('2024-03-18T01:00:00Z', view.now)).toBeGreaterThanOrEqual(0);
    expect(minutesBetween('2024-03-18T01:00:00Z', view.now)).toBeLessThan(10);
  });

  it('is turned by the administrator, for every server, and nobody has to sign in again', async () => {
    const [admin, lead] = [await adjustable.signIn('admin'), await adjustable.signIn('jh-xx-fuzeren')];
    const before = await look(admin);
    const turned = done(await turn(admin, { by: 'P40D', version: before.version }));
    expect(Math.round(minutesBetween(before.now, turned.now) / 1440)).toBe(40);
    expect(turned.version).toBe(before.version + 1);
    expect((await lead.get('session')).status).toBe(200);
    const to = '2024-05-31T00:00:00.000Z';
    expect(minutesBetween(to, done(await turn(admin, { to, version: turned.version })).now)).toBeLessThan(1);
    // Whoever signs in by the turned clock, and on the other server, has a session by the real one.
    const elsewhere = (await adjustable.signIn('admin')).on(second.url);
    await eventually(async () => {
      const { now, version } = await look(elsewhere);
      expect(version).toBe(turned.version + 1);
      expect(minutesBetween(to, now)).toBeGreaterThanOrEqual(0);
      expect(minutesBetween(to, now)).toBeLessThan(5);
    });
  });

  it('is not turned by anybody else, backwards, blindly, or in two ways at once', async () => {
    const [admin, lead] = [await adjustable.signIn('admin'), await adjustable.signIn('jh-xx-fuzeren')];
    const { version } = await look(admin);
    const refusals = [
      await turn(lead, { by: 'P1D', version }),
      await turn(admin, { to: '2024-03-18T01:00:00Z', version }),
      await turn(admin, { by: 'P1D', version: version - 1 }),
      await turn(admin, { by: 'P1D' }),
      await turn(admin, { by: '-P1D', version }),
      await turn(admin, { by: 'P1D', to: '2024-06-01T00:00:00Z', version }),
      await turn(admin, { by: 'P500Y', version }),
    ];
    expect(refusals.map(({ status, body: { code } }) => `${status} ${code}`)).toEqual([
      '403 permission.missing',
      '422 clock.backwards',
      '409 clock.turned-meanwhile',
      '400 request.invalid',
      '400 request.invalid',
      '400 request.invalid',
      '422 clock.too-far',
    ]);
    expect((await look(admin)).version).toBe(version);
  });
});

it('what falls due by a turned clock is done by a worker of its own', async () => {
  const api = await startApi({ environment: { ...clockwork, SHENPI_CLOCK_BEGINS: '2024-03-18T09:00:00+08:00', SHENPI_WORKER: 'false' } });
  Program.run('worker', { DATABASE_URL: api.databaseUrl, ...clockwork });
  const [admin, affairs] = [await api.signIn('admin'), await api.signIn('lz-jiaowu')];
  const request = { definition: 'annual-application', organisation: affairs.at('academic-affairs'), fields: application };
  const { instance } = done(await affairs.post<{ instance: string }>('instances', request));
  done(await turn(admin, { to: '2024-04-02T23:00:00+08:00', version: (await look(admin)).version }));
  expect(await viewOf(affairs, instance)).toMatchObject({ states: [{ path: 'draft' }] });
  done(await turn(admin, { by: 'PT1H', version: (await look(admin)).version }));
  await eventually(async () => expect(await viewOf(affairs, instance)).toMatchObject({ states: [{ path: 'expired' }] }));
});

describe('the clock of a system in production', () => {
  it.each([
    ['a server without the demo data', 'server', { SHENPI_DEMO: 'false' }],
    ['a worker without them', 'worker', { SHENPI_DEMO: 'false' }],
    ['a server that is told it is in production', 'server', { SHENPI_DEMO: 'true', NODE_ENV: 'production' }],
  ] as const)('keeps %s from starting where it could be turned', async (_, app, environment) => {
    const program = Program.run(app, { DATABASE_URL: production.databaseUrl, SHENPI_CLOCK: 'adjustable', ...environment });
    expect(await program.exitCode()).toBe(1);
    expect(program.output).toMatch(/正式运行的系统不能拨动时钟[^]*the clock of a system in production is not turned/);
  });

  it('shows the time and is not turned', async () => {
    const admin = await production.signIn('admin');
    const { now, real, ...view } = await look(admin);
    expect(view).toMatchObject({ isAdjustable: false, version: 0, turnedAt: null });
    expect(now).toBe(real);
    const { status, body } = await turn(admin, { by: 'P1D', version: 1 });
    expect([status, body.code]).toEqual([409, 'clock.not-adjustable']);
    expect(await production.dataSource.query('SELECT * FROM clock_offset')).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../test/support/database.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { recordedLogger } from '../../../test/support/recorded-logger.ts';
import { AdjustableClock } from './adjustable-clock.ts';
import { TurnedClock } from './clock.ts';
import { newId } from './ids.ts';

const { database, dataSource } = await testDatabase();
const { logger } = recordedLogger();
const beginning = new Date('2026-11-21T01:00:00Z');
const tenant = 'anhui';
const person = newId();
const hour = 3_600_000;

let realClock: TurnedClock;
beforeEach(async () => {
  await dataSource.query('DELETE FROM clock_offset');
  realClock = new TurnedClock(beginning);
});

const open = async (begins?: Date) => {
  const clock = await AdjustableClock.open({ database, logger, realClock, begins });
  opened.push(clock);
  return clock;
};
const opened: AdjustableClock[] = [];
afterEach(() => Promise.all(opened.splice(0).map((clock) => clock.close())));
const row = async () => (await dataSource.query('SELECT milliseconds::float8, version, turned_by FROM clock_offset'))[0];

describe('a clock that can be turned', () => {
  it('shows the real time until it is turned, and goes on from there', async () => {
    const clock = await open();
    expect(clock.now()).toEqual(beginning);
    expect(await clock.turnTo(new Date('2027-01-01T00:00:00Z'), 1, { tenant, person })).toMatchObject({ version: 2, turnedBy: person });
    expect(clock.now()).toEqual(new Date('2027-01-01T00:00:00Z'));
    realClock.advance(hour);
    expect(clock.now()).toEqual(new Date('2027-01-01T01:00:00Z'));
    expect(clock.real()).toEqual(new Date(beginning.getTime() + hour));
    expect(await dataSource.query('SELECT person_id, act, before, after FROM audit_entry')).toEqual([
      { person_id: person, act: 'clock.turn', before: { now: beginning.toISOString() }, after: { now: '2027-01-01T00:00:00.000Z' } },
    ]);
  });

  it('begins where a new installation is told to, and never again', async () => {
    const season = new Date('2024-03-18T01:00:00Z');
    expect((await open(season)).now()).toEqual(season);
    realClock.advance(hour);
    expect((await open(new Date('2020-01-01T00:00:00Z'))).now()).toEqual(new Date(season.getTime() + hour));
  });

  it('is followed by every other process', async () => {
    const [one, other] = [await open(), await open()];
    await one.turnTo(new Date('2027-01-01T00:00:00Z'), 1, { tenant, person });
    await eventually(() => expect(other.now()).toEqual(one.now()));
    expect(other.setting).toEqual(one.setting);
  });
});

describe('it is left as it was, and the reason said', () => {
  it.each([
    ['backwards', '2026-11-21T00:59:59.999Z', 1, 'clock.backwards'],
    ['beyond all years', '2200-01-01T00:00:00Z', 1, 'clock.too-far'],
    ['by somebody who saw it before another turned it', '2027-01-01T00:00:00Z', 7, 'clock.turned-meanwhile'],
  ])('when it would be turned %s', async (_, to, version, code) => {
    const clock = await open();
    expect(await clock.turnTo(new Date(to), version, { tenant, person })).toMatchObject({ kind: 'refused', code });
    expect(clock.now()).toEqual(beginning);
    expect(await row()).toEqual({ milliseconds: 0, version: 1, turned_by: null });
  });

  it('when two turn it at once: one of them does', async () => {
    const [one, other] = [await open(), await open()];
    const results = await Promise.all([
      one.turnTo(new Date('2027-01-01T00:00:00Z'), 1, { tenant, person }),
      other.turnTo(new Date('2028-01-01T00:00:00Z'), 1, { tenant, person }),
    ]);
    expect(results.filter((result) => 'kind' in result)).toEqual([{ kind: 'refused', code: 'clock.turned-meanwhile' }]);
    await eventually(() => expect(one.now()).toEqual(other.now()));
    expect((await row()).version).toBe(2);
  });
});

import { describe, expect, it } from '@jest/globals';
import { SystemClock, TurnedClock } from './clock.ts';

describe('the turned clock', () => {
  it('stands still until it is turned', () => {
    const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
    expect(clock.now()).toEqual(clock.now());
    clock.advance(90_000);
    expect(clock.now()).toEqual(new Date('2024-03-22T01:01:30Z'));
    clock.turnTo('2024-01-01T00:00:00Z');
    expect(clock.now()).toEqual(new Date('2024-01-01T00:00:00Z'));
  });

  it('is not moved by changing what it gave or was given', () => {
    const given = new Date('2024-03-22T01:00:00Z');
    const clock = new TurnedClock(given);
    clock.turnTo(given);
    given.setFullYear(1999);
    clock.now().setFullYear(1999);
    expect(clock.now().getUTCFullYear()).toBe(2024);
  });
});

it('the system clock goes on', () => {
  const before = Date.now();
  expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
});

import { describe, expect, it } from '@jest/globals';
import { Metrics } from '#platform';
import { AskedClock } from '../../../../test/support/asked-clock.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import type { Round } from './round.ts';
import { Rounds } from './rounds.ts';

const start = new Date('2024-03-11T01:00:00Z');
/** The report of the first half of March falls due with the end of the 12th, in Asia/Shanghai. */
const due = new Date('2024-03-12T16:00:00Z');
const minute = 60_000;

function rounds(parts: Partial<Round>, ...others: readonly Round[]) {
  const clock = new AskedClock(start);
  const { logger, lines } = recordedLogger();
  const metrics = new ClockworkMetrics(new Metrics());
  const made: string[] = [];
  const round: Round = {
    name: 'report periods',
    next: async (now) => (now < due ? due : undefined),
    run: async (now) => void made.push(now.toISOString()),
    ...parts,
  };
  const running = new Rounds({ rounds: [round, ...others], clock, logger, metrics, idleMilliseconds: 2 });
  /** Lets it look a few times more. */
  const looked = async () => {
    const before = clock.asked;
    await eventually(() => expect(clock.asked).toBeGreaterThan(before + 3));
  };
  const results = async () =>
    (await metrics.rounds.get()).values
      .filter(({ metricName }) => metricName?.endsWith('_count'))
      .map(({ labels, value }) => [labels.round, labels.result, value]);
  return { running, clock, made, lines, looked, results };
}

describe('Rounds', () => {
  it('are made at the start, and at the instant something falls due, not a millisecond before', async () => {
    const { running, clock, made, looked, results } = rounds({});
    running.start();
    await eventually(() => expect(made).toEqual([start.toISOString()]));
    clock.turnTo(new Date(start.getTime() + minute - 1));
    await looked();
    expect(made).toHaveLength(1);
    clock.turnTo(new Date(due.getTime() - 1));
    await eventually(() => expect(made).toHaveLength(2));
    await looked();
    expect(made).toHaveLength(2);
    clock.turnTo(due);
    await eventually(() => expect(made.at(-1)).toBe(due.toISOString()));
    await looked();
    expect(made).toHaveLength(3);
    await running.stop();
    expect(await results()).toEqual([['report periods', 'done', 3]]);
  });

  it('are made once a minute also when nothing is in sight', async () => {
    const { running, clock, made, looked } = rounds({ next: async () => undefined });
    running.start();
    await eventually(() => expect(made).toHaveLength(1));
    clock.advance(minute - 1);
    await looked();
    expect(made).toHaveLength(1);
    clock.advance(1);
    await eventually(() => expect(made).toHaveLength(2));
    await running.stop();
  });

  it('are made at once when the clock was turned, forwards or back, by however little', async () => {
    const { running, clock, made } = rounds({});
    running.start();
    await eventually(() => expect(made).toHaveLength(1));
    clock.advance(60 * 24 * minute);
    await eventually(() => expect(made).toHaveLength(2));
    clock.advance(-1);
    await eventually(() => expect(made).toHaveLength(3));
    clock.turnTo(start);
    await eventually(() => expect(made.at(-1)).toBe(start.toISOString()));
    clock.turnTo(due);
    await eventually(() => expect(made.at(-1)).toBe(due.toISOString()));
    await running.stop();
  });

  it('are made again after a failure, said once, whichever half fails', async () => {
    let failures = 2;
    const fail = () => {
      failures -= 1;
      if (failures >= 0) throw new Error('no such table');
    };
    const made: string[] = [];
    const { running, lines, results } = rounds({
      run: async (now) => void made.push(now.toISOString()),
      next: async () => {
        fail();
        return undefined;
      },
    });
    running.start();
    await eventually(() => expect(made).toHaveLength(3));
    await running.stop();
    expect(lines.filter(({ level }) => level >= 50)).toHaveLength(1);
    expect(await results()).toEqual([
      ['report periods', 'failed', 2],
      ['report periods', 'done', 1],
    ]);
  });

  it('are not made without end when the next instant is said to have passed', async () => {
    const { running, made, looked } = rounds({ next: async (now) => now });
    running.start();
    await eventually(() => expect(made).toHaveLength(1));
    await looked();
    expect(made).toHaveLength(1);
    await running.stop();
  });

  it('do not wait for one another, and end with those under way', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let isEnded = false;
    const slow: Round = {
      name: 'slow',
      next: async () => undefined,
      run: async () => {
        await held;
        isEnded = true;
      },
    };
    const { running, clock, made } = rounds({}, slow);
    running.start();
    await eventually(() => expect(made).toHaveLength(1));
    clock.turnTo(due);
    await eventually(() => expect(made).toHaveLength(2));
    const stopped = running.stop();
    go();
    await stopped;
    expect(isEnded).toBe(true);
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/support/eventually.ts';
import { recordedLogger } from '../../../test/support/recorded-logger.ts';
import { Rereading } from './rereading.ts';

let running: Rereading | undefined;
afterEach(() => running?.stop());

function reading(outcomes: (attempt: number) => void) {
  const { logger, lines } = recordedLogger();
  const made = { attempts: 0 };
  const read = async (): Promise<void> => {
    made.attempts += 1;
    outcomes(made.attempts);
  };
  running = new Rereading({ name: 'the calendar', logger, read, milliseconds: 1 });
  return { running, lines, made };
}

describe('what is read again and again', () => {
  it('is read before anything stands on it, and after', async () => {
    const { running, made } = reading(() => undefined);
    await running.start();
    expect(made.attempts).toBe(1);
    await eventually(() => expect(made.attempts).toBeGreaterThan(3));
  });

  it('holds while it cannot be read, which is said once, as is its return', async () => {
    const { running, made, lines } = reading((attempt) => {
      if (attempt > 1 && attempt < 5) throw new Error('the database is away');
    });
    await running.start();
    await eventually(() => expect(made.attempts).toBeGreaterThan(6));
    expect(lines.map(({ msg }) => msg)).toEqual(['the calendar cannot be read; what was read last holds', 'the calendar is read again']);
  });

  it('is nothing to begin with when it cannot be read at all', async () => {
    const { running } = reading(() => {
      throw new Error('no such table');
    });
    await expect(running.start()).rejects.toThrow('no such table');
  });

  it('is read no more once it is stopped', async () => {
    const { running, made } = reading(() => undefined);
    await running.start();
    await running.stop();
    const { attempts } = made;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(made.attempts).toBe(attempts);
  });
});

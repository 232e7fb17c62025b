import { z } from 'zod';
import { DueTimes, workingCalendar } from '#calendar';
import { InstantOut } from '../http/schema.ts';

const version = z
  .int()
  .min(1)
  .meta({ description: 'The version that was seen, so that nobody turns a clock that somebody else has just turned.' });

export const ClockTurn = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }), version }),
  z.strictObject({ by: z.iso.duration().meta({ description: 'Such as P3D or PT4H.' }), version }),
]);

export const ClockOut = z
  .object({
    now: InstantOut,
    real: InstantOut.meta({ description: 'The time of the world outside.' }),
    isAdjustable: z.boolean(),
    version: z.int().meta({ description: 'Counts the turns; 0 where the clock cannot be turned.' }),
    turnedAt: InstantOut.nullable().meta({ description: 'By the time of the world outside.' }),
    waiting: z
      .object({ timers: z.int(), messages: z.int() })
      .meta({ description: 'Timers that are due and have not fired, and messages not yet handed on; counting stops at 10,000.' }),
  })
  .meta({ id: 'Clock' });

const dueTimes = new DueTimes(workingCalendar({ years: [], days: [] }));

/** The instant a clock that stands at `now` is to be turned to. */
export const momentOf = (turn: z.infer<typeof ClockTurn>, now: Date): Date =>
  new Date('to' in turn ? turn.to : dueTimes.after(turn.by, now.toISOString()));

import { z } from 'zod';
import { InstantOut } from '../http/schema.ts';

/** Years whose days can be looked at and corrected. */
export const Year = z.coerce.number().int().min(2000).max(2199);
export const Day = z.iso.date();

const DateOut = z.string().meta({ format: 'date' });
const name = z.string().trim().min(1).max(40).meta({ description: 'Such as 清明节.' });
const isOffDay = z.boolean().meta({ description: 'A rest day; otherwise a working day, such as one shifted onto a weekend (调休).' });
const source = z.string().trim().min(1).max(300).meta({ description: 'The document that says so: its number, or its address.' });

/** Whether only to say what would be. */
export const DryRunQuery = z.object({ dryRun: z.enum(['true', 'false']).optional() });

export const CorrectionBody = z.strictObject({ name, isOffDay, source });

export const ImportBody = z.strictObject({
  source,
  days: z
    .array(z.strictObject({ date: Day, name, isOffDay }))
    .max(100)
    .meta({ description: 'Every day of the year that is not what its weekday says, as the State Council published them.' }),
});

const Correction = z.object({ date: DateOut, name: z.string(), isOffDay: z.boolean(), source: z.string() });

const published = z
  .enum(['shipped', 'imported'])
  .nullable()
  .meta({ description: 'Where its official list comes from. Without one, working days are reckoned by weekends alone.' });
const warning = z.object({ zh: z.string(), en: z.string() }).optional();
const openDueTimes = z.int().meta({ description: 'Open tasks that are due in the year.' });

export const YearsOut = z
  .object({
    items: z.array(
      z.object({
        year: z.int(),
        published,
        warning,
        openDueTimes,
        isNeeded: z.boolean().meta({ description: 'Whether people work by it now: this year, and from 1 November on the next.' }),
      }),
    ),
  })
  .meta({ id: 'CalendarYears' });

export const YearOut = z
  .object({
    year: z.int(),
    published,
    warning: warning.meta({ description: 'For a year without an official list.' }),
    days: z.array(
      z
        .object({
          ...Correction.shape,
          origin: z.enum(['shipped', 'corrected']),
          correction: z.object({ by: z.string(), at: InstantOut }).optional(),
          shipped: z
            .object({ name: z.string(), isOffDay: z.boolean() })
            .optional()
            .meta({ description: 'What the list that came with the software says, where it was corrected.' }),
        })
        .meta({ id: 'CalendarDay' }),
    ),
    counts: z.object({ days: z.int(), workingDays: z.int(), restDays: z.int(), corrections: z.int() }),
    openDueTimes,
    changes: z
      .array(
        z.object({
          id: z.string(),
          kind: z.enum(['corrected', 'restored', 'imported']),
          year: z.int(),
          before: z.array(Correction).readonly(),
          after: z.array(Correction).readonly(),
          by: z.string(),
          at: InstantOut,
        }),
      )
      .meta({ description: 'What was changed, the latest first; a hundred at most.' }),
  })
  .meta({ id: 'CalendarYear' });

export const ChangedOut = z
  .object({
    days: z.array(DateOut).readonly().meta({ description: 'Days that were worked and are not now, or the other way round.' }),
    openDueTimes: z.int().meta({
      description: 'Open tasks under way on one of these days. Their due times were reckoned by the old calendar, and stay as they are.',
    }),
  })
  .meta({ id: 'CalendarChanged' });

const DaysOut = z.object({ from: DateOut, to: DateOut });

const PrintedDays = z.strictObject({ from: Day, to: Day });
const SeasonBody = z.strictObject({ school: PrintedDays, city: PrintedDays, province: PrintedDays });

export const WindowsBody = z.strictObject({
  document: z.string().trim().min(1).max(100).meta({ description: 'The number of the notice that prints the days.' }),
  seasons: z.strictObject({ spring: SeasonBody, autumn: SeasonBody }),
});

export const WithdrawalBody = z.strictObject({ reason: z.string().trim().min(1).max(300) });

export const WindowsChangedOut = z
  .object({
    openDueTimes: z.int().meta({
      description: 'Open tasks that are due when a window closed that closes at another time now. Their due times stay.',
    }),
  })
  .meta({ id: 'ApplicationWindowsChanged' });

export const WindowsOut = z
  .object({
    version: z.string().meta({ description: 'To be sent as If-Match by whoever enters other days.' }),
    entered: z
      .object({ by: z.string(), at: InstantOut })
      .optional()
      .meta({ description: 'Who entered the days of this year; left out where they come with the software.' }),
    items: z.array(
      z
        .object({
          season: z.enum(['spring', 'autumn']),
          role: z.enum(['school', 'city', 'province']),
          ...DaysOut.shape,
          opens: InstantOut,
          closes: InstantOut,
          notice: z.string(),
          isAssumed: z
            .boolean()
            .meta({ description: 'Whether the notice is of an earlier year and stands in until this year’s is entered.' }),
          printed: DaysOut.meta({ description: 'The days as the notice prints them; `from` and `to` are those that hold.' }),
          restDays: z.array(DateOut).readonly(),
          warning,
        })
        .meta({ id: 'ApplicationWindow' }),
    ),
  })
  .meta({ id: 'ApplicationWindows' });

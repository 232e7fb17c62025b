import { z } from 'zod';

/** A sentence or a title in the two languages of the product. English may be left out; Chinese stands in for it. */
export const Text = z
  .strictObject({ zh: z.string().min(1).max(500), en: z.string().min(1).max(500).exactOptional() })
  .meta({ id: 'Text', description: 'A text in Chinese and, if given, in English.' });
export type Text = z.infer<typeof Text>;

/** An expression in CEL. What it may read is listed in `expression/variables.ts`. */
export const Expression = z
  .string()
  .min(1)
  .max(1000)
  .meta({ id: 'Expression', description: 'A CEL expression over form, data, facts, subject, instance and now.' });

/** The number of a clause in the rule book, such as `R-AH24-06`. */
export const RuleNumber = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+)+$/)
  .max(40)
  .meta({ id: 'RuleNumber', description: 'The number of a clause, such as R-AH24-06.' });

export const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60);

/** Names inside a definition: states, fields, facts, data. ASCII, because expressions read them. */
export const Name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*$/)
  .max(60);

/** A state's place in the machine: its keys from the root, joined by dots. */
export const StatePath = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*$/)
  .max(300);

/** A time of the business zone, such as `17:30`. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/**
 * A length of time: an ISO 8601 duration (`P3D`, `PT4H`), working days (to the end of the last of them, or to a time on
 * it), or working hours.
 */
export const Delay = z
  .union([
    z
      .string()
      .regex(/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/)
      .max(40),
    z.strictObject({ workingDays: z.int().min(1).max(2000), at: TimeOfDay.exactOptional() }),
    z.strictObject({ workingHours: z.int().min(1).max(2000) }),
  ])
  .meta({ id: 'Delay', description: 'An ISO 8601 duration, or a number of working days or working hours.' });
export type Delay = z.infer<typeof Delay>;

/** How long until something is due, or the instant an expression yields. */
export const Due = z
  .union([Delay, z.strictObject({ at: Expression })])
  .meta({ id: 'Due', description: 'A length of time until something is due, or an expression for the instant.' });
export type Due = z.infer<typeof Due>;

/** Whether a due time is an instant by itself, whenever what is due began. */
export const isInstant = (due: Due): due is Exclude<Due, Delay> => typeof due === 'object' && !('workingDays' in due) && 'at' in due;

/** Levels of the organisation tree that posts are resolved at, from the smallest upwards. */
export const organisationKinds = ['department', 'school', 'city', 'province', 'alliance', 'evaluation-organisation'] as const;
export const OrganisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

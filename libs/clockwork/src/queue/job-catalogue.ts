import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string().exactOptional() });

/** Each doubling from a second: the last attempt comes about a quarter of an hour after the first. */
const attempts = 10;

/**
 * The one list of background jobs: what each carries, and how often it is tried. A payload names rows and says little
 * about them: a handler reads them again, since they may have changed while the job waited.
 */
export const jobCatalogue = {
  /** Tasks were opened: tell those who may decide them. There is one such message for almost every decision. */
  'notice.tasks-opened': {
    payload: z.array(z.object({ instance: z.uuid(), tasks: z.array(z.int()) })),
    attempts,
    isGathered: true,
  },
  /** Somebody is told something about a case. `to` are assignee keys. */
  'notice.send': {
    payload: z.array(
      z.object({
        /** The case it is about, if it is about one. */
        instance: z.uuid().nullable(),
        to: z.array(z.string()),
        text,
        cause: z.string(),
        /** What it is for; without it, a message. */
        kind: z.enum(['message', 'reminder', 'escalation', 'urge']).optional(),
        /** The tasks a reminder is about: when all of them are closed, it is not sent any more. */
        tasks: z.array(z.int()).optional(),
      }),
    ),
    attempts,
    isGathered: true,
  },
  /** A case sends a signal to another. */
  'instance.signal': {
    payload: z.object({ instance: z.uuid(), signal: z.string(), payload: z.record(z.string(), z.unknown()), id: z.string() }),
    attempts,
  },
  /** A child case is to begin or to end, or its parent to hear that it has. */
  'child.tend': { payload: z.object({ parent: z.uuid(), number: z.int() }), attempts },
} as const satisfies Record<string, JobKind>;

interface JobKind {
  readonly payload: z.ZodType;
  readonly attempts: number;
  /** Whether messages that wait together become one job, whose payload is the list of theirs. */
  readonly isGathered?: true;
}

export type JobName = keyof typeof jobCatalogue;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobCatalogue)[Name]['payload']>;

/** A job as its handler gets it. `id` is that of the outbox row, or of the first of those that were gathered. */
export interface Job<Name extends JobName = JobName> {
  readonly tenant: string;
  readonly id: string;
  readonly payload: JobPayload<Name>;
}

/** Exactly one handler a job. Delivery is at least once and in no promised order: a handler must bear repetition. */
export type Handlers = { readonly [Name in JobName]: (job: Job<Name>) => Promise<void> };

export const isJobName = (name: string): name is JobName => Object.hasOwn(jobCatalogue, name);

/** A name that is not known here may be known to the version being rolled out beside us: it gets the usual chances. */
export const attemptsOf = (name: string): number => (isJobName(name) ? jobCatalogue[name].attempts : attempts);

export const isGathered = (name: string): boolean => {
  const kind: JobKind | undefined = isJobName(name) ? jobCatalogue[name] : undefined;
  return kind?.isGathered === true;
};

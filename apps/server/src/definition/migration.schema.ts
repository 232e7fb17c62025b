import { z } from 'zod';
import { migrationLimit } from '#case';
import { InstantOut, NamedOut, ProblemOut, TextOut, Titled } from '../http/schema.ts';
import { AssigneeOut } from '../task/task.schema.ts';

const version = z.int().min(1).max(100_000);
const path = z.string().min(1).max(300);

const plan = {
  from: z.array(version).min(1).max(50).meta({ description: 'The versions whose cases are to go.' }),
  to: version,
  mapping: z
    .record(path, path)
    .meta({ description: 'Which state takes the place of which, by their paths, where somebody has chosen or agreed to what is lost.' }),
};

export const MigrationPlanBody = z.strictObject(plan).meta({ id: 'MigrationPlan' });

export const MigrationBody = z
  .strictObject({
    ...plan,
    comment: z.string().min(1).max(2000).meta({ description: 'Why; it is kept in the history of each case.' }),
    cases: z
      .array(z.strictObject({ id: z.uuid(), expected: z.string().max(400) }))
      .min(1)
      .max(migrationLimit)
      .meta({ description: 'Those that were shown by a preview, with the `expected` of each. What has moved on since is left out.' }),
  })
  .meta({ id: 'Migration' });

export const MigrationReversalBody = z
  .strictObject({
    comment: z.string().min(1).max(2000),
    cases: z.array(z.uuid()).min(1).max(migrationLimit).optional().meta({ description: 'Without it, all in which nothing has happened.' }),
  })
  .meta({ id: 'MigrationReversal' });

const refusal = ProblemOut.optional();

const caseVerdict = z
  .object({
    id: z.string(),
    number: z.string(),
    title: TextOut,
    version: z.int(),
    states: z.array(Titled).readonly(),
    verdict: z.enum(['safe', 'chosen', 'choice', 'stays']).meta({
      description:
        'Nothing is lost (`safe`); all has been chosen (`chosen`); somebody has to choose or to agree (`choice`); it can only end on its version (`stays`).',
    }),
    reasons: z.array(z.object({ code: z.string(), state: z.string().optional(), message: TextOut })).readonly(),
    refusal,
    expected: z.string().optional(),
    changes: z
      .object({ asked: z.int(), closed: z.int(), dues: z.int() })
      .optional()
      .meta({ description: 'Tasks that would be asked anew and closed, and those due at another time.' }),
  })
  .meta({ id: 'CaseVerdict' });

export const MigrationPreviewOut = z
  .object({
    versions: z.array(z.object({ version: z.int(), cases: z.int() })).readonly(),
    hasMore: z.boolean().meta({ description: `Whether there are more cases than the ${migrationLimit} that are looked at in one go.` }),
    counts: z.object({ safe: z.int(), chosen: z.int(), choice: z.int(), stays: z.int() }),
    choices: z
      .array(z.object({ ...Titled.shape, proposal: z.string().nullable(), chosen: z.string().nullable(), cases: z.int() }))
      .readonly()
      .meta({ description: 'The states for which somebody has to choose, and what is proposed.' }),
    targets: z.array(Titled).readonly().meta({ description: 'What can be chosen.' }),
    cases: z.array(caseVerdict).readonly(),
  })
  .meta({ id: 'MigrationPreview' });

const standing = z
  .object({
    states: z.array(Titled).readonly(),
    tasks: z.array(z.object({ step: Titled, assignee: AssigneeOut, dueAt: InstantOut.optional() })).readonly(),
    timers: z.array(z.object({ kind: z.enum(['delay', 'remind', 'escalate']), name: z.string(), dueAt: InstantOut })).readonly(),
  })
  .meta({ id: 'CaseStanding' });

export const CaseMigrationPreviewOut = z
  .object({
    case: caseVerdict,
    before: standing,
    after: standing.optional().meta({ description: 'With what is proposed where nothing was chosen.' }),
  })
  .meta({ id: 'CaseMigrationPreview' });

const summary = {
  id: z.string(),
  to: z.int(),
  begunBy: NamedOut,
  comment: z.string(),
  begunAt: InstantOut,
  stoppedAt: InstantOut.optional(),
  finishedAt: InstantOut.optional(),
};

export const MigrationsOut = z
  .object({
    versions: z.array(z.object({ version: z.int(), cases: z.int() })).readonly(),
    items: z.array(z.object(summary).meta({ id: 'MigrationSummary' })).readonly(),
  })
  .meta({ id: 'Migrations' });

export const MigrationReportOut = z
  .object({
    ...summary,
    total: z.int(),
    migrated: z.int(),
    leftOut: z.int(),
    waiting: z.int(),
    reversed: z.int(),
    reversible: z.int().meta({ description: 'Cases in which nothing has happened since.' }),
    cases: z
      .array(
        z
          .object({
            id: z.string(),
            number: z.string(),
            title: TextOut,
            from: z.int(),
            state: z.enum(['waiting', 'migrated', 'left-out', 'reversed']),
            isReversible: z.boolean(),
            refusal,
          })
          .meta({ id: 'MigratedCase' }),
      )
      .readonly(),
  })
  .meta({ id: 'MigrationReport' });

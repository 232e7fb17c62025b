import { advance } from '../advance.ts';
import type { Editions } from '../migrate/crossing.ts';
import { migrate } from '../migrate/migrate.ts';
import { reverseMigration } from '../migrate/reverse.ts';
import type { Entry } from '../run/entry.ts';
import { postsHeld } from '../run/posts-held.ts';
import type { RefusalCode } from '../run/refusal.ts';
import type { Result, World } from '../run/result.ts';
import type { CaseState, Fields, Instant, PersonId } from '../run/state.ts';
import { start } from '../start.ts';
import type { Workflow } from '../workflow.ts';
import { commandOf, startOf } from './command-of.ts';

/** One command as the history has it. */
export interface Happening {
  readonly id: string;
  readonly at: Instant;
  /** What was written down of it, at least one line. */
  readonly entries: readonly Entry[];
  /** The form as it was afterwards. */
  readonly fields: Fields;
}

/** The case that a history comes to, or how many of its commands can be told again, and why the next cannot. */
export type Replayed =
  | { readonly kind: 'replayed'; readonly state: CaseState }
  | { readonly kind: 'stopped'; readonly after: number; readonly because: RefusalCode | 'unreadable' };

/**
 * Plays a case again from its history alone: each command is made out of what was written down of it, and the engine
 * carries it out in the world as it was then. What comes of it is the case itself.
 *
 * @param workflow of the version it began on
 * @param editions the other versions that it was migrated to, by their numbers
 */
export function replay(
  workflow: Workflow,
  happenings: readonly Happening[],
  editions: ReadonlyMap<number, Workflow> = new Map(),
): Replayed {
  let state: CaseState | undefined;
  let at = workflow;
  for (const [after, happening] of happenings.entries()) {
    const crossing = crossingIn(happening);
    const to = crossing === undefined ? at : editions.get(crossing.to);
    const result = to && (crossing === undefined ? again(at, state, happening) : migratedAgain({ from: at, to }, state, happening));
    if (to === undefined || result?.kind !== 'advanced')
      return { kind: 'stopped', after, because: result?.kind === 'refused' ? result.code : 'unreadable' };
    state = result.state;
    at = to;
  }
  return state === undefined ? { kind: 'stopped', after: 0, because: 'unreadable' } : { kind: 'replayed', state };
}

/** Between which versions a case was migrated by a command, if it was. */
const crossingIn = ({ entries }: Happening): Entry['migration'] => entries.find(({ migration }) => migration !== undefined)?.migration;

function migratedAgain(editions: Editions, state: CaseState | undefined, happening: Happening): Result | undefined {
  const { id, at, entries } = happening;
  const entry = entries.find(({ migration }) => migration !== undefined);
  if (state === undefined || entry?.migration === undefined) return undefined;
  const { author, comment = '', kind, migration } = entry;
  const about = { id, at, comment, by: { person: author.kind === 'person' ? author.person : '', posts: [] } };
  if (kind === 'migration-reversed') return reverseMigration(state, { kind: 'reverse-migration', ...about }, migration.from);
  return migrate(editions, state, { kind: 'migrate', ...about, ...migration }, worldOf(editions.to, state.subject, happening));
}

function again(workflow: Workflow, state: CaseState | undefined, happening: Happening): Result | undefined {
  if (state === undefined) {
    const command = startOf(workflow, happening);
    return command && start(workflow, command, worldOf(workflow, command.subject, happening));
  }
  const command = commandOf(workflow, state, happening);
  return command && advance(workflow, state, command, worldOf(workflow, state.subject, happening));
}

/** What was known outside the case: of what is not in the history nobody was asked. */
function worldOf(workflow: Workflow, subject: CaseState['subject'], { entries }: Happening): World {
  const holders: Record<string, readonly PersonId[]> = Object.assign({}, ...entries.map(({ holders = {} }) => holders));
  const known: Record<string, Fields> = Object.assign({}, ...entries.map(({ facts = {} }) => facts));
  const facts = Object.keys(workflow.definition.facts ?? {}).map((name) => [name, known[name] ?? null] as const);
  return { posts: postsHeld(workflow, subject, (key) => holders[key] ?? []), facts: Object.fromEntries(facts) };
}

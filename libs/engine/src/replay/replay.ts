import { advance } from '../advance.ts';
import type { Entry } from '../run/entry.ts';
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
 */
export function replay(workflow: Workflow, happenings: readonly Happening[]): Replayed {
  let state: CaseState | undefined;
  for (const [after, happening] of happenings.entries()) {
    const result = again(workflow, state, happening);
    if (result?.kind !== 'advanced') return { kind: 'stopped', after, because: result?.kind === 'refused' ? result.code : 'unreadable' };
    state = result.state;
  }
  return state === undefined ? { kind: 'stopped', after: 0, because: 'unreadable' } : { kind: 'replayed', state };
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
function worldOf({ definition, posts }: Workflow, subject: CaseState['subject'], { entries }: Happening): World {
  const holders: Record<string, readonly PersonId[]> = Object.assign({}, ...entries.map(({ holders = {} }) => holders));
  const known: Record<string, Fields> = Object.assign({}, ...entries.map(({ facts = {} }) => facts));
  const held = posts.flatMap(({ post, at }) => {
    const organisation = subject[at]?.id;
    const key = `${post}@${at}`;
    return organisation === undefined ? [] : [[key, { organisation, holders: holders[key] ?? [] }] as const];
  });
  const facts = Object.keys(definition.facts ?? {}).map((name) => [name, known[name] ?? null] as const);
  return { posts: Object.fromEntries(held), facts: Object.fromEntries(facts) };
}

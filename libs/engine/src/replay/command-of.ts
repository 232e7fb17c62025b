import { reckonedAlone, settled } from '../form/settled.ts';
import type { Actor } from '../run/actor.ts';
import type { Command, Start } from '../run/command.ts';
import type { Entry } from '../run/entry.ts';
import type { CaseState, Fields } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';
import type { Happening } from './replay.ts';

/** A line of the history with all that a command may need of it. */
interface Line extends Entry {
  readonly workflow: Workflow;
  readonly state: CaseState;
  readonly by: Actor;
  readonly fields: Fields;
  /** Of how many lines it is the first. */
  readonly lines: number;
  /** What stands in every command that people give reasons for, about a task or a step. */
  readonly about: { readonly by: Actor; readonly task: number; readonly comment: string };
}

/** What of a command is its own, besides its id and its time. */
type Own<Kind extends Command['kind']> = { readonly kind: Kind } & Omit<Extract<Command, { kind: Kind }>, 'id' | 'at' | 'kind'>;
type Found = { [Kind in Command['kind']]: Own<Kind> }[Command['kind']];

/** What each line was a command for; null for what follows from one and is none. */
const commands: Readonly<Record<Exclude<Entry['kind'], 'started'>, ((line: Line) => Found | undefined) | null>> = {
  skipped: null,
  settled: null,
  'children-settled': null,
  'approved-earlier': null,
  carried: null,
  migrated: null,
  'migration-reversed': null,
  decided: (line) => decided(line),
  deferred: ({ about, meeting }) => meeting && { kind: 'defer', ...about, meeting },
  saved: ({ about: { by, task }, fields, state }) => ({ kind: 'save', by, task, fields, formVersion: state.form.version }),
  claimed: ({ about: { by, task } }) => ({ kind: 'claim', by, task }),
  released: ({ about }) => ({ kind: 'release', ...about, isReassigning: true }),
  transferred: ({ about, people: [to = ''] = [] }) => ({ kind: 'transfer', ...about, to, isReassigning: true }),
  delegated: ({ about, people: [to = ''] = [] }) => ({ kind: 'delegate', ...about, to }),
  resolved: ({ about }) => ({ kind: 'resolve', ...about }),
  'signers-added': ({ about, people = [], place = 'before', policy = 'all' }) => ({ kind: 'add-signers', ...about, people, place, policy }),
  'signers-removed': ({ by, comment = '', step = '', people = [] }) => ({
    kind: 'remove-signers',
    by,
    comment,
    step,
    people,
    isReassigning: true,
  }),
  'taken-back': ({ about: { by, task } }) => ({ kind: 'take-back', by, task }),
  withdrawn: ({ by, comment = '' }) => ({ kind: 'withdraw', by, comment }),
  commented: ({ by, comment = '' }) => ({ kind: 'comment', by, comment }),
  copied: ({ by, recipients = [] }) => ({ kind: 'copy', by, to: recipients }),
  urged: ({ by, step = '', lines }) => ({ kind: 'urge', by, ...(lines === 1 && { step }) }),
  supplemented: (line) => supplemented(line),
  recused: ({ by, comment = '' }) => ({ kind: 'recuse', by, comment }),
  suspended: ({ by, comment = '' }) => ({ kind: 'suspend', by, comment }),
  resumed: ({ by, comment = '' }) => ({ kind: 'resume', by, comment }),
  jumped: ({ by, step = '', comment = '' }) => ({ kind: 'jump', by, to: step, comment }),
  terminated: ({ by, comment = '' }) => ({ kind: 'terminate', by, comment }),
  retried: ({ by, step = '' }) => ({ kind: 'retry', by, step }),
  'timer-fired': (line) => fired(line),
  reminded: (line) => fired(line),
  escalated: (line) => fired(line),
  signalled: ({ cause = '', given }) => ({ kind: 'signal', signal: cause, ...(given !== undefined && { payload: given }) }),
  'child-ended': ({ child = 0, outcome = '', given = {} }) => ({ kind: 'child-ended', child, state: outcome, output: given }),
  'child-failed': ({ child = 0, cause = '' }) => ({ kind: 'child-refused', child, code: cause }),
  'call-answered': ({ call = 0, given = {} }) => ({ kind: 'call-answered', call, answer: given }),
  'call-failed': ({ call = 0, cause = '' }) => ({ kind: 'call-failed', call, code: cause }),
  ended: ({ cause }) => ({ kind: 'end', because: cause === 'withdrawn' || cause === 'terminated' ? cause : 'left' }),
};

/** The beginning of a case out of what was written down of it; undefined where that does not suffice. */
export function startOf(workflow: Workflow, { id, at, entries, fields: filled }: Happening): Start | undefined {
  const { definition } = workflow;
  const entry = entries.find(({ kind }) => kind === 'started');
  const { subject, author, parent, people: [applicant = ''] = [] } = entry ?? {};
  if (subject === undefined || author === undefined) return undefined;
  const organisation = subject[definition.subject]?.id ?? '';
  const posts = definition.start.posts.map((post) => ({ post, organisation }));
  const by = author.kind === 'person' ? { person: author.person, posts } : null;
  const fields = changesOf(workflow, {}, filled);
  return { kind: 'start', id, at, by, subject, fields, ...(parent !== undefined && { parent: { ...parent, applicant } }) };
}

/** A command out of what was written down of it, on the case as it was before; undefined where that does not suffice. */
export function commandOf(workflow: Workflow, state: CaseState, { id, at, entries, fields }: Happening): Command | undefined {
  const own = entries.filter(({ kind }) => kind !== 'started' && commands[kind] !== null);
  // Of a ladder that was climbed in one go it is the last rung whose timer fell due.
  const entry = own[0]?.kind === 'escalated' ? own.at(-1) : own[0];
  if (entry === undefined || entry.kind === 'started') return undefined;
  const by = actorOf(entry);
  const found = commands[entry.kind]?.({
    ...entry,
    workflow,
    state,
    by,
    fields: changesOf(workflow, state.form.fields, fields),
    lines: own.length,
    about: { by, task: entry.task ?? 0, comment: entry.comment ?? '' },
  });
  return found && { id, at, ...found };
}

function decided({ workflow, state, about, fields, step = '', outcome = '', items = [], ...said }: Line): Found {
  const isReturn = workflow.steps.get(step)?.outcomes.get(outcome)?.kind === 'return';
  const { returnTo, meeting, attachments, answers } = said;
  return {
    kind: 'decide',
    ...about,
    outcome,
    fields,
    formVersion: state.form.version,
    ...(returnTo !== undefined && { returnTo }),
    ...(meeting !== undefined && { meeting }),
    ...(attachments !== undefined && { attachments }),
    ...(answers !== undefined && { answers }),
    ...(isReturn &&
      items.length > 0 && { items: items.map(({ fields, text, dueAt }) => ({ fields, text, ...(dueAt !== undefined && { dueAt }) })) }),
  };
}

const supplemented = ({ workflow, state, by, step = '', fields, comment = '', attachments = [] }: Line): Found => ({
  kind: 'supplement',
  by: holding(workflow, state, by),
  step,
  fields,
  comment,
  attachments,
  formVersion: state.form.version,
});

const fired = ({ state, cause = '' }: Line): Found => ({ kind: 'fire-timer', timer: state.timers[cause]?.number ?? 0 });

/** Who did it, with the post they did it by; for whom they were a deputy. */
function actorOf({ author }: Entry): Actor {
  if (author.kind === 'system') return { person: '', posts: [] };
  const { person, onBehalfOf, post, organisation } = author;
  const posts = post !== undefined && organisation !== undefined ? [{ post, organisation }] : [];
  return onBehalfOf === undefined ? { person, posts } : { person, posts: [], represents: [{ person: onBehalfOf, posts }] };
}

/** Who supplemented a case held one of the posts that its step names for it. */
const holding = ({ posts }: Workflow, { subject }: CaseState, { person }: Actor): Actor => ({
  person,
  posts: posts.flatMap(({ post, at }) => (subject[at] === undefined ? [] : [{ post, organisation: subject[at].id }])),
});

/**
 * What was written into the form: fields that are different now, emptied ones included, but for those that are reckoned, and those that do
 * not apply: nobody wrote anything there, or by another workflow nobody would have been asked to.
 */
function changesOf({ definition, plan }: Workflow, before: Fields, after: Fields): Fields {
  const { properties } = definition.form.schema;
  const { absent } = settled(plan, after, reckonedAlone);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => properties[name]?.['x-calc'] === undefined && !absent.has(name),
  );
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

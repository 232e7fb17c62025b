import fc from 'fast-check';
import type { Advanced, AttachmentReference, Command } from '#engine';
import { type TaskVerb, taskVerbs, verbOn } from './arbitrary-verbs.ts';
import { often } from './often.ts';
import type { Play } from './play.ts';

/** A number as an id that PostgreSQL takes for a uuid. */
export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** The people of `arbitraryCast` by ids, as the tables want them. */
const people = ['clerk', 'head', 'dean-1', 'dean-2', 'dean-3', 'finance'] as const;
export const personId = (name: string): string => idOf(people.indexOf(name as (typeof people)[number]) + 1);
export const subjectByIds = {
  department: { id: idOf(101), name: '信息工程系', type: 'department' },
  school: { id: idOf(102), name: '江淮职业技术学院', type: 'higher_vocational' },
  city: { id: idOf(103), name: '合肥市', type: 'city' },
  province: { id: idOf(104), name: '安徽省', type: 'province' },
};

/** Who holds which post; unlike a play's own, it may change while the case is under way. */
export type ChangingCast = Record<string, readonly string[]>;

/** What is tried on a case: a verb, and numbers that choose by whom, on what and how. */
export interface Attempt {
  readonly kind:
    | 'decide'
    | 'fire'
    | 'withdraw'
    | 'comment'
    | 'save'
    | 'retry'
    | 'recall'
    | 'appoint'
    | 'urge'
    | 'suspend'
    | 'resume'
    | 'take-back'
    | 'jump'
    | 'terminate'
    | 'copy'
    | TaskVerb;
  readonly who: number;
  readonly which: number;
  readonly outcome: number;
}

export const arbitraryAttempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.oneof(
    often(8, 'decide' as const),
    often(2, 'retry' as const),
    often(2, 'recall' as const),
    often(2, 'appoint' as const),
    often(4, 'save' as const),
    often(1, 'fire' as const),
    often(1, 'comment' as const),
    { weight: 6, arbitrary: fc.constantFrom(...taskVerbs) },
    often(1, 'urge' as const),
    often(1, 'suspend' as const),
    often(2, 'resume' as const),
    often(1, 'withdraw' as const),
    often(2, 'take-back' as const),
    often(1, 'jump' as const),
    often(1, 'terminate' as const),
    often(1, 'copy' as const),
  ),
  who: fc.nat({ max: 1000 }),
  which: fc.nat({ max: 1000 }),
  outcome: fc.nat({ max: 1000 }),
});

const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];

/** Tries something on a played case. @returns the command and what came of it, unless it was refused. */
export function tryOn(
  play: Play,
  cast: ChangingCast,
  attempt: Attempt,
  files: readonly AttachmentReference[],
): { readonly command: Command; readonly advanced: Advanced } | undefined {
  const { kind } = attempt;
  if (kind === 'appoint') {
    cast['ghost@school'] = attempt.which % 2 === 0 ? [personId('head')] : [];
    return undefined;
  }
  const command = commandOf(play, { ...attempt, kind }, files);
  const result = play.perform(command);
  return result.kind === 'advanced' ? { command, advanced: result } : undefined;
}

const isTaskVerb = (kind: string): kind is TaskVerb => (taskVerbs as readonly string[]).includes(kind);

function commandOf(
  play: Play,
  { kind, who, which, outcome }: Attempt & { kind: Exclude<Attempt['kind'], 'appoint'> },
  files: readonly AttachmentReference[],
): Command {
  const issued = play.issue();
  const { state } = play;
  const [task = 99, { step } = { step: '' }] = pick([...play.tasks], which) ?? [];
  const by = play.actor(entitled(play, task, who));
  const attachments = files.slice(0, which % (files.length + 1));
  const formVersion = state.form.version;
  if (isTaskVerb(kind)) return verbOn(play, kind, { who, which, outcome }, people.map(personId), issued);
  switch (kind) {
    case 'decide': {
      const chosen = pick([...(play.workflow.steps.get(step)?.outcomes.keys() ?? [])], outcome) ?? 'approve';
      const fields = { ...(['draft', 'returned'].includes(step) && { amount: which }) };
      return { kind, ...issued, by, task, outcome: chosen, formVersion, comment: '说明', fields, attachments };
    }
    case 'save':
      return { kind, ...issued, by, task, formVersion, fields: { amount: outcome % 3 } };
    case 'fire':
      return { kind: 'fire-timer', ...issued, timer: pick([...play.timers.keys()], which) ?? 99 };
    case 'withdraw':
      return { kind, ...issued, by: play.actor(personId('clerk')), comment: '撤回' };
    case 'comment':
      return { kind, ...issued, by, comment: '请尽快', attachments };
    case 'urge':
      return { kind, ...issued, by };
    case 'suspend':
    case 'resume':
      return { kind, ...issued, by, comment: '核查' };
    case 'take-back': {
      const { task: decided, by: person } = pick(state.undo ?? [], which) ?? { task: (which % 9) + 1, by: by.person };
      return { kind, ...issued, by: play.actor(person), task: decided };
    }
    case 'jump':
      return { kind, ...issued, by, to: pick([...play.workflow.steps.keys()], which) ?? '', comment: '更正' };
    case 'copy':
      return { kind, ...issued, by, to: [{ kind: 'person', person: pick(people.map(personId), which) ?? '' }] };
    case 'terminate':
      return which % 4 === 0 ? { kind, ...issued, by, comment: '停办' } : { kind: 'comment', ...issued, by, comment: '暂不停办' };
    case 'recall':
      return { kind: 'signal', ...issued, signal: 'recall' };
    case 'retry':
      return { kind, ...issued, by, step: pick(Object.keys(state.steps), which) ?? 'none' };
  }
}

/** One of those who may decide a task, or anybody where nobody may. */
function entitled(play: Play, task: number, who: number): string {
  const assignee = play.tasks.get(task)?.assignee;
  if (assignee?.kind === 'person') return assignee.person;
  const holds = (person: string) =>
    play.actor(person).posts.some(({ post, organisation }) => post === assignee?.post && organisation === assignee.organisation);
  const everybody = people.map(personId);
  return pick(everybody.filter(holds), who) ?? personId('clerk');
}

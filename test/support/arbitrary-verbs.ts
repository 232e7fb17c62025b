import type { Command } from '#engine';
import type { Play } from './play.ts';

/** Verbs on a task besides deciding it. */
export const taskVerbs = ['claim', 'release', 'transfer', 'delegate', 'resolve', 'add-signers', 'remove-signers', 'recuse'] as const;
export type TaskVerb = (typeof taskVerbs)[number];

/** Numbers that choose by whom, on what and how. */
interface Choice {
  readonly who: number;
  readonly which: number;
  readonly outcome: number;
}

type Issued = Pick<Command, 'id' | 'at'>;

/** What a verb comes to on a case, sent by one of those who may do it, or by an administrator, or by anybody. */
export function verbOn(play: Play, kind: TaskVerb, choice: Choice, people: readonly string[], issued: Issued): Command {
  const { who, which, outcome } = choice;
  const pick = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(list.length, 1)];
  const fitting = fittingTasks(play, kind);
  const task = pick(which % 7 === 0 || fitting.length === 0 ? [...play.tasks.keys()] : fitting, which) ?? 99;
  const anybody = pick(people, who) ?? '';
  const by = play.actor(which % 5 === 0 ? anybody : (pick(entitled(play, task, people), who) ?? anybody));
  const isReassigning = outcome % 4 === 0;
  const to = pick(people, outcome) ?? '';
  const comment = outcome % 11 === 0 ? '' : '说明';
  switch (kind) {
    case 'claim':
      return { kind, ...issued, by, task };
    case 'release':
      return { kind, ...issued, by, task, isReassigning, comment };
    case 'transfer':
      return { kind, ...issued, by, task, to, isReassigning, comment };
    case 'delegate':
      return { kind, ...issued, by, task, to, comment };
    case 'resolve':
      return { kind, ...issued, by, task, comment };
    case 'add-signers': {
      const place = pick(['before', 'after', 'beside'] as const, outcome) ?? 'before';
      const policy = pick(['one', 'all', 'sequence'] as const, who) ?? 'one';
      const from = outcome % people.length;
      return { kind, ...issued, by, task, place, policy, people: people.slice(from, from + 1 + (who % 3)), comment };
    }
    case 'remove-signers': {
      const [step = 'none'] = pick(Object.entries(play.state.steps), which) ?? [];
      const added = addedIn(play, step);
      return { kind, ...issued, by, step, people: [pick(added, outcome) ?? to], comment, isReassigning: who % 3 > 0 };
    }
    case 'recuse':
      return { kind, ...issued, by, comment };
  }
}

/** Open tasks that a verb is meant for. */
function fittingTasks({ state }: Play, kind: TaskVerb): number[] {
  const open = Object.values(state.steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot === undefined));
  const fitting = open.filter(({ assignee, claimedBy, delegatedBy, added }) => {
    if (kind === 'claim') return assignee.kind === 'post';
    if (kind === 'release') return claimedBy !== undefined || delegatedBy !== undefined;
    if (kind === 'resolve') return delegatedBy !== undefined;
    return kind !== 'add-signers' || assignee.kind === 'post' || assignee.post !== undefined || added !== undefined;
  });
  return fitting.map(({ number }) => number);
}

/** Those who may decide a task as far as its address says. */
function entitled(play: Play, task: number, people: readonly string[]): string[] {
  const assignee = play.tasks.get(task)?.assignee;
  if (assignee?.kind === 'person') return [assignee.person];
  return people.filter((person) =>
    play.actor(person).posts.some(({ post, organisation }) => post === assignee?.post && organisation === assignee.organisation),
  );
}

function addedIn({ state }: Play, path: string): string[] {
  const open = state.steps[path];
  const tasks = [...(open?.tasks ?? []), ...(open?.groups ?? []).flatMap(({ principal, queue }) => [principal, ...queue])];
  return tasks.flatMap(({ added, assignee }) => (added !== undefined && assignee.kind === 'person' ? [assignee.person] : []));
}

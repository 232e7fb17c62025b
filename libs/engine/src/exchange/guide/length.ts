import { buildTree } from '../../compile/tree.ts';
import type { Due } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import type { Graph } from '../../graph/graph.ts';

/** How long something takes at most: what is due in working time and what in days of the calendar are not added up. */
export interface Length {
  readonly workingDays: number;
  readonly days: number;
  /** Steps of bodies on the way that nothing says the end of. */
  readonly unlimited: readonly string[];
}

const none: Length = { workingDays: 0, days: 0, unlimited: [] };

/** The longest way through a process when every step passes and takes all the time it has; what the applicant does takes none. */
export function longestWay(definition: Definition, { nodes, edges }: Graph): Length {
  const steps = new Map(buildTree(definition.key, definition.machine).places.map(({ path, step }) => [path, step]));
  const known = new Map<string, Length>();
  const from = (path: string, gone: readonly string[]): Length => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const next = edges.filter((edge) => edge.from === path && edge.kind === 'pass' && !gone.includes(edge.to));
    const step = steps.get(path);
    const isOwn = step === undefined || step.assignees.every((rule) => 'applicant' in rule);
    const here = isOwn ? none : lengthOf(step.due, path);
    const rest = next.map(({ to }) => from(to, [...gone, path])).reduce((one, other) => (weight(other) > weight(one) ? other : one), none);
    const sum = {
      workingDays: here.workingDays + rest.workingDays,
      days: here.days + rest.days,
      unlimited: [...here.unlimited, ...rest.unlimited],
    };
    known.set(path, sum);
    return sum;
  };
  const [first] = nodes;
  return first === undefined ? none : from(first.path, []);
}

const workingHoursADay = 7;

function lengthOf(due: Due | undefined, path: string): Length {
  if (due === undefined) return { ...none, unlimited: [path] };
  if (typeof due === 'string') return { ...none, days: daysOf(due) };
  if ('workingDays' in due) return { ...none, workingDays: due.workingDays };
  if ('workingHours' in due) return { ...none, workingDays: Math.ceil(due.workingHours / workingHoursADay) };
  return { ...none, unlimited: [path] };
}

const lengths = { Y: 365, M: 30, W: 7, D: 1, H: 1 / 24, m: 1 / 1440, S: 1 / 86_400 } as const;

function daysOf(duration: string): number {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const parts = [...date.matchAll(/(\d+)([YMWD])/g), ...time.replace('M', 'm').matchAll(/(\d+)([HmS])/g)];
  return Math.ceil(parts.reduce((days, [, count, unit]) => days + Number(count) * lengths[unit as keyof typeof lengths], 0));
}

/** Five working days are a week. */
const weight = ({ workingDays, days, unlimited }: Length): number => (workingDays * 7) / 5 + days + unlimited.length / 1000;

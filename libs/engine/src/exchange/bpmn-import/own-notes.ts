import type { AssigneeRule } from '../../definition/assignee.ts';
import { type Delay, organisationKinds, RuleNumber } from '../../definition/basics.ts';
import { levelText } from '../wording.ts';
import type { Bodies } from './bodies.ts';
import type { FlowNode } from './graph.ts';
import type { Losses } from './losses.ts';

/** What our own files say of a step in its notes, as far as it can be read again; `stepNotes` writes them. */
export interface OwnNotes {
  readonly assignees?: AssigneeRule[];
  readonly basis?: string[];
  readonly due?: Delay;
  /** What is left of them. */
  readonly description: string;
}

export function notesOf(node: FlowNode, bodies: Bodies, losses: Losses): OwnNotes {
  const lines = node.documentation.split('\n').filter((line) => line !== '');
  const said = (...labels: string[]) => lines.find((line) => labels.some((label) => line.startsWith(`${label}: `)));
  const valueOf = (line: string | undefined) => line?.slice(line.indexOf(': ') + 2) ?? '';
  const [who, how, until, why] = [said('办理', 'Decided by'), said('规则', 'How'), said('期限', 'Due'), said('依据', 'Basis')];
  const assignees = valueOf(who)
    .split(', ')
    .map((name) => bodyNamed(name, bodies));
  const isKnown = assignees.every((rule) => rule !== undefined);
  const basis = valueOf(why)
    .split(' ')
    .filter((number) => RuleNumber.safeParse(number).success);
  const due = lengthSaid(valueOf(until));
  const isVote = /票决|by vote/.test(valueOf(how));
  const left = lines.filter(
    (line) =>
      !(
        (line === who && isKnown) ||
        (line === how && !isVote) ||
        (line === until && due !== undefined) ||
        (line === why && basis.length > 0)
      ),
  );
  if (left.length > 0) losses.add('bpmn.own-notes', node, { detail: left.join('；') });
  return {
    ...(isKnown && assignees.length > 0 && { assignees }),
    ...(basis.length > 0 && { basis }),
    ...(due !== undefined && { due }),
    description: left.join('\n'),
  };
}

/** `教务处 (学校)`: a body, and the level it is held at. */
function bodyNamed(said: string, bodies: Bodies): AssigneeRule | undefined {
  const [, name = said, level = ''] = /^(.*) \(([^()]*)\)$/.exec(said) ?? [];
  const known = bodies.known(name);
  const at = organisationKinds.find((kind) => Object.values(levelText(kind)).includes(level));
  return known !== undefined && 'post' in known && at !== undefined ? { ...known, at } : known;
}

/** `5个工作日`: a length of time as our own files say it. */
export function lengthSaid(said: string): Delay | undefined {
  const [, count = '', unit = ''] = /^(\d{1,3})\s*(个工作日|working days?|天|days?)$/.exec(said) ?? [];
  if (Number(count) === 0) return undefined;
  return unit === '天' || unit.startsWith('day') ? `P${Number(count)}D` : { workingDays: Number(count) };
}

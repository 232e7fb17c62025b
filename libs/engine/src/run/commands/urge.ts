import type { Urge } from '../case-command.ts';
import { urgeText } from '../clock-texts.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { Instant, OpenStep } from '../state.ts';
import type { Turn } from '../turn.ts';

/** How often a step may be urged, by whomever. */
const interval = 'PT24H';

/** 催办: those who have open tasks hear of it, unless they did a short while ago. */
export function urge(turn: Turn, { id, at, by, step, comment = '' }: Urge): void {
  const waiting = turn.steps.all().filter((open) => (step === undefined || open.step === step) && isWaiting(open));
  if (waiting.length === 0) throw new Halt(refused('urge.nobody'));
  const { dueTime } = turn.workflow;
  const next = ({ urgedAt }: OpenStep): Instant => (urgedAt === undefined ? at : dueTime.after(interval, urgedAt));
  const ready = waiting.filter((open) => next(open) <= at);
  if (ready.length === 0) {
    const [again = at] = waiting.map(next).sort();
    throw new Halt(refused('urge.too-soon', { params: { again: dueTime.onTheWall(again) } }));
  }
  turn.remember(id);
  for (const open of ready) {
    turn.steps.urge(open.step);
    turn.tellOf(open, { notice: 'urge', text: (...about) => urgeText(...about, comment.trim()) });
    turn.record({ kind: 'urged', author: { kind: 'person', person: by.person }, step: open.step, ...(comment !== '' && { comment }) });
  }
}

const isWaiting = ({ tasks }: OpenStep): boolean => tasks.some(({ ballot }) => ballot === undefined);

import { Delay, type Text } from '../../definition/basics.ts';
import { bodyOf, inside, namedAs, own, typeOf } from './element.ts';
import { type FlowNode, triggerOf } from './graph.ts';
import { kindTitle } from './kinds.ts';
import { lengthSaid } from './own-notes.ts';
import type { Signals } from './signals.ts';

/** What an event waits for. */
export type Cause =
  | { readonly kind: 'timer'; readonly delay: Delay }
  | { readonly kind: 'signal'; readonly name: string; readonly title: Required<Text> }
  | { readonly kind: 'unknown'; readonly title: Required<Text>; readonly detail: string; readonly isTimer: boolean };

export function causeOf(event: FlowNode, signals: Signals): Cause {
  const trigger = triggerOf(event) ?? event.element;
  const title = kindTitle(trigger);
  switch (typeOf(trigger)) {
    case 'TimerEventDefinition':
      return timerOf(event);
    case 'SignalEventDefinition':
      return { kind: 'signal', name: signals.nameOf(calledBy(trigger, 'signalRef', event), event.name), title };
    case 'MessageEventDefinition':
    case 'ReceiveTask':
      return { kind: 'signal', name: signals.nameOf(calledBy(trigger, 'messageRef', event), event.name), title };
    default:
      return { kind: 'unknown', title, detail: bodyOf(inside(trigger, 'condition')), isTimer: false };
  }
}

function calledBy(trigger: Parameters<typeof inside>[0], reference: string, event: FlowNode): string {
  const referred = inside(trigger, reference);
  const { id, name } = referred === undefined ? event : namedAs(referred);
  return name || id || event.name || event.id;
}

function timerOf(event: FlowNode): Cause {
  const trigger = triggerOf(event);
  const duration = bodyOf(inside(trigger, 'timeDuration'));
  const delay = Delay.safeParse(duration).success ? duration : lengthSaid(duration);
  if (delay !== undefined) return { kind: 'timer', delay };
  const detail = duration || bodyOf(inside(trigger, 'timeDate')) || bodyOf(inside(trigger, 'timeCycle'));
  return { kind: 'unknown', title: { zh: '定时', en: 'timer' }, detail, isTimer: true };
}

/** How long until a timer beside its activity, which goes on meanwhile. */
export const dueOf = (event: FlowNode, cause: Cause): Delay | undefined =>
  cause.kind === 'timer' && isBeside(event) ? cause.delay : undefined;

const isBeside = ({ element }: FlowNode): boolean => own(element, 'cancelActivity') === false;

const carried = new Set(['SignalEventDefinition', 'MessageEventDefinition']);

/** Whether an event on a border leads on in a draft. */
export function leadsOut(event: FlowNode): boolean {
  const trigger = triggerOf(event);
  if (trigger === undefined || isBeside(event)) return false;
  return carried.has(typeOf(trigger)) || (typeOf(trigger) === 'TimerEventDefinition' && timerOf(event).kind === 'timer');
}

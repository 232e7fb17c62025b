import type { Delay } from '../../definition/basics.ts';
import type { StateNode } from '../../definition/machine.ts';
import { type Cause, causeOf, dueOf, leadsOut } from './causes.ts';
import type { Delays } from './delays.ts';
import { type Flow, type FlowNode, triggerOf } from './graph.ts';
import { kindTitle } from './kinds.ts';
import type { Losses } from './losses.ts';
import type { Signals } from './signals.ts';

export interface EventsParts {
  readonly signals: Signals;
  readonly delays: Delays;
  readonly losses: Losses;
  readonly isOwn: boolean;
}

type Written = Pick<StateNode, 'on' | 'after'>;
type Led = NonNullable<StateNode['on']>[string];

/** Something that is waited for, and where it leads. */
interface Caused {
  readonly cause: Cause;
  readonly flow: Flow | undefined;
}

/** What ends a state besides an answer: signals and times. What cannot be waited for is told as lost. */
export class Events {
  constructor(private readonly parts: EventsParts) {}

  /** Of these events, whichever comes first. */
  of(events: readonly FlowNode[], leading: (flow: Flow | undefined) => Led): Written {
    return this.written(
      events.flatMap((event) => this.caused(event)),
      leading,
    );
  }

  /** Those at the edge of a node; a time at the edge of a step that leads on beside it is when the step is due. */
  around(node: FlowNode, leading: (flow: Flow | undefined) => Led): Written & { due?: Delay } {
    const causes: Caused[] = [];
    let due: Delay | undefined;
    for (const event of node.boundary) {
      const cause = causeOf(event, this.parts.signals);
      const beside = dueOf(event, cause);
      if (beside !== undefined && node.role === 'step' && due === undefined) {
        due = beside;
        this.parts.losses.add('bpmn.timer-beside', event, { detail: typeof beside === 'string' ? beside : event.name });
      } else if (leadsOut(event)) causes.push(...this.caused(event));
      else this.lose(event, cause);
    }
    return { ...this.written(causes, leading), ...(due !== undefined && { due }) };
  }

  private caused(event: FlowNode): Caused[] {
    const cause = causeOf(event, this.parts.signals);
    if (cause.kind === 'unknown') {
      this.lose(event, cause);
      return [];
    }
    const { losses, isOwn } = this.parts;
    if (cause.kind === 'signal' && !isOwn) losses.add('bpmn.received', event, { kind: cause.title, detail: cause.name });
    return [{ cause, flow: event.outgoing[0] }];
  }

  private lose(event: FlowNode, cause: Cause): void {
    const { losses } = this.parts;
    if (cause.kind === 'unknown' && cause.isTimer) losses.add('bpmn.timer', event, { detail: cause.detail });
    else losses.add('bpmn.event', event, { kind: kindTitle(triggerOf(event) ?? event.element) });
  }

  private written(causes: readonly Caused[], leading: (flow: Flow | undefined) => Led): Written {
    const those = (kind: Cause['kind']) => {
      const own = causes.filter(({ cause }) => cause.kind === kind);
      const entries = own.map(({ cause, flow }) => [this.nameOf(cause), leading(flow)] as const);
      return own.length === 0 ? undefined : Object.fromEntries(entries);
    };
    const [on, after] = [those('signal'), those('timer')];
    return { ...(on && { on }), ...(after && { after }) };
  }

  private nameOf(cause: Cause): string {
    if (cause.kind === 'timer') return this.parts.delays.nameOf(cause.delay);
    return cause.kind === 'signal' ? cause.name : '';
  }
}

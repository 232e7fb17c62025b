import { z } from 'zod';
import { AssigneeRule } from './assignee.ts';
import { Expression, Name, RuleNumber, Text } from './basics.ts';
import { Call } from './call.ts';
import { Children } from './children.ts';
import { Step } from './step.ts';

/** A clause as a condition: where it does not hold, the refusal shows its number and its message. */
export const Rule = z
  .strictObject({
    rule: RuleNumber,
    when: Expression,
    /** What the refused person reads. `{expression}` inside it is replaced by the expression's value. */
    message: Text,
  })
  .meta({ id: 'Rule', description: 'A clause as a condition, with what the refused person reads.' });
export type Rule = z.infer<typeof Rule>;

/**
 * A guard: `when` says whether the transition concerns this case at all and is silent, `all` are the rules it must keep
 * and each of them, if broken, is named to the person who is refused.
 */
export const Guard = z
  .strictObject({
    type: z.literal('rules'),
    params: z.strictObject({ when: Expression.exactOptional(), all: z.array(Rule).max(50) }),
  })
  .meta({ id: 'Guard', description: 'When a transition concerns a case (`when`), and the rules it must keep (`all`).' });
export type Guard = z.infer<typeof Guard>;

export const Action = z
  .discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('notify'),
      params: z.strictObject({ to: z.array(AssigneeRule).min(1).max(20), message: Text }),
    }),
    z.strictObject({ type: z.literal('set'), params: z.record(Name, Expression) }),
    z.strictObject({
      type: z.literal('signal'),
      params: z.strictObject({ instance: Expression, signal: Name, payload: z.record(Name, Expression).exactOptional() }),
    }),
  ])
  .meta({ id: 'Action', description: 'Tell people, put a value into the case’s data, or signal another case.' });
export type Action = z.infer<typeof Action>;

const actions = z.union([Action, z.array(Action).max(20)]);
const target = z.string().min(1).max(300);

export const Transition = z
  .strictObject({
    target: z.union([target, z.array(target).min(1).max(20)]).exactOptional(),
    guard: Guard.exactOptional(),
    actions: actions.exactOptional(),
    reenter: z.boolean().exactOptional(),
    description: z.string().max(2000).exactOptional(),
  })
  .meta({ id: 'Transition', description: 'Where an event leads, under which guard, and what is done on the way.' });
export type Transition = z.infer<typeof Transition>;

const Transitions = z
  .union([
    target,
    Transition,
    z
      .array(z.union([target, Transition]))
      .min(1)
      .max(50),
  ])
  .meta({ id: 'Transitions', description: 'One transition or several, of which the first whose guard holds is taken.' });
export type Transitions = z.infer<typeof Transitions>;

const OneState = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9-]*$/)
    .max(60)
    .exactOptional(),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']).exactOptional(),
  description: z.string().max(2000).exactOptional(),
  initial: Name.exactOptional(),
  history: z.enum(['shallow', 'deep']).exactOptional(),
  target: target.exactOptional(),
  tags: z.array(z.string().max(60)).max(20).exactOptional(),
  on: z.record(Name, Transitions).exactOptional(),
  always: Transitions.exactOptional(),
  after: z.record(z.string().max(60), Transitions).exactOptional(),
  onDone: Transitions.exactOptional(),
  entry: actions.exactOptional(),
  exit: actions.exactOptional(),
  /** Of a final state: what it hands out, name → expression. */
  output: z.record(Name, Expression).exactOptional(),
  meta: z
    .strictObject({
      title: Text.exactOptional(),
      step: Step.exactOptional(),
      children: Children.exactOptional(),
      call: Call.exactOptional(),
    })
    .exactOptional(),
});

/**
 * A state node: the part of an XState v5 machine config that is data, with what people do in `meta.step`, or other cases and systems in
 * `meta.children` and `meta.call`.
 */
export type StateNode = z.infer<typeof OneState> & { states?: Record<string, StateNode> };
export const StateNode: z.ZodType<StateNode> = OneState.extend({
  get states() {
    return z.record(Name, StateNode).exactOptional();
  },
}).meta({ id: 'StateNode', description: 'A state of an XState v5 machine, with what people do there in `meta.step`.' });

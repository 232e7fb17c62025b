import { type AnyStateMachine, assign, createMachine } from 'xstate';
import type { Definition } from '../definition/definition.ts';
import type { Action, Transition } from '../definition/machine.ts';
import { settlementsOf } from '../definition/outcomes.ts';
import { toJson } from '../expression/expression.ts';
import type { Scope } from '../run/scope.ts';
import type { CaseState, Fields } from '../run/state.ts';
import { stepPlaces } from './check/steps.ts';
import { errandEvents, events, isErrandEvent, resumeKey, stepActions } from './events.ts';
import { type ReturnPlan, rememberingPlaces, resumptions, returnTargets } from './returns.ts';
import { asList, isWithin, type Place, type Tree } from './tree.ts';

/**
 * What the machine carries through one command: the case as it stands, and the scope its expressions are evaluated in.
 * Nothing of it is saved with the machine.
 */
export interface MachineContext {
  readonly standing: Pick<CaseState, 'form' | 'data' | 'subject' | 'applicant'>;
  readonly scope: Scope;
}

/**
 * XState computes a machine's initial macrostep whenever it makes an actor, without input. The context is then empty and
 * every guard says no, so that nothing of the hidden run can be noticed.
 */
type MaybeContext = MachineContext | Record<string, never>;
const isLive = (context: MaybeContext): context is MachineContext => 'scope' in context;

type Config = Record<string, unknown>;

/** XState gives up a macrostep after this many microsteps; compiled definitions have no immediate cycles (`check/structure`). */
const maxIterations = 200;

export function buildMachine(tree: Tree, definition: Definition, plans: readonly ReturnPlan[]): AnyStateMachine {
  const config = new MachineConfig(tree, definition, plans).of(tree.root);
  const delays = new Set(tree.places.flatMap(({ node }) => Object.keys(node.after ?? {})));
  return createMachine(
    {
      ...config,
      context: ({ input }: { input?: MachineContext }) => input ?? {},
      options: { maxIterations },
      output: ({ event }: { event: { output?: unknown } }) => event.output,
    } as never,
    {
      guards: {
        rules: ({ context }: { context: MaybeContext }, params: never) => isLive(context) && context.scope.allows(params, context.standing),
      },
      actions: {
        set: assign(({ context }: { context: MaybeContext }, params: unknown) =>
          isLive(context) ? { standing: assigned(context, params as Readonly<Record<string, string>>) } : {},
        ) as never,
      },
      // Any number does: the real due time is reckoned from the delay's specification when the timer is set.
      delays: Object.fromEntries([...delays].map((name) => [name, 1])),
    },
  );
}

function assigned({ standing, scope }: MachineContext, params: Readonly<Record<string, string>>): MachineContext['standing'] {
  return { ...standing, data: { ...standing.data, ...evaluateAll({ standing, scope }, params) } };
}

class MachineConfig {
  private readonly remembering: ReadonlySet<Place>;

  constructor(
    private readonly tree: Tree,
    private readonly definition: Definition,
    private readonly plans: readonly ReturnPlan[],
  ) {
    this.remembering = rememberingPlaces(plans);
  }

  of(place: Place): Config {
    const { node } = place;
    const moving = (type: string) => (isWaiting(place) ? [{ type, params: { step: place.path } }] : []);
    const config: Config = {
      id: place.id,
      type: place.type,
      entry: [...listOf(node.entry), ...moving(stepActions.enter)],
      exit: [...moving(stepActions.leave), ...listOf(node.exit)],
      on: this.eventsOf(place),
      always: asList(node.always),
      after: Object.fromEntries(Object.entries(node.after ?? {}).map(([name, list]) => [name, asList(list)])),
    };
    if (node.onDone !== undefined) config.onDone = asList(node.onDone);
    if (node.initial !== undefined) config.initial = node.initial;
    if (node.history !== undefined) config.history = node.history;
    if (node.target !== undefined) config.target = node.target;
    if (node.tags !== undefined) config.tags = node.tags;
    if (place.type === 'final') config.output = outputOf(node.output ?? {});
    if (place.children.length > 0) config.states = this.childrenOf(place);
    return config;
  }

  private childrenOf(place: Place): Config {
    const states = Object.fromEntries(place.children.map((child) => [child.key, this.of(child)]));
    return this.remembering.has(place) ? { ...states, [resumeKey]: { type: 'history', history: 'deep' } } : states;
  }

  private eventsOf(place: Place): Record<string, Transition[]> {
    const on: Record<string, Transition[]> = {};
    const listen = (event: string, transitions: readonly Transition[]): void => {
      on[event] = [...(on[event] ?? []), ...transitions];
    };
    for (const [name, list] of Object.entries(place.node.on ?? {})) {
      for (const event of this.compiledNames(place, name)) listen(event, asList(list));
    }
    for (const step of this.jumpTargets(place)) listen(events.jump(step.path), [{ target: `#${step.id}` }]);
    for (const plan of this.plans) {
      if (plan.chosen && plan.from === place) listen(events.returnTo(place.path, plan.to.path), [{ target: returnTargets(plan) }]);
      if (plan.to !== place) continue;
      for (const { outcome, transitions } of resumptions(plan)) {
        listen(events.resume(place.path, outcome, plan.from.path), transitions);
      }
    }
    return on;
  }

  /** The innermost state that holds both ends of a jump takes it, so that regions beside it are left alone. */
  private jumpTargets(place: Place): Place[] {
    const isHolder = place.type === 'compound' || place === this.tree.root;
    return isHolder ? stepPlaces(this.tree).filter((step) => step !== place && isWithin(step, place)) : [];
  }

  /** The same key on a state that holds several steps answers for each of them. */
  private compiledNames(place: Place, name: string): string[] {
    if (name === events.withdraw) return [events.withdraw];
    if (isErrandEvent(name)) return [events[errandEvents[name].of](place.path, errandEvents[name].settlement)];
    if (Object.hasOwn(this.definition.signals ?? {}, name)) return [events.signal(name)];
    return stepPlaces(this.tree)
      .filter((step) => isWithin(step, place) && settlementsOf(step.step.decide).some((outcome) => outcome.name === name))
      .map((step) => events.outcome(step.path, name));
  }
}

/** Whether people act in a state, or others are waited for. */
export const isWaiting = ({ step, errand }: Place): boolean => step !== undefined || errand !== undefined;

const listOf = (actions: Action | Action[] | undefined): Action[] => [actions ?? []].flat();

const outputOf =
  (output: Readonly<Record<string, string>>) =>
  ({ context }: { context: MaybeContext }): Fields =>
    isLive(context) ? evaluateAll(context, output) : {};

function evaluateAll({ standing, scope }: MachineContext, sources: Readonly<Record<string, string>>): Fields {
  return scope.keepHalt({}, () => {
    const values = Object.entries(sources).map(([name, source]) => [name, toJson(scope.evaluate(source, standing))]);
    return Object.fromEntries(values) as Fields;
  });
}

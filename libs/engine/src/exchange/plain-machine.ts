import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { Action, Guard, StateNode, Transition, Transitions } from '../definition/machine.ts';

/** A transition of a plain config: its guard and its actions are names. */
interface PlainTransition {
  readonly target?: string | string[];
  readonly guard?: string;
  readonly actions?: readonly string[];
  readonly reenter?: boolean;
  readonly description?: string;
}

/** A state of a plain XState v5 config. */
export interface PlainNode {
  readonly id?: string;
  readonly type?: StateNode['type'];
  readonly description?: string;
  readonly initial?: string;
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly tags?: readonly string[];
  readonly on?: Readonly<Record<string, readonly PlainTransition[]>>;
  readonly always?: readonly PlainTransition[];
  readonly after?: Readonly<Record<string, readonly PlainTransition[]>>;
  readonly onDone?: readonly PlainTransition[];
  readonly entry?: readonly string[];
  readonly exit?: readonly string[];
  readonly states?: Readonly<Record<string, PlainNode>>;
  /** What XState has no word for: the step, what each name stands for. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/**
 * The machine of a definition as a config of XState v5 that any of its tools opens: `createMachine` takes it as it is.
 * Guards, delays and actions are names; what each stands for is in the root's `meta.names`, each under its kind.
 */
export function plainMachineOf(definition: Definition): PlainNode {
  const names = new Names();
  const root = plainNode(definition.machine, names);
  const delays = definition.delays ?? {};
  const meta = { ...root.meta, title: definition.title, names: { guards: names.guards, actions: names.actions, delays } };
  return { ...root, id: definition.machine.id ?? definition.key, meta };
}

function plainNode(node: StateNode, names: Names): PlainNode {
  const { on, always, after, onDone, entry, exit, states, meta, output, description, ...kept } = node;
  const plain = (list: Transitions | undefined) => (list === undefined ? undefined : plainTransitions(list, names));
  const inner = (values: Readonly<Record<string, Transitions>> | undefined) =>
    values && mapped(values, (list) => plainTransitions(list, names));
  const actions = (list: Action | Action[] | undefined) => list && names.ofActions(list);
  return present({
    ...kept,
    description: description ?? titleOf(meta)?.zh,
    on: inner(on),
    always: plain(always),
    after: inner(after),
    onDone: plain(onDone),
    entry: actions(entry),
    exit: actions(exit),
    meta: meta || output ? present({ ...meta, output }) : undefined,
    states: states && mapped(states, (state) => plainNode(state, names)),
  });
}

/** Without the members that are not there. */
const present = <T extends object>(all: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const titleOf = (meta: StateNode['meta']): Text | undefined =>
  meta?.title ?? meta?.step?.title ?? meta?.children?.title ?? meta?.call?.title;

const mapped = <V, W>(values: Readonly<Record<string, V>>, change: (value: V) => W): Record<string, W> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

const plainTransitions = (transitions: Transitions, names: Names): PlainTransition[] =>
  [transitions].flat().map((written) => {
    const { guard, actions, ...rest }: Transition = typeof written === 'string' ? { target: written } : written;
    return { ...rest, ...(guard && { guard: names.ofGuard(guard) }), ...(actions && { actions: names.ofActions(actions) }) };
  });

/** Names for what is written out in a definition: the same content has the same name, and no two contents share one. */
class Names {
  readonly guards: Record<string, Guard['params']> = {};
  readonly actions: Record<string, Action> = {};

  ofGuard({ params }: Guard): string {
    const { when, all } = params;
    const name = [...(when === undefined ? [] : [when]), ...all.map(({ rule }) => rule)].join(' & ');
    return register(this.guards, name === '' ? 'always' : name, params);
  }

  ofActions(actions: Action | Action[]): string[] {
    return [actions].flat().map((action) => register(this.actions, actionName(action), action));
  }
}

function register<V>(known: Record<string, V>, name: string, value: V): string {
  const content = JSON.stringify(value);
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name} (${number})`;
    if (!Object.hasOwn(known, candidate)) known[candidate] = value;
    if (JSON.stringify(known[candidate]) === content) return candidate;
  }
}

function actionName(action: Action): string {
  switch (action.type) {
    case 'notify':
      return `notify ${action.params.to.map((rule) => ('post' in rule ? rule.post : 'applicant')).join(', ')}`;
    case 'set':
      return `set ${Object.keys(action.params).join(', ')}`;
    case 'signal':
      return `signal ${action.params.signal}`;
  }
}

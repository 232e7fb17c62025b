import { type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine, createActor, initialTransition } from 'xstate';

/** An action that XState would have executed: what the machine asks of us. */
export interface MachineAction {
  readonly type: string;
  readonly params?: unknown;
}

export interface Macrostep {
  readonly snapshot: AnyMachineSnapshot;
  readonly actions: readonly MachineAction[];
}

/** The first macrostep of a machine. */
export function firstMacrostep(machine: AnyStateMachine, input: unknown): Macrostep {
  const [snapshot, actions] = initialTransition(machine, input as never);
  return { snapshot: snapshot as AnyMachineSnapshot, actions };
}

/**
 * One macrostep. XState's own `transition()` makes an actor for its scope on every call, which takes longer than the
 * step itself; what a pure step needs of a scope is the same every time, so each machine has one of its own.
 */
export function macrostep(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: string): Macrostep {
  const actions: MachineAction[] = [];
  const next = machine.transition(
    snapshot,
    { type: event },
    { ...scopeOf(machine), actionExecutor: (action) => void actions.push(action) },
  );
  return { snapshot: next, actions };
}

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/** A scope in which nothing is executed, sent or logged. */
function scopeOf(machine: AnyStateMachine): AnyActorScope {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine);
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: ignore,
    defer: ignore,
    emit: ignore,
    stopChild: ignore,
    actionExecutor: ignore,
  };
  scopes.set(machine, scope);
  return scope;
}

const ignore = (): void => undefined;

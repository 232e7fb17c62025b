import { type AnyMachineSnapshot, type ExecutableActionObject, initialTransition, setup, transition } from 'xstate';
import { form } from '../approval.ts';

const day = 24 * 60 * 60 * 1000;
const reminded = { [3 * day]: { actions: 'remind' }, [10 * day]: { actions: 'escalate' } } as const;

/** The same four steps as a machine of XState's own, the way somebody writes it who has no engine around it. */
const machine = setup({
  types: { context: {} as { amount: number }, events: {} as { type: 'submit' } | { type: 'approve' } },
  guards: { isPositive: ({ context }) => context.amount > 0 },
  // Nothing falls due while it is measured.
  actions: { remind: () => {}, escalate: () => {} },
}).createMachine({
  id: 'approval',
  initial: 'submission',
  context: { amount: form.amount },
  states: {
    submission: { after: reminded, on: { submit: { target: 'argument', guard: 'isPositive' } } },
    argument: { after: reminded, on: { approve: 'audit' } },
    audit: { after: reminded, on: { approve: 'verdict' } },
    verdict: { after: reminded, on: { approve: 'approved' } },
    approved: { type: 'final' },
  },
});

/** Goes into a column, and comes out of it, as JSON. */
export type SavedState = Parameters<typeof machine.resolveState>[0];

export interface Timer {
  readonly event: string;
  readonly dueAt: Date;
}

/** What there is to write after a transition. */
export interface Turn {
  readonly state: SavedState;
  /** Whose task is next, unless that was the end. */
  readonly assignee: string | null;
  readonly timers: readonly Timer[];
  readonly cleared: readonly string[];
}

export const started = (): Turn => turnOf(...initialTransition(machine));

/** @throws Error when the outcome is none of this step. */
export function decided(saved: SavedState, outcome: string): Turn {
  const before = machine.resolveState(saved);
  const event = { type: outcome as 'submit' | 'approve' };
  if (!before.can(event)) throw new Error(`${outcome} is not possible in ${before.value}`);
  return turnOf(...transition(machine, before, event));
}

function turnOf(snapshot: AnyMachineSnapshot, actions: readonly ExecutableActionObject[]): Turn {
  const timers = actions
    .filter(({ type }) => type === 'xstate.raise')
    .map(({ params }) => timerOf(params as { id: string; delay: number }));
  const cleared = actions.filter(({ type }) => type === 'xstate.cancel').map(({ params }) => (params as { sendId: string }).sendId);
  const assignee = snapshot.status === 'done' ? null : `post:${String(snapshot.value)}`;
  return { state: machine.getPersistedSnapshot(snapshot as never) as unknown as SavedState, assignee, timers, cleared };
}

const timerOf = ({ id, delay }: { id: string; delay: number }): Timer => ({ event: id, dueAt: new Date(Date.now() + delay) });

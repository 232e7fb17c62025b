/**
 * The events the compiled machine listens to. In the document a step writes `on: { approve: … }`; compiled, the event
 * carries the step's path, because XState offers an event to every region, and one region's approval is not another's.
 */
export const events = {
  outcome: (step: string, outcome: string) => `outcome:${step}:${outcome}`,
  /** The decider chose an earlier step to return to. */
  returnTo: (step: string, target: string) => `return:${step}:${target}`,
  /** The step returned to passes, and the case goes straight back to the one that returned it. */
  resume: (step: string, outcome: string, returner: string) => `resume:${step}:${outcome}:${returner}`,
  withdraw: 'withdraw',
  /** An administrator moves the case to a step. */
  jump: (step: string) => `jump:${step}`,
  signal: (name: string) => `signal:${name}`,
  /** Of a state that waits for child cases: enough have passed, or cannot any more. */
  children: (path: string, settlement: 'done' | 'failed') => `children:${path}:${settlement}`,
  /** Of a state that waits for a webhook: it has answered, or never will. */
  call: (path: string, settlement: 'done' | 'failed') => `call:${path}:${settlement}`,
  after: (delay: string, stateId: string) => `xstate.after.${delay}.${stateId}`,
} as const;

/** Where a case stands that was ended by hand. No state of a definition can have this name. */
export const terminatedState = '$terminated';

/** How a document writes the events of a state that waits for others, and which of them each stands for. */
export const errandEvents = {
  childrenDone: { of: 'children', settlement: 'done' },
  childrenFailed: { of: 'children', settlement: 'failed' },
  callDone: { of: 'call', settlement: 'done' },
  callFailed: { of: 'call', settlement: 'failed' },
} as const;
export type ErrandEvent = keyof typeof errandEvents;

export const isErrandEvent = (name: string): name is ErrandEvent => Object.hasOwn(errandEvents, name);

/** Actions the compiler adds to every state in which people act or others are waited for, so that entering and leaving show up among a transition's actions. */
export const stepActions = { enter: 'step.enter', leave: 'step.leave' } as const;

/** The history state the compiler adds where a return may have to find its way back. */
export const resumeKey = '$resume';

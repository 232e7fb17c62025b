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
  after: (delay: string, stateId: string) => `xstate.after.${delay}.${stateId}`,
} as const;

/** Where a case stands that was ended by hand. No state of a definition can have this name. */
export const terminatedState = '$terminated';

/** Actions the compiler adds to every step's state, so that entering and leaving show up among a transition's actions. */
export const stepActions = { enter: 'step.enter', leave: 'step.leave' } as const;

/** The history state the compiler adds where a return may have to find its way back. */
export const resumeKey = '$resume';

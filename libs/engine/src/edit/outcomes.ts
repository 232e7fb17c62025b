import { buildTree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import { settlementsOf } from '../definition/outcomes.ts';
import type { Outcome, Policy, Step } from '../definition/step.ts';
import { withMoves } from './examples.ts';
import { renamedKey, withValue } from './pointer.ts';

const nameOf = (outcome: Outcome): string => (typeof outcome === 'string' ? outcome : outcome.name);

/** Has a step decided by other rules. Ways of outcomes it no longer has go; those it has now and had not are still to be led somewhere. */
export function decideBy(definition: Definition, path: string, policy: Policy): Definition {
  const place = buildTree(definition.key, definition.machine).byPath.get(path);
  if (place?.step === undefined) return definition;
  const names = new Set(settlementsOf(policy).map(({ name }) => name));
  const gone = settlementsOf(place.step.decide).filter(({ name }) => !names.has(name) && !Object.hasOwn(definition.signals ?? {}, name));
  const decided = withValue(definition, `${place.pointer}/meta/step/decide`, policy);
  return gone.reduce((changed, { name }) => withValue(changed, `${place.pointer}/on/${name}`, undefined), decided);
}

/** Puts another outcome in the place of one; its ways, its ladder, whoever is skipped with it and the examples follow its name. */
export function changeOutcome(definition: Definition, path: string, index: number, outcome: Outcome): Definition {
  const place = buildTree(definition.key, definition.machine).byPath.get(path);
  const { step, pointer = '', node } = place ?? {};
  if (step === undefined || step.decide.by === 'vote') return definition;
  const before = step.decide.outcomes[index];
  if (before === undefined) return definition;
  const [from, to] = [nameOf(before), nameOf(outcome)];
  const outcomes = step.decide.outcomes.map((each, at) => (at === index ? outcome : each));
  const decided = { ...step, decide: { ...step.decide, outcomes } };
  const changed = withValue(definition, `${pointer}/meta/step`, from === to ? decided : following(decided, from, to));
  if (from === to) return changed;
  const led = node?.on === undefined ? changed : withValue(changed, `${pointer}/on`, renamedKey(node.on, from, to));
  return withMoves(led, (move) =>
    move.kind === 'decide' && move.step === path && move.outcome === from ? { ...move, outcome: to } : move,
  );
}

function following(step: Step, from: string, to: string): Step {
  const { whenNobody, escalate } = step;
  return {
    ...step,
    ...('skip' in whenNobody && whenNobody.skip === from && { whenNobody: { skip: to } }),
    ...(escalate && { escalate: escalate.map((rung) => (rung.do === 'pass' && rung.outcome === from ? { ...rung, outcome: to } : rung)) }),
  };
}

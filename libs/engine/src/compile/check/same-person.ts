import type { Definition } from '../../definition/definition.ts';
import { type Problem, problem } from '../../problem.ts';
import type { Superiors } from '../../workflow.ts';
import { countableOutcome } from '../same-person.ts';
import { superiorsAsked } from '../superiors.ts';
import { called, type Tree } from '../tree.ts';
import { type StepPlace, stepPlaces } from './steps.ts';

/** Steps that ask superiors who are not there, or say two things about the same person. */
export const checkSamePerson = (tree: Tree, definition: Definition, superiors: Superiors): Problem[] =>
  stepPlaces(tree).flatMap((place) => [
    ...checkSuperiors(place, definition, superiors),
    ...checkApplicant(place),
    ...checkApproved(place),
    ...checkCarry(place),
  ]);

/** What the definition says for all its steps is for those it can be for; what a step says itself has to be possible. */
function checkSuperiors(place: StepPlace, definition: Definition, superiors: Superiors): Problem[] {
  const { step, pointer } = place;
  return superiorsAsked(step, definition)
    .filter((asked) => asked.pointer !== '/samePerson' || step.samePerson?.applicant === 'superior')
    .flatMap(({ pointer: where, posts }) => {
      const at = `${pointer}/meta/step${where}`;
      if (posts.length === 0) return [problem('superior.of-nobody', at, { step: called([place]) })];
      return posts
        .filter(({ post }) => superiors[post] === undefined)
        .map(({ post }) => problem('superior.unknown', at, { step: called([place]), post }));
    });
}

const checkApplicant = (place: StepPlace): Problem[] =>
  place.step.applicantMayDecide && place.step.samePerson?.applicant === 'superior'
    ? [problem('same-person.applicant', `${place.pointer}/meta/step/samePerson/applicant`, { step: called([place]) })]
    : [];

const checkApproved = (place: StepPlace): Problem[] =>
  place.step.samePerson?.alreadyApproved === 'pass' && countableOutcome(place.step) === undefined
    ? [problem('same-person.approved', `${place.pointer}/meta/step/samePerson/alreadyApproved`, { step: called([place]) })]
    : [];

/** A vote and a meeting are held anew, and an applicant submits again. */
function checkCarry(place: StepPlace): Problem[] {
  const { step, pointer } = place;
  const isPersonal = step.decide.by === 'vote' || step.meeting !== undefined || step.assignees.some((rule) => 'applicant' in rule);
  return step.carry && isPersonal ? [problem('carry.not-possible', `${pointer}/meta/step/carry`, { step: called([place]) })] : [];
}

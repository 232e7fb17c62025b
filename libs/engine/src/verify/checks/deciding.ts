import { type StepPlace, stepPlaces } from '../../compile/check/steps.ts';
import { called, type Place } from '../../compile/tree.ts';
import type { AssigneeRule } from '../../definition/assignee.ts';
import type { Children } from '../../definition/children.ts';
import { outcomesOf } from '../../definition/outcomes.ts';
import { postKey } from '../../workflow.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';

/** Every step can come to each of its outcomes with the people it asks, also when some of them drop out. */
export const checkDeciding = (inspection: Inspection): Finding[] => [
  ...stepPlaces(inspection.tree).flatMap((place) => [
    ...[...checkThreshold(place), ...checkNobody(place), ...checkApplicant(inspection, place)].map(comingTo(inspection, place)),
    ...checkDuplicates(place),
    ...checkOutcomeTitles(place),
  ]),
  ...inspection.tree.places.flatMap((place) =>
    place.errand?.of === 'children' ? checkChildren(inspection, place.errand.children, place) : [],
  ),
];

/** With how a case comes to the step that cannot be decided as it is meant to be. */
const comingTo =
  (inspection: Inspection, place: Place) =>
  (found: Finding): Finding =>
    inspection.reached.includes(place) ? { ...found, counterExample: inspection.exampleOf(place) } : found;

function checkThreshold(place: StepPlace): Finding[] {
  const { step, pointer } = place;
  if (step.decide.by !== 'vote') return [];
  const { pass } = step.decide;
  const [numerator, denominator] = ('moreThan' in pass ? pass.moreThan : '0/1').split('/').map(Number);
  const parameters = { step: called([place]) };
  const isAlone = step.assignees.every((rule) => 'applicant' in rule);
  return [
    ...(numerator === denominator ? [finding('vote.never-passes', `${pointer}/meta/step/decide/pass`, { parameters })] : []),
    ...(isAlone ? [finding('vote.alone', `${pointer}/meta/step/decide`, { parameters })] : []),
  ];
}

const nameOf = (rule: AssigneeRule): string => ('applicant' in rule ? 'applicant' : postKey(rule));

function checkNobody(place: StepPlace): Finding[] {
  const { step, pointer } = place;
  if (!('assign' in step.whenNobody)) return [];
  const asked = new Set(step.assignees.map(nameOf));
  const isSame = step.whenNobody.assign.every((rule) => asked.has(nameOf(rule)));
  return isSame ? [finding('nobody.same', `${pointer}/meta/step/whenNobody`, { parameters: { step: called([place]) } })] : [];
}

/** A case that the system has begun has no applicant. */
function checkApplicant({ definition: { start } }: Inspection, place: StepPlace): Finding[] {
  const { step, pointer } = place;
  const isApplicants = step.assignees.every((rule) => 'applicant' in rule) && 'hold' in step.whenNobody;
  if (!start.bySystem || !isApplicants) return [];
  return [finding('nobody.applicant', `${pointer}/meta/step/assignees`, { parameters: { step: called([place]) } })];
}

function checkDuplicates(place: StepPlace): Finding[] {
  const { step, pointer } = place;
  const names = step.assignees.map(nameOf);
  return names.flatMap((post, index) =>
    names.indexOf(post) < index
      ? [finding('assignee.duplicate', `${pointer}/meta/step/assignees/${index}`, { parameters: { step: called([place]), post } })]
      : [],
  );
}

function checkOutcomeTitles(place: StepPlace): Finding[] {
  const { step, pointer } = place;
  const titles = outcomesOf(step.decide).map(({ title }) => title.zh);
  return titles.flatMap((title, index) =>
    titles.indexOf(title) < index
      ? [
          finding('outcome.duplicate-title', `${pointer}/meta/step/decide/outcomes/${index}`, {
            parameters: { step: called([place]), title },
          }),
        ]
      : [],
  );
}

function checkChildren(inspection: Inspection, { each, wait }: Children, place: Place): Finding[] {
  const needed = typeof wait === 'object' && typeof wait.atLeast === 'number' ? wait.atLeast : 0;
  const most = each === undefined ? 1 : longestOf(inspection, each);
  if (most === undefined || needed <= most) return [];
  return [finding('children.too-few', `${place.pointer}/meta/children/wait`, { parameters: { state: called([place]), needed, most } })];
}

/** How long a list of the form can be. */
function longestOf({ definition }: Inspection, source: string): number | undefined {
  const name = /^\s*form\.(\w+)\s*$/.exec(source)?.[1];
  const field = name === undefined ? undefined : definition.form.schema.properties[name];
  return field?.type === 'array' ? field.maxItems : undefined;
}

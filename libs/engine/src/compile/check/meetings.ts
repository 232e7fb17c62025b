import type { Definition } from '../../definition/definition.ts';
import { type Problem, problem } from '../../problem.ts';
import { called, type Tree } from '../tree.ts';
import { type StepPlace, stepPlaces } from './steps.ts';

/** A step that a meeting decides has to be one that it can: the body is asked as one, and may say yes or no. */
export const checkMeetings = (tree: Tree, definition: Definition): Problem[] =>
  stepPlaces(tree).flatMap((place) => [...checkBody(place), ...checkNumber(place, definition)]);

function checkBody(place: StepPlace): Problem[] {
  const { pointer } = place;
  const { meeting, decide, assignees } = place.step;
  if (meeting === undefined) return [];
  const isAsked = assignees.some((rule) => 'post' in rule && rule.post === meeting.body && rule.each !== true);
  const isDecidable = decide.by === 'one' && decide.outcomes.includes('approve') && decide.outcomes.includes('reject');
  return [
    ...(isAsked
      ? []
      : [problem('meeting.body-not-asked', `${pointer}/meta/step/meeting/body`, { step: called([place]), body: meeting.body })]),
    ...(isDecidable ? [] : [problem('meeting.outcomes', `${pointer}/meta/step/decide`, { step: called([place]) })]),
  ];
}

function checkNumber({ step, pointer }: StepPlace, { form }: Definition): Problem[] {
  const field = step.meeting?.number;
  if (field === undefined) return [];
  const access = step.fields?.[field] ?? step.fields?.['*'] ?? 'read';
  const isWritten = access === 'write' || access === 'required';
  return isWritten && isText(form, field) ? [] : [problem('meeting.number-field', `${pointer}/meta/step/meeting/number`, { field })];
}

function isText({ schema }: Definition['form'], field: string): boolean {
  const found = Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;
  return found?.type === 'string' && found['x-kind'] === undefined && found['x-shown'] === undefined;
}

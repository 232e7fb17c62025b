import type { AssigneeRule } from '../definition/assignee.ts';
import type { Text } from '../definition/basics.ts';
import type { DueTime, Workflow } from '../workflow.ts';
import { awaitedOf, recipientsOf } from './assign.ts';
import type { Reminded } from './clock-texts.ts';
import type { Effect, NoticeKind } from './effect.ts';
import type { World } from './result.ts';
import type { Instant, OpenStep, PersonId } from './state.ts';

/** What is to be told of a step, and to whom if not to those it waits for. */
export interface Telling {
  readonly notice: NoticeKind;
  readonly text: (reminded: Reminded, at: Instant, dueTime: DueTime) => Text;
  readonly to?: readonly AssigneeRule[];
}

interface Told {
  readonly workflow: Workflow;
  readonly world: World;
  readonly at: Instant;
  readonly title: Text;
  readonly applicant: PersonId;
}

/** The notice of how it stands with a step; none where there is nobody to tell. */
export function noticeOf(open: OpenStep, { notice, text, to }: Telling, told: Told): Effect | undefined {
  const { workflow, world, at, title, applicant } = told;
  const tasks = open.tasks.filter(({ ballot }) => ballot === undefined);
  const recipients = to === undefined ? tasks.map(awaitedOf) : recipientsOf(to, applicant, world);
  const step = workflow.steps.get(open.step)?.step.title;
  if (recipients.length === 0 || step === undefined) return undefined;
  const message = text({ title, step, dueAt: open.dueAt }, at, workflow.dueTime);
  return { kind: 'notify', to: recipients, message, notice, tasks: tasks.map(({ number }) => number) };
}

export { advance } from './advance.ts';
export { postsAsked, type StaffedPlace, startersAt } from './assignability/asked.ts';
export { type Assignability, assignabilityOf, findingsIn, type StaffingFinding, severityOf } from './assignability/assignability.ts';
export { isApplicants, type StaffedRow, type StaffedStep, type StaffingKind, staffingOf } from './assignability/staffing.ts';
export { type PlacedRead, readsIn } from './assist/document-reads.ts';
export { type Offer, type Offers, offersAt } from './assist/offers.ts';
export { expressionAt, expressionsIn, type Placed, problemsIn, type WrittenProblem } from './assist/placed.ts';
export { type Trial, type TrialResult, trialOf } from './assist/trial.ts';
export { accessAtStart } from './beginning.ts';
export type { Citation, CitationKind } from './clauses/citations.ts';
export { type CitedIn, type Coverage, type CoveredClause, coverageOf } from './clauses/coverage.ts';
export { type Compiled, compile, documentLimits, documentProblems } from './compile/compile.ts';
export { terminatedState } from './compile/events.ts';
export { superiorsIn } from './compile/superiors.ts';
export { defineWorkflow, rule, rules, when } from './define.ts';
export type { AssigneeRule } from './definition/assignee.ts';
export { type Delay, type Due, type OrganisationKind, organisationKinds, type Text } from './definition/basics.ts';
export { Definition } from './definition/definition.ts';
export type { Example, Move as ExampleMove } from './definition/example.ts';
export type { Form, FormField, FormSchema } from './definition/form.ts';
export { schemaOfDefinition } from './definition/json-schema.ts';
export type { FieldAccess, Policy, Step } from './definition/step.ts';
export { differencesOf } from './difference/difference.ts';
export { ownEventTitles } from './difference/events.ts';
export { type MovedPlace, movedPlaces } from './difference/moved.ts';
export { type Duration, durationOf, type Extent, latestStart, type Stay } from './duration/duration.ts';
export { removeDelay, renameDelay } from './edit/delays.ts';
export { addField, fieldNames, moveField, removeField, renameField } from './edit/fields.ts';
export { holdersFor, moveInto } from './edit/moving.ts';
export { changeOutcome, decideBy } from './edit/outcomes.ts';
export { leadsOn, type OutlinePlace, type OutlineWay, outlineOf } from './edit/outline.ts';
export { keysOf, valueAt, withValue } from './edit/pointer.ts';
export { addState, moveState, type NewState, removeState, renameState } from './edit/states.ts';
export { above, addWay, asMembers, ledTo, removeWay, stateAround } from './edit/ways.ts';
export type { AnyTime, BpmnDiagram, BpmnFlow, BpmnKind, BpmnLane, BpmnNode } from './exchange/bpmn/diagram.ts';
export { bpmnDiagramOf, type DiagramWords } from './exchange/bpmn/draw.ts';
export { type Bounds, type BpmnLayout, layoutOf, type Point, sizeOf } from './exchange/bpmn/layout.ts';
export type { KnownPost } from './exchange/bpmn-import/bodies.ts';
export type { ParsedBpmn } from './exchange/bpmn-import/element.ts';
export { checkBpmnFile } from './exchange/bpmn-import/file-check.ts';
export { type BpmnWishes, type CarriedBpmn, type ImportedBpmn, importBpmn } from './exchange/bpmn-import/import-bpmn.ts';
export { type BpmnLoss, bpmnLossCodes } from './exchange/bpmn-import/losses.ts';
export { type BpmnRefusal, type BpmnRefusalCode, bpmnLimits, bpmnRefusalCodes } from './exchange/bpmn-import/refusal.ts';
export { documentText, type ReadDocument, readDocument } from './exchange/document-file.ts';
export { type Guide, guideOf } from './exchange/guide/guide.ts';
export { type PlainNode, plainMachineOf } from './exchange/plain-machine.ts';
export { dueText, type PostTitles } from './exchange/wording.ts';
export { type Token, tokensOf } from './expression/tokens.ts';
export type { FactCatalogue, FactSource, FactType } from './expression/variables.ts';
export { field, formOf } from './fields.ts';
export { checkOf, type FormCheck } from './form/form-check.ts';
export { normalise } from './form/normalise.ts';
export { fieldsRead, planOf } from './form/plan.ts';
export { absentIn, reckonedAlone, settled, wantedIn } from './form/settled.ts';
export { type Course, type CourseEdge, type CourseLine, type CourseNode, courseOf } from './graph/course.ts';
export { type Graph, type GraphEdge, type GraphNode, graphOf } from './graph/graph.ts';
export { counterpartsOf } from './migrate/counterparts.ts';
export type { Mapping } from './migrate/layout.ts';
export { migrate } from './migrate/migrate.ts';
export type { Reason, ReasonCode } from './migrate/reasons.ts';
export { reverseMigration } from './migrate/reverse.ts';
export { type Verdict, verdictOf } from './migrate/verdict.ts';
export { reaches } from './policy/vote.ts';
export { fieldPointer, type Problem, type ProblemCode, pointerTo } from './problem.ts';
export { type Happening, type Replayed, replay } from './replay/replay.ts';
export type { Actor } from './run/actor.ts';
export { isAddressedTo } from './run/assign.ts';
export type { Command, MigrationCommand, Start } from './run/command.ts';
export { type ClosedBecause, type Effect, type EndedBecause, type NoticeKind, ofKind } from './run/effect.ts';
export type { Author, Entry } from './run/entry.ts';
export { limitOf } from './run/limit.ts';
export { type Preview, type PreviewedTimer, previewOf } from './run/preview.ts';
export type { BrokenRule, FieldProblem, RefusalCode, Refused } from './run/refusal.ts';
export { fieldTexts, refusalTexts } from './run/refusal-texts.ts';
export type { Advanced, PostHolders, Result, Wanting, World } from './run/result.ts';
export { stepFor } from './run/signature.ts';
export { leavesOf } from './run/snapshot.ts';
export type { Assignee, CaseState, DeficiencyItem, Fields, Instant, Json, OpenStep, Subject, Task } from './run/state.ts';
export type { Answer, AttachmentReference, Decide, Deficiency, MeetingReference } from './run/task-command.ts';
export { type NamedTimer, timerNamed } from './simulate/clocks.ts';
export { type CounterStage, playCounter } from './simulate/counter-example.ts';
export { saidOf, whereItCame } from './simulate/examples.ts';
export { type AskedNow, askedIn, missingFields, offersIn, sampleStart } from './simulate/offers.ts';
export type { Scene } from './simulate/scene.ts';
export {
  type Beat,
  beginSimulation,
  nextDue,
  type Played,
  play,
  playAll,
  routeOf,
  type Simulation,
  standsIn,
} from './simulate/simulation.ts';
export { start } from './start.ts';
export type { Choice, CounterExample, Move } from './verify/counter-example.ts';
export type { Finding } from './verify/finding.ts';
export { type Verified, verified, verify } from './verify/verify.ts';
export { type CaseCourse, daysOf, type Unknown, type WhatIf, whatIf } from './what-if/what-if.ts';
export { type CompiledStep, type DueTime, postKey, type Superiors, type Surroundings, type Workflow } from './workflow.ts';

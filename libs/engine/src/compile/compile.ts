import { z } from 'zod';
import type { AssigneeRule, Superior } from '../definition/assignee.ts';
import { Definition } from '../definition/definition.ts';
import type { DataSchema } from '../definition/form.ts';
import { outcomesOf } from '../definition/outcomes.ts';
import type { FieldAccess, Step } from '../definition/step.ts';
import { checkOf } from '../form/form-check.ts';
import { planOf } from '../form/plan.ts';
import { type Problem, pointerTo, problem } from '../problem.ts';
import type { CompiledStep, PostPlace, Superiors, Surroundings, Workflow } from '../workflow.ts';
import { postKey } from '../workflow.ts';
import { checkClocks } from './check/clocks.ts';
import { checkConditions } from './check/conditions.ts';
import { checkDelayBasis, checkDelays, delayOf } from './check/delays.ts';
import { checkErrands } from './check/errands.ts';
import type { ExpressionPool } from './check/expression-pool.ts';
import { checkExpressions } from './check/expressions.ts';
import { checkForms } from './check/forms.ts';
import { checkMeetings } from './check/meetings.ts';
import { checkSamePerson } from './check/same-person.ts';
import { checkSteps, type StepPlace, stepPlaces } from './check/steps.ts';
import { checkStructure } from './check/structure.ts';
import { events } from './events.ts';
import { buildMachine, isWaiting } from './machine.ts';
import { type ReturnPlan, returnPlans, standsStill } from './returns.ts';
import { countableOutcome } from './same-person.ts';
import { postsAbove, samePersonOf, superiorsAsked } from './superiors.ts';
import { arrowsOf, buildTree, type Errand, type Tree } from './tree.ts';

/** Bounds on a document, so that compiling one sent by anybody stays cheap. */
export const documentLimits = { bytes: 512 * 1024, depth: 40, states: 500 } as const;

export type Compiled =
  | { readonly kind: 'compiled'; readonly workflow: Workflow }
  | { readonly kind: 'faulty'; readonly problems: readonly Problem[] };

/** Turns a document into a workflow, or says everything that is wrong with it. Never throws for what is in the document. */
export function compile(document: unknown, surroundings: Surroundings): Compiled {
  const oversized = documentProblems(document);
  if (oversized.length > 0) return { kind: 'faulty', problems: oversized };
  const parsed = Definition.safeParse(document);
  if (!parsed.success) return { kind: 'faulty', problems: parsed.error.issues.flatMap((issue) => describe(issue)) };
  const definition = parsed.data;
  const tree = buildTree(definition.key, definition.machine);
  if (tree.places.length > documentLimits.states) {
    const problems = [problem('document.too-many-states', '/machine', { count: tree.places.length, limit: documentLimits.states })];
    return { kind: 'faulty', problems };
  }
  const superiors = surroundings.superiors ?? {};
  const pool = checkExpressions(tree, definition, surroundings.facts);
  const problems = [
    ...checkStructure(tree),
    ...checkSteps(tree, definition),
    ...checkErrands(tree),
    ...checkMeetings(tree, definition),
    ...checkSamePerson(tree, definition, superiors),
    ...checkForms(tree, definition),
    ...checkConditions(definition),
    ...checkDelays(tree, definition),
    ...checkDelayBasis(definition),
    ...checkClocks(tree, surroundings.dueTime),
    ...pool.problems,
  ];
  if (problems.length > 0) return { kind: 'faulty', problems };
  return { kind: 'compiled', workflow: assemble(tree, definition, pool, surroundings) };
}

/** What is wrong with the size of a document; one that is small enough may be kept, whatever is in it. */
export function documentProblems(document: unknown): Problem[] {
  const depth = depthOf(document, documentLimits.depth);
  if (depth > documentLimits.depth) return [problem('document.too-deep', '', { limit: documentLimits.depth })];
  const size = new TextEncoder().encode(JSON.stringify(document) ?? '').length;
  return size > documentLimits.bytes ? [problem('document.too-large', '', { size, limit: documentLimits.bytes })] : [];
}

/** How deep a value is nested, counted no further than one past the limit. */
function depthOf(value: unknown, limit: number): number {
  if (typeof value !== 'object' || value === null || limit < 0) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((inner) => depthOf(inner, limit - 1)));
}

/** One problem for each place in the document that does not parse; of a union, the alternative that came closest. */
function describe(issue: z.core.$ZodIssue, base: readonly PropertyKey[] = []): Problem[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const closest = [...issue.errors].sort((a, b) => deepest(b) - deepest(a))[0] ?? [];
    return closest.flatMap((inner) => describe(inner, path));
  }
  const detail = { zh: sentence(chinese, issue), en: sentence(english, issue) };
  return [problem('document.invalid', pointerTo(...path.map(String)), { detail })];
}

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

function sentence(locale: typeof english, issue: z.core.$ZodIssue): string {
  const said = locale(issue as never);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
}

const deepest = (issues: readonly z.core.$ZodIssue[]): number => Math.max(...issues.map(({ path }) => path.length));

const empty = { type: 'object', properties: {}, additionalProperties: false } as const;

function assemble(tree: Tree, definition: Definition, pool: ExpressionPool, surroundings: Surroundings): Workflow {
  const plans = returnPlans(tree);
  const superiors = surroundings.superiors ?? {};
  const steps = new Map(stepPlaces(tree).map((place) => [place.path, compiledStep(tree, place, plans, { definition, superiors })]));
  return {
    definition,
    machine: buildMachine(tree, definition, plans),
    steps,
    errands: errandsOf(tree),
    leaves: new Set(tree.places.filter(({ children }) => children.length === 0).map(({ path }) => path)),
    delays: delaysOf(tree, definition),
    form: checkOf(definition.form.schema),
    data: checkOf(definition.data ?? empty),
    payloads: new Map(Object.entries(definition.signals ?? {}).map(([name, { payload }]) => [name, checkOf(payload ?? empty)])),
    plan: planOf(definition.form.schema),
    expressions: pool.compiled,
    factTypes: new Map(
      Object.entries(definition.facts ?? {}).map(([name, { source }]) => [name, surroundings.facts[source]?.fields ?? {}]),
    ),
    posts: postsOf(tree, definition, superiors),
    dueTime: surroundings.dueTime,
    hasClocks: [...steps.values()].some(({ hasClocks }) => hasClocks),
    remembers: [...steps.values()].some(
      ({ step, samePerson, countable }) => step.carry || (samePerson.alreadyApproved === 'pass' && countable !== undefined),
    ),
  };
}

interface Whole {
  readonly definition: Definition;
  readonly superiors: Superiors;
}

function compiledStep(tree: Tree, place: StepPlace, plans: readonly ReturnPlan[], { definition, superiors }: Whole): CompiledStep {
  const { step, path } = place;
  const accessOf = (field: string): FieldAccess => step.fields?.[field] ?? step.fields?.['*'] ?? 'read';
  const fields = Object.keys(definition.form.schema.properties);
  return {
    path,
    step,
    hasClocks: step.remind !== undefined || step.escalate !== undefined,
    outcomes: new Map(outcomesOf(step.decide).map((outcome) => [outcome.name, outcome])),
    accessOf,
    requiredFields: fields.filter((field) => accessOf(field) === 'required'),
    samePerson: samePersonOf(step, definition),
    countable: countableOutcome(step),
    above: (post) => postsAbove(post, superiors),
    mayWrite: fields.some((field) => ['write', 'required'].includes(accessOf(field))),
    returns: plans
      .filter(({ from }) => from === place)
      .map((plan) => {
        const { to, reentry, across, chosen } = plan;
        return { to: to.path, reentry, across, chosen, beside: besideOf(tree, plan) };
      }),
  };
}

function errandsOf({ places }: Tree): Workflow['errands'] {
  const shapeOf = (errand: Errand): DataSchema =>
    errand.of === 'call' ? (errand.call.result ?? empty) : { ...empty, properties: errand.children.output ?? {} };
  return new Map(
    places.flatMap(({ path, errand }) => {
      if (errand === undefined) return [];
      const shape = shapeOf(errand);
      return [[path, { ...errand, names: Object.keys(shape.properties), answer: checkOf(shape) }]];
    }),
  );
}

function besideOf(tree: Tree, plan: ReturnPlan): CompiledStep['returns'][number]['beside'] {
  const standing = tree.places.filter((place) => standsStill(plan, place));
  return {
    steps: new Set(standing.filter(isWaiting).map(({ path }) => path)),
    timers: new Set(standing.flatMap(({ node, id }) => Object.keys(node.after ?? {}).map((name) => events.after(name, id)))),
  };
}

function delaysOf(tree: Tree, definition: Definition): Workflow['delays'] {
  const entries = tree.places.flatMap(({ node, id }) =>
    Object.keys(node.after ?? {}).flatMap((name) => {
      const due = delayOf(definition, name);
      return due === undefined ? [] : [[events.after(name, id), due] as const];
    }),
  );
  return new Map(entries);
}

/** Everybody a step names. */
function rulesOf({ assignees, whenNobody, supplement, remind = [], escalate = [] }: Step): (AssigneeRule | Superior)[] {
  const nobody = 'assign' in whenNobody ? whenNobody.assign : [];
  const told = [...remind, ...escalate].flatMap((clock) => ('to' in clock ? (clock.to ?? []) : []));
  return [...assignees, ...nobody, ...(supplement?.by ?? []), ...told];
}

function postsOf(tree: Tree, definition: Definition, superiors: Superiors): Workflow['posts'] {
  const rules = tree.places.flatMap((place) => {
    const { node, step } = place;
    const actions = [node.entry ?? [], node.exit ?? [], ...arrowsOf(place).map(({ transition }) => transition.actions ?? [])].flat();
    const notified = actions.flatMap((action) => (action.type === 'notify' ? action.params.to : []));
    return [...(step === undefined ? [] : rulesOf(step)), ...notified];
  });
  const named = rules.flatMap((rule) => ('post' in rule ? [rule] : []));
  const asked = tree.places.flatMap(({ step }) => (step === undefined ? [] : superiorsAsked(step, definition)));
  const above = asked.flatMap(({ posts }) => posts.flatMap(({ post }) => postsAbove(post, superiors)));
  const byKey = new Map([...named, ...above].map(({ post, at }): [string, PostPlace] => [postKey({ post, at }), { post, at }]));
  return [...byKey.values()];
}

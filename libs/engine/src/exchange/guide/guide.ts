import { accessAtStart } from '../../beginning.ts';
import { arrowsOf, buildTree, type Place } from '../../compile/tree.ts';
import type { Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import type { Step } from '../../definition/step.ts';
import { fieldNames } from '../../edit/fields.ts';
import { type Graph, type GraphEdge, graphOf } from '../../graph/graph.ts';
import type { Workflow } from '../../workflow.ts';
import { bodyText, dueText, levelText, type PostTitles, policyText } from '../wording.ts';
import { rulesIn } from './clauses.ts';
import { type Length, longestWay } from './length.ts';
import { noticesToApplicant, withoutValues } from './notices.ts';
import { saidCondition } from './said-condition.ts';

/** Something to fill in or to attach. */
export interface GuideField {
  readonly name: string;
  readonly title: Text;
  readonly help?: string;
  readonly isRequired: boolean;
  /** When it is asked for at all, and when it is wanted, where that is so only on a condition. */
  readonly shownWhen?: Text;
  readonly requiredWhen?: Text;
  readonly isAttachment: boolean;
}

/** A way on from a step that does not go forward: what is said, and where the case stands after it. */
export interface GuideTurn {
  readonly kind: GraphEdge['kind'];
  readonly title?: Text;
  readonly to: Text;
}

export interface GuideStep {
  readonly path: string;
  readonly title: Text;
  /** Whom it asks, by their titles; of people, the applicant. */
  readonly bodies: readonly Text[];
  readonly how?: Text;
  /** What the body may say. */
  readonly outcomes: readonly Text[];
  readonly due?: Text;
  readonly basis: readonly string[];
  /** Whether the case comes here when all goes well. */
  readonly isOnTheWay: boolean;
  /** What the body has to fill in. */
  readonly required: readonly Text[];
  readonly turns: readonly GuideTurn[];
}

/** A condition that a person is held to, in the words of a refusal. */
export interface GuideRule {
  readonly rule: string;
  readonly message: Text;
}

/** 办事指南: what an applicant has to know of a process, out of the definition that runs. */
export interface Guide {
  readonly key: string;
  readonly title: Text;
  readonly description?: Text;
  readonly start: { readonly posts: readonly Text[]; readonly at: Text; readonly bySystem: boolean };
  readonly fields: readonly GuideField[];
  readonly rules: readonly GuideRule[];
  readonly steps: readonly GuideStep[];
  readonly ends: readonly Text[];
  /** The longest it takes when all goes well. */
  readonly longest: Length;
  readonly notices: readonly Text[];
  readonly basis: readonly string[];
}

export function guideOf(workflow: Workflow, titles: PostTitles): Guide {
  const { definition } = workflow;
  const { key, title, description, start, subject } = definition;
  const graph = graphOf(definition);
  const places = buildTree(definition.key, definition.machine).places;
  return {
    key,
    title,
    ...(description && { description }),
    start: {
      posts: start.posts.map((post) => bodyText({ post, at: subject }, titles)),
      at: levelText(subject),
      bySystem: start.bySystem === true,
    },
    fields: fieldsOf(workflow),
    rules: conditionsOf(definition, places),
    steps: stepsOf(definition, graph, titles),
    ends: graph.nodes.filter(({ kind }) => kind === 'end').map((node) => node.title),
    longest: longestWay(definition, graph),
    notices: noticesToApplicant(places),
    basis: rulesIn(definition),
  };
}

/** What whoever starts a case fills in, and what they must; of a process that only the system starts, nothing. */
function fieldsOf(workflow: Workflow): GuideField[] {
  const { definition } = workflow;
  if (definition.start.posts.length === 0) return [];
  const { properties, required = [] } = definition.form.schema;
  const access = accessAtStart(workflow);
  const order = fieldNames(definition);
  return Object.entries(properties)
    .toSorted(([left], [right]) => order.indexOf(left) - order.indexOf(right))
    .filter(([name, field]) => field['x-calc'] === undefined && ['write', 'required'].includes(access[name] ?? 'read'))
    .map(([name, field]) => ({
      name,
      title: labelOf(name, field),
      ...(field.description !== undefined && { help: field.description }),
      isRequired: access[name] === 'required' || required.includes(name),
      ...(field['x-shown'] !== undefined && { shownWhen: saidCondition(field['x-shown'], definition.form.schema) }),
      ...(field['x-required'] !== undefined && { requiredWhen: saidCondition(field['x-required'], definition.form.schema) }),
      isAttachment: isFile(field) || (field.type === 'array' && isFile(field.items)),
    }));
}

const isFile = (field: object): boolean => 'x-kind' in field && field['x-kind'] === 'file';

const labelOf = (name: string, field: { title?: string; 'x-en'?: string } | undefined): Text => ({
  zh: field?.title ?? name,
  ...(field?.['x-en'] !== undefined && { en: field['x-en'] }),
});

function stepsOf(definition: Definition, { nodes, edges }: Graph, titles: PostTitles): GuideStep[] {
  const steps = new Map(buildTree(definition.key, definition.machine).places.map((place) => [place.path, place.step]));
  const named = new Map(nodes.map(({ path, title }) => [path, title]));
  const onTheWay = passedBy(nodes[0]?.path, edges);
  const turnsOf = (path: string): GuideTurn[] =>
    edges
      .filter((edge) => edge.from === path && edge.kind !== 'pass')
      .map((edge) => ({ kind: edge.kind, ...(edge.title && { title: edge.title }), to: named.get(edge.to) ?? { zh: edge.to } }));
  return nodes
    .filter(({ kind }) => kind !== 'end')
    .map(({ path, title }) => ({
      path,
      title,
      ...askedIn(steps.get(path), definition, titles),
      isOnTheWay: onTheWay.has(path),
      turns: turnsOf(path),
    }));
}

type Asked = Pick<GuideStep, 'bodies' | 'how' | 'outcomes' | 'due' | 'basis' | 'required'>;

/** What is asked of whom in a step; of a place in which nobody acts, nothing. */
function askedIn(step: Step | undefined, { form }: Definition, titles: PostTitles): Asked {
  if (step === undefined) return { bodies: [], outcomes: [], basis: [], required: [] };
  const required = Object.entries(step.fields ?? {}).flatMap(([name, access]) => (access === 'required' && name !== '*' ? [name] : []));
  return {
    bodies: step.assignees.map((rule) => bodyText(rule, titles)),
    ...(step.decide.by !== 'one' && { how: policyText(step.decide) }),
    outcomes: settlementsOf(step.decide).map((outcome) => outcome.title),
    ...(step.due !== undefined && { due: dueText(step.due) }),
    basis: clausesOf(step),
    required: required.map((name) => labelOf(name, form.schema.properties[name])),
  };
}

/** What the step stands on, and what its reminders and its ladder do. */
function clausesOf({ basis = [], remind = [], escalate = [] }: Step): string[] {
  return [...new Set([...basis, ...[...remind, ...escalate].flatMap((clock) => clock.basis ?? [])])];
}

function passedBy(first: string | undefined, edges: readonly GraphEdge[]): ReadonlySet<string> {
  const passed = new Set<string>();
  const open = first === undefined ? [] : [first];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (passed.has(path)) continue;
    passed.add(path);
    open.push(...edges.filter(({ from, kind }) => from === path && kind === 'pass').map(({ to }) => to));
  }
  return passed;
}

/** Every rule that some transition keeps, once, in the words of its refusal. */
function conditionsOf({ unique }: Definition, places: readonly Place[]): GuideRule[] {
  const guarded = places.flatMap((place) => arrowsOf(place).flatMap(({ transition }) => transition.guard?.params.all ?? []));
  const rules = [...(unique === undefined ? [] : [unique]), ...guarded].map(({ rule, message }) => ({
    rule,
    message: withoutValues(message),
  }));
  return [...new Map(rules.map((condition) => [`${condition.rule} ${condition.message.zh}`, condition])).values()];
}

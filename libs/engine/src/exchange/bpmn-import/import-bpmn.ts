import { documentProblems } from '../../compile/compile.ts';
import type { OrganisationKind } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import { field, formOf } from '../../fields.ts';
import { Bodies, type KnownPost, startersIn } from './bodies.ts';
import { Delays } from './delays.ts';
import { type BpmnElement, inside, lineOf, listOf, namedAs, own, type ParsedBpmn, typeOf } from './element.ts';
import { FormFields } from './form-fields.ts';
import { type Container, containerOf, type FlowNode } from './graph.ts';
import { Landing } from './landing.ts';
import { listLeftOut } from './left-out.ts';
import { type BpmnLoss, Losses } from './losses.ts';
import { keyFrom } from './names.ts';
import { Places } from './places.ts';
import { checkGateways, checkReferences, refusalIn } from './references.ts';
import { type BpmnRefusal, refusedFile } from './refusal.ts';
import { Signals } from './signals.ts';
import { States } from './states.ts';

/** What the person importing says besides the file. */
export interface BpmnWishes {
  readonly posts: readonly KnownPost[];
  /** Of several processes in a file, the one meant, by its id. */
  readonly process?: string;
  /** In place of what the file has. */
  readonly key?: string;
  readonly title?: string;
  /** Who starts a case; without it whom the file names, or the first post of the catalogue. */
  readonly start?: { readonly post: string; readonly at: OrganisationKind };
}

/** A file as a draft can have it. */
export interface CarriedBpmn {
  readonly kind: 'carried';
  readonly key: string;
  readonly title: string;
  readonly start: { readonly post: string; readonly at: OrganisationKind };
  /** To be verified as any draft is; it may have findings. */
  readonly document: Definition;
  /** The steps it has, in the order in which a case comes to them. */
  readonly steps: readonly { readonly path: string; readonly title: string }[];
  /** What could not be carried over. */
  readonly losses: readonly BpmnLoss[];
}

export type ImportedBpmn =
  | BpmnRefusal
  | { readonly kind: 'several'; readonly processes: readonly { readonly id: string; readonly name: string; readonly steps: number }[] }
  | CarriedBpmn;

/** So many activities, events and gateways of a process are read at the most. */
const mostNodes = 400;

/**
 * A parsed BPMN 2.0 file as a draft, with a list of what could not be carried over; or why it is not taken. Never throws
 * for what is in the file. What is carried over is in docs/exchange.md.
 */
export function importBpmn(parsed: ParsedBpmn, wishes: BpmnWishes): ImportedBpmn {
  const refusal = refusalIn(parsed.warnings);
  if (refusal !== undefined) return refusal;
  if ('failed' in parsed) return refusedFile(/failed to parse document as/.test(parsed.failed) ? 'bpmn.not-bpmn' : 'bpmn.not-xml');
  if (typeOf(parsed.rootElement) !== 'Definitions') return refusedFile('bpmn.not-bpmn');
  const processes = listOf(parsed.rootElement, 'rootElements').filter((element) => typeOf(element) === 'Process');
  const drawn = processes.filter((element) => listOf(element, 'flowElements').length > 0);
  if (drawn.length === 0) return refusedFile('bpmn.no-process');
  const acted = drawn.filter((element) => stepsIn(element) > 0);
  const chosen = acted.find((element) => namedAs(element).id === wishes.process) ?? (acted.length === 1 ? acted[0] : undefined);
  if (acted.length === 0) return refusedFile('bpmn.no-user-task');
  if (chosen === undefined)
    return { kind: 'several', processes: acted.map((element) => ({ ...namedAs(element), steps: stepsIn(element) })) };
  return (
    faultIn(chosen, parsed.warnings) ??
    carried(chosen, { root: parsed.rootElement, others: processes.filter((one) => one !== chosen), warnings: parsed.warnings, wishes })
  );
}

const stepKinds = new Set(['UserTask', 'ManualTask', 'Task']);

const stepsIn = (element: BpmnElement): number =>
  listOf(element, 'flowElements').reduce((count, one) => count + (stepKinds.has(typeOf(one)) ? 1 : 0) + stepsIn(one), 0);

const nodesIn = (element: BpmnElement): number =>
  listOf(element, 'flowElements').reduce((count, one) => count + (typeOf(one) === 'SequenceFlow' ? 0 : 1) + nodesIn(one), 0);

function faultIn(element: BpmnElement, warnings: ParsedBpmn['warnings']): BpmnRefusal | undefined {
  if (nodesIn(element) > mostNodes) return refusedFile('bpmn.too-many-elements', { limit: mostNodes });
  return checkReferences(element, warnings) ?? checkGateways(containerOf(element));
}

interface From {
  readonly root: BpmnElement;
  readonly others: readonly BpmnElement[];
  readonly warnings: ParsedBpmn['warnings'];
  readonly wishes: BpmnWishes;
}

function carried(element: BpmnElement, { root, others, warnings, wishes }: From): BpmnRefusal | CarriedBpmn {
  const losses = new Losses();
  const container = containerOf(element);
  const isOwn = own(root, 'exporter') === 'Shenpi';
  if (isOwn) losses.add('bpmn.own-file', container);
  listAround(root, others, warnings, losses);
  listLeftOut(container, losses);
  const start = wishes.start ?? starterOf(element, wishes.posts);
  const key = wishes.key ?? keyFrom(container.id);
  const title = wishes.title ?? (container.name || nameOfPool(root, element) || container.id || key);
  const draft = draftOf(container, { key, losses, isOwn, posts: wishes.posts, at: start.at });
  const head = {
    format: 1 as const,
    key,
    title: { zh: title },
    basis: [],
    subject: start.at,
    start: { posts: [start.post] },
    summary: { zh: title },
  };
  const { description } = draft;
  const document: Definition = {
    ...head,
    ...(description !== '' && { description: { zh: description } }),
    form: draft.form,
    ...(draft.delays && { delays: draft.delays }),
    ...(draft.signals && { signals: draft.signals }),
    machine: draft.machine,
  };
  if (documentProblems(document).length > 0) return refusedFile('bpmn.too-many-elements', { limit: mostNodes });
  return { kind: 'carried', key, title, start, document, steps: draft.steps, losses: losses.all };
}

interface Around {
  readonly key: string;
  readonly losses: Losses;
  readonly isOwn: boolean;
  readonly posts: readonly KnownPost[];
  readonly at: OrganisationKind;
}

function draftOf(container: Container, { key, losses, isOwn, posts, at }: Around) {
  const places = new Places(container, losses, isOwn);
  const fields = new FormFields(losses);
  for (const node of nodesOf(container)) fields.read(node);
  const bodies = new Bodies(posts, losses, at);
  bodies.readLanes(container);
  const signals = new Signals(isOwn);
  const delays = new Delays();
  const landing = new Landing(places, losses, key, isOwn);
  const states = new States({ places, landing, bodies, fields, signals, delays, losses, isOwn });
  const machine = states.machineOf(container);
  return {
    machine,
    steps: states.stepsWritten,
    form: formFrom(fields, container, losses),
    signals: signals.declared,
    delays: delays.declared,
    description: lineOf(listOf(container.element, 'documentation').map((one) => own(one, 'text'))[0], 500),
  };
}

const nodesOf = ({ nodes }: Container): FlowNode[] =>
  nodes.flatMap((node) => [node, ...(node.inside === undefined ? [] : nodesOf(node.inside))]);

function formFrom(fields: FormFields, container: Container, losses: Losses): Definition['form'] {
  const all = fields.all;
  if (all.length === 0) {
    losses.add('bpmn.no-form', container);
    return formOf({ matter: field.text(['事项', 'Matter']) }, ['matter']);
  }
  const required = all.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return formOf(Object.fromEntries(all.map(({ name, field }) => [name, field])), required);
}

/** Whom the file lets start a case, where the catalogue has them; otherwise the first post of the catalogue. */
function starterOf(element: BpmnElement, posts: readonly KnownPost[]): { post: string; at: OrganisationKind } {
  const named = startersIn(element);
  const found = posts.find(({ key, title }) => named.includes(key) || named.includes(title.zh)) ?? posts[0];
  return { post: found?.key ?? 'to-be-named', at: found?.at ?? 'school' };
}

const nameOfPool = (root: BpmnElement, process: BpmnElement): string =>
  listOf(root, 'rootElements')
    .flatMap((element) => listOf(element, 'participants'))
    .filter((pool) => inside(pool, 'processRef') === process)
    .map((pool) => namedAs(pool).name)[0] ?? '';

function listAround(root: BpmnElement, others: readonly BpmnElement[], warnings: ParsedBpmn['warnings'], losses: Losses): void {
  for (const other of others) losses.add('bpmn.other-process', namedAs(other));
  const collaborations = listOf(root, 'rootElements').filter((element) => typeOf(element) === 'Collaboration');
  for (const flow of collaborations.flatMap((element) => listOf(element, 'messageFlows'))) {
    losses.add('bpmn.data', namedAs(flow), { kind: { zh: '消息流', en: 'message flow' } });
  }
  for (const { message } of warnings) {
    const [, what] = /^unparsable content <([^>]*)>/.exec(message) ?? [];
    if (what !== undefined) losses.add('bpmn.unknown', { id: '', name: lineOf(what, 80) }, { detail: lineOf(what, 80) });
  }
}

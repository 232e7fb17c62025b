import { readFileSync } from 'node:fs';
import {
  type BpmnDiagram,
  bpmnDiagramOf,
  type CarriedBpmn,
  type Definition,
  type ImportedBpmn,
  importBpmn,
  organisationKinds,
  verify,
} from '#engine';
import { readBpmn } from '../../apps/console/src/exchange/bpmn/read-bpmn.ts';
import { posts } from '../../config/posts.ts';
import { plainDueTime } from './plain-due-time.ts';

const titles = Object.fromEntries(Object.entries(posts).map(([post, { title }]) => [post, title]));

const known = Object.entries(posts).flatMap(([key, { title, at }]) => {
  const level = organisationKinds.find((kind) => kind === at);
  return level === undefined ? [] : [{ key, title, at: level }];
});

export const drawn = (definition: Definition): BpmnDiagram => bpmnDiagramOf(definition, { language: 'zh', posts: titles });

export async function imported(text: string, process?: string): Promise<ImportedBpmn> {
  const parsed = await readBpmn(text);
  return 'kind' in parsed ? parsed : importBpmn(parsed, { posts: known, ...(process !== undefined && { process }) });
}

export async function carried(text: string, process?: string): Promise<CarriedBpmn> {
  const result = await imported(text, process);
  if (result.kind !== 'carried') throw new Error(JSON.stringify(result));
  return result;
}

export const findingsIn = (document: unknown) => verify(document, { dueTime: plainDueTime, facts: {} });

export const file = (name: string) => readFileSync(`test/fixtures/bpmn/${name}.bpmn`, 'utf8');

/** From which step one comes to which, or to which end, by whatever is between them; as far as a case can come without some nodes. */
export function waysOf({ nodes, flows }: BpmnDiagram, without: ReadonlySet<string> = new Set()): string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isStop = (id: string): boolean => ['userTask', 'end', 'terminate'].includes(byId.get(id)?.kind ?? '');
  const after = (id: string): string[] =>
    [...flows.filter(({ from }) => from === id).map(({ to }) => to), ...nodes.filter(({ on }) => on === id).map((node) => node.id)].filter(
      (next) => !without.has(next),
    );
  const ways = new Set<string>();
  const come = new Set(nodes.filter(({ kind }) => kind === 'start').map(({ id }) => id));
  for (const id of come) {
    const met = new Set(after(id));
    for (const at of met) if (!isStop(at)) for (const next of after(at)) met.add(next);
    for (const stop of [...met].filter(isStop)) {
      come.add(stop);
      ways.add(`${byId.get(id)?.name} → ${byId.get(stop)?.name}`);
    }
  }
  return [...ways].toSorted();
}

export const tasksOf = ({ nodes }: BpmnDiagram): string[] =>
  nodes
    .filter(({ kind }) => kind === 'userTask')
    .map(({ name }) => name)
    .toSorted();

type State = Definition['machine'];

const statesOf = (machine: State): State[] => Object.values(machine.states ?? {}).flatMap((state) => [state, ...statesOf(state)]);

const stepsOf = ({ machine }: Definition) => statesOf(machine).flatMap(({ meta }) => meta?.step ?? []);

export const bodiesOf = (definition: Definition): string[] =>
  stepsOf(definition)
    .map(({ title, assignees }) => `${title.zh}: ${JSON.stringify(assignees)}`)
    .toSorted();

export const stepNamed = (definition: Definition, name: string): State | undefined =>
  statesOf(definition.machine).find(({ meta }) => meta?.step?.title.zh === name);

export const listOf = ({ losses }: CarriedBpmn): string[] => losses.map(({ code, element }) => `${code} ${element}`);

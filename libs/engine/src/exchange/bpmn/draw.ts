import { delayOf } from '../../compile/check/delays.ts';
import { completionArrows } from '../../compile/reach.ts';
import { buildTree, type Place, type Tree } from '../../compile/tree.ts';
import type { Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import type { Step } from '../../definition/step.ts';
import { dueText, type PostTitles } from '../wording.ts';
import type { AnyTime, BpmnDiagram, BpmnFlow, BpmnKind, BpmnNode } from './diagram.ts';
import { Lanes } from './lanes.ts';
import { stepNotes } from './notes.ts';
import { type Cause, causesAnyTime, causesAt, decidedWays, immediateWays, standing, type Way, wayOf } from './ways.ts';

/** In which language the names in a diagram are, and what posts are called. */
export interface DiagramWords {
  readonly language: 'zh' | 'en';
  readonly posts: PostTitles;
}

/**
 * A definition as BPMN draws it, for reading in other tools: steps are user tasks in the lanes of their bodies, outcomes
 * leave by exclusive gateways, states side by side stand between parallel gateways, and what holds states is dissolved.
 * The definition has to compile.
 */
export function bpmnDiagramOf(definition: Definition, words: DiagramWords): BpmnDiagram {
  return new Drawing(definition, words).draw();
}

const eventKinds = {
  start: { timer: 'startTimer', signal: 'startSignal', condition: 'startCondition' },
  boundary: { timer: 'boundaryTimer', signal: 'boundarySignal', condition: 'boundaryCondition' },
  caught: { timer: 'catchTimer', signal: 'catchSignal', condition: 'catchCondition' },
} as const satisfies Record<string, Record<Cause['kind'], BpmnKind>>;

class Drawing {
  private readonly tree: Tree;
  private readonly nodes = new Map<string, BpmnNode>();
  private readonly flows: BpmnFlow[] = [];
  private readonly lanes: Lanes;
  private readonly open: (() => void)[] = [];

  constructor(
    private readonly definition: Definition,
    private readonly words: DiagramWords,
  ) {
    this.tree = buildTree(definition.key, definition.machine);
    this.lanes = new Lanes(words);
  }

  draw(): BpmnDiagram {
    const { definition, tree } = this;
    this.add({ id: 'start', kind: 'start', name: this.say({ zh: '发起', en: 'Start' }) });
    this.leadTo('start', { rules: [], to: standing(tree, tree.root) });
    this.moveAnyTime();
    for (let next = this.open.shift(); next !== undefined; next = this.open.shift()) next();
    const { nodes, flows } = withoutLoneMerges([...this.nodes.values()], this.flows);
    const placed = this.lanes.settle(nodes, flows);
    const anyTime = this.anyTime();
    return {
      id: definition.key,
      name: this.say(definition.title),
      documentation: [definition.description && this.say(definition.description), definition.basis.join(' ')].filter(Boolean).join('\n'),
      lanes: this.lanes.all,
      nodes: placed,
      flows,
      anyTime,
      anyTimeName: this.say({ zh: '任何时候', en: 'At any time' }),
    };
  }

  private say(text: Text): string {
    return this.words.language === 'en' ? (text.en ?? text.zh) : text.zh;
  }

  private add(node: BpmnNode): string {
    this.nodes.set(node.id, node);
    return node.id;
  }

  private connect(from: string, to: string, more: Partial<BpmnFlow> = {}): void {
    this.flows.push({ id: `flow${this.flows.length + 1}`, from, to, ...more });
  }

  /** Where a way on is drawn to: its place, or a gateway from which it leads to several at once. */
  private leadTo(from: string, way: Way, more: Partial<BpmnFlow> = {}): void {
    const name = way.title === undefined ? undefined : this.say(way.title);
    const to = this.gatewayTo(way.to);
    this.connect(from, to, {
      ...(name !== undefined && { name }),
      ...(way.rules.length > 0 && { documentation: way.rules.join(' ') }),
      ...more,
    });
  }

  private gatewayTo(places: readonly Place[]): string {
    const [only] = places;
    if (only !== undefined && places.length === 1) return this.anchor(only);
    const id = `fork_${places.map(({ path }) => path).join('_')}`;
    if (this.nodes.has(id)) return id;
    this.add({ id, kind: 'parallel', name: '' });
    for (const place of places) this.leadTo(id, { rules: [], to: [place] });
    return id;
  }

  /** One way leads on by itself, several by a gateway at which one of them is taken. */
  private branch(from: string, id: string, ways: readonly Way[]): void {
    const [only] = ways;
    if (only !== undefined && ways.length === 1 && only.condition === undefined) return this.leadTo(from, only);
    const gateway = this.add({ id, kind: 'exclusive', name: '' });
    this.connect(from, gateway);
    this.choose(gateway, ways);
  }

  private choose(gateway: string, ways: readonly Way[]): void {
    const last = ways.length - 1;
    ways.forEach((way, index) => {
      const isDefault = index === last && way.condition === undefined;
      this.leadTo(gateway, way, isDefault ? { isDefault } : { condition: way.condition ?? 'true' });
    });
  }

  /** The node a case has come to that stands at a place; drawn when it is first come to. */
  private anchor(place: Place): string {
    if (place.type === 'final') return this.finish(place);
    const isActed = place.step !== undefined || place.errand !== undefined;
    const ways = immediateWays(this.tree, place);
    const id = `${isActed ? 'task' : ways.length > 0 ? 'choice' : 'wait'}_${place.path}`;
    if (this.nodes.has(id)) return id;
    if (isActed) this.activity(id, place);
    else if (ways.length > 0) this.choice(id, place, ways);
    else this.wait(id, place);
    return id;
  }

  private activity(id: string, place: Place): void {
    const { step, errand, path } = place;
    const title = titleOf(place) ?? { zh: place.key };
    const node = { id, name: this.say(title), lane: this.lanes.of(step) };
    if (step !== undefined) this.add({ ...node, kind: 'userTask', documentation: this.notes(step), ...severalOf(step) });
    else if (errand?.of === 'children') this.add({ ...node, kind: 'callActivity', calls: errand.children.definition });
    else this.add({ ...node, kind: 'serviceTask' });
    this.open.push(() => {
      this.branch(id, `after_${path}`, decidedWays(this.tree, place));
      causesAt(this.tree, this.signals, place).forEach((cause, index) => {
        const event = this.event(`boundary_${path}_${index + 1}`, cause, 'boundary', { on: id });
        this.branch(event, `${event}_choice`, cause.ways);
      });
    });
  }

  private notes(step: Step): string {
    return stepNotes(step, this.words.posts, (text) => this.say(text));
  }

  private choice(id: string, place: Place, ways: readonly Way[]): void {
    const title = place.node.meta?.title;
    this.add({ id, kind: 'exclusive', name: title === undefined ? '' : this.say(title) });
    this.open.push(() => {
      this.choose(id, ways);
      const isSettled = ways.some(({ condition }) => condition === undefined);
      if (isSettled) return;
      const waiting = `wait_${place.path}`;
      this.connect(id, waiting, { isDefault: true });
      this.wait(waiting, place);
    });
  }

  /** A state in which the case waits for a time or for news. */
  private wait(id: string, place: Place): void {
    const causes = causesAt(this.tree, this.signals, place);
    const name = this.say(place.node.meta?.title ?? { zh: place.key });
    const [only] = causes;
    if (only !== undefined && causes.length === 1) {
      this.event(id, only, 'caught', { name });
      this.open.push(() => this.branch(id, `after_${place.path}`, only.ways));
      return;
    }
    this.add({ id, kind: 'eventBased', name });
    this.open.push(() => {
      causes.forEach((cause, index) => {
        const event = this.event(`${id}_${index + 1}`, cause, 'caught');
        this.connect(id, event);
        this.branch(event, `${event}_choice`, cause.ways);
      });
    });
  }

  private event(id: string, cause: Cause, as: keyof typeof eventKinds, more: Partial<BpmnNode> = {}): string {
    const { name, trigger } = this.triggerOf(cause);
    return this.add({ id, kind: eventKinds[as][cause.kind], name, trigger, ...more });
  }

  private triggerOf({ kind, name, ways }: Cause): { name: string; trigger: string } {
    if (kind === 'timer') {
      const due = delayOf(this.definition, name);
      const said = due === undefined ? name : this.say(dueText(due));
      return { name: said, trigger: typeof due === 'string' ? due : said };
    }
    if (kind === 'condition') return { name: '', trigger: ways[0]?.condition ?? 'true' };
    const title = name === 'withdraw' ? { zh: '撤回', en: 'Withdraw' } : (this.signals[name]?.title ?? { zh: name });
    return { name: this.say(title), trigger: name };
  }

  private get signals(): NonNullable<Definition['signals']> {
    return this.definition.signals ?? {};
  }

  /** The end of the process, or of what holds the place: then it leads on from there. */
  private finish(place: Place): string {
    const { parent, path } = place;
    if (parent === undefined || parent === this.tree.root) return this.end(place);
    const isRegion = parent.parent?.type === 'parallel';
    const id = isRegion ? `merge_${parent.path}` : `done_${path}`;
    if (this.nodes.has(id)) return id;
    this.add({ id, kind: 'exclusive', name: '' });
    this.open.push(() => (isRegion ? this.join(id, place) : this.choose(id, this.completion(place))));
    return id;
  }

  private join(merge: string, place: Place): void {
    const holder = place.parent?.parent;
    if (holder === undefined) return;
    const id = `join_${holder.path}`;
    const isNew = !this.nodes.has(id);
    if (isNew) this.add({ id, kind: 'parallel', name: '' });
    this.connect(merge, id);
    if (!isNew) return;
    if (holder !== this.tree.root) return this.branch(id, `after_${holder.path}`, this.completion(place));
    const end = this.add({ id: 'end', kind: 'end', name: this.say({ zh: '结束', en: 'End' }) });
    this.connect(id, end);
  }

  private completion(place: Place): Way[] {
    return completionArrows(place).flatMap((arrow) => wayOf(this.tree, arrow));
  }

  private end(place: Place): string {
    const id = `end_${place.path}`;
    if (!this.nodes.has(id)) {
      const isParallel = this.tree.places.some(({ type }) => type === 'parallel');
      this.add({ id, kind: isParallel ? 'terminate' : 'end', name: this.say(place.node.meta?.title ?? { zh: place.key }) });
    }
    return id;
  }

  /** What moves the case wherever it stands begins a line of its own; what ends it is set apart. */
  private moveAnyTime(): void {
    causesAnyTime(this.tree, this.signals)
      .filter((cause) => !isEnding(cause))
      .forEach((cause, index) => {
        const event = this.event(`moved_${index + 1}`, cause, 'start');
        this.branch(event, `${event}_choice`, cause.ways);
      });
  }

  private anyTime(): AnyTime[] {
    const ending = causesAnyTime(this.tree, this.signals).filter(isEnding);
    return ending.map((cause, index) => {
      const titles = cause.ways.flatMap(({ to }) => to).map(({ node, key }) => this.say(node.meta?.title ?? { zh: key }));
      return { id: `anytime${index + 1}`, kind: cause.kind, ...this.triggerOf(cause), end: [...new Set(titles)].join('、') };
    });
  }
}

const isEnding = ({ ways }: Cause): boolean => ways.every(({ to }) => to.every(({ type }) => type === 'final'));

const titleOf = ({ step, errand, node }: Place): Text | undefined =>
  step?.title ?? (errand?.of === 'children' ? errand.children.title : errand?.call.title) ?? node.meta?.title;

const severalOf = ({ decide: { by } }: Step): Pick<BpmnNode, 'several'> => {
  if (by === 'one') return {};
  return { several: by === 'sequence' ? 'sequential' : 'parallel' };
};

/** Gateways that bring ways together are left out where there is only one. */
function withoutLoneMerges(nodes: readonly BpmnNode[], flows: readonly BpmnFlow[]): { nodes: BpmnNode[]; flows: BpmnFlow[] } {
  let kept = [...flows];
  const isLone = ({ id, kind, name }: BpmnNode): boolean => {
    const [into, ...others] = kept.filter(({ to }) => to === id);
    const [out, ...further] = kept.filter(({ from }) => from === id);
    if (kind !== 'exclusive' || name !== '' || into === undefined || out === undefined || out.condition !== undefined) return false;
    if (others.length + further.length > 0 || into.from === id) return false;
    kept = kept.filter((flow) => flow !== out).map((flow) => (flow === into ? { ...into, to: out.to } : flow));
    return true;
  };
  return { nodes: nodes.filter((node) => !isLone(node)), flows: kept };
}

import type { StateNode, Transition } from '../../definition/machine.ts';
import type { Step } from '../../definition/step.ts';
import type { Bodies } from './bodies.ts';
import { type Choice, choicesAt, onlyChoice, outcomeName, type Setting } from './choices.ts';
import { Events, type EventsParts } from './events.ts';
import type { FormFields } from './form-fields.ts';
import { type Container, type Flow, type FlowNode, firstOf, isFolded, triggerOf } from './graph.ts';
import { kindTitle } from './kinds.ts';
import type { Landing } from './landing.ts';
import { notesOf } from './own-notes.ts';
import type { Places } from './places.ts';
import { policyOf } from './several.ts';

export interface Parts extends EventsParts {
  readonly places: Places;
  readonly landing: Landing;
  readonly bodies: Bodies;
  readonly fields: FormFields;
}

/** A choice, or a way to the end that no flow is drawn for. */
type Way = Omit<Choice, 'flow'> & { readonly flow: Flow | undefined };

const asked = { whenNobody: { hold: true } } as const;

/** Writes the states of a draft, each where it stands. */
export class States {
  private readonly steps: { readonly path: string; readonly title: string }[] = [];
  private readonly events: Events;
  private first: FlowNode | undefined;

  constructor(private readonly parts: Parts) {
    this.events = new Events(parts);
  }

  get stepsWritten(): readonly { readonly path: string; readonly title: string }[] {
    return this.steps;
  }

  /** The machine of a process or a subprocess, without its title. */
  machineOf(container: Container): StateNode {
    const { places, landing } = this.parts;
    const scope = places.insideOf(container);
    const start = firstOf(container.nodes);
    if (scope === places.root) this.first = firstStep(start);
    const nodes = [...container.nodes].sort((one, other) => places.orderOf(one) - places.orderOf(other));
    for (const node of nodes) this.write(node);
    const initial = landing.first(scope, start);
    for (const branch of nodes.flatMap(places.branchesOf)) Object.assign(branch.states, branch.ends);
    return { initial, states: { ...scope.states, ...scope.ends } };
  }

  private write(node: FlowNode): void {
    const { places } = this.parts;
    const path = places.pathOf(node);
    const name = path?.at(-1);
    if (path === undefined || name === undefined) return;
    places.scopeOf(node).states[name] = this.stateOf(node, path);
  }

  private stateOf(node: FlowNode, path: readonly string[]): StateNode {
    switch (node.role) {
      case 'step':
        return this.step(node, path);
      case 'choice':
        return this.choice(node, path);
      case 'fork':
        return this.parallel(node, path);
      case 'within':
        return this.within(node, path);
      default:
        return this.waiting(node, path);
    }
  }

  private step(node: FlowNode, path: readonly string[]): StateNode {
    if (node.type !== 'UserTask') this.parts.losses.add('bpmn.plain-task', node);
    const next = node.outgoing[0];
    const gateway = next === undefined ? undefined : gatewayAfter(next);
    const setting = this.settingOf(node);
    const isParted = gateway !== undefined && isFolded(gateway);
    const choices = isParted ? choicesAt(gateway, setting) : [onlyChoice(next, setting)];
    return this.acted(node, path, choices, setting.plain === 'submit');
  }

  /** A state in which people take one of these ways. */
  private acted(node: FlowNode, path: readonly string[], choices: readonly Way[], isApplicant: boolean): StateNode {
    const title = this.titleOf(node);
    this.steps.push({ path: path.join('.'), title: title.zh });
    const notes = this.parts.isOwn ? notesOf(node, this.parts.bodies, this.parts.losses) : { description: node.documentation };
    const { by, isSeveral } = policyOf(node, this.parts.losses);
    const rules = notes.assignees ?? this.assigneesOf(node);
    const events = this.events.around(node, this.leadingFrom(node, path));
    const outcomes = [...new Map(choices.map(({ outcome }) => [outcomeName(outcome), outcome])).values()];
    const written = this.parts.fields.writtenBy(node);
    const step: Step = {
      title,
      ...(notes.basis && { basis: notes.basis }),
      assignees: rules.map((rule) => ('post' in rule && isSeveral && !this.parts.isOwn ? { ...rule, each: true as const } : rule)),
      ...asked,
      decide: { by, outcomes },
      ...(isApplicant
        ? { fields: { '*': 'write' as const } }
        : written.length > 0 && { fields: Object.fromEntries(written.map((name) => [name, 'write' as const])) }),
      ...(notes.due !== undefined && { due: notes.due }),
      ...(events.due !== undefined && { due: events.due, remind: [{ at: 'due' as const }] }),
    };
    return {
      meta: { title, step },
      ...(notes.description !== '' && { description: notes.description }),
      on: { ...this.transitions(choices, node, path), ...events.on },
      ...(events.after && { after: events.after }),
    };
  }

  private assigneesOf(node: FlowNode): Step['assignees'] {
    return this.parts.bodies.assigneesOf(node, node === this.first);
  }

  private transitions(
    choices: readonly Way[],
    node: FlowNode,
    path: readonly string[],
  ): Record<string, Transition[] | Transition | string> {
    const names = [...new Set(choices.map(({ outcome }) => outcomeName(outcome)))];
    return Object.fromEntries(
      names.map((name) => [
        name,
        this.list(
          choices.filter(({ outcome }) => outcomeName(outcome) === name),
          node,
          path,
        ),
      ]),
    );
  }

  private list(
    choices: readonly Pick<Way, 'when' | 'flow'>[],
    node: FlowNode,
    path: readonly string[],
  ): Transition[] | Transition | string {
    const list = choices.map(({ when, flow }): Transition => {
      const target = this.targetOf(flow, node, path);
      if (flow?.documentation && this.parts.isOwn)
        this.parts.losses.add('bpmn.own-rules', { id: flow.id, name: flow.name || node.name }, { detail: flow.documentation });
      return { target, ...(when !== undefined && { guard: { type: 'rules', params: { when, all: [] } } }) };
    });
    const [only] = list;
    if (list.length !== 1 || only === undefined) return list;
    return only.guard === undefined && typeof only.target === 'string' ? only.target : only;
  }

  private leadingFrom(node: FlowNode, path: readonly string[]) {
    return (flow: Flow | undefined) => this.list([{ flow }], node, path);
  }

  private targetOf(flow: Flow | undefined, node: FlowNode, path: readonly string[]): string {
    return this.parts.landing.target(this.parts.places.scopeOf(node), flow?.to, path);
  }

  /** A gateway that no step decides: by conditions alone where all are expressions, otherwise somebody chooses. */
  private choice(node: FlowNode, path: readonly string[]): StateNode {
    if (node.type === 'InclusiveGateway' || node.type === 'ComplexGateway')
      this.parts.losses.add('bpmn.gateway', node, { kind: kindTitle(node.element) });
    const { step: _, ...setting } = this.settingOf(node);
    const choices = choicesAt(node, setting);
    const isAutomatic = choices.every(({ when, outcome }) => when !== undefined || outcome === setting.plain);
    if (isAutomatic) {
      const always = this.list(choices, node, path);
      return { ...(node.name !== '' && { meta: { title: { zh: node.name } } }), always };
    }
    this.parts.losses.add('bpmn.chosen', node);
    return this.acted(node, path, choices, false);
  }

  private parallel(node: FlowNode, path: readonly string[]): StateNode {
    const { places, landing } = this.parts;
    const { join } = places.branchesOf(node)[0]?.branch?.block ?? {};
    const target = landing.target(places.scopeOf(node), join?.outgoing[0]?.to, path);
    const states = Object.fromEntries(
      places.branchesOf(node).map((scope): [string, StateNode] => {
        const initial = landing.first(scope, scope.branch?.flow.to);
        const title = scope.branch?.flow.name;
        // Filled in as its nodes are written, which come after the fork.
        return [scope.path.at(-1) ?? '', { initial, ...(title && { meta: { title: { zh: title } } }), states: scope.states }];
      }),
    );
    return { type: 'parallel', ...(node.name !== '' && { meta: { title: { zh: node.name } } }), states, onDone: target };
  }

  private within(node: FlowNode, path: readonly string[]): StateNode {
    const { landing, places, losses } = this.parts;
    if (node.type !== 'SubProcess') losses.add('bpmn.subprocess-kind', node, { kind: kindTitle(node.element) });
    policyOf(node, losses);
    const machine = node.inside === undefined ? {} : this.machineOf(node.inside);
    const { on, after } = this.events.around(node, this.leadingFrom(node, path));
    const target = landing.target(places.scopeOf(node), node.outgoing[0]?.to, path);
    return { meta: { title: this.titleOf(node) }, ...machine, onDone: target, ...(on && { on }), ...(after && { after }) };
  }

  /** A state in which nobody acts: it waits for the first of some events; what cannot be waited for, somebody confirms. */
  private waiting(node: FlowNode, path: readonly string[]): StateNode {
    const events = node.role === 'race' ? node.outgoing.map(({ to }) => to) : [node];
    const { on, after } = this.events.of(events, this.leadingFrom(node, path));
    if (on === undefined && after === undefined) {
      this.parts.losses.add('bpmn.waiting', node, { detail: node.name || kindTitle(triggerOf(node) ?? node.element) });
      return this.acted(node, path, [{ outcome: 'approve', flow: events[0]?.outgoing[0] }], false);
    }
    return { meta: { title: this.titleOf(node) }, ...(on && { on }), ...(after && { after }) };
  }

  private titleOf(node: FlowNode) {
    const trigger = triggerOf(node);
    const name = node.name || (trigger === undefined ? '' : kindTitle(trigger).zh) || node.id || '环节';
    return { zh: name };
  }

  private settingOf(step: FlowNode): Setting {
    const { places, fields, losses } = this.parts;
    const isApplicant = this.quietAssignees(step).some((rule) => 'applicant' in rule);
    return {
      fields,
      losses,
      step,
      plain: isApplicant ? 'submit' : 'approve',
      leadsBack: ({ to }) => places.orderOf(to) <= places.orderOf(step),
      titleOf: ({ to }) => to.name || to.id,
    };
  }

  private quietAssignees(node: FlowNode): Step['assignees'] {
    return node.role === 'step' ? this.assigneesOf(node) : [];
  }
}

/** The first step a case comes to, where nothing is decided before it. */
function firstStep(node: FlowNode | undefined, gone = new Set<FlowNode>()): FlowNode | undefined {
  if (node === undefined || gone.has(node)) return undefined;
  gone.add(node);
  if (node.role === 'step') return node;
  if (node.role === 'within') return firstStep(node.inside && firstOf(node.inside.nodes), gone);
  return node.role === 'start' || node.role === 'pass' ? firstStep(node.outgoing[0]?.to, gone) : undefined;
}

/** The gateway a flow comes to at once, through what is only gone through. */
function gatewayAfter(flow: Flow, gone = new Set<FlowNode>()): FlowNode | undefined {
  const { to } = flow;
  if (to.role === 'choice') return to;
  const next = to.role === 'pass' && !gone.has(to) ? to.outgoing[0] : undefined;
  return next && gatewayAfter(next, gone.add(to));
}

import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import { type AnyTime, type Bounds, type BpmnDiagram, type BpmnFlow, type BpmnLayout, type BpmnNode, layoutOf } from '#engine';

const types: Readonly<Record<BpmnNode['kind'], string>> = {
  start: 'bpmn:StartEvent',
  startTimer: 'bpmn:StartEvent',
  startSignal: 'bpmn:StartEvent',
  startCondition: 'bpmn:StartEvent',
  end: 'bpmn:EndEvent',
  terminate: 'bpmn:EndEvent',
  userTask: 'bpmn:UserTask',
  serviceTask: 'bpmn:ServiceTask',
  callActivity: 'bpmn:CallActivity',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  eventBased: 'bpmn:EventBasedGateway',
  catchTimer: 'bpmn:IntermediateCatchEvent',
  catchSignal: 'bpmn:IntermediateCatchEvent',
  catchCondition: 'bpmn:IntermediateCatchEvent',
  boundaryTimer: 'bpmn:BoundaryEvent',
  boundarySignal: 'bpmn:BoundaryEvent',
  boundaryCondition: 'bpmn:BoundaryEvent',
};

/** A diagram as BPMN 2.0 XML, with where everything is drawn. */
export async function writeBpmn(diagram: BpmnDiagram): Promise<string> {
  const { xml } = await new BpmnModdle().toXML(new Writer(diagram).definitions(), { format: true });
  return xml;
}

/** Puts the elements of a file together: first what the process is, then what it looks like. */
class Writer {
  private readonly moddle = new BpmnModdle();
  private readonly layout: BpmnLayout;
  private readonly nodes = new Map<string, ModdleElement>();
  private readonly flows = new Map<string, ModdleElement>();
  private readonly signals = new Map<string, ModdleElement>();
  private readonly shown: ModdleElement[] = [];

  constructor(private readonly diagram: BpmnDiagram) {
    this.layout = layoutOf(diagram);
  }

  definitions(): ModdleElement {
    const { id, name, nodes, flows, anyTime } = this.diagram;
    for (const node of nodes) this.nodes.set(node.id, this.node(node));
    for (const node of nodes) this.attach(node);
    for (const flow of flows) this.flows.set(flow.id, this.flow(flow));
    const boxes = anyTime.map((one) => this.anyTime(one));
    const process = this.moddle.create('bpmn:Process', {
      id: `process_${id}`,
      name,
      isExecutable: false,
      ...this.documented(this.diagram.documentation),
    });
    process.laneSets = [this.laneSet(boxes)];
    process.flowElements = [...this.nodes.values(), ...boxes, ...this.flows.values()];
    const pool = this.moddle.create('bpmn:Participant', { id: 'pool', name, processRef: process });
    const collaboration = this.moddle.create('bpmn:Collaboration', { id: 'collaboration', participants: [pool] });
    const plane = this.moddle.create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: collaboration });
    plane.planeElement = [this.shape(pool, this.layout.pool, { isHorizontal: true }), ...this.shown];
    return this.moddle.create('bpmn:Definitions', {
      id: `definitions_${id}`,
      targetNamespace: 'https://shenpi.example/bpmn',
      exporter: 'Shenpi',
      expressionLanguage: 'https://cel.dev',
      rootElements: [collaboration, process, ...this.signals.values()],
      diagrams: [this.moddle.create('bpmndi:BPMNDiagram', { id: 'diagram', plane })],
    });
  }

  private node({ id, kind, name, documentation, calls, several, trigger }: BpmnNode): ModdleElement {
    const event = this.eventOf(kind, id, trigger ?? '');
    return this.moddle.create(types[kind], {
      id,
      ...(name !== '' && { name }),
      ...this.documented(documentation),
      ...(calls !== undefined && { calledElement: `process_${calls}` }),
      ...(several !== undefined && {
        loopCharacteristics: this.moddle.create('bpmn:MultiInstanceLoopCharacteristics', { isSequential: several === 'sequential' }),
      }),
      ...(event !== undefined && { eventDefinitions: [event] }),
    });
  }

  private attach({ id, on }: BpmnNode): void {
    const element = this.element(id);
    if (on !== undefined) element.attachedToRef = this.element(on);
    const bounds = this.layout.shapes.get(id);
    if (bounds !== undefined) this.show(element, bounds);
  }

  private element(id: string): ModdleElement {
    const element = this.nodes.get(id);
    if (element === undefined) throw new Error(`the diagram has no node ${id}`);
    return element;
  }

  private eventOf(kind: BpmnNode['kind'], id: string, trigger: string): ModdleElement | undefined {
    switch (kind) {
      case 'startTimer':
      case 'catchTimer':
      case 'boundaryTimer':
        return this.event('timer', id, trigger);
      case 'startSignal':
      case 'catchSignal':
      case 'boundarySignal':
        return this.event('signal', id, trigger);
      case 'startCondition':
      case 'catchCondition':
      case 'boundaryCondition':
        return this.event('condition', id, trigger);
      case 'terminate':
        return this.moddle.create('bpmn:TerminateEventDefinition', { id: `${id}_event` });
      default:
        return undefined;
    }
  }

  private event(kind: AnyTime['kind'], of: string, trigger: string): ModdleElement {
    const id = `${of}_event`;
    if (kind === 'timer') return this.moddle.create('bpmn:TimerEventDefinition', { id, timeDuration: this.expression(trigger) });
    if (kind === 'condition') return this.moddle.create('bpmn:ConditionalEventDefinition', { id, condition: this.expression(trigger) });
    return this.moddle.create('bpmn:SignalEventDefinition', { id, signalRef: this.signal(trigger) });
  }

  private signal(name: string): ModdleElement {
    const signal = this.signals.get(name) ?? this.moddle.create('bpmn:Signal', { id: `signal_${name}`, name });
    this.signals.set(name, signal);
    return signal;
  }

  private expression(body: string): ModdleElement {
    return this.moddle.create('bpmn:FormalExpression', { body });
  }

  private documented(text: string | undefined): { documentation?: ModdleElement[] } {
    return text ? { documentation: [this.moddle.create('bpmn:Documentation', { text })] } : {};
  }

  private flow({ id, from, to, name, condition, isDefault, documentation }: BpmnFlow): ModdleElement {
    const [source, target] = [this.element(from), this.element(to)];
    const flow = this.moddle.create('bpmn:SequenceFlow', {
      id,
      sourceRef: source,
      targetRef: target,
      ...(name !== undefined && { name }),
      ...(condition !== undefined && { conditionExpression: this.expression(condition) }),
      ...this.documented(documentation),
    });
    source.outgoing = [...((source.outgoing as ModdleElement[] | undefined) ?? []), flow];
    target.incoming = [...((target.incoming as ModdleElement[] | undefined) ?? []), flow];
    if (isDefault) source.default = flow;
    const waypoint = (this.layout.routes.get(id) ?? []).map((point) => this.moddle.create('dc:Point', { ...point }));
    this.shown.push(this.moddle.create('bpmndi:BPMNEdge', { id: `${id}_di`, bpmnElement: flow, waypoint, ...this.label(name, waypoint) }));
    return flow;
  }

  /** A flow is named where it first runs by itself. */
  private label(name: string | undefined, points: readonly ModdleElement[]): { label?: ModdleElement } {
    const turn = points.length > 2 ? points[2] : points[0];
    if (name === undefined || turn === undefined) return {};
    const bounds = { x: Number(turn.x) + 5, y: Number(turn.y) - 18, width: Math.max(24, name.length * 12), height: 14 };
    return { label: this.moddle.create('bpmndi:BPMNLabel', { bounds: this.moddle.create('dc:Bounds', bounds) }) };
  }

  private show(element: ModdleElement, bounds: Bounds): void {
    this.shown.push(this.shape(element, bounds));
  }

  private shape(element: ModdleElement, { x, y, width, height }: Bounds, more: Readonly<Record<string, unknown>> = {}): ModdleElement {
    const bounds = this.moddle.create('dc:Bounds', { x, y, width, height });
    return this.moddle.create('bpmndi:BPMNShape', { id: `${String(element.id)}_di`, bpmnElement: element, bounds, ...more });
  }

  private laneSet(boxes: readonly ModdleElement[]): ModdleElement {
    const lanes = this.diagram.lanes.map(({ id, name }) => {
      const within = this.diagram.nodes.filter((node) => node.lane === id).map((node) => this.element(node.id));
      return this.lane(this.moddle.create('bpmn:Lane', { id, name, flowNodeRef: within }), this.layout.lanes.get(id));
    });
    const below = this.moddle.create('bpmn:Lane', { id: 'lane_anytime', name: this.diagram.anyTimeName, flowNodeRef: boxes });
    return this.moddle.create('bpmn:LaneSet', {
      id: 'lanes',
      lanes: boxes.length === 0 ? lanes : [...lanes, this.lane(below, this.layout.anyTimeLane)],
    });
  }

  private lane(lane: ModdleElement, bounds: Bounds | undefined): ModdleElement {
    if (bounds !== undefined) this.shown.unshift(this.shape(lane, bounds, { isHorizontal: true }));
    return lane;
  }

  /** 任何时候: a part of the process that a signal or a time sets off wherever the case stands. */
  private anyTime({ id, name, kind, trigger, end }: AnyTime): ModdleElement {
    const start = this.moddle.create('bpmn:StartEvent', { id: `${id}_start`, name, eventDefinitions: [this.event(kind, id, trigger)] });
    const stop = this.moddle.create('bpmn:EndEvent', { id: `${id}_end`, name: end });
    const flow = this.moddle.create('bpmn:SequenceFlow', { id: `${id}_flow`, sourceRef: start, targetRef: stop });
    start.outgoing = [flow];
    stop.incoming = [flow];
    const box = this.moddle.create('bpmn:SubProcess', { id, triggeredByEvent: true, flowElements: [start, stop, flow] });
    const bounds = this.layout.anyTime.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const y = bounds.y + bounds.height / 2 - 28;
    this.shown.push(this.shape(box, bounds, { isExpanded: true }));
    this.show(start, { x: bounds.x + 40, y, width: 36, height: 36 });
    this.show(stop, { x: bounds.x + bounds.width - 76, y, width: 36, height: 36 });
    const waypoint = [bounds.x + 76, bounds.x + bounds.width - 76].map((x) => this.moddle.create('dc:Point', { x, y: y + 18 }));
    this.shown.push(this.moddle.create('bpmndi:BPMNEdge', { id: `${id}_flow_di`, bpmnElement: flow, waypoint }));
    return box;
  }
}

/** The elements of BPMN that a definition is drawn with. */
export type BpmnKind =
  | 'start'
  | 'startTimer'
  | 'startSignal'
  | 'startCondition'
  | 'end'
  | 'terminate'
  | 'userTask'
  | 'serviceTask'
  | 'callActivity'
  | 'exclusive'
  | 'parallel'
  | 'eventBased'
  | 'catchTimer'
  | 'catchSignal'
  | 'catchCondition'
  | 'boundaryTimer'
  | 'boundarySignal'
  | 'boundaryCondition';

/** One thing in the picture. */
export interface BpmnNode {
  readonly id: string;
  readonly kind: BpmnKind;
  readonly name: string;
  /** The lane it is in, by id; a node without one stands where the node before it does. */
  readonly lane?: string;
  readonly documentation?: string;
  /** Of a boundary event: the activity it is on. */
  readonly on?: string;
  /** Of a timer: its duration, or how it is reckoned; of a signal or a condition, what it is. */
  readonly trigger?: string;
  /** Of a call activity: the definition it starts. */
  readonly calls?: string;
  /** Whether several people act: side by side or one after another. */
  readonly several?: 'parallel' | 'sequential';
}

export interface BpmnFlow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly name?: string;
  /** In CEL. */
  readonly condition?: string;
  readonly isDefault?: boolean;
  readonly documentation?: string;
}

/** What may end the case at any time, wherever it stands. */
export interface AnyTime {
  readonly id: string;
  readonly name: string;
  readonly kind: 'timer' | 'signal' | 'condition';
  readonly trigger: string;
  /** What it leads to. */
  readonly end: string;
}

export interface BpmnLane {
  readonly id: string;
  readonly name: string;
}

/** A process as BPMN draws it, before it is laid out. */
export interface BpmnDiagram {
  readonly id: string;
  readonly name: string;
  readonly documentation: string;
  readonly lanes: readonly BpmnLane[];
  readonly nodes: readonly BpmnNode[];
  readonly flows: readonly BpmnFlow[];
  readonly anyTime: readonly AnyTime[];
  /** What the lane of the former is called. */
  readonly anyTimeName: string;
}

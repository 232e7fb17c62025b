/** The part of bpmn-moddle that is used here; it brings no types for its door. */
declare module 'bpmn-moddle' {
  /** An element of BPMN: its type, its attributes and what it holds, by name. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $attrs?: Readonly<Record<string, unknown>>;
    $parent?: ModdleElement;
    [name: string]: unknown;
  }

  export class BpmnModdle {
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
  }
}

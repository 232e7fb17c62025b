import type { FormField } from '../../definition/form.ts';
import type { Constant } from './condition.ts';
import { attributeOf, type BpmnElement, childrenOf, extensionAttribute, extensionsOf, lineOf, own, typeOf } from './element.ts';
import type { FlowNode } from './graph.ts';
import type { Losses } from './losses.ts';
import { fieldNameFrom, Names } from './names.ts';

/** A field as a start event or a task of a file declares it. */
interface Declared {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly choices: readonly { readonly const: string; readonly title: string }[];
}

/** `formProperty` of Flowable and Activiti, `formField` of Camunda. */
function declaredBy({ element }: FlowNode): Declared[] {
  const extensions = extensionsOf(element);
  const fields = [
    ...extensions.filter((one) => typeOf(one) === 'formProperty'),
    ...extensions
      .filter((one) => typeOf(one) === 'formData')
      .flatMap((data) => childrenOf(data).filter((one) => typeOf(one) === 'formField')),
  ];
  return fields.filter((one) => attributeOf(one, 'id') !== '').map(declared);
}

function declared(field: BpmnElement): Declared {
  const id = attributeOf(field, 'id');
  const rules = childrenOf(field).flatMap((one) => (typeOf(one) === 'validation' ? childrenOf(one) : []));
  const values = childrenOf(field).filter((one) => typeOf(one) === 'value' && attributeOf(one, 'id') !== '');
  return {
    id,
    title: attributeOf(field, 'label') || attributeOf(field, 'name') || id,
    type: attributeOf(field, 'type') || 'string',
    isRequired: lineOf(own(field, 'required')) === 'true' || rules.some((rule) => attributeOf(rule, 'name') === 'required'),
    choices: values
      .slice(0, 500)
      .map((value) => ({ const: lineOf(value.id, 200), title: attributeOf(value, 'name').slice(0, 200) || lineOf(value.id) })),
  };
}

const text = (title: string): FormField => ({ type: 'string', title, maxLength: 2000 });

function fieldOf({ title, type, choices }: Declared): FormField | undefined {
  const called = title.slice(0, 200);
  switch (type) {
    case 'string':
      return text(called);
    case 'long':
    case 'integer':
    case 'int':
      return { type: 'integer', title: called };
    case 'double':
    case 'number':
    case 'float':
      return { type: 'number', title: called };
    case 'boolean':
      return { type: 'boolean', title: called };
    case 'date':
      return { type: 'string', title: called, format: 'date' };
    case 'enum':
      return choices.length === 0 ? text(called) : { type: 'string', title: called, oneOf: [...choices] };
    default:
      return undefined;
  }
}

const typeOfConstant = (value: Constant): 'string' | 'number' | 'boolean' =>
  typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';

/** The form of a draft: what the file declares, and what its conditions read besides. */
export class FormFields {
  private readonly fields = new Map<string, { name: string; field: FormField; isRequired: boolean }>();
  private readonly writtenIn = new Map<FlowNode, string[]>();
  private readonly names = new Names();

  constructor(private readonly losses: Losses) {}

  /** Takes in what a start event or a task declares. */
  read(node: FlowNode): void {
    const key = extensionAttribute(node.element, 'formKey') || extensionAttribute(node.element, 'formRef');
    if (key !== '') this.losses.add('bpmn.form', node, { detail: key });
    for (const field of declaredBy(node).slice(0, 200)) this.declare(node, field);
  }

  private declare(node: FlowNode, declared: Declared): void {
    const made = fieldOf(declared);
    if (made === undefined) this.losses.add('bpmn.field', node, { detail: declared.id });
    const isRequired = declared.isRequired && node.role === 'start';
    const known = this.fields.get(declared.id);
    if (known === undefined) {
      const name = this.names.of(fieldNameFrom(declared.id), 'field');
      this.fields.set(declared.id, { name, field: made ?? text(declared.title.slice(0, 200)), isRequired });
    }
    this.writtenIn.set(node, [...(this.writtenIn.get(node) ?? []), declared.id]);
  }

  isDeclaredBeside(variable: string, node: FlowNode): boolean {
    return [...this.writtenIn].some(([other, ids]) => other !== node && ids.includes(variable));
  }

  /** A field that only a decision was made of has no place in the form. */
  forget(variable: string): void {
    this.fields.delete(variable);
    for (const [node, ids] of this.writtenIn)
      this.writtenIn.set(
        node,
        ids.filter((id) => id !== variable),
      );
  }

  /** Whether a variable can be compared with such a constant. One that nobody declares becomes a field then. */
  canCompare(variable: string, value: Constant): boolean {
    if (fieldNameFrom(variable) === '' || variable.includes('.')) return false;
    const { field } = this.fields.get(variable) ?? {};
    if (field === undefined) return true;
    const type = field.type === 'integer' ? 'number' : field.type;
    return type === typeOfConstant(value);
  }

  /** The field of a variable, made where nobody declares it. */
  use(variable: string, value: Constant, at: { readonly id: string; readonly name: string }): string {
    const known = this.fields.get(variable);
    if (known !== undefined) return known.name;
    const name = this.names.of(fieldNameFrom(variable), 'field');
    const type = typeOfConstant(value);
    const field: FormField = type === 'string' ? text(variable) : { type, title: variable };
    this.fields.set(variable, { name, field, isRequired: false });
    this.losses.add('bpmn.condition-field', at, { detail: variable });
    return name;
  }

  /** Names of the fields that a task declares. */
  writtenBy(node: FlowNode): string[] {
    return (this.writtenIn.get(node) ?? []).flatMap((id) => this.fields.get(id)?.name ?? []);
  }

  get all(): { readonly name: string; readonly field: FormField; readonly isRequired: boolean }[] {
    return [...this.fields.values()];
  }
}

/** Whether a task has a form at all, for what is said of its extensions. */
export const isFormElement = (element: BpmnElement): boolean => ['formProperty', 'formData'].includes(typeOf(element));

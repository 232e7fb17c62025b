import type { Text } from './definition/basics.ts';
import type { Definition } from './definition/definition.ts';
import type { Form, FormSchema } from './definition/form.ts';
import type { Guard, Rule } from './definition/machine.ts';

type Named<T, Fields extends string> = T extends readonly (infer Item)[]
  ? Named<Item, Fields>[]
  : T extends object
    ? {
        [Key in keyof T]: Key extends 'fields'
          ? NonNullable<T[Key]> extends readonly unknown[]
            ? Fields[]
            : Partial<Record<Fields | '*', NonNullable<T[Key]>[keyof NonNullable<T[Key]>]>>
          : Named<T[Key], Fields>;
      }
    : T;

/**
 * Writes a definition with the type checker's help: besides the document's shape, every step's `fields` must name
 * fields of this form. The result is plain data, the same document an administrator edits.
 */
export function defineWorkflow<const Fields extends string>(
  definition: Omit<Definition, 'form' | 'machine'> & {
    form: Omit<Form, 'schema'> & {
      schema: Omit<FormSchema, 'properties'> & { properties: Record<Fields, FormSchema['properties'][string]> };
    };
    machine: Named<Definition['machine'], NoInfer<Fields>>;
  },
): Definition {
  return definition as unknown as Definition;
}

/** A clause as a condition: its number, the expression that must hold, and what the refused person reads. */
export const rule = (number: string, when: string, message: Text): Rule => ({ rule: number, when, message });

/** A guard that every one of these rules must pass. */
export const rules = (...all: Rule[]): Guard => ({ type: 'rules', params: { all } });

/** A guard for choosing a way: the transition concerns a case only when `condition` holds, and then keeps the rules. */
export const when = (condition: string, ...all: Rule[]): Guard => ({ type: 'rules', params: { when: condition, all } });

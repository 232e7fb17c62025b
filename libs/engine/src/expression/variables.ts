import type { Environment } from '@marcbachmann/cel-js';
import { organisationKinds } from '../definition/basics.ts';
import type { Children } from '../definition/children.ts';
import type { Definition } from '../definition/definition.ts';
import type { DataSchema, FormField, FormSchema, Line } from '../definition/form.ts';
import { language } from './language.ts';

/** The types a register may answer with. A `timestamp` travels as an ISO 8601 string and is compared as an instant. */
export type FactType = 'string' | 'double' | 'bool' | 'timestamp' | 'list<string>';

/** What a register is asked with and what it answers, by name. The host publishes it; definitions refer to it. */
export interface FactSource {
  readonly parameters: Readonly<Record<string, 'string' | 'double'>>;
  readonly fields: Readonly<Record<string, FactType>>;
}
export type FactCatalogue = Readonly<Record<string, FactSource>>;

const celNames: Readonly<Record<FactType, string>> = {
  string: 'string',
  double: 'double',
  bool: 'bool',
  timestamp: 'google.protobuf.Timestamp',
  'list<string>': 'list<string>',
};

const scalarType = (type: 'string' | 'number' | 'integer' | 'boolean'): string =>
  type === 'string' ? 'string' : type === 'boolean' ? 'bool' : 'double';

/** Declares a line type of its own for each table of the form, so that misspelt columns are found. */
function fieldTypes(environment: Environment, prefix: string, schema: FormSchema): Record<string, string> {
  const typeOf = (name: string, field: FormField): string => {
    if (field.type !== 'array') return scalarType(field.type);
    if (field.items.type !== 'object') return `list<${scalarType(field.items.type)}>`;
    const lineType = `${prefix}${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Line`;
    const columns = Object.entries(field.items.properties).map(([column, { type }]) => [column, scalarType(type)]);
    environment.registerType(lineType, { fields: Object.fromEntries(columns) as Record<string, string> });
    return `list<${lineType}>`;
  };
  return Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, typeOf(name, field)]));
}

/** What an expression may read beside what every one may, because of where it stands. */
export type Given =
  /** Under a signal: its payload. */
  | { readonly kind: 'signal'; readonly payload: DataSchema | undefined }
  /** Where child cases have settled: how, and what they ended with. */
  | { readonly kind: 'children'; readonly output: Children['output'] }
  /** In the form of one child of many: the item it is for, by its type's name. */
  | { readonly kind: 'item'; readonly type: string; readonly line: Line | undefined }
  /** Where a webhook has answered: its answer. */
  | { readonly kind: 'result'; readonly result: DataSchema | undefined };

/** What every result of a child has. */
export const childResultFields = { number: 'double', state: 'string', passed: 'bool' } as const;

/**
 * The variables an expression may read:
 * `form` the case's form, `data` what the case remembers, `facts` what the registers say, `subject` the organisations
 * of the case by level (`subject.school.type`), `instance.applicant`, `now`, and where it is given one of `signal`,
 * `children` (`total`, `passed`, `failed`, `results`), `item` and `result`.
 */
export function variablesOf(definition: Definition, catalogue: FactCatalogue): (given?: Given) => Environment {
  const base = language.clone();
  const organisation = { id: 'string', name: 'string', type: 'string' };
  base
    .registerVariable({ name: 'form', schema: fieldTypes(base, 'Form', definition.form.schema) })
    .registerVariable({
      name: 'data',
      schema: definition.data ? fieldTypes(base, 'Data', definition.data) : {},
    })
    .registerVariable({
      name: 'subject',
      schema: Object.fromEntries(organisationKinds.map((kind) => [kind, organisation])),
    })
    .registerVariable({ name: 'instance', schema: { applicant: 'string' } })
    .registerVariable('now', celNames.timestamp);
  const facts = Object.entries(definition.facts ?? {}).map(([name, { source }]) => [
    name,
    Object.fromEntries(Object.entries(catalogue[source]?.fields ?? {}).map(([field, type]) => [field, celNames[type]])),
  ]);
  base.registerVariable({ name: 'facts', schema: Object.fromEntries(facts) as Record<string, Record<string, string>> });

  const environments = new Map<Given, Environment>();
  return (given) => {
    if (given === undefined) return base;
    const known = environments.get(given);
    if (known !== undefined) return known;
    const environment = base.clone();
    give(environment, given);
    environments.set(given, environment);
    return environment;
  };
}

function give(environment: Environment, given: Given): void {
  switch (given.kind) {
    case 'signal':
      environment.registerVariable({ name: 'signal', schema: given.payload ? fieldTypes(environment, 'Signal', given.payload) : {} });
      return;
    case 'result':
      environment.registerVariable({ name: 'result', schema: given.result ? fieldTypes(environment, 'Result', given.result) : {} });
      return;
    case 'item':
      environment.registerVariable('item', given.type);
      return;
    case 'children': {
      const outputs = Object.entries(given.output ?? {}).map(([name, { type }]) => [name, scalarType(type)]);
      const fields = { ...Object.fromEntries(outputs), ...childResultFields } as Record<string, string>;
      environment.registerType('ChildResult', { fields });
      const counts = { total: 'double', passed: 'double', failed: 'double' };
      environment.registerVariable({ name: 'children', schema: { ...counts, results: 'list<ChildResult>' } });
    }
  }
}

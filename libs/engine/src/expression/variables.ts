import type { Environment } from '@marcbachmann/cel-js';
import { organisationKinds } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { FormField, FormSchema } from '../definition/form.ts';
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

/**
 * The variables an expression may read:
 * `form` the case's form, `data` what the case remembers, `facts` what the registers say, `subject` the organisations
 * of the case by level (`subject.school.type`), `instance.applicant`, `now`, and under a signal its payload as `signal`.
 */
export function variablesOf(definition: Definition, catalogue: FactCatalogue): (signal?: string) => Environment {
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

  const environments = new Map<string, Environment>();
  return (signal) => {
    if (signal === undefined) return base;
    let environment = environments.get(signal);
    if (environment === undefined) {
      environment = base.clone();
      const payload = definition.signals?.[signal]?.payload;
      environment.registerVariable({
        name: 'signal',
        schema: payload ? fieldTypes(environment, 'Signal', payload) : {},
      });
      environments.set(signal, environment);
    }
    return environment;
  };
}

import type { Environment } from '@marcbachmann/cel-js';
import { organisationKinds, type Text } from '../definition/basics.ts';
import type { Children } from '../definition/children.ts';
import type { Definition } from '../definition/definition.ts';
import { alwaysThere, type DataSchema, type FormField, type FormSchema, type Line } from '../definition/form.ts';
import { language } from './language.ts';
import { variableTitles } from './words.ts';

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

type Scalar = Line['properties'][string];
type Field = FormField | Scalar;

/** Something an expression can read by its name: a variable, or a member of one. */
export interface Member {
  readonly name: string;
  /** As CEL calls it; `$form` and the like for what has members of its own. */
  readonly type: string;
  readonly title?: Text | undefined;
  /** As what is declared, where that is a field. */
  readonly field?: Field | undefined;
  /** Whether it may be absent, so that an expression has to ask first. */
  readonly isOptional: boolean;
}

/** What expressions at some place may read. */
export interface Scope {
  readonly environment: Environment;
  readonly variables: readonly Member[];
  /** By the type's name. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

/** What an expression may read beside what every one may, because of where it stands; or that it may read less. */
export type Given =
  /** In a condition on a field: the form and nothing else, so that what applies never changes but with the form. */
  | { readonly kind: 'form' }
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
 * `children` (`total`, `passed`, `failed`, `results`), `item` and `result`. A condition on a field reads `form` alone.
 */
export function variablesOf(definition: Definition, catalogue: FactCatalogue): (given?: Given) => Scope {
  const base = new Declarations(language.clone());
  base.declareFields('form', definition.form.schema);
  base.declareFields('data', definition.data);
  base.declareFacts(definition, catalogue);
  base.declareSubject();
  base.declare('instance', [named('applicant', 'string')]);
  base.declareOne('now', celNames.timestamp);

  const scopes = new Map<Given, Scope>();
  return (given) => {
    if (given === undefined) return base;
    const known = scopes.get(given);
    if (known !== undefined) return known;
    const scope = given.kind === 'form' ? new Declarations(language.clone()) : base.clone();
    if (given.kind === 'form') scope.declareFields('form', definition.form.schema);
    else give(scope, given);
    scopes.set(given, scope);
    return scope;
  };
}

function give(scope: Declarations, given: Exclude<Given, { kind: 'form' }>): void {
  switch (given.kind) {
    case 'signal':
      return scope.declareFields('signal', given.payload);
    case 'result':
      return scope.declareFields('result', given.result);
    case 'item':
      return scope.declareOne('item', given.type);
    case 'children': {
      const outputs = Object.entries(given.output ?? {}).map(([name, field]) => fieldMember(name, field, scalarType(field.type), true));
      const own = Object.entries(childResultFields).map(([name, type]) => named(name, type));
      scope.declareType('ChildResult', [...outputs, ...own]);
      const counts = ['total', 'passed', 'failed'].map((name) => named(name, 'double'));
      return scope.declare('children', [...counts, named('results', 'list<ChildResult>')]);
    }
  }
}

const scalarType = (type: Scalar['type']): string => (type === 'string' ? 'string' : type === 'boolean' ? 'bool' : 'double');
const named = (name: string, type: string): Member => ({ name, type, title: variableTitles[name], isOptional: false });
const fieldMember = (name: string, field: Field, type: string, isOptional: boolean): Member => {
  const { title, 'x-en': en } = field;
  return { name, type, title: { zh: title, ...(en !== undefined && { en }) }, field, isOptional };
};
const asSchema = (members: readonly Member[]): Record<string, string> => Object.fromEntries(members.map(({ name, type }) => [name, type]));

class Declarations implements Scope {
  readonly variables: Member[];
  readonly members: Map<string, readonly Member[]>;

  constructor(
    readonly environment: Environment,
    known?: Scope,
  ) {
    this.variables = [...(known?.variables ?? [])];
    this.members = new Map(known?.members);
  }

  clone(): Declarations {
    return new Declarations(this.environment.clone(), this);
  }

  declareOne(name: string, type: string): void {
    this.environment.registerVariable(name, type);
    this.variables.push(named(name, type));
  }

  declare(name: string, members: readonly Member[]): void {
    this.environment.registerVariable({ name, schema: asSchema(members) });
    this.know(name, members);
  }

  declareType(type: string, members: readonly Member[]): void {
    this.environment.registerType(type, { fields: asSchema(members) });
    this.members.set(type, members);
  }

  declareFields(name: string, schema: FormSchema | DataSchema | undefined): void {
    const prefix = capitalised(name);
    const required = schema === undefined ? [] : alwaysThere(schema);
    const fields: readonly [string, FormField][] = Object.entries(schema?.properties ?? {});
    this.declare(
      name,
      fields.map(([field, declared]) => fieldMember(field, declared, this.typeOf(prefix, field, declared), !required.includes(field))),
    );
  }

  /** Declares a line type of its own for each table, so that misspelt columns are found. */
  private typeOf(prefix: string, name: string, field: FormField): string {
    if (field.type !== 'array') return scalarType(field.type);
    if (field.items.type !== 'object') return `list<${scalarType(field.items.type)}>`;
    const { properties, required = [] } = field.items;
    const type = `${prefix}${capitalised(name)}Line`;
    const columns = Object.entries(properties).map(([column, declared]) =>
      fieldMember(column, declared, scalarType(declared.type), !required.includes(column)),
    );
    this.declareType(type, columns);
    return `list<${type}>`;
  }

  declareFacts({ facts = {} }: Definition, catalogue: FactCatalogue): void {
    const answers = Object.entries(facts).map(([name, { source }]): [string, Member[]] => {
      const fields = Object.entries(catalogue[source]?.fields ?? {});
      return [name, fields.map(([field, type]) => ({ name: field, type: celNames[type], isOptional: false }))];
    });
    this.declareNested('facts', answers);
  }

  declareSubject(): void {
    this.declareNested(
      'subject',
      organisationKinds.map((kind) => [kind, ['id', 'name', 'type'].map((name) => named(name, 'string'))]),
    );
  }

  private declareNested(name: string, members: readonly (readonly [string, readonly Member[]])[]): void {
    const schema = Object.fromEntries(members.map(([member, inner]) => [member, asSchema(inner)]));
    this.environment.registerVariable({ name, schema });
    for (const [member, inner] of members) this.members.set(`$${name}.${member}`, inner);
    this.know(
      name,
      members.map(([member]) => named(member, `$${name}.${member}`)),
    );
  }

  private know(name: string, members: readonly Member[]): void {
    this.members.set(`$${name}`, members);
    this.variables.push(named(name, `$${name}`));
  }
}

const capitalised = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

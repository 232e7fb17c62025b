/** The part of JSON Schema 2020-12 that the schema of a definition is written in. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member that an object may have and has not. */
export interface MemberOffer {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string | undefined;
  /** What it begins as. */
  readonly begin: string;
}

/** What a schema says of the places of a document, of which only the members on the way there are looked at. */
export class Shapes {
  constructor(private readonly root: Schema) {}

  /** Members that could stand beside those there are. @param document as far as it is known; it tells alternatives apart */
  membersAt(document: unknown, keys: readonly string[], present: readonly string[]): readonly MemberOffer[] {
    const offers = new Map<string, MemberOffer>();
    for (const { properties = {}, required = [] } of this.at(document, keys)) {
      for (const [name, schema] of Object.entries(properties)) {
        if (present.includes(name)) continue;
        const isRequired = required.includes(name) && (offers.get(name)?.isRequired ?? true);
        offers.set(name, { name, isRequired, description: this.describe(schema), begin: this.beginning(schema) });
      }
    }
    return [...offers.values()].toSorted((one, other) => Number(other.isRequired) - Number(one.isRequired));
  }

  /** The values that are all there can be at a place; none where there are others. */
  valuesAt(document: unknown, keys: readonly string[]): readonly unknown[] {
    const values = this.at(document, keys, false).flatMap((schema) =>
      schema.type === 'boolean' && schema.const === undefined ? [true, false] : valuesOf(schema),
    );
    return [...new Set(values)];
  }

  /** What is said of a place. */
  describeAt(document: unknown, keys: readonly string[]): string | undefined {
    return this.at(document, keys, false)
      .map(({ description }) => description)
      .find((said) => said !== undefined);
  }

  /** @param isTold whether what stands at the place itself tells its alternatives apart */
  private at(document: unknown, keys: readonly string[], isTold = true): readonly Schema[] {
    let value = document;
    let schemas = this.alternatives(this.root);
    keys.forEach((key, index) => {
      const isLast = index === keys.length - 1;
      schemas = told(schemas, value, isLast && !isTold ? key : undefined).flatMap((schema) => this.within(schema, key));
      value = isMembers(value) ? value[key] : Array.isArray(value) ? (value as unknown[])[Number(key)] : undefined;
    });
    return isTold ? told(schemas, value) : schemas;
  }

  private within(schema: Schema, key: string): readonly Schema[] {
    const { properties = {}, additionalProperties, items } = schema;
    const inner = Object.hasOwn(properties, key)
      ? properties[key]
      : /^\d+$/.test(key) && items !== undefined
        ? items
        : additionalProperties;
    return typeof inner === 'object' ? this.alternatives(inner) : [];
  }

  private alternatives(schema: Schema): readonly Schema[] {
    const { $ref, anyOf, oneOf, description } = schema;
    if ($ref !== undefined) return this.alternatives(this.root.$defs?.[$ref.replace('#/$defs/', '')] ?? {});
    const several = anyOf ?? oneOf;
    if (several === undefined) return [schema];
    return several
      .flatMap((each) => this.alternatives(each))
      .map((each) => ({ ...(description !== undefined && { description }), ...each }));
  }

  private describe(schema: Schema): string | undefined {
    return schema.description ?? this.alternatives(schema)[0]?.description;
  }

  private beginning(schema: Schema): string {
    const [first = {}] = this.alternatives(schema);
    const [only, ...others] = valuesOf(first);
    if (only !== undefined && others.length === 0) return JSON.stringify(only);
    switch (first.type) {
      case 'object':
        return '{}';
      case 'array':
        return '[]';
      case 'string':
        return '""';
      default:
        return '';
    }
  }
}

const valuesOf = (schema: Schema): readonly unknown[] => (schema.const === undefined ? (schema.enum ?? []) : [schema.const]);

/** Of alternatives, those that what there is could still become. @param apart a member that is not asked, since it is about to be another */
function told(schemas: readonly Schema[], value: unknown, apart?: string): readonly Schema[] {
  if (!isMembers(value)) return schemas;
  return schemas.filter(
    ({ type, properties = {} }) =>
      (type === undefined || type === 'object') &&
      Object.entries(properties).every(
        ([name, { const: only }]) => name === apart || only === undefined || value[name] === undefined || value[name] === only,
      ),
  );
}

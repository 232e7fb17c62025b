import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { workflowCatalogue } from '../../workflows/catalogue.ts';
import { startApi } from '../support/api.ts';
import { startAdmission } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ environment: { SHENPI_WORKER: 'false' } });
const lead = await api.signIn('jh-xx-fuzeren');
const admin = await api.signIn('admin');
const draft = await startAdmission(lead, 'X002');

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: { readonly type?: string; readonly format?: string; readonly enum?: readonly string[] };
}
interface Operation {
  readonly summary?: string;
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const { body: description } = await lead.get<Description>('openapi.json');
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation,
  })),
);
type Route = (typeof operations)[number];

const schemaOf = ({ operation }: Route): Schema | undefined => {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema?.$ref === undefined ? schema : description.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
};

const isReserved = ({ path }: Route) =>
  /definitions|incidents|report-grid|standings|deliveries|channels|follow-up|directory\/|audit|histories|queues/.test(path);
const whoMay = (route: Route) => (isReserved(route) ? admin : lead);
const isSession = ({ path }: Route) => path === '/api/session';

/** The address with something in place of each parameter; a draft of the caller's own where nothing else is said. */
const addressOf = ({ path }: Route, given?: string): string =>
  path.replace('/api/', '').replace(/\{(\w+)\}/g, () => encodeURIComponent(given ?? (path.includes('tasks') ? `${draft}.1` : draft)));

it('every operation says in a sentence what it does, and how it answers', () => {
  expect(operations.length).toBeGreaterThan(25);
  for (const { operation } of operations) {
    expect(operation.summary).toMatch(/\S{2,}/);
    expect(Object.keys(operation.responses ?? {})).toEqual(expect.arrayContaining([expect.stringMatching(/^2\d\d$/), 'default']));
  }
});

const wrong: Readonly<Record<string, readonly unknown[]>> = {
  string: [null, 5, -1.5, true, [], {}, ['x']],
  integer: [null, '1', -1, 0, 1.5, 1e300, true, [], {}],
  array: [null, 'x', 5, true, {}, [5], [null], [{}]],
  object: [null, 'x', 5, true, [], ['x']],
  other: [null, 5, true, {}, [], [1]],
};

/** One letter longer than it may be; where nothing says how long, longer than anything that has a form of its own. */
const tooLong = ({ maxLength = 10_000 }: Schema): string => '长'.repeat(maxLength + 1);

/** Whether a value that is wrong for most fields of a type is right for this one. */
const isTaken = ({ nullable = false, minimum, items }: Schema, value: unknown): boolean =>
  (value === null && nullable) || (value === 0 && minimum === 0) || (Array.isArray(value) && value[0] === 5 && items?.type === 'integer');

const fields = operations.flatMap((route) => {
  const { properties = {} } = schemaOf(route) ?? {};
  return Object.entries(properties).map(([field, schema]) => {
    const { type = 'other' } = schema;
    const values = [...(wrong[type] ?? []), ...(type === 'string' ? [tooLong(schema)] : [])];
    return { route, field, values: values.filter((value) => !isTaken(schema, value)), name: `${field} of ${route.name}` };
  });
});

it('there are fields to try', () => expect(fields.length).toBeGreaterThan(15));

it.each(fields)('$name must be what it is to be', async ({ route, field, values }) => {
  await withoutChange(api.dataSource, async () => {
    for (const value of values) {
      const reply = await whoMay(route).send(route.method, addressOf(route), {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ [field]: value }),
      });
      const { fields: found = [] } = expectProblem(reply, { status: 400, code: 'request.invalid' });
      expect(found.filter(({ path }) => path === `/${field}` || path.startsWith(`/${field}/`))).not.toEqual([]);
    }
  });
});

/** Wherever it is to begin, a stream begins and does not end (events.spec.ts). */
const isStream = ({ operation }: Route): boolean =>
  Object.values(operation.responses ?? {}).some(({ content = {} }) => 'text/event-stream' in content);

const queries = operations
  .filter((route) => !isStream(route))
  .flatMap((route) => (route.operation.parameters ?? []).filter((one) => one.in === 'query').map((parameter) => ({ route, ...parameter })));

/** A key to look for may be any text; what nothing has is found nowhere. */
const isAnyText = ({ name, schema }: Parameter) =>
  name !== 'after' && schema?.type === 'string' && schema.format === undefined && schema.enum === undefined;

it('every parameter of a query must be what it is to be', async () => {
  expect(queries.length).toBeGreaterThan(5);
  for (const { route, ...parameter } of queries) {
    for (const value of ['', 'null', '[]', '-1', '1.5', 'x'.repeat(5000), `' OR 1=1`, '%7B%7D']) {
      const address = `${addressOf(route)}?${parameter.name}=${value}`;
      const body = { headers: { 'content-type': 'application/json' }, body: '{}' };
      const reply = await whoMay(route).send(route.method, address, route.method === 'GET' ? {} : body);
      const isFine = [400, 404, ...(isAnyText(parameter) ? [200] : [])].includes(reply.status);
      expect(isFine ? [] : [route.name, parameter.name, value, reply.status]).toEqual([]);
    }
  }
});

it('no name in an address leads anywhere it should not', async () => {
  const named = operations.filter(({ path, method }) => path.includes('{') && method === 'GET');
  const names = [
    'null',
    'undefined',
    '0',
    '-1',
    '[]',
    `${draft}.0`,
    `${draft}.-1`,
    `${draft}.99999999999`,
    draft.toUpperCase(),
    'x'.repeat(90),
    '__proto__',
    '😀',
    `${draft}/..`,
    '.',
  ];
  for (const route of named) {
    for (const name of names) expect((await whoMay(route).get(addressOf(route, name))).status).toBeGreaterThanOrEqual(400);
  }
});

const surrogates = { first: 0xd800, count: 0x800 };

/** Any character there is. The unit `binary` is the same, but makes a table of them all first, for seconds. */
const character = fc.nat({ max: 0x10ffff - surrogates.count }).map(
  (place) => String.fromCodePoint(place < surrogates.first ? place : place + surrogates.count),
  (text) => {
    const [only, ...others] = String(text);
    const point = only?.codePointAt(0);
    if (point === undefined || others.length > 0) throw new Error('not one character');
    return point < surrogates.first ? point : point - surrogates.count;
  },
);
const anything = fc.jsonValue({ maxDepth: 4, stringUnit: character });
const body = fc.oneof(
  anything,
  ...fields.map(({ route }) =>
    fc.record(Object.fromEntries(Object.keys(schemaOf(route)?.properties ?? {}).map((field) => [field, anything])), { requiredKeys: [] }),
  ),
);

it('whatever JSON comes, on whichever route, is refused by the rules or harmless', async () => {
  const routes = operations.filter((route) => !isSession(route) && route.method !== 'GET');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...routes),
      body,
      fc.option(fc.string({ unit: character, maxLength: 20 })),
      async (route, sent, name) => {
        const text = JSON.stringify(sent);
        const reply = await whoMay(route).send(route.method, addressOf(route, name?.isWellFormed() ? name : undefined), {
          headers: { 'content-type': 'application/json' },
          body: text,
        });
        expect(reply.status).toBeLessThan(500);
        if (reply.status >= 400)
          expect(reply.body).toMatchObject({ status: reply.status, code: expect.any(String), detail: expect.any(String) });
      },
    ),
    { numRuns: 600, seed: 20241 },
  );
  expect((await api.dataSource.query(`SELECT count(*)::int AS n FROM definition_version`))[0]).toEqual({ n: workflowCatalogue.length });
});

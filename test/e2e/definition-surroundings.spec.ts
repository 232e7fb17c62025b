import { expect, it } from '@jest/globals';
import { type Definition, verify } from '#engine';
import { surroundingsFrom } from '../../apps/console/src/definition/surroundings.ts';
import { workflowCatalogue } from '../../workflows/catalogue.ts';
import { templateCatalogue } from '../../workflows/templates/catalogue.ts';
import { startApi } from '../support/api.ts';
import { done } from '../support/client.ts';

const api = await startApi({ environment: { SHENPI_WORKER: 'false' } });
const [admin, lead] = await api.signInAll('admin', 'jh-xx-fuzeren');
const told = async () => done(await admin.get<Parameters<typeof surroundingsFrom>[0]>('definitions/surroundings'));

type Findings = readonly { readonly code: string; readonly pointer: string; readonly message: object }[];
const onServer = async (document: unknown): Promise<Findings> =>
  done(await admin.post<{ problems: Findings }>('definitions/verification', { document })).problems;

const isCode = (key: string): boolean => ['when', 'target', 'initial', 'source', 'approve', 'submit'].includes(key);

/** Expressions and targets all over a document, one after another, put out of shape: what is found in it then depends on everything around it. */
function* spoiled(document: Definition): Generator {
  const places: [holder: Record<string, unknown>, key: string][] = [];
  const copy = structuredClone(document) as unknown as Record<string, unknown>;
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && isCode(key)) places.push([value as Record<string, unknown>, key]);
      visit(inner);
    }
  };
  visit(copy);
  for (let index = 0; index < places.length; index += Math.ceil(places.length / 12)) {
    const [holder, key] = places[index] ?? [{}, ''];
    const before = holder[key];
    holder[key] = `${String(before)} + nothing`;
    yield structuredClone(copy);
    holder[key] = before;
  }
}

it('a browser that verifies against what it is told finds what the server finds', async () => {
  const surroundings = surroundingsFrom(await told());
  const found = { none: 0, some: 0 };
  for (const definition of [...workflowCatalogue, ...templateCatalogue]) {
    for (const document of [definition, ...spoiled(definition)]) {
      const server = await onServer(document);
      expect(JSON.parse(JSON.stringify(verify(document, surroundings)))).toEqual(server);
      found[server.length === 0 ? 'none' : 'some'] += 1;
    }
  }
  expect(found.none).toBeGreaterThan(5);
  expect(found.some).toBeGreaterThan(20);
});

it('due times are the same, also where an administrator has corrected the calendar', async () => {
  const path = 'calendars/2026/2026-08-19';
  done(await admin.put(path, { name: '防台风停工', isOffDay: true, source: '省防指〔2026〕1号' }));
  const { dueTime } = surroundingsFrom(await told());
  expect(dueTime.after({ workingDays: 2 }, '2026-08-17T01:00:00Z')).toBe('2026-08-20T15:59:59.999Z');
});

it('whoever is signed in may know the posts, the registers and the calendar', async () => {
  const { posts, kinds, facts, calendar } = done(await lead.get<Awaited<ReturnType<typeof told>>>('definitions/surroundings'));
  expect(posts.find(({ key }) => key === 'dean')).toEqual({
    key: 'dean',
    title: { zh: '系主任', en: 'Head of department' },
    at: 'department',
    superior: 'school-leader',
  });
  expect(kinds[0]).toBe('department');
  expect(Object.keys(facts)).toContain('certificate');
  expect(calendar.years).toContain(2026);
});

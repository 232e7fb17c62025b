import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concerns, Gathering } from './gathering.ts';
import type { NewsRow } from './news.store.ts';

const row = (more: Partial<NewsRow>): NewsRow => ({
  id: '1',
  kind: 'case',
  instance_id: 'case-1',
  definition_key: 'admission',
  sequence: 3,
  readers: [],
  organisation_path: 'province/city/school/',
  tasks: [],
  ...more,
});
const audience = (keys: readonly string[], scopes: readonly string[] = []) => ({ keys: new Set(keys), scopes });

describe('News', () => {
  it('concerns whoever is among its readers, deputies in their processes, and readers of the subtree', () => {
    const news = row({ readers: ['person:a', 'post:dean@school'] });
    expect(concerns(audience(['person:a']), news)).toBe(true);
    expect(concerns(audience(['person:b']), news)).toBe(false);
    expect(concerns(audience(['post:dean@school admission']), news)).toBe(true);
    expect(concerns(audience(['post:dean@school quota-increase']), news)).toBe(false);
    expect(concerns(audience([], ['province/city/']), news)).toBe(true);
    expect(concerns(audience([], ['province/other/']), news)).toBe(false);
    expect(concerns(audience([], ['province/']), row({ kind: 'notice', instance_id: null, organisation_path: null }))).toBe(false);
  });

  it('names tasks only to those they are addressed to', () => {
    const gathering = new Gathering();
    const tasks = [
      { number: 1, assignee: 'person:a', change: 'closed' as const },
      { number: 2, assignee: 'post:dean@school', change: 'opened' as const },
    ];
    gathering.add(audience(['person:a']), row({ readers: ['person:a', 'post:dean@school'], tasks }));
    expect(gathering.take()).toEqual({
      tasks: [{ id: 'case-1.1', instance: 'case-1', change: 'closed' }],
      cases: [{ id: 'case-1', sequence: 3 }],
      notices: 0,
    });
    expect(gathering.isEmpty).toBe(true);
  });

  it('tells of everything, each thing once and as it was last, however much came together', () => {
    const change = fc.constantFrom('opened', 'changed', 'closed');
    const piece = fc.record({ instance: fc.integer({ min: 1, max: 150 }), number: fc.integer({ min: 1, max: 2 }), change });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const gathering = new Gathering();
        for (const [index, { instance, number, change: what }] of pieces.entries()) {
          const tasks = [{ number, assignee: 'person:a', change: what as 'opened' }];
          gathering.add(audience(['person:a']), row({ instance_id: `${instance}`, sequence: index, readers: ['person:a'], tasks }));
        }
        const { tasks, cases, isMore } = gathering.take();
        const changed = new Set(pieces.map(({ instance, number }) => `${instance}.${number}`));
        const named = new Set(pieces.map(({ instance }) => `${instance}`));
        expect(isMore ?? false).toBe(changed.size > 100 || named.size > 100);
        expect(tasks).toHaveLength(Math.min(100, changed.size));
        expect(cases).toHaveLength(Math.min(100, named.size));
        for (const { id, change: told } of tasks) {
          const own = pieces.filter(({ instance, number }) => `${instance}.${number}` === id);
          expect(told === 'closed').toBe(own.at(-1)?.change === 'closed');
        }
        for (const { id, sequence } of cases) expect(pieces[sequence]?.instance).toBe(Number(id));
      }),
    );
  });
});

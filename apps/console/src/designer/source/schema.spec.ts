import { describe, expect, it } from '@jest/globals';
import { schemaOfDefinition } from '#engine';
import { Shapes } from './schema.ts';

const shapes = new Shapes(schemaOfDefinition());
const names = (document: unknown, keys: readonly string[], present: readonly string[] = []) =>
  shapes.membersAt(document, keys, present).map(({ name }) => name);

describe('the schema of a definition', () => {
  it('has the members that are missing, those that are wanted first', () => {
    const [first] = shapes.membersAt({}, [], ['format', 'key']);
    expect(first).toMatchObject({ isRequired: true });
    expect(names({}, [], ['format', 'key'])).toEqual(expect.arrayContaining(['title', 'machine', 'examples']));
    expect(names({}, [], ['format', 'key'])).not.toContain('key');
    expect(names({}, ['machine', 'states', 'draft', 'meta'])).toEqual(expect.arrayContaining(['title', 'step', 'children', 'call']));
    expect(names({}, ['machine', 'states', 'a', 'states', 'b', 'on', 'approve'])).toEqual([
      'target',
      'guard',
      'actions',
      'reenter',
      'description',
    ]);
  });

  it('tells alternatives apart by what is there', () => {
    const decide = ['machine', 'states', 'a', 'meta', 'step', 'decide'];
    const by = (way: string) => ({ machine: { states: { a: { meta: { step: { decide: { by: way } } } } } } });
    expect(names(by('vote'), decide, ['by'])).toEqual(expect.arrayContaining(['count', 'of', 'pass', 'quorum']));
    expect(names(by('one'), decide, ['by'])).toEqual(['outcomes']);
    expect(shapes.valuesAt(by('one'), [...decide, 'by'])).toEqual(['one', 'all', 'sequence', 'vote']);
  });

  it('has the values there can be', () => {
    expect(shapes.valuesAt({}, ['subject'])).toEqual(expect.arrayContaining(['school', 'province']));
    expect(shapes.valuesAt({}, ['machine', 'states', 'a', 'meta', 'step', 'fields', 'amount'])).toEqual([
      'hidden',
      'read',
      'write',
      'required',
    ]);
    expect(shapes.valuesAt({}, ['machine', 'states', 'a', 'on', 'x', '0', 'reenter'])).toEqual([true, false]);
    expect(shapes.valuesAt({}, ['title', 'zh'])).toEqual([]);
  });

  it('says what a place is', () => {
    expect(shapes.describeAt({}, ['machine', 'states', 'a', 'meta', 'step'])).toBe('What a state needs from people.');
    expect(names({}, ['nothing', 'there'])).toEqual([]);
  });
});

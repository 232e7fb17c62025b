import { json } from '@codemirror/lang-json';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from '@jest/globals';
import { rangeOf } from './places.ts';

const document = { machine: { states: { draft: { tags: ['one', 'two'] } } }, examples: [] };
const doc = JSON.stringify(document, null, 2);
const state = (text: string) => EditorState.create({ doc: text, extensions: [json()] });
const at = (pointer: string, text = doc): string => {
  const { from, to } = rangeOf(state(text), pointer);
  return text.slice(from, to);
};

describe('the places of a source', () => {
  it('are found by their pointers, as plain numbers', () => {
    expect(at('/machine')).toBe('"machine"');
    expect(at('/machine/states/draft/tags')).toBe('"tags"');
    expect(at('/machine/states/draft/tags/1')).toBe('"two"');
    expect(rangeOf(state(doc), '/examples')).toEqual({ from: doc.indexOf('"examples"'), to: doc.indexOf('"examples"') + 10 });
  });

  it('are the nearest there is where nothing stands, also in what cannot be read', () => {
    expect(at('/machine/states/review/meta')).toBe('"states"');
    expect(at('/nothing')).toBe('');
    expect(at('/machine/states/draft', doc.replace('"states": {', '"states": '))).toMatch(/"states"|"machine"/);
    expect(rangeOf(state('{'), '/machine')).toEqual({ from: 0, to: 0 });
  });
});

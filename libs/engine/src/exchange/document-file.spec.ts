import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { workflowCatalogue } from '../../../../workflows/catalogue.ts';
import { documentText, readDocument } from './document-file.ts';

describe('a definition as a file', () => {
  it.each(workflowCatalogue.map((definition) => [definition.key, definition] as const))('%s comes back as it was', (_, definition) => {
    expect(readDocument(documentText(definition))).toStrictEqual({ kind: 'read', document: definition });
  });

  it('comes back as it was, whatever the process, member by member in its order', () => {
    fc.assert(
      fc.property(arbitraryProcess, (definition) => {
        const text = documentText(definition);
        const read = readDocument(text);
        expect(read.kind === 'read' && documentText(read.document)).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no JSON', '<definitions/>', 'JSON'],
    ['a list', '[]', 'JSON'],
    ['nothing', '', 'JSON'],
    ['something else', '{"format":2,"machine":{}}', 'format'],
    ['more than a definition may be', ' '.repeat(600 * 1024), 'KB'],
  ])('refuses %s and says why', (_, text, word) => {
    const read = readDocument(text);
    expect(read).toEqual({ kind: 'refused', because: { zh: expect.stringContaining(word), en: expect.stringContaining(word) } });
  });

  it('takes any text whatever without falling over', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => ['read', 'refused'].includes(readDocument(text).kind)));
  });
});

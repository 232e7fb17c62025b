import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { statuses } from '../../apps/server/src/problem/statuses.ts';
import { texts } from '../../apps/server/src/problem/texts.ts';

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && /(^|\/)src\//.test(file))
    .map((file) => join(folder, file));

/** Codes as they stand where something is refused. */
const usedCodes = (source: string): string[] =>
  [
    ...source.matchAll(/kind: 'refused',\s*code: '([^']+)'|\b(?:refused?|IdPipe)\(\s*'([^']+)'|\bfound\([^;]*?'([a-z-]+\.[a-z-]+)'\)/g),
  ].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));

describe('refusals', () => {
  const used = new Set(['libs', 'apps'].flatMap(sourceFiles).flatMap((file) => usedCodes(readFileSync(file, 'utf8'))));

  it('finds the codes that the sources refuse with', () => {
    expect(used.size).toBeGreaterThan(40);
  });

  it('has a sentence and a status for every code', () => {
    expect([...used].filter((code) => !Object.hasOwn(texts, code))).toEqual([]);
    expect(Object.keys(statuses).sort()).toEqual(Object.keys(texts).sort());
  });

  it.each(Object.entries(texts))('says what is wrong in both languages: %s', (_code, { zh, en }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*[。”}]$/s);
    expect(en).toMatch(/[.}]$/);
    const parameters = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([whole]) => whole).sort();
    expect(parameters(zh)).toEqual(parameters(en));
  });
});

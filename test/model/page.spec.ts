import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type Command, refusalTexts } from '#engine';
import { neverThere, rows } from './matrix.ts';
import { linesOf, pageFile } from './page.ts';
import { policies, topologies } from './topology.ts';
import { verbs } from './verbs.ts';

const page = readFileSync(pageFile, 'utf8').split('\n');

/** The row of a verb in the table of a policy, by topology. */
function cellsOf(policy: string, row: string): Record<string, string> {
  const table = page.slice(page.indexOf(`### ${policy}`));
  const cells = (line: string | undefined) =>
    (line ?? '')
      .split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  const titles = cells(table.find((line) => line.startsWith(`| ${policy} |`)));
  const found = cells(table.find((line) => line.startsWith(`| ${row} |`)));
  return Object.fromEntries(titles.map((title, index) => [title, found[index] ?? '']));
}

describe('the page about the verbs', () => {
  it.each(Object.keys(verbs) as Command['kind'][])('names %s, what it means, who may, and the codes it is refused with', (kind) => {
    const line = page.find((each) => each.startsWith(linesOf(kind)));
    const codes = line
      ?.slice(linesOf(kind).length)
      .split('|')[0]
      ?.split(',')
      .map((code) => code.trim());
    expect(codes).toBeDefined();
    expect(codes?.filter((code) => code !== '' && !Object.hasOwn(refusalTexts, code))).toEqual([]);
  });

  it.each(policies)('has no empty cell under %s: a verb was accepted there, or a rule says why it never is', (policy) => {
    for (const row of rows) {
      const cells = cellsOf(policy, row);
      const empty = topologies.filter((topology) => {
        const rule = neverThere(row, policy, topology);
        return rule === undefined ? !/^[1-9]\d*$/.test(cells[topology] ?? '') : cells[topology] !== `*${rule}*`;
      });
      expect([row, empty]).toEqual([row, []]);
    }
  });
});

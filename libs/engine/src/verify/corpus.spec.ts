import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { choices } from '../../../../test/definitions/broken/choices.ts';
import { uncompilable } from '../../../../test/definitions/broken/compiled.ts';
import { idleConditions } from '../../../../test/definitions/broken/conditions.ts';
import { cycles } from '../../../../test/definitions/broken/cycles.ts';
import { endings } from '../../../../test/definitions/broken/endings.ts';
import { idle } from '../../../../test/definitions/broken/idle.ts';
import { joins } from '../../../../test/definitions/broken/joins.ts';
import { lengths } from '../../../../test/definitions/broken/lengths.ts';
import { moves } from '../../../../test/definitions/broken/moves.ts';
import { people } from '../../../../test/definitions/broken/people.ts';
import { returnsAstray } from '../../../../test/definitions/broken/returns-astray.ts';
import { sheets } from '../../../../test/definitions/broken/sheets.ts';
import { parallel } from '../../../../test/definitions/good/parallel.ts';
import { plain } from '../../../../test/definitions/good/plain.ts';
import { catalogue } from '../../../../test/definitions/sample.ts';
import { titled } from '../../../../test/definitions/titled.ts';
import { placesAfter } from '../../../../test/support/machine-play.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compiled } from '../../../../test/support/play.ts';
import { problemCodes } from '../problem.ts';
import type { Finding } from './finding.ts';
import { type FindingCode, findingCodes, findingTexts } from './finding-texts.ts';
import { verify } from './verify.ts';

const surroundings = { dueTime: plainDueTime, facts: catalogue };
const unsound = [
  ...endings,
  ...joins,
  ...choices,
  ...moves,
  ...cycles,
  ...returnsAstray,
  ...people,
  ...sheets,
  ...idleConditions,
  ...lengths,
  ...idle,
];
const broken = [...uncompilable, ...unsound];
const good = [...plain, ...parallel];

const found = (document: unknown) => verify(titled(document), surroundings);
const named = ({ code, pointer }: Finding) => `${code} ${pointer}`;

describe('a broken definition: ', () => {
  it.each(uncompilable)('%s', (_, document, code, pointer) => {
    const findings = found(document);
    expect(findings.map(named)).toContain(`${code} ${pointer}`);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it.each(unsound)('%s', (_, document, code, pointer) => {
    const findings = found(document);
    expect(findings.map(named)).toContain(`${code} ${pointer}`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const expected = findingTexts[code as FindingCode].severity === 'error' ? [code] : [];
    expect([...new Set(errors.map((finding) => finding.code))]).toEqual(expected);
    for (const { message } of findings) expect(`${message.zh}${message.en}`).not.toMatch(/\{\w+\}/);
  });

  it.each(unsound.filter(([, document]) => found(document).some(({ counterExample }) => counterExample !== undefined)))(
    'its counter-example plays on the machine: %s',
    (_, document, code, pointer) => {
      const finding = found(document).find((one) => named(one) === `${code} ${pointer}`);
      if (finding?.counterExample === undefined) return expect(['transition.shadowed']).not.toContain(code);
      const { moves: made, about } = finding.counterExample;
      const stood = placesAfter(compiled(titled(document), surroundings), made);
      expect(stood.map(({ places }) => places)).toEqual(made.map(({ to }) => [...to].sort()));
      const refused = code === 'outcome.stays' ? stood.slice(0, -1) : stood;
      expect(refused.every(({ isTaken }) => isTaken)).toBe(true);
      expect(about.some((path) => made.some(({ to }) => to.includes(path)))).toBe(true);
    },
  );
});

describe('a sound definition: ', () => {
  it.each(good)('%s', (_, document) => {
    expect(found(document).map(named)).toEqual([]);
  });
});

describe('the corpus', () => {
  it('has at least 60 broken definitions and 20 sound ones', () => {
    expect(broken.length).toBeGreaterThanOrEqual(60);
    expect(good.length).toBeGreaterThanOrEqual(20);
  });

  it('has every fault, each of verify’s more than once', () => {
    const times = (code: string) => broken.filter((one) => one[2] === code).length;
    const compilers = problemCodes.filter((code) => !code.startsWith('example.'));
    expect(compilers.filter((code) => times(code) === 0)).toEqual([]);
    expect(findingCodes.filter((code) => times(code) < 2)).toEqual([]);
  });
});

it('docs/verify.md lists every finding with its severity, and no other', () => {
  const [page = ''] = readFileSync('docs/verify.md', 'utf8').split('\n## Assignability\n');
  const listed = [...page.matchAll(/^\| `([\w.-]+)` \| (error|warning) \|/gm)].map(([, code, severity]) => `${code} ${severity}`);
  expect(listed.sort()).toEqual(findingCodes.map((code) => `${code} ${findingTexts[code].severity}`).sort());
});

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const execute = promisify(execFile);
const linter = resolve('node_modules/oxlint/bin/oxlint');

/** What each file does wrong, and the rule that has to say so. */
const plants: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-present-date', 'libs/engine/src/clock.ts', 'export const now = (): Date => new Date();'],
  ['no-restricted-properties', 'libs/calendar/src/clock.ts', 'export const now = (): number => Date.now();'],
  ['no-restricted-properties', 'libs/case/src/clock.ts', 'export const now = (): number => Date.now();'],
  ['no-restricted-properties', 'apps/server/src/moment.ts', 'export const now = (): number => Date.now();'],
  ['no-present-date', 'workflows/season/year.ts', 'export const now = (): Date => new Date();'],
  ['no-present-date', 'test/browser/year.spec.ts', 'export const now = (): Date => new Date();'],
  ['no-restricted-properties', 'libs/engine/src/chance.ts', 'export const chance = (): number => Math.random();'],
  ['no-restricted-globals', 'libs/engine/src/wait.ts', 'export const wait = (work: () => void): unknown => setTimeout(work, 1);'],
  ['no-restricted-globals', 'libs/engine/src/settings.ts', `export const home = (): string | undefined => process.env['HOME'];`],
  ['no-restricted-globals', 'libs/calendar/src/fetch.ts', `export const holidays = (): Promise<unknown> => fetch('http://localhost');`],
  ['max-lines', 'libs/case/src/long.ts', Array.from({ length: 301 }, (_, index) => `export const a${index} = ${index};`).join('\n')],
  ['max-lines-per-function', 'libs/case/src/tall.ts', `export function tall(): void {\n${'  tall();\n'.repeat(60)}}`],
  ['max-params', 'libs/case/src/wide.ts', 'export const wide = (a: 1, b: 1, c: 1, d: 1, e: 1): unknown => [a, b, c, d, e];'],
  ['complexity', 'libs/case/src/knot.ts', `export const knot = (a: number): number => ${'a > 1 ? 1 : '.repeat(12)}a;`],
  ['filename-case', 'libs/case/src/CamelCase.ts', 'export const camel = 1;'],
  ['no-explicit-any', 'libs/case/src/any.ts', 'export const anything = (value: any): unknown => value;'],
  ['no-floating-promises', 'libs/case/src/floating.ts', 'export function float(work: () => Promise<void>): void {\n  work();\n}'],
  [
    'switch-exhaustiveness-check',
    'libs/case/src/switch.ts',
    `export function word(kind: 'a' | 'b'): string {\n  switch (kind) {\n    case 'a':\n      return 'a';\n  }\n  return '';\n}`,
  ],
  ['no-guard-rail-disable', 'libs/case/src/wholesale.ts', '/* oxlint-disable */\nexport const now = (): number => Date.now();'],
  [
    'no-guard-rail-disable',
    'libs/case/src/quiet.ts',
    '// oxlint-disable-next-line no-restricted-properties\nexport const now = (): number => Date.now();',
  ],
  ['', 'libs/case/src/unused.ts', '// oxlint-disable-next-line no-await-in-loop\nexport const nothing = 1;'],
];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenpi-lint-'));
  for (const file of ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'config/lint'])
    await cp(file, join(folder, file), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [, file, text] of plants) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${text}\n`);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('finds each planted fault, by its rule alone', async () => {
  const { stdout } = await execute(process.execPath, [linter, '--format', 'json', 'apps', 'libs', 'test', 'workflows'], {
    cwd: folder,
  }).catch((error: { stdout: string }) => error);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code?: string; filename: string }[] };
  const found = diagnostics.map(({ code = '', filename }) => `${filename}: ${/\(([^)]+)\)/.exec(code)?.[1] ?? ''}`);
  expect(found.toSorted()).toEqual(plants.map(([rule, file]) => `${file}: ${rule}`).toSorted());
});

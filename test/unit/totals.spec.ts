import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'shenpi-totals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const green = {
  success: true,
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [{ name: 'a.spec.ts', status: 'passed', message: '' }],
};
const broken = { name: 'b.spec.ts', status: 'failed', message: 'Cannot find module' };

function run(reports: readonly object[]): { lines: readonly string[]; status: number | null } {
  const files = reports.map((report, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(report));
    return file;
  });
  const { stdout, status } = spawnSync(process.execPath, ['.ci/totals.mjs', ...files], { encoding: 'utf8' });
  return { lines: stdout.trimEnd().split('\n'), status };
}

function totals(...reports: readonly object[]): { last: string | undefined; status: number | null } {
  const { lines, status } = run(reports);
  return { last: lines.at(-1), status };
}

it('tells what passed only when it was tried again', () => {
  const assertionResults = [
    { fullName: 'a page opens', status: 'passed', invocations: 2 },
    { fullName: 'a page closes', status: 'passed', invocations: 1 },
  ];
  const late = { ...green, testResults: [{ name: 'a.spec.ts', status: 'passed', message: '', assertionResults }] };
  expect(run([late])).toEqual({
    lines: ['a.spec.ts › a page opens passed, but only when it was tried again.', '3 passed, 0 failed'],
    status: 0,
  });
});

it.each([
  ['sums up what passed', [green, green], '6 passed, 0 failed', 0],
  ['fails on a failed test', [green, { ...green, success: false, numFailedTests: 1 }], '6 passed, 1 failed', 1],
  [
    'fails on a suite that could not run',
    [{ ...green, success: false, numRuntimeErrorTestSuites: 1, testResults: [broken] }],
    '3 passed, 1 failed',
    1,
  ],
  ['fails on a skipped test', [{ ...green, numPendingTests: 1 }], '3 passed, 0 failed', 1],
  ['fails on a test still to be written', [{ ...green, numTodoTests: 1 }], '3 passed, 0 failed', 1],
  ['fails when nothing ran', [{ ...green, numPassedTests: 0, testResults: [] }], '0 passed, 0 failed', 1],
] as const)('the closing line %s', (_, reports, last, status) => {
  expect(totals(...reports)).toEqual({ last, status });
});

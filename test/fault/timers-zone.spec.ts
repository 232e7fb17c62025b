import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, jest } from '@jest/globals';

jest.setTimeout(300_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const suites = ['libs/calendar/', 'libs/clockwork/src/timer/firing', 'libs/clockwork/src/round/', 'test/fault/timers-new-york.spec'];

it('calendar and timers say the same in a process whose zone has daylight saving, on the day it strikes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-zone-'));
  const report = join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      '--silent',
      '--runInBand',
      '--',
      ...suites,
    ],
    { cwd: root, env: { ...process.env, TZ: 'America/New_York' }, stdio: 'ignore' },
  );
  await once(child, 'close');
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(await readFile(report, 'utf8')) as Totals;
  await rm(folder, { recursive: true });
  const failures = testResults.flatMap(({ status, message }) => (status === 'passed' ? [] : [message]));
  expect({ failures, numPendingTests }).toEqual({ failures: [], numPendingTests: 0 });
  expect(numPassedTests).toBeGreaterThan(100);
  process.stdout.write(`${JSON.stringify({ name: 'TZ=America/New_York', passed: numPassedTests, failed: numFailedTests })}\n`);
});

/** What jest's `--json` says, as far as it is asked. */
interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly status: string; readonly message: string }[];
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, jest } from '@jest/globals';

jest.setTimeout(300_000);

const root = fileURLToPath(new URL('../..', import.meta.url));
const suites = ['libs/calendar/', 'libs/clockwork/src/timer/', 'libs/clockwork/src/round/', 'test/fault/timers-new-york.spec'];

it('calendar and timers say the same in a process whose zone has daylight saving, on the day it strikes', async () => {
  const child = spawn(
    process.execPath,
    ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--json', '--silent', '--runInBand', '--', ...suites],
    { cwd: root, env: { ...process.env, TZ: 'America/New_York' }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(said.slice(said.indexOf('{"num'))) as Totals;
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

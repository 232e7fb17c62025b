// Sums up what jest reported and says it in one line, the last. Fails on whatever was not plainly passed.
import { readFile } from 'node:fs/promises';

const reports = await Promise.all(process.argv.slice(2).map(async (file) => JSON.parse(await readFile(file, 'utf8'))));
const sum = (name) => reports.reduce((total, report) => total + report[name], 0);

const passed = sum('numPassedTests');
// A suite that could not be run has no tests to count, and is a failure all the same.
const failed = sum('numFailedTests') + sum('numRuntimeErrorTestSuites');
const left = sum('numPendingTests') + sum('numTodoTests');
const broken = reports.flatMap(({ testResults }) => testResults.filter(({ status }) => status !== 'passed'));
const isGreen = passed > 0 && failed === 0 && left === 0 && broken.length === 0 && reports.every(({ success }) => success);

for (const { name, message } of broken) console.log(`${name} did not pass${message === '' ? '.' : `:\n${message}`}`);
for (const { name, assertionResults = [] } of reports.flatMap(({ testResults }) => testResults)) {
  for (const { fullName, status, invocations = 1 } of assertionResults) {
    if (status === 'passed' && invocations > 1) console.log(`${name} › ${fullName} passed, but only when it was tried again.`);
  }
}
if (left > 0) console.log(`${left} tests were skipped or are still to be written.`);
if (!isGreen) process.exitCode = 1;
console.log(`${passed} passed, ${failed} failed`);

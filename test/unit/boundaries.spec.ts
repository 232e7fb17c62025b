import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const execute = promisify(execFile);
const rules = resolve('.dependency-cruiser.cjs');
const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

type Files = Readonly<Record<string, string>>;

const libraries = ['engine', 'calendar', 'platform', 'directory', 'clockwork', 'notice', 'case', 'pilot'];
const packages = ['typeorm', 'bullmq', 'xstate', '@nestjs/common', 'jest'];

/** The house as it should be, in miniature: every arrow that is allowed and looks as if it might not be. */
const clean: Files = {
  ...Object.fromEntries(libraries.map((name) => [`libs/${name}/src/index.ts`, `export const ${name} = 1;`])),
  'libs/engine/src/machine.ts': `import { x } from 'xstate'; export const machine = x;`,
  'libs/engine/src/machine.spec.ts': `import '../../../test/support/database.ts'; import 'node:fs'; import './machine.ts';`,
  'libs/case/src/store/case.store.ts': `import { x } from 'typeorm'; import { platform } from '#platform'; export const store = [x, platform];`,
  'libs/case/src/one.ts': `import type { Two } from './two.ts'; export interface One { two: Two }`,
  'libs/case/src/two.ts': `import { type One } from './one.ts'; export interface Two { one?: One }`,
  'libs/clockwork/src/queue/worker.ts': `import { x } from 'bullmq'; export const worker = x;`,
  'apps/server/src/embedded.ts': `import { worker } from '../../worker/src/worker.module.ts'; export const embedded = worker;`,
  'apps/worker/src/worker.module.ts': `import { x } from '@nestjs/common'; import { a } from '../../../workflows/a.ts'; export const worker = [x, a];`,
  'apps/worker/src/jobs.ts': `export const jobs = 1;`,
  'workflows/a.ts': `import { engine } from '#engine'; export const a = engine;`,
  'workflows/a.spec.ts': `import { a } from './a.ts'; import { pilot } from '#pilot'; import '../test/support/database.ts'; import 'jest'; export const s = [a, pilot];`,
  'config/posts.ts': `import type { directory } from '#directory'; export type Post = typeof directory;`,
  'config/generate/main.ts': `import { platform } from '#platform'; import 'node:fs'; export const main = platform;`,
  'test/support/database.ts': `import { directory } from '#directory'; import 'typeorm'; export const database = directory;`,
};

/** One file a rule that breaks it and nothing else, and what it needs to stand beside it. */
const plants: Readonly<Record<string, { readonly file: string; readonly text: string; readonly beside?: Files }>> = {
  'no-circles': {
    file: 'libs/case/src/left.ts',
    text: `import { right } from './right.ts'; export const left = () => right;`,
    beside: { 'libs/case/src/right.ts': `import { left } from './left.ts'; export const right = () => left;` },
  },
  'could-not-resolve': { file: 'libs/case/src/lost.ts', text: `import './nowhere.ts';` },
  'a-library-has-its-line': { file: 'libs/surplus/src/index.ts', text: `import '#platform';` },
  ...Object.fromEntries(
    [
      ['engine', '#calendar'],
      ['calendar', '#engine'],
      ['platform', '#directory'],
      ['directory', '#case'],
      ['clockwork', '#case'],
      ['notice', '#case'],
      ['case', '#pilot'],
      ['reporting', '#pilot'],
      ['pilot', '#notice'],
    ].map(([name, above]) => [`${name}-knows-only-what-is-below`, { file: `libs/${name}/src/climber.ts`, text: `import '${above}';` }]),
  ),
  'pure-stays-pure': { file: 'libs/engine/src/impure.ts', text: `import '@nestjs/common';` },
  'pure-no-built-ins': { file: 'libs/calendar/src/reader.ts', text: `import 'node:fs';` },
  'front-doors-only': { file: 'libs/pilot/src/burglar.ts', text: `import '../../case/src/one.ts';` },
  'libs-know-no-user': { file: 'libs/case/src/upward.ts', text: `import '../../../config/posts.ts';` },
  'apps-never-know-each-other': { file: 'apps/server/src/neighbour.ts', text: `import '../../worker/src/worker.module.ts';` },
  'embedded-knows-the-worker-module': {
    file: 'apps/server/src/embedded.ts',
    text: `import '../../worker/src/worker.module.ts'; import '../../worker/src/jobs.ts';`,
  },
  'console-speaks-http': { file: 'apps/console/src/direct.ts', text: `import '#engine'; import '#case';` },
  'workflows-are-data': { file: 'workflows/busy.ts', text: `import '#case';` },
  'workflow-specs-know-little': { file: 'workflows/busy.spec.ts', text: `import '#case';` },
  'config-is-data': { file: 'config/running.ts', text: `import '#directory';` },
  'config-knows-libraries-only': {
    file: 'config/worldly.ts',
    text: `import type { a } from '../workflows/a.ts'; export type A = typeof a;`,
  },
  'typeorm-lives-in-stores': { file: 'libs/case/src/careless.ts', text: `import 'typeorm';` },
  'bullmq-lives-in-clockwork': { file: 'apps/worker/src/careless.ts', text: `import 'bullmq';` },
  'production-needs-no-tools': { file: 'apps/server/src/tooled.ts', text: `import 'jest';` },
};

interface Report {
  readonly totalCruised: number;
  readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shenpi-boundaries-'));
  for (const file of ['package.json', 'tsconfig.json']) await cp(file, join(folder, file));
  for (const name of packages) {
    await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', type: 'module', main: './index.js' }));
    await write(`node_modules/${name}/index.js`, 'export const x = 1;');
  }
  for (const [file, text] of Object.entries(clean)) await write(file, text);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), `${text}\n`);
}

async function cruise(): Promise<Report> {
  const options = ['--config', rules, '--output-type', 'json', 'apps', 'libs', 'workflows', 'config', 'test'];
  // It exits with the number of errors; what it found is in the report all the same.
  const { stdout } = await execute(process.execPath, [cruiser, ...options], { cwd: folder }).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { summary: Report }).summary;
}

describe('the boundaries', () => {
  it('let the clean house pass, and look at every file of it', async () => {
    const { violations, totalCruised } = await cruise();
    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThanOrEqual(Object.keys(clean).length);
  });

  it('have a plant for every rule, and find each of them by its rule alone', async () => {
    const { forbidden } = createRequire(import.meta.url)(rules) as { forbidden: readonly { name: string; comment?: string }[] };
    expect(Object.keys(plants).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
    expect(forbidden.filter(({ comment = '' }) => comment.length < 20)).toEqual([]);

    for (const { file, text, beside = {} } of Object.values(plants)) {
      for (const [name, content] of Object.entries({ ...beside, [file]: text })) await write(name, content);
    }
    const { violations } = await cruise();
    const found = new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
    const expected = Object.entries(plants).map(([rule, { file }]) => `${rule}: ${file}`);
    expect([...found].toSorted()).toEqual(expected.toSorted());
  });
});

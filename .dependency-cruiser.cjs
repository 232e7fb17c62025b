// Which way the arrows point. Every rule has a plant in test/unit/boundaries.spec.ts that it must find.

const libs = (...names) => `^libs/(${names.join('|')})/`;
const door = (...names) => `^libs/(${names.join('|')})/src/index\\.ts$`;
const spec = '\\.spec\\.ts$';
const packages = (...names) => `^node_modules/(${names.join('|')})/`;

// One line a library: what it may stand on.
const below = {
  engine: [],
  calendar: [],
  platform: [],
  directory: ['platform'],
  clockwork: ['platform', 'calendar'],
  notice: ['platform', 'directory', 'engine'],
  case: ['platform', 'directory', 'clockwork', 'calendar', 'engine'],
  reporting: ['platform', 'directory', 'clockwork', 'notice', 'calendar', 'engine', 'case'],
  pilot: ['platform', 'directory', 'calendar', 'engine', 'case', 'reporting'],
};

const layers = Object.entries(below).map(([name, allowed]) => ({
  name: `${name}-knows-only-what-is-below`,
  comment: `${name} may stand on ${allowed.join(', ') || 'nothing of ours'}. Move the code up, or hand it in from apps/.`,
  severity: 'error',
  from: { path: libs(name), pathNot: spec },
  to: { path: '^libs/', pathNot: libs(name, ...allowed) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment:
        'Split the shared part out, or turn the arrow round. A circle through `import type` alone is none: it is gone before anything runs, so it can neither run in the wrong order nor keep two files from being used apart.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'could-not-resolve',
      comment: 'Nothing is found under this name: correct the path (relative imports end in .ts), or add the package to package.json.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'a-library-has-its-line',
      comment: 'Say in .dependency-cruiser.cjs, in `below`, what this library may stand on.',
      severity: 'error',
      from: { path: '^libs/', pathNot: libs(...Object.keys(below)) },
      to: {},
    },
    ...layers,
    {
      name: 'pure-stays-pure',
      comment: 'engine and calendar run in the browser: of packages only these few. Hand anything else in as an argument.',
      severity: 'error',
      from: { path: libs('engine', 'calendar'), pathNot: spec },
      to: {
        path: '^node_modules/',
        pathNot: packages('xstate', 'zod', '@cfworker/json-schema', '@marcbachmann/cel-js', 're2js', 'temporal-polyfill'),
      },
    },
    {
      name: 'pure-no-built-ins',
      comment: 'No clock, no file, no chance: take it as an argument.',
      severity: 'error',
      from: { path: libs('engine', 'calendar'), pathNot: spec },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'front-doors-only',
      comment: 'Import a library by its index (#engine, #case, …); what is missing there is added there.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps/[^/]+|config|workflows|test)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/' },
    },
    {
      name: 'libs-know-no-user',
      comment: 'Apps, processes, data and tests use the libraries and are handed in: as an argument, or bound in an app’s module.',
      severity: 'error',
      from: { path: '^libs/', pathNot: spec },
      to: { path: '^(apps|config|workflows|test)/' },
    },
    {
      name: 'apps-never-know-each-other',
      comment: 'Put what both need into a library. The one exception is the next rule.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/server/src/embedded\\.ts$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'embedded-knows-the-worker-module',
      comment: 'One process that is server and worker: of the worker, embedded.ts may import worker.module.ts.',
      severity: 'error',
      from: { path: '^apps/server/src/embedded\\.ts$' },
      to: { path: '^apps/', pathNot: ['^apps/server/', '^apps/worker/src/worker\\.module\\.ts$'] },
    },
    {
      name: 'console-speaks-http',
      comment: 'The console asks the server. Of the libraries it may use the pure ones.',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^(libs|config|workflows|test)/', pathNot: door('engine', 'calendar') },
    },
    {
      name: 'workflows-are-data',
      comment:
        'A process is a document: it is written with #engine and #calendar and its own files. Its spec may also use test/support and #pilot.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: spec },
      to: { pathNot: ['^workflows/', door('engine', 'calendar')] },
    },
    {
      name: 'workflow-specs-know-little',
      comment: 'A process is tested through #engine, #calendar, #pilot and test/support.',
      severity: 'error',
      from: { path: '^workflows/.*\\.spec\\.ts$' },
      to: { path: '^(libs|apps|config|test)/', pathNot: ['^test/support/', door('engine', 'calendar', 'pilot')] },
    },
    {
      name: 'config-is-data',
      comment: 'Data knows the libraries by `import type` alone, so that reading it runs nothing.',
      severity: 'error',
      from: { path: '^config/', pathNot: ['^config/(generate|lint|console)/', spec] },
      to: { pathNot: '^config/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'config-knows-libraries-only',
      comment: 'Data stands on no app, process or test.',
      severity: 'error',
      from: { path: '^config/', pathNot: ['^config/(generate|lint|console)/', spec] },
      to: { path: '^(apps|workflows|test)/' },
    },
    {
      name: 'typeorm-lives-in-stores',
      comment: 'Add a method to a store (…/store/) and call that.',
      severity: 'error',
      from: { path: '^(libs|apps|config|workflows)/', pathNot: ['/store/', '^libs/platform/src/database/', spec] },
      to: { path: packages('typeorm') },
    },
    {
      name: 'bullmq-lives-in-clockwork',
      comment: 'Use the queue of #clockwork; only libs/clockwork/src/queue/ knows BullMQ.',
      severity: 'error',
      from: { path: '^(libs|apps|config|workflows)/', pathNot: ['^libs/clockwork/src/queue/', spec] },
      to: { path: packages('bullmq') },
    },
    {
      name: 'production-needs-no-tools',
      comment: 'This runs where development dependencies are not installed: move the package to `dependencies`, or do without it.',
      severity: 'error',
      // What the console uses is in the files it is built into.
      from: { path: '^(libs|apps|config|workflows)/', pathNot: [spec, '^config/(generate|lint|console)/', '^apps/console/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^config/lint/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'node', 'default'] },
  },
};

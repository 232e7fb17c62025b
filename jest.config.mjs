import { availableParallelism } from 'node:os';

/** One configuration, projects by what a suite needs: `unit` nothing, `database` a PostgreSQL, `system` the whole server, `browser` that and a Chromium. */
const base = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};

const database = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const servers = { testEnvironment: '<rootDir>/test/support/server-environment.mjs' };

export default {
  // Generous: a machine that does something else at the same time is no failure. Here, since jest passes over a project's own.
  testTimeout: 120_000,
  // Half of a suite's time is waiting for servers, databases and due times, so two cores keep three workers.
  // Not as a share: jest takes one of more than 100% for a number.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testSequencer: '<rootDir>/test/support/sequencer.mjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/libs/{engine,calendar}/**/*.spec.ts',
        '<rootDir>/libs/reporting/src/{obligation,standing,form}/**/*.spec.ts',
        '<rootDir>/workflows/**/*.spec.ts',
        '<rootDir>/config/**/*.spec.ts',
        '<rootDir>/apps/console/**/*.spec.ts',
        '<rootDir>/test/{unit,model}/**/*.spec.ts',
      ],
    },
    {
      ...base,
      ...database,
      displayName: 'database',
      testMatch: [
        '<rootDir>/libs/{platform,directory,case,clockwork,notice,pilot}/**/*.spec.ts',
        '<rootDir>/libs/reporting/src/{commands,queries,round}/**/*.spec.ts',
      ],
    },
    {
      ...base,
      ...database,
      ...servers,
      displayName: 'system',
      testMatch: ['<rootDir>/apps/{server,worker,demo}/**/*.spec.ts', '<rootDir>/test/{e2e,fault}/**/*.spec.ts'],
    },
    {
      ...base,
      ...database,
      ...servers,
      displayName: 'browser',
      setupFilesAfterEnv: ['<rootDir>/test/support/second-try.mjs'],
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
    },
  ],
};

import { isAbsolute } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfig } from './config.ts';

function problemsWith(environment: NodeJS.ProcessEnv): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
  }
  throw new Error('these settings were taken');
}

describe('without any setting', () => {
  const config = readConfig({});

  it('it runs by itself, on this machine only', () => {
    expect(config).toMatchObject({ databaseUrl: undefined, redisUrl: undefined, host: '127.0.0.1', port: 3000, worker: true, demo: true });
    expect(isAbsolute(config.dataFolder)).toBe(true);
  });

  it('an empty one counts as none', () => {
    expect(readConfig({ DATABASE_URL: '', SHENPI_PORT: ' ', SHENPI_LOG_LEVEL: '' })).toEqual(config);
  });
});

describe('settings', () => {
  it('are taken as they are given', () => {
    const given = { SHENPI_PORT: '8080', SHENPI_UPLOAD_MEGABYTES: '5', SHENPI_WORKER: 'false', REDIS_URL: 'rediss://cache:6379' };
    expect(readConfig(given)).toMatchObject({ port: 8080, uploadBytes: 5_242_880, worker: false, redisUrl: 'rediss://cache:6379' });
  });

  it('load the demo by themselves on the embedded database alone', () => {
    const DATABASE_URL = 'postgresql://shenpi@db/shenpi';
    expect(readConfig({ DATABASE_URL }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL, SHENPI_DEMO: 'true' }).demo).toBe(true);
    expect(readConfig({ SHENPI_DEMO: 'false' }).demo).toBe(false);
  });
});

describe('a clock that can be turned', () => {
  const SHENPI_CLOCK = 'adjustable';
  const DATABASE_URL = 'postgresql://shenpi@db/shenpi';

  it('is for demonstrations', () => {
    expect(readConfig({}).clock).toBe('system');
    expect(readConfig({ SHENPI_CLOCK, SHENPI_CLOCK_BEGINS: '2024-03-18T09:00:00+08:00' })).toMatchObject({
      clock: 'adjustable',
      clockBegins: new Date('2024-03-18T01:00:00Z'),
    });
    expect(readConfig({ SHENPI_CLOCK, DATABASE_URL, SHENPI_DEMO: 'true' }).clock).toBe('adjustable');
  });

  it.each([
    ['on a database of one’s own', { DATABASE_URL }],
    ['without the demo data', { SHENPI_DEMO: 'false' }],
    ['where the environment says production', { SHENPI_DEMO: 'true', NODE_ENV: 'production' }],
  ])('is refused %s', (_, environment) => {
    const message = problemsWith({ SHENPI_CLOCK, ...environment });
    expect(message).toMatch(/正式运行的系统不能拨动时钟/);
    expect(message).toMatch(/the clock of a system in production is not turned/);
  });
});

describe('a setting that cannot be used', () => {
  it.each([
    ['SHENPI_PORT', 'abc', 'give a whole number from 0 to 65535'],
    ['SHENPI_PORT', '65536', 'give a whole number from 0 to 65535'],
    ['SHENPI_PORT', '-1', 'give a whole number from 0 to 65535'],
    ['SHENPI_PORT', '80.5', 'give a whole number from 0 to 65535'],
    ['SHENPI_DATABASE_POOL', '1', 'give a whole number from 2 to 1000'],
    ['SHENPI_WORKER', 'yes', 'give one of true, false'],
    ['SHENPI_LOG_LEVEL', 'loud', 'give one of fatal, error, warn, info, debug, silent'],
    ['DATABASE_URL', 'mysql://db/shenpi', 'give an address such as postgresql://user:password@host:5432/database'],
    ['REDIS_URL', 'localhost', 'give an address such as redis://host:6379'],
    ['SHENPI_CLOCK', 'fast', 'give one of system, adjustable'],
    ['SHENPI_CLOCK_BEGINS', '2024-03-18', 'give an instant such as 2024-03-18T09:00:00+08:00'],
    ['SHENPI_PUBLIC_URL', 'shenpi.example.cn', 'give an address such as https://shenpi.example.cn'],
  ])('%s=%s is named with what to give instead', (name, value, advice) => {
    const message = problemsWith({ [name]: value });
    expect(message).toContain(`  ${name}: ${advice}`);
    expect(message).toContain('docs/configuration.md');
  });

  it('is named together with all the others, and without its value, which may hold a password', () => {
    const message = problemsWith({ SHENPI_PORT: 'abc', DATABASE_URL: 'postgres//user:hunter2@db' });
    expect(message).toContain('SHENPI_PORT');
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toContain('hunter2');
  });
});

import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';

/** What a process that runs this logs: the logger writes to the process's own output, past everything a test can hold. */
function logged(code: string): Record<string, unknown>[] {
  const script = `
    import { createLogger, NestLogger, withLogContext } from '${resolve('dist/libs/platform/src/index.js')}';
    const logger = createLogger({ logLevel: 'info', logPretty: false });
    ${code}`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

it('a line is JSON with its level in words and the time in UTC', () => {
  const [line] = logged(`logger.warn({ port: 3000 }, '端口');`);
  expect(line).toEqual({ level: 'warn', port: 3000, msg: '端口', time: expect.stringMatching(/^\d{4}-.*Z$/) });
});

it('a line carries the request it belongs to, across what is waited for', () => {
  const [line] = logged(
    `await withLogContext({ requestId: 'r-1' }, async () => { await null; new NestLogger(logger).warn('late', 'Door'); });`,
  );
  expect(line).toMatchObject({ requestId: 'r-1', name: 'Door', msg: 'late' });
});

it('passwords, cookies and tokens are left out wherever they stand', () => {
  const lines = logged(`
    logger.info({ password: 's3cret', body: { password: 's3cret' }, request: { headers: { cookie: 's3cret', authorization: 's3cret' } } });
    logger.info({ headers: { 'set-cookie': ['s3cret'], 'x-csrf-token': 's3cret' } });`);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toContain('s3cret');
});

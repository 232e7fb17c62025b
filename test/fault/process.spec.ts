import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startApi, temporaryFolder } from '../support/api.ts';
import { Burst } from '../support/burst.ts';
import { afterwards, copiedDatabase } from '../support/copied-database.ts';
import { embeddedIn, Program } from '../support/server-program.ts';
import { contradictions } from '../support/tables.ts';

describe('the server that is told to stop', () => {
  it('in the middle of a burst answers what was asked, stops its database and leaves nothing running', async () => {
    const folder = temporaryFolder();
    const program = Program.run('server', { SHENPI_DATA: folder });
    const burst = await Burst.prepare(await program.url(), 30);
    const running = burst.run(100);
    await burst.until(30);
    program.signal('SIGTERM');
    expect(await program.exitCode()).toBe(0);
    await running;
    await expect(embeddedIn(folder)).rejects.toThrow('postmaster.pid');

    const again = Program.run('server', { SHENPI_DATA: folder });
    const url = await again.url();
    // Whatever it still did, it also answered.
    for (const { isIntact, lost, acknowledged, decided } of await burst.account(url)) {
      expect({ isIntact, lost, decided }).toEqual({ isIntact: true, lost: 0, decided: acknowledged });
    }
    again.signal('SIGINT');
    expect(await again.exitCode()).toBe(0);
    await expect(embeddedIn(folder)).rejects.toThrow('postmaster.pid');
  });
});

describe('the server that cannot start', () => {
  const refused = async (environment: Readonly<Record<string, string>>, app: 'server' | 'worker' = 'server') => {
    const program = Program.run(app, environment);
    expect(await program.exitCode()).toBe(1);
    // A sentence for the person at the terminal, and no trace of the program's inside.
    expect(program.output).not.toMatch(/node_modules|\bat .+:\d+:\d+|"level"/);
    return program.output;
  };

  it('because its folder is in use says so, and the one that uses it goes on', async () => {
    const folder = temporaryFolder();
    const first = Program.run('server', { SHENPI_DATA: folder });
    const url = await first.url();
    expect(await refused({ SHENPI_DATA: folder })).toMatch(/in use by another Shenpi/);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  });

  it('because its port is taken says which, and how to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    afterwards(async () => other.close());
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const said = await refused({ DATABASE_URL: await copiedDatabase(), SHENPI_PORT: port, SHENPI_DATA: temporaryFolder() });
    expect(said).toContain(port);
    expect(said).toContain('SHENPI_PORT');
  });

  it('because of its settings names each that is wrong, and no secret', async () => {
    const said = await refused({
      SHENPI_PORT: 'http',
      SHENPI_DATABASE_POOL: '1',
      DATABASE_URL: 'mysql://root:geheim@127.0.0.1/x',
      REDIS_URL: 'amqp://:geheim@127.0.0.1',
      SHENPI_LOG_LEVEL: 'loud',
    });
    for (const name of ['SHENPI_PORT', 'SHENPI_DATABASE_POOL', 'DATABASE_URL', 'REDIS_URL', 'SHENPI_LOG_LEVEL'])
      expect(said).toContain(name);
    expect(said).not.toContain('geheim');
  });

  it('because no database answers says where it looked, without the password', async () => {
    const said = await refused({ DATABASE_URL: 'postgresql://u:geheim@127.0.0.1:1/x', SHENPI_DATA: temporaryFolder() });
    expect(said).toMatch(/DATABASE_URL/);
    expect(said).not.toContain('geheim');
  });

  it('as a worker of its own needs a database that others share', async () => {
    expect(await refused({}, 'worker')).toContain('DATABASE_URL');
  });
});

describe('the database', () => {
  it('losing all connections under a burst is a 503 for whom it hits, and nothing else', async () => {
    const api = await startApi();
    const burst = await Burst.prepare(api.url, 18);
    const running = burst.run(12);
    for (let round = 0; round < 4; round += 1) {
      await burst.until((round + 1) * 10);
      await api.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    await running;
    for (const { reply } of burst.unanswered) expect(reply?.body).toMatchObject({ status: 503, code: 'service.unavailable' });
    for (const { reply } of await burst.again(api.url)) expect(reply.status).toBe(200);
    for (const { isIntact, acknowledged, unanswered, decided } of await burst.account(api.url)) {
      expect({ isIntact, decided }).toEqual({ isIntact: true, decided: acknowledged + unanswered });
    }
    expect(await contradictions(api.dataSource)).toEqual([]);
  });
});

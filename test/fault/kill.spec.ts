import { describe, expect, it } from '@jest/globals';
import { createDataSource } from '#platform';
import { temporaryFolder } from '../support/api.ts';
import { Burst } from '../support/burst.ts';
import { embeddedIn, Program } from '../support/server-program.ts';
import { contradictions } from '../support/tables.ts';

/** What is wrong between the tables of a server's embedded database. */
async function contradictionsIn(dataFolder: string): Promise<unknown[]> {
  const { url } = await embeddedIn(dataFolder);
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'test', entities: [] });
  await dataSource.initialize();
  try {
    return await contradictions(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

describe.each([
  ['the server', 60, false],
  ['the server and its PostgreSQL', 30, true],
])('kill -9 of %s in the middle of a burst of decisions', (_, cases, isDatabaseKilled) => {
  const folder = temporaryFolder();

  it('loses nothing that was acknowledged and leaves nothing half done', async () => {
    const first = Program.run('server', { SHENPI_DATA: folder });
    const burst = await Burst.prepare(await first.url(), cases);
    const running = burst.run(100);
    await burst.until(cases * 2);
    const { postmaster } = await embeddedIn(folder);
    if (isDatabaseKilled) process.kill(postmaster, 'SIGKILL');
    await first.kill();
    await running;
    expect(burst.unanswered.length).toBeGreaterThan(0);

    const second = Program.run('server', { SHENPI_DATA: folder });
    const url = await second.url();
    for (const { isIntact, lost, acknowledged, unanswered, decided } of await burst.account(url)) {
      expect({ isIntact, lost }).toEqual({ isIntact: true, lost: 0 });
      expect([acknowledged, acknowledged + unanswered]).toContain(decided);
    }
    expect(await contradictionsIn(folder)).toEqual([]);

    // Sent again under the same keys, each is done exactly once, however often.
    for (const { sent, reply } of [...(await burst.again(url)), ...(await burst.again(url))]) {
      expect(reply.status).toBe(200);
      if (sent.reply?.status === 200) expect(reply.body).toEqual(sent.reply.body);
    }
    for (const { isIntact, acknowledged, unanswered, decided } of await burst.account(url)) {
      expect({ isIntact, decided }).toEqual({ isIntact: true, decided: acknowledged + unanswered });
    }
    expect(await contradictionsIn(folder)).toEqual([]);
    second.signal('SIGTERM');
    expect(await second.exitCode()).toBe(0);
  });
});

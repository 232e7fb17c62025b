import { describe, expect, it } from '@jest/globals';
import type { Notice } from '#notice';
import { startApi } from '../support/api.ts';
import { done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { submittedAdmission } from '../support/office.ts';
import { bothBackends } from '../support/redis.ts';
import { Program } from '../support/server-program.ts';

const { redis, half } = await bothBackends('a worker of its own');

function aWorkerOfItsOwn(environment: Readonly<Record<string, string>>): void {
  it('delivers the notices of a server that runs no jobs, and those written while it was killed', async () => {
    const api = await startApi({ environment: { SHENPI_WORKER: 'false', ...environment } });
    const lead = await api.signIn('jh-xx-fuzeren');
    const meeting = await api.signIn('jh-xx-lianxihui');
    const told = async () => done(await meeting.get<{ notices: Notice[] }>('notices')).notices.map(({ instance }) => instance);
    const worker = () => Program.run('worker', { DATABASE_URL: api.databaseUrl, SHENPI_LOG_LEVEL: 'info', ...environment });

    const first = worker();
    const one = await submittedAdmission(lead, 'X002');
    await eventually(async () => expect(await told()).toContain(one));

    await first.kill();
    const other = await submittedAdmission(lead, 'X004');
    const [{ waiting }] = await api.dataSource.query('SELECT count(*)::int AS waiting FROM outbox');
    expect(waiting).toBeGreaterThan(0);
    expect(await told()).not.toContain(other);

    const second = worker();
    await eventually(async () => expect(await told()).toContain(other));
    expect((await told()).filter((instance) => instance === one)).toHaveLength(1);
    second.signal('SIGTERM');
    expect(await second.exitCode()).toBe(0);
  });
}

describe('a worker of its own, with jobs on PostgreSQL', () => aWorkerOfItsOwn({}));

half.redis('a worker of its own, with jobs on Redis', () => aWorkerOfItsOwn({ REDIS_URL: redis?.url ?? '' }));

import { describe, expect, it } from '@jest/globals';
import type { MeetingView } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { viewOf } from '../support/office.ts';
import { auditedAdmission, heldMeeting } from '../support/sitting.ts';
import { contradictions, digests } from '../support/tables.ts';

const heldAt = '2026-03-02T01:00:00.000Z';
const environment = { SHENPI_WORKER: 'false' };
const first = await startApi({ present: heldAt, environment });
const accounts = ['jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu', 'jh-xiaozhang'];
const [lead, joint, affairs, president] = (await Promise.all(accounts.map(first.signIn))) as [Client, Client, Client, Client];

/** Backends of the server that wait for a lock. */
const waiting = async (): Promise<number> => {
  const [row] = await first.dataSource.query(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row.waiting;
};

describe('kill -9 of the server in the middle of closing a meeting', () => {
  it('leaves the meeting open and every case as it was; closed again, all of them go on', async () => {
    const cases: string[] = [];
    for (const certificate of ['X001', 'X002', 'X006']) cases.push(await auditedAdmission(lead, joint, affairs, certificate));
    const plan = { body: 'president-meeting', number: '2026年第4次', heldAt, file: 'officeMeetingMinutes' };
    const { id } = await heldMeeting(president, plan, cases);
    const before = await digests(first.dataSource);

    // Somebody holds one of the cases: the closing has the meeting and the others, and waits.
    const other = first.dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT FROM instance WHERE id = $1 FOR UPDATE', [cases[1]]);
    const unanswered = president.post(`meetings/${id}/closing`).then(
      () => 'answered',
      () => 'lost',
    );
    await eventually(async () => expect(await waiting()).toBe(1));
    await first.kill();
    await other.rollbackTransaction();
    await other.release();
    expect(await unanswered).toBe('lost');
    await eventually(async () => expect(await waiting()).toBe(0));
    expect(await digests(first.dataSource)).toEqual(before);

    const second = await startApi({ present: heldAt, environment, databaseUrl: first.databaseUrl });
    const secretary = await second.signIn('jh-xiaozhang');
    expect(done(await secretary.post<MeetingView>(`meetings/${id}/closing`)).state).toBe('closed');
    for (const instance of cases) {
      const { states } = await viewOf(secretary, instance);
      expect(states.map(({ path }) => path)).toEqual(['partyCommittee']);
    }
    expect(await contradictions(first.dataSource)).toEqual([]);
  });
});

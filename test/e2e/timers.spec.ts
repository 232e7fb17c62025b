import { expect, it } from '@jest/globals';
import type { TimerView } from '#clockwork';
import { startApi } from '../support/api.ts';
import { done, type Problem } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { submittedAdmission } from '../support/office.ts';

const api = await startApi({ present: '2024-03-22T01:00:00Z' });

interface Timers {
  readonly armed: Pick<TimerView['counts'], 'withinHour' | 'withinDay' | 'withinWeek' | 'later'>;
  readonly overdue: number;
  readonly oldestOverdue: string | null;
  readonly lateness: TimerView['lateness'];
  readonly queue: TimerView['queue'];
}

it('the administrator sees how timers are doing, and nobody else does', async () => {
  const [admin, lead] = [await api.signIn('admin'), await api.signIn('jh-xx-fuzeren')];
  const look = async (by = admin) => done(await by.get<Timers>('operations/timers'));
  const before = await look();
  expect(before).toMatchObject({ overdue: 0, oldestOverdue: null, queue: { backend: 'postgres' } });
  const armed = ({ armed: { withinHour, withinDay, withinWeek, later } }: Timers) => withinHour + withinDay + withinWeek + later;

  await submittedAdmission(lead, 'X002');
  expect(armed(await look())).toBeGreaterThan(armed(before));

  expect(done(await admin.get('operations/queues'))).toEqual({
    backend: 'postgres',
    queues: [
      { name: 'jobs', counts: expect.objectContaining({ failed: 0 }) },
      { name: 'alarms', counts: expect.objectContaining({ failed: 0 }) },
    ],
  });
  for (const part of ['queues', 'timers']) expect(await lead.get<Problem>(`operations/${part}`)).toMatchObject({ status: 403 });
  expect(await lead.get<Problem>('operations/timers')).toMatchObject({ status: 403, body: { code: 'permission.missing' } });

  await api.turnTo('2024-09-01T01:00:00Z');
  // The session was good for some hours of this clock.
  const later = await api.signIn('admin');
  await eventually(async () => {
    const after = await look(later);
    expect(after).toMatchObject({ overdue: 0, oldestOverdue: null });
    expect(after.lateness.fired).toBeGreaterThan(0);
  });
});

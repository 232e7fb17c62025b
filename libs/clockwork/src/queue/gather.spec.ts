import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jobsOf, type Message } from './gather.ts';

const writtenAt = new Date('2024-03-22T01:00:00Z');
const opened = (id: number, tenant = 'anhui'): Message => ({
  id: String(id),
  tenant,
  job: 'notice.tasks-opened',
  payload: id,
  createdAt: writtenAt,
});
const signal = (id: number): Message => ({ ...opened(id), job: 'instance.signal' });

describe('messages that wait together', () => {
  it('share a job where their kind says so, by tenant, and keep their order', () => {
    const jobs = jobsOf([opened(1), signal(2), opened(3), opened(4, 'hubei'), signal(5)]);
    expect(jobs.map(({ name, data }) => [name, data.tenant, data.payload])).toEqual([
      ['notice.tasks-opened', 'anhui', [1, 3]],
      ['instance.signal', 'anhui', 2],
      ['notice.tasks-opened', 'hubei', [4]],
      ['instance.signal', 'anhui', 5],
    ]);
  });

  it('are another job when others wait with them, so that none is taken for known', () => {
    const ids = [[1, 2], [1, 2, 3], [1, 3], [1]].map((numbers) => jobsOf(numbers.map((number) => opened(number)))[0]?.jobId);
    expect(new Set(ids).size).toBe(4);
    expect(jobsOf([opened(1), opened(2)])[0]?.jobId).toBe(ids[0]);
  });

  it('are the same job only until a database that was restored numbers them anew', () => {
    const later = { ...opened(1), createdAt: new Date('2024-03-23T01:00:00Z') };
    expect(jobsOf([later])[0]?.jobId).not.toBe(jobsOf([opened(1)])[0]?.jobId);
  });

  it('whatever they are: each is in one job, none holds too many, ids differ', () => {
    const anything = fc.array(fc.record({ tenant: fc.constantFrom('anhui', 'hubei'), isSignal: fc.boolean() }), { maxLength: 450 });
    fc.assert(
      fc.property(anything, (list) => {
        const messages = list.map(({ tenant, isSignal }, id) => ({ ...(isSignal ? signal(id) : opened(id)), tenant }));
        const jobs = jobsOf(messages);
        const payloads = new Set(jobs.flatMap(({ data: { payload } }) => payload));
        expect(payloads).toEqual(new Set(messages.map(({ payload }) => payload)));
        for (const { data } of jobs) expect([data.payload].flat().length).toBeLessThanOrEqual(100);
        expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(jobs.length);
      }),
    );
  });
});

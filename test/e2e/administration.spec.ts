import { describe, expect, it, jest } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { startAdmission } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';

jest.setTimeout(60_000);

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, admin] = (await Promise.all(['jh-xx-fuzeren', 'admin'].map(api.signIn))) as [Client, Client];

interface Verified {
  readonly items: readonly { readonly id: string; readonly isIntact: boolean; readonly isRebuilt?: boolean; readonly brokenAt?: number }[];
  readonly next?: string;
}

describe('The histories of all cases', () => {
  it('are reckoned anew a page at a time, and one that somebody changed is found', async () => {
    const first = await startAdmission(lead, 'X001');
    const second = await startAdmission(lead, 'X002');
    const verified = async (query: string): Promise<Verified> => done(await admin.get<Verified>(`operations/histories?${query}`));
    const all: Verified['items'][number][] = [];
    let after = '';
    do {
      const { items, next } = await verified(`limit=1${after}`);
      all.push(...items);
      after = next === undefined ? '' : `&after=${next}`;
    } while (after !== '');
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
    expect(all.every(({ isIntact, isRebuilt }) => isIntact && isRebuilt !== false)).toBe(true);

    await api.dataSource.query('ALTER TABLE history DISABLE TRIGGER USER');
    await api.dataSource.query(`UPDATE history SET comment = 'x' WHERE instance_id = $1 AND sequence = 1`, [second]);
    await api.dataSource.query('ALTER TABLE history ENABLE TRIGGER USER');
    const { items } = await verified('limit=50');
    expect(items.filter(({ isIntact }) => !isIntact)).toEqual([expect.objectContaining({ id: second, brokenAt: 1 })]);
  });

  it('are only for those who may read what administrators did', async () => {
    expectProblem(await lead.get('operations/histories'), { status: 403, code: 'permission.missing' });
    expectProblem(await admin.get('operations/histories?limit=0'), { status: 400, code: 'request.invalid' });
  });
});

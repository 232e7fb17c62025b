import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Assignability } from '#engine';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { type Api, startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';

describe('assignability over HTTP', () => {
  let api: Api;
  let administrator: Client;

  beforeAll(async () => {
    api = await startApi();
    administrator = await api.signIn('admin');
  });

  const report = async (key = 'certificate-admission') => done(await administrator.get<Assignability>(`definitions/${key}/assignability`));

  it('goes through every organisation of the demo that may start the process', async () => {
    const { places, findings } = await report();
    expect(places).toBeGreaterThan(0);
    for (const { count, places: some } of findings) expect(some.length).toBe(Math.min(20, count));
  });

  it('finds the step that a new version leaves nobody for, and where', async () => {
    // Its examples are played before it is published, and none of them could pass the step any more.
    const { examples: _examples, ...changed } = structuredClone(certificateAdmission);
    const nowhere = { assignees: [{ post: 'dean', at: 'province' }], whenNobody: { hold: true } };
    Object.assign(changed.machine.states?.academicAudit?.meta?.step ?? {}, nowhere);
    done(await administrator.post('definitions', { document: changed }));
    const { places, findings } = await report();
    expect(findings[0]).toMatchObject({ kind: 'nobody', severity: 'error', step: 'academicAudit', count: places });
  });

  it('is for those who edit or publish definitions, and says so of a process there is not', async () => {
    const lead = await api.signIn('jh-xx-fuzeren');
    expect(await lead.get('definitions/certificate-admission/assignability')).toMatchObject({ status: 403 });
    expect(await administrator.get('definitions/no-such/assignability')).toMatchObject({
      status: 404,
      body: { code: 'definition.unknown' },
    });
  });
});

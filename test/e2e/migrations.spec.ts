import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { done } from '../support/client.ts';
import { draft, final, one, post, processOf, step } from '../support/definitions.ts';
import { expectProblem } from '../support/refusing.ts';

const api = await startApi({ environment: { SHENPI_WORKER: 'false' } });
const [admin, lead] = await api.signInAll('admin', 'jh-xx-fuzeren');
const migrations = 'definitions/small-procurement/migrations';
const edition = (title: string) =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: { meta: step(post('joint-meeting', 'department'), one('approve'), { title: { zh: title } }), on: { approve: 'approved' } },
        approved: final,
      },
    },
    { key: 'small-procurement', subject: 'department', start: { posts: ['certificate-lead'] } },
  );

interface Preview {
  readonly cases: readonly { readonly id: string; readonly expected: string; readonly verdict: string }[];
}
interface Report {
  readonly id: string;
  readonly waiting: number;
  readonly cases: readonly { readonly state: string; readonly refusal?: { readonly code: string; readonly detail: string } }[];
}

const plan = { from: [1], to: 2, mapping: {} };

describe('migrating running cases over HTTP', () => {
  let instance: string;
  beforeAll(async () => {
    done(await admin.post('definitions', { document: edition('论证') }));
    const organisation = lead.at('certificate-lead');
    instance = done(
      await lead.post<{ instance: string }>('instances', { definition: 'small-procurement', organisation, fields: {} }),
    ).instance;
    done(await admin.post('definitions', { document: edition('系部论证') }));
  });

  it('is refused without the permission, and for versions, states and migrations that are not there', async () => {
    expectProblem(await lead.post(`${migrations}/preview`, plan), { status: 403, code: 'permission.missing' });
    expectProblem(await lead.get(migrations), { status: 403, code: 'permission.missing' });
    expectProblem(await admin.post(`${migrations}/preview`, { ...plan, to: 7 }), { status: 404, code: 'definition.version-unknown' });
    expectProblem(await admin.post(`${migrations}/preview`, { ...plan, to: 1 }), { status: 409, code: 'migration.same-version' });
    expectProblem(await admin.post(`${migrations}/preview`, { ...plan, mapping: { draft: 'nowhere' } }), {
      status: 422,
      code: 'migration.state-unknown',
    });
    expectProblem(await admin.post(`${migrations}/preview/nothing`, plan), { status: 404, code: 'instance.unknown' });
    for (const what of ['run', 'stop'])
      expectProblem(await admin.post(`${migrations}/${instance}/${what}`, {}), { status: 404, code: 'migration.unknown' });
    expectProblem(await admin.post(`${migrations}/${instance}/reversal`, { comment: '撤销' }), { status: 404, code: 'migration.unknown' });
  });

  it('moves what was shown, unless it has moved on, and puts it back', async () => {
    const shown = async () =>
      done(await admin.post<Preview>(`${migrations}/preview`, plan)).cases.map(({ id, expected }) => ({ id, expected }));
    const old = await shown();
    done(await lead.post(`instances/${instance}/comments`, { comment: '请尽快' }));
    const begin = async (cases: readonly object[]) =>
      done(await admin.post<Report>(migrations, { ...plan, comment: '新版施行', cases })).id;
    const run = async (id: string) => done(await admin.post<Report>(`${migrations}/${id}/run`, {}));
    expect((await run(await begin(old))).cases).toMatchObject([{ state: 'left-out', refusal: { code: 'command.outdated' } }]);
    const id = await begin(await shown());
    expect(await run(id)).toMatchObject({ waiting: 0, migrated: 1, reversible: 1 });
    const version = async () => done(await admin.get<{ definition: { version: number } }>(`instances/${instance}`)).definition.version;
    expect(await version()).toBe(2);
    const reversed = done(await admin.post<Report>(`${migrations}/${id}/reversal`, { comment: '撤销' }));
    expect(reversed.cases).toMatchObject([{ state: 'reversed' }]);
    expect(await version()).toBe(1);
  });
});

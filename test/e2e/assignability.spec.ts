import { describe, expect, it } from '@jest/globals';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { startApi } from '../support/api.ts';
import { done, type Problem, type Reply } from '../support/client.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

interface Finding {
  readonly kind: string;
  readonly severity: string;
  readonly step: string;
  readonly message: { readonly zh: string };
  readonly places: readonly { readonly name: string; readonly above?: string }[];
  readonly count: number;
}
interface Report {
  readonly places: number;
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
}
interface Places {
  readonly total: number;
  readonly steps: readonly { readonly path: string }[];
  readonly items: readonly {
    readonly place: { readonly name: string; readonly above?: string };
    readonly steps: readonly {
      readonly people: readonly { readonly name: string }[];
      readonly count: number;
      readonly kinds: readonly string[];
      readonly severity: string | null;
    }[];
  }[];
}
interface Draft {
  readonly id: string;
  readonly document: typeof certificateAdmission;
}

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [admin, office, division, lead] = await api.signInAll('admin', 'sheng', 'zhichengchu', 'jh-xx-fuzeren');

const report = async (of = 'certificate-admission') => done(await admin.get<Report>(`definitions/${of}/assignability`));
const places = async (query: string, of = 'certificate-admission') =>
  done(await admin.get<Places>(`definitions/${of}/assignability/places?${query}`));
const refused = (reply: () => Promise<Reply>, status: number, code: string): Promise<Problem> =>
  withoutChange(api.dataSource, async () => expectProblem(await reply(), { status, code }));

/** What is in force with the academic audit asking a post that nobody holds; its examples could not pass there any more. */
const unstaffed = (whenNobody: object = { hold: true }) => {
  const { examples: _examples, ...changed } = structuredClone(certificateAdmission);
  Object.assign(changed.machine.states?.academicAudit?.meta?.step ?? {}, { assignees: [{ post: 'dean', at: 'province' }], whenNobody });
  return changed;
};
const drafted = async (document: object) => done(await admin.post<Draft>('definitions/drafts', { kind: 'document', document })).id;
const publish = (id: string, more: object = {}, by = admin) =>
  by.post(`definitions/drafts/${id}/publication`, { revision: 1, newest: 1, note: '试点需要', ...more });

describe('who would be asked', () => {
  it('is told of every organisation of the demo that may start the process', async () => {
    const { places: count, findings } = await report();
    expect(count).toBeGreaterThan(1);
    for (const finding of findings) {
      expect(finding.severity).toBe('warning');
      expect(finding.places).toHaveLength(Math.min(50, finding.count));
    }
  });

  it('organisation by step, with the people by name, those sought, and those with findings', async () => {
    const { places: count, findings } = await report();
    const { total, steps, items } = await places('');
    expect([total, items.length]).toEqual([count, count]);
    for (const item of items) expect(item.steps).toHaveLength(steps.length);
    const [first] = items;
    expect(first?.place.above).toBeTruthy();
    expect(first?.steps.flatMap(({ people }) => people).every(({ name }) => name !== '')).toBe(true);
    const found = await places(`search=${encodeURIComponent(first?.place.above ?? '')}`);
    expect(found.total).toBeGreaterThan(0);
    expect(found.items.every(({ place }) => place.above === first?.place.above)).toBe(true);
    expect((await places('search=no-such')).total).toBe(0);
    expect((await places('page=2')).items).toEqual([]);
    expect((await places('only=findings')).total).toBe(
      new Set(findings.flatMap((finding) => finding.places.map(({ above, name }) => `${above} ${name}`))).size,
    );
  });

  it('is told of a draft as it stands: the step that it leaves nobody for, and where', async () => {
    const id = await drafted(unstaffed());
    const { places: count, findings } = await report(`drafts/${id}`);
    expect(findings[0]).toMatchObject({ kind: 'nobody', severity: 'error', step: 'academicAudit', count });
    const { steps, items } = await places('only=findings', `drafts/${id}`);
    const at = steps.findIndex(({ path }) => path === 'academicAudit');
    expect(items.map((item) => item.steps[at])).toEqual(
      items.map(() => ({ people: [], count: 0, isApplicant: false, kinds: ['nobody'], severity: 'error' })),
    );
    const broken = await drafted({ ...certificateAdmission, machine: {} });
    await refused(() => admin.get(`definitions/drafts/${broken}/assignability`), 422, 'definition.faulty');
  });

  it('is for those who edit or publish definitions, and says so of a process there is not', async () => {
    for (const source of ['certificate-admission', `drafts/${await drafted(certificateAdmission)}`])
      for (const route of ['assignability', 'assignability/places'])
        await refused(() => lead.get(`definitions/${source}/${route}`), 403, 'permission.missing');
    await refused(() => admin.get('definitions/no-such/assignability'), 404, 'definition.unknown');
    await refused(() => admin.get(`definitions/drafts/${admin.session.person.id}/assignability`), 404, 'definition-draft.unknown');
  });
});

describe('a document is not published', () => {
  it('while a step would find nobody anywhere, from a draft or by itself, whatever is accepted', async () => {
    const id = await drafted(unstaffed());
    const { fingerprint } = await report(`drafts/${id}`);
    const problem = await refused(() => publish(id, { accepts: fingerprint }), 422, 'publication.unstaffed');
    expect(problem.problems).toMatchObject([{ code: 'staffing.nobody', pointer: '/machine/states/academicAudit/meta/step/assignees' }]);
    await refused(() => publish(id, {}, office), 422, 'publication.unstaffed');
    await refused(() => admin.post('definitions', { document: unstaffed() }), 422, 'publication.unstaffed');
  });

  it('before what else is found is accepted as it is, by each of two who publish', async () => {
    const id = await drafted(unstaffed({ skip: 'approve' }));
    const { fingerprint, findings } = await report(`drafts/${id}`);
    expect(findings[0]).toMatchObject({ kind: 'nobody', severity: 'warning', step: 'academicAudit' });
    const problem = await refused(() => publish(id), 428, 'publication.staffing-unconfirmed');
    expect(problem.problems?.length).toBe(findings.length);
    // A post is ended in between: what was looked at is not what there is.
    const turn = (until: string | null) =>
      api.dataSource.query(
        `UPDATE post_holding SET valid_to = $1 WHERE tenant = 'demo' AND post = 'certificate-lead'
           AND person_id = (SELECT id FROM person WHERE tenant = 'demo' AND account = 'jh-xx-fuzeren')`,
        [until],
      );
    await turn('2026-03-01');
    await refused(() => publish(id, { accepts: fingerprint }), 409, 'publication.staffing-changed');
    await turn(null);
    expect(done(await publish(id, { accepts: fingerprint }, office))).toMatchObject({ kind: 'proposed' });
    const [proposal] = done(await division.get<{ items: { id: string }[] }>('definitions/proposals')).items;
    expect((await report(`proposals/${proposal?.id}`)).fingerprint).toBe(fingerprint);
    const confirm = (more: object) => division.post(`definitions/proposals/${proposal?.id}/confirmation`, { newest: 1, ...more });
    await refused(() => confirm({}), 428, 'publication.staffing-unconfirmed');
    expect(done(await confirm({ accepts: fingerprint }))).toMatchObject({ version: 2 });
  });
});

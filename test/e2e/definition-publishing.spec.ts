import { describe, expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem, type Reply } from '../support/client.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false', SHENPI_SESSION_HOURS: '8760' } });
/** The administrator edits and publishes, the pilot's office edits, the division publishes, a school's lead does neither. */
const [admin, office, division, lead, teacher] = await api.signInAll('admin', 'sheng', 'zhichengchu', 'jh-xx-fuzeren', 'jh-xx-lianxihui');

interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly document: Record<string, unknown>;
}
interface Version {
  readonly version: number;
  readonly state: string;
  readonly running: number;
  readonly contentHash: string;
  readonly note?: string;
}

let keys = 0;
const newKey = () => `process-${(keys += 1)}`;
const fresh = async (key = newKey()) => {
  const origin = { kind: 'blank', key, title: { zh: `流程 ${key}` }, post: 'certificate-lead' };
  return { key, draft: done(await admin.post<Draft>('definitions/drafts', origin)) };
};
/** A draft of the version, changed so that it is another edition. */
const edition = async (key: string, version: number, zh: string): Promise<Draft> => {
  const draft = done(await admin.post<Draft>('definitions/drafts', { kind: 'version', key, version }));
  return done(
    await admin.put<Draft>(`definitions/drafts/${draft.id}`, { revision: 1, document: { ...draft.document, description: { zh } } }),
  );
};
const publish = (by: Client, { id, revision }: Draft, newest: number, more: object = {}) =>
  by.post<{ kind: string; version?: number; contentHash: string } & Problem>(`definitions/drafts/${id}/publication`, {
    revision,
    newest,
    note: '试点需要',
    ...more,
  });
const published = async (key = newKey()) => {
  const { draft } = await fresh(key);
  done(await publish(admin, draft, 0));
  return key;
};
const versions = async (key: string) => done(await admin.get<{ items: Version[] }>(`definitions/${key}/versions`)).items;
const states = async (key: string) => (await versions(key)).map(({ version, state }) => `${version} ${state}`);
const begin = (key: string) =>
  lead.post<{ instance: string } & Problem>('instances', {
    definition: key,
    organisation: lead.at('certificate-lead'),
    fields: { matter: '培训' },
  });
const begunOn = async (key: string) => {
  const { instance } = done(await begin(key));
  const rows = await api.dataSource.query<{ definition_version: number }[]>('SELECT definition_version FROM instance WHERE id = $1', [
    instance,
  ]);
  return rows[0]?.definition_version;
};
const acts = async (subject: string) =>
  done(await admin.get<{ items: { act: string; by: { name: string }; comment?: string }[] }>(`operations/audit?subject=${subject}`)).items;
const refused = (reply: () => Promise<Reply>, status: number, code: string): Promise<Problem> =>
  withoutChange(api.dataSource, async () => expectProblem(await reply(), { status, code }));

describe('a draft is published', () => {
  it('as the next version, with its note and its hash, and is done with', async () => {
    const { key, draft } = await fresh();
    const first = done(await publish(admin, draft, 0));
    expect(first).toMatchObject({ kind: 'published', version: 1, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await versions(key)).toMatchObject([
      { version: 1, state: 'in-force', note: '试点需要', publishedBy: { name: '系统管理员' }, contentHash: first.contentHash, running: 0 },
    ]);
    expect((await admin.get(`definitions/drafts/${draft.id}`)).status).toBe(404);
    expect(await begunOn(key)).toBe(1);
    expect(done(await publish(division, await edition(key, 1, '二'), 1))).toMatchObject({ version: 2 });
    expect(await begunOn(key)).toBe(2);
    expect((await versions(key)).map(({ version, state, running }) => [version, state, running])).toEqual([
      [2, 'in-force', 1],
      [1, 'former', 1],
    ]);
    expect(await acts(key)).toMatchObject([
      { act: 'definition.publish', by: { name: '省教育厅职成处经办' }, comment: '试点需要' },
      { act: 'definition.publish', by: { name: '系统管理员' } },
    ]);
    const { items } = done(await admin.get<{ items: { key: string; state: string }[] }>('definitions/overview'));
    expect(items.find((process) => process.key === key)).toMatchObject({ state: 'in-force' });
    expect(done(await lead.get(`definitions/${key}/versions/1`))).toMatchObject({ version: 1, document: draft.document });
  });

  it('on a day to come: cases begin on the version before until that day begins, and then on it', async () => {
    const key = await published();
    expect(done(await publish(admin, await edition(key, 1, '四月起'), 1, { effectiveOn: '2026-04-01' }))).toMatchObject({ version: 2 });
    expect(await states(key)).toEqual(['2 upcoming', '1 in-force']);
    expect(await begunOn(key)).toBe(1);
    await api.turnTo('2026-03-31T15:59:59.500Z');
    expect(await begunOn(key)).toBe(1);
    await api.turnTo('2026-03-31T16:00:00Z');
    expect(await begunOn(key)).toBe(2);
    expect(await states(key)).toEqual(['2 in-force', '1 former']);
  });

  it('first of all on a day to come: no case is begun before', async () => {
    const { key, draft } = await fresh();
    done(await publish(admin, draft, 0, { effectiveOn: '2026-06-01' }));
    await refused(() => begin(key), 404, 'definition.unknown');
    expect(await states(key)).toEqual(['1 upcoming']);
  });
});

describe('a draft is not published', () => {
  it('while anything is wrong with it', async () => {
    const { draft } = await fresh();
    const broken = done(
      await admin.put<Draft>(`definitions/drafts/${draft.id}`, { revision: 1, document: { ...draft.document, machine: {} } }),
    );
    const problem = await refused(() => publish(admin, broken, 0), 422, 'definition.faulty');
    expect(problem.problems?.length).toBeGreaterThan(0);
  });

  it('as it was not seen, over a version that was not seen, twice, or into the past', async () => {
    const key = await published();
    const draft = await edition(key, 1, '二');
    await refused(() => publish(admin, { ...draft, revision: 1 }, 1), 409, 'publication.draft-changed');
    await refused(() => publish(admin, draft, 0), 409, 'publication.overtaken');
    await refused(() => publish(admin, draft, 1, { effectiveOn: '2026-03-01' }), 422, 'publication.effective-past');
    await refused(() => publish(admin, draft, 1, { note: ' ' }), 400, 'request.invalid');
    const same = done(await admin.post<Draft>('definitions/drafts', { kind: 'version', key, version: 1 }));
    expect((await refused(() => publish(admin, same, 1), 409, 'publication.unchanged')).detail).toContain('第 1 版');
    await refused(() => publish(admin, { ...draft, id: admin.session.person.id }, 1), 404, 'definition-draft.unknown');
  });

  it('twice by two at once', async () => {
    const key = await published();
    const [one, other] = [await edition(key, 1, '甲'), await edition(key, 1, '乙')];
    const replies = await Promise.all([publish(admin, one, 1), publish(division, other, 1)]);
    expect(replies.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect((await versions(key)).length).toBe(2);
  });

  it('by whoever may do neither', async () => {
    const { draft } = await fresh();
    await refused(() => publish(lead, draft, 0), 403, 'permission.missing');
    for (const path of ['definitions/proposals', 'definitions/second-person'])
      await refused(() => lead.get(path), 403, 'permission.missing');
    for (const path of ['definitions/overview', 'definitions/quota-increase/versions'])
      await refused(() => teacher.get(path), 403, 'permission.missing');
  });
});

const proposals = async () =>
  done(await admin.get<{ items: { id: string; key: string; by: { name: string } }[] }>('definitions/proposals')).items;
const proposed = async (key: string) => (await proposals()).find((proposal) => proposal.key === key)?.id ?? '';
const confirm = (by: Client, id: string, newest: number) =>
  by.post<{ version: number } & Problem>(`definitions/proposals/${id}/confirmation`, { newest });
const decline = (by: Client, id: string, comment = '再议') => by.post(`definitions/proposals/${id}/decline`, { comment });

describe('two persons', () => {
  it('whoever may only edit proposes, and somebody who may publish confirms', async () => {
    const { key, draft } = await fresh();
    expect(done(await publish(office, draft, 0))).toMatchObject({ kind: 'proposed' });
    expect(await proposals()).toMatchObject([{ key, by: { name: '省推进办审核员' } }]);
    const id = await proposed(key);
    expect(done(await division.get(`definitions/proposals/${id}`))).toMatchObject({ key, note: '试点需要', document: draft.document });
    await refused(() => confirm(office, id, 0), 403, 'permission.missing');
    await refused(() => begin(key), 404, 'definition.unknown');
    expect(done(await confirm(division, id, 0))).toMatchObject({ version: 1 });
    expect(await versions(key)).toMatchObject([{ publishedBy: { name: '省推进办审核员' }, confirmedBy: { name: '省教育厅职成处经办' } }]);
    expect((await admin.get(`definitions/drafts/${draft.id}`)).status).toBe(404);
    await refused(() => confirm(division, id, 1), 409, 'proposal.not-open');
    expect((await acts(key)).map(({ act, by }) => `${act} ${by.name}`)).toEqual([
      'definition.publish 省教育厅职成处经办',
      'definition.propose 省推进办审核员',
    ]);
  });

  it('never the same person, where a process takes two', async () => {
    const key = await published();
    done(await admin.put('definitions/second-person', { key, isRequired: true }));
    const draft = await edition(key, 1, '二');
    expect(done(await publish(admin, draft, 1))).toMatchObject({ kind: 'proposed' });
    const id = await proposed(key);
    await refused(() => confirm(admin, id, 1), 403, 'publication.same-person');
    await refused(() => admin.post('definitions', { document: draft.document }), 409, 'publication.second-person');
    const another = await edition(key, 1, '三');
    await refused(() => publish(admin, another, 1), 409, 'publication.open-already');
    await refused(() => confirm(division, id, 0), 409, 'publication.overtaken');
    await refused(() => decline(office, id), 403, 'permission.missing');
    done(await decline(division, id));
    await refused(() => decline(division, id), 409, 'proposal.not-open');
    // The draft is still there, to be mended and proposed again; and whoever proposed it takes it back.
    done(await publish(admin, draft, 1));
    done(await decline(admin, await proposed(key), '先不发'));
    expect((await acts(key)).slice(0, 4).map(({ act }) => act)).toEqual([
      'definition.withdraw-proposal',
      'definition.propose',
      'definition.decline',
      'definition.propose',
    ]);
    expect((await versions(key)).length).toBe(1);
  });

  it('confirmed by two at once it is one version', async () => {
    const { key, draft } = await fresh();
    done(await publish(office, draft, 0));
    const id = await proposed(key);
    const replies = await Promise.all([confirm(admin, id, 0), confirm(division, id, 0)]);
    expect(replies.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(await versions(key)).toHaveLength(1);
  });

  it('what was edited after it was proposed stays a draft, and is not what is published', async () => {
    const { key, draft } = await fresh();
    done(await publish(office, draft, 0));
    done(await admin.put(`definitions/drafts/${draft.id}`, { revision: 1, document: { ...draft.document, description: { zh: '后改' } } }));
    done(await confirm(division, await proposed(key), 0));
    expect(done(await admin.get(`definitions/${key}`))).toMatchObject({ document: draft.document });
    expect(done(await admin.get(`definitions/drafts/${draft.id}`))).toMatchObject({ revision: 2 });
  });

  it('to do without takes two as well', async () => {
    const key = await published();
    const set = async (by: Client, isRequired: boolean) =>
      done(
        await by.put<{ items: { key?: string; waivedBy?: { name: string } }[] }>('definitions/second-person', { key, isRequired }),
      ).items.find((item) => item.key === key);
    expect(await set(admin, true)).not.toHaveProperty('waivedBy');
    expect(await set(admin, false)).toMatchObject({ waivedBy: { name: '系统管理员' } });
    expect(await set(admin, false)).toMatchObject({ waivedBy: { name: '系统管理员' } });
    expect(await set(division, false)).toBeUndefined();
    expect((await acts(key)).slice(0, 2).map(({ act, by }) => `${act} ${by.name}`)).toEqual([
      'definition.waive-second 省教育厅职成处经办',
      'definition.propose-waiving 系统管理员',
    ]);
    await refused(() => office.put('definitions/second-person', { key, isRequired: true }), 403, 'permission.missing');
    await refused(() => admin.put('definitions/second-person', { key: 'none', isRequired: true }), 404, 'definition.unknown');
  });
});

describe('retired', () => {
  const retire = (by: Client, key: string, version?: number) =>
    by.post<Problem>(`definitions/${key}/retirement`, { version, note: '改用新流程' });
  const restore = (by: Client, key: string, version: number | string) =>
    by.post<Problem>(`definitions/${key}/versions/${version}/restoration`, { note: '停用有误' });

  it('a version gives way to the one before, and counts again when it is restored', async () => {
    const key = await published();
    done(await publish(admin, await edition(key, 1, '二'), 1));
    done(await retire(admin, key, 2));
    expect(await begunOn(key)).toBe(1);
    expect(await states(key)).toEqual(['2 retired', '1 in-force']);
    await refused(() => retire(admin, key, 2), 409, 'definition.retired-already');
    done(await restore(division, key, 2));
    expect(await begunOn(key)).toBe(2);
    await refused(() => restore(admin, key, 2), 409, 'definition.not-retired');
    expect((await acts(key)).slice(0, 2).map(({ act, comment }) => `${act} ${comment}`)).toEqual([
      'definition.restore 停用有误',
      'definition.retire 改用新流程',
    ]);
  });

  it('a process begins no case, and those that run go on', async () => {
    const key = await published();
    const { instance } = done(await begin(key));
    done(await retire(admin, key));
    await refused(() => begin(key), 409, 'definition.not-in-force');
    const { items } = done(await lead.get<{ items: { key: string; isInForce: boolean; startAt: unknown[] }[] }>('definitions'));
    expect(items.find((process) => process.key === key)).toMatchObject({ isInForce: false, startAt: [] });
    const { items: tasks } = done(await lead.get<{ items: { id: string; instance: string }[] }>('tasks?limit=100'));
    const task = tasks.find((one) => one.instance === instance);
    done(await lead.post(`tasks/${task?.id}/decisions`, { outcome: 'submit', formVersion: 1 }));
    done(await publish(admin, await edition(key, 1, '新'), 1));
    expect(await begunOn(key)).toBe(2);
  });

  it('is nothing without the permission, of what is not there, or without a reason', async () => {
    const key = await published();
    await refused(() => retire(office, key), 403, 'permission.missing');
    await refused(() => restore(office, key, 1), 403, 'permission.missing');
    await refused(() => retire(admin, 'none'), 404, 'definition.unknown');
    await refused(() => retire(admin, key, 9), 404, 'definition.version-unknown');
    await refused(() => restore(admin, key, 'x'), 404, 'definition.version-unknown');
    await refused(() => admin.post(`definitions/${key}/retirement`, { note: '' }), 400, 'request.invalid');
    await refused(() => admin.get('definitions/none/versions'), 404, 'definition.unknown');
    await refused(() => admin.get(`definitions/${key}/versions/7`), 404, 'definition.version-unknown');
  });
});

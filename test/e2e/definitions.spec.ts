import { describe, expect, it } from '@jest/globals';
import { type Definition, fieldNames, renameField, renameState } from '#engine';
import { templateCatalogue } from '../../workflows/templates/catalogue.ts';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem, type Reply } from '../support/client.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
/** The administrator edits and publishes, the pilot's office edits, the division publishes, a school's lead does neither. */
const [admin, office, division, lead] = await api.signInAll('admin', 'sheng', 'zhichengchu', 'jh-xx-fuzeren');

interface Draft {
  readonly id: string;
  readonly key: string | null;
  readonly title: { readonly zh: string } | null;
  readonly revision: number;
  readonly document: Record<string, unknown>;
  readonly changedBy: { readonly name: string };
  readonly basedOn?: object;
  readonly openComments: number;
}

const begin = async (origin: object, by: Client = admin): Promise<Draft> => done(await by.post<Draft>('definitions/drafts', origin));
const blank = (key: string) => ({ kind: 'blank', key, title: { zh: '外出培训审批' }, post: 'certificate-lead' });
const save = (by: Client, { id }: { id: string }, revision: number, document: object) =>
  by.put<Draft & Problem>(`definitions/drafts/${id}`, { revision, document });
const discard = (by: Client, id: string, revision?: string): Promise<Reply<Problem>> =>
  by.send('DELETE', `definitions/drafts/${id}`, revision === undefined ? {} : { headers: { 'if-match': revision } });
const findings = async (id: string) =>
  done(await admin.get<{ problems: { code: string; pointer: string }[] }>(`definitions/drafts/${id}/verification`)).problems;

/** Refused to whom it is refused, and with that no row is another. */
const refused = (reply: () => Promise<Reply>, status: number, code: string): Promise<Problem> =>
  withoutChange(api.dataSource, async () => expectProblem(await reply(), { status, code }));

describe('a draft', () => {
  it('is begun from blank, and could be published as it is', async () => {
    const draft = await begin(blank('training-leave'));
    expect(draft).toMatchObject({ key: 'training-leave', title: { zh: '外出培训审批' }, revision: 1, openComments: 0 });
    expect((draft.document as unknown as Definition).subject).toBe('department');
    expect(await findings(draft.id)).toEqual([]);
  });

  it('is begun from a template, under a key and a title of its own', async () => {
    const { items } = done(await admin.get<{ items: { key: string }[] }>('definitions/templates'));
    expect(items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['one-approval', 'countersigned-approval', 'certificate-admission']),
    );
    for (const { key } of templateCatalogue) {
      const draft = await begin({ kind: 'template', template: key, key: `my-${key}`, title: { zh: '我的流程' } });
      expect(draft).toMatchObject({ key: `my-${key}`, document: { key: `my-${key}`, title: { zh: '我的流程' } } });
      expect(await findings(draft.id)).toEqual([]);
    }
  });

  it('is begun from a published version, and knows from which', async () => {
    const draft = await begin({ kind: 'version', key: 'quota-increase', version: 1 });
    const published = done(await admin.get<{ document: unknown }>('definitions/quota-increase'));
    expect(draft).toMatchObject({ basedOn: { key: 'quota-increase', version: 1 }, document: published.document });
  });

  it('is begun from any document, however unfinished, and says what is wrong with it', async () => {
    const draft = await begin({ kind: 'document', document: { key: 'Not A Key', machine: { states: {} } } });
    expect(draft).toMatchObject({ key: null, title: null });
    expect((await findings(draft.id)).length).toBeGreaterThan(0);
  });

  it.each<[string, object, number, string]>([
    ['with the key of a process', blank('quota-increase'), 409, 'definition.key-taken'],
    ['for a post that does not exist', { ...blank('fresh'), post: 'king' }, 422, 'post.unknown'],
    ['with a key that is none', { ...blank('fresh'), key: 'Fresh!' }, 400, 'request.invalid'],
    ['from no template', { kind: 'template', template: 'none', key: 'fresh', title: { zh: '新' } }, 422, 'template.unknown'],
    ['from a version there is not', { kind: 'version', key: 'quota-increase', version: 7 }, 404, 'definition.version-unknown'],
    ['from a process there is not', { kind: 'version', key: 'none', version: 1 }, 404, 'definition.version-unknown'],
    ['from a document without end', { kind: 'document', document: { text: '长'.repeat(180_000) } }, 422, 'definition-draft.too-large'],
    ['from nowhere', { kind: 'nowhere' }, 400, 'request.invalid'],
  ])('is not begun %s', async (_, origin, status, code) => {
    await refused(() => admin.post('definitions/drafts', origin), status, code);
  });
});

describe('saving', () => {
  it('keeps what is half written, and counts', async () => {
    const draft = await begin(blank('half-written'));
    const saved = done(await save(office, draft, 1, { ...draft.document, machine: { initial: 'nowhere' } }));
    expect(saved).toMatchObject({ revision: 2, key: 'half-written', changedBy: { name: '省推进办审核员' } });
    expect(saved.document).toMatchObject({ machine: { initial: 'nowhere' } });
    expect(await findings(draft.id)).not.toEqual([]);
    expect(done(await save(admin, draft, 2, { nothing: true }))).toMatchObject({ revision: 3, key: null, document: { nothing: true } });
  });

  it('on what somebody else has saved since is refused, and says who, when and what there is', async () => {
    const draft = await begin(blank('two-at-once'));
    done(await save(office, draft, 1, { ...draft.document, description: { zh: '先保存' } }));
    const problem = await refused(() => save(admin, draft, 1, { mine: true }), 409, 'definition-draft.changed');
    expect(problem.detail).toBe('省推进办审核员已于 2026-03-02 09:00 保存过这份草稿，没有覆盖。请先查看对方的改动。');
    expect(problem.current).toMatchObject({ id: draft.id, revision: 2, document: { description: { zh: '先保存' } } });
  });

  it('of twenty at once on the same revision keeps one', async () => {
    const draft = await begin(blank('crowded'));
    const replies = await Promise.all(Array.from({ length: 20 }, (_, index) => save(index % 2 ? admin : office, draft, 1, { index })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 409)).toHaveLength(19);
  });

  it('of what is too large, of what is gone, and of what is no document is refused', async () => {
    const draft = await begin(blank('limits'));
    let deep: object = {};
    for (let level = 0; level < 41; level += 1) deep = { deep };
    await refused(() => save(admin, draft, 1, deep), 422, 'definition-draft.too-large');
    await refused(() => admin.put(`definitions/drafts/${draft.id}`, { revision: 1, document: [] }), 400, 'request.invalid');
    await refused(() => admin.put(`definitions/drafts/${draft.id}`, { document: {} }), 400, 'request.invalid');
    await refused(() => save(admin, { id: 'no-id' }, 1, {}), 404, 'definition-draft.unknown');
    await refused(() => save(admin, { id: admin.session.person.id }, 1, {}), 404, 'definition-draft.unknown');
  });
});

it('who has it open is told to the others, for a minute', async () => {
  const draft = await begin(blank('looked-at'));
  const attend = async (by: Client) =>
    done(await by.post<{ revision: number; others: { name: string }[] }>(`definitions/drafts/${draft.id}/presence`));
  expect(await attend(admin)).toMatchObject({ revision: 1, others: [] });
  expect((await attend(division)).others.map(({ name }) => name)).toEqual(['系统管理员']);
  expect((await attend(admin)).others.map(({ name }) => name)).toEqual(['省教育厅职成处经办']);
  await api.turnTo('2026-03-02T01:01:01Z');
  expect((await attend(admin)).others).toEqual([]);
  await refused(() => admin.post(`definitions/drafts/${admin.session.person.id}/presence`), 404, 'definition-draft.unknown');
});

it('a draft is thrown away only as it was seen, and both are on record', async () => {
  const draft = await begin(blank('thrown-away'));
  done(await save(office, draft, 1, draft.document));
  await refused(() => discard(admin, draft.id, '1'), 409, 'definition-draft.changed');
  await refused(() => discard(admin, draft.id), 400, 'request.version-invalid');
  done(await discard(admin, draft.id, '2'));
  await refused(() => discard(admin, draft.id, '2'), 404, 'definition-draft.unknown');
  const { items } = done(await admin.get<{ items: { act: string }[] }>(`operations/audit?subject=${draft.id}`));
  expect(items.map(({ act }) => act)).toEqual(['definition.discard', 'definition.draft']);
});

it('comments stand at a place, and are settled', async () => {
  const { id } = await begin(blank('talked-about'));
  const path = `definitions/drafts/${id}/comments`;
  const { items } = done(await division.post<{ items: { id: string }[] }>(path, { pointer: '/machine/states/draft', text: ' 缺少期限 ' }));
  expect(items).toMatchObject([{ pointer: '/machine/states/draft', text: '缺少期限', author: { name: '省教育厅职成处经办' } }]);
  expect(done(await admin.get<Draft>(`definitions/drafts/${id}`)).openComments).toBe(1);
  const comment = `${path}/${items[0]?.id}`;
  expect(done(await office.put(comment, { isResolved: true }))).toMatchObject({
    items: [{ resolved: { by: { name: '省推进办审核员' } } }],
  });
  // Whoever settles it again has not been the one.
  expect(done(await admin.put(comment, { isResolved: true }))).toMatchObject({ items: [{ resolved: { by: { name: '省推进办审核员' } } }] });
  expect(done(await admin.put<{ items: object[] }>(comment, { isResolved: false })).items[0]).not.toHaveProperty('resolved');
  expect(done(await admin.get(path))).toMatchObject({ items: [{ text: '缺少期限' }] });
  await refused(() => admin.post(path, { pointer: 'no pointer', text: '缺少期限' }), 400, 'request.invalid');
  await refused(() => admin.post(path, { pointer: '', text: ' ' }), 400, 'request.invalid');
  await refused(() => admin.put(`${path}/${id}`, { isResolved: true }), 404, 'definition-comment.unknown');
  await refused(
    () => admin.post(`definitions/drafts/${admin.session.person.id}/comments`, { pointer: '', text: '?' }),
    404,
    'definition-draft.unknown',
  );
});

it('comments go with what they are about when it is called otherwise, and come back with it', async () => {
  const { id, document } = await begin(blank('renamed-under-talk'));
  const path = `definitions/drafts/${id}/comments`;
  const whole = document as unknown as Definition;
  const [field = ''] = fieldNames(whole);
  const places = ['', '/machine/states/draft', '/machine/states/draft/meta/step/due', `/form/schema/properties/${field}`];
  for (const pointer of places) done(await admin.post(path, { pointer, text: '请核对' }));
  const pointers = async () => done(await admin.get<{ items: { pointer: string }[] }>(path)).items.map(({ pointer }) => pointer);
  const renamed = renameField(renameState(whole, 'draft', 'filling').definition, field, 'subjectMatter');
  done(await save(admin, { id }, 1, renamed));
  expect(await pointers()).toEqual([
    '',
    '/machine/states/filling',
    '/machine/states/filling/meta/step/due',
    '/form/schema/properties/subjectMatter',
  ]);
  // Saved on what is not there any more, nothing moves.
  await refused(() => save(office, { id }, 1, whole), 409, 'definition-draft.changed');
  done(await save(admin, { id }, 2, whole));
  expect(await pointers()).toEqual(places);
});

describe('whoever may not', () => {
  const routes: [string, (by: Client, id: string) => Promise<Reply>][] = [
    ['begins', (by) => by.post('definitions/drafts', blank('not-theirs'))],
    ['saves', (by, id) => save(by, { id }, 1, {})],
    ['throws away', (by, id) => discard(by, id, '1')],
  ];
  const reading: typeof routes = [
    ['lists', (by) => by.get('definitions/drafts')],
    ['reads', (by, id) => by.get(`definitions/drafts/${id}`)],
    ['verifies', (by, id) => by.get(`definitions/drafts/${id}/verification`)],
    ['has open', (by, id) => by.post(`definitions/drafts/${id}/presence`)],
    ['reads comments of', (by, id) => by.get(`definitions/drafts/${id}/comments`)],
    ['comments on', (by, id) => by.post(`definitions/drafts/${id}/comments`, { pointer: '', text: '?' })],
    ['settles a comment of', (by, id) => by.put(`definitions/drafts/${id}/comments/${id}`, { isResolved: true })],
  ];

  it.each(routes)('publish alone %s none', async (_, send) => {
    const { id } = await begin(blank('of-others'));
    await refused(() => send(division, id), 403, 'permission.missing');
  });

  it.each([...routes, ...reading])('do either %s none', async (_, send) => {
    const { id } = await begin(blank('of-others'));
    await refused(() => send(lead, id), 403, 'permission.missing');
  });
});

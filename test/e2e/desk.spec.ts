import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SavedView, StartDraft } from '#case';
import { startApi } from '../support/api.ts';
import { done, json, type Problem } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { submittedAdmission } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';

const api = await startApi();
const [affairs, lead, province] = await api.signInAll('jh-jiaowu', 'jh-xx-fuzeren', 'sheng');

describe('saved views', () => {
  const id = randomUUID();
  const view = {
    list: 'tasks',
    name: '到期的准入',
    settings: { filters: { definition: 'certificate-admission' }, columns: ['title', 'due'], order: 'due' },
  };
  const rows = () => api.dataSource.query('SELECT * FROM saved_view ORDER BY id');

  it('are opened by their id, changed by whoever saw them, and shared with a post', async () => {
    expect(done(await affairs.put<SavedView>(`views/${id}`, view))).toMatchObject({ ...view, isMine: true, version: 1 });
    expectProblem(await lead.get(`views/${id}`), { status: 404, code: 'view.unknown' });
    const sharedWith = { post: 'academic-affairs', organisation: affairs.at('academic-affairs') };
    const changed = await affairs.send<SavedView>('PUT', `views/${id}`, {
      ...json({ ...view, sharedWith }),
      headers: { 'content-type': 'application/json', 'if-match': '"1"' },
    });
    expect(done(changed)).toMatchObject({
      version: 2,
      sharedWith: { post: { key: 'academic-affairs' }, organisation: { name: '江淮示范职业技术学院' } },
    });

    await api.dataSource.query(
      `INSERT INTO post_holding SELECT tenant, gen_random_uuid(), (SELECT id FROM person WHERE account = 'jh-xx-fuzeren'), post, organisation_id, valid_from, NULL
       FROM post_holding WHERE post = 'academic-affairs' AND organisation_id = $1`,
      [sharedWith.organisation],
    );
    const colleague = await api.signIn('jh-xx-fuzeren');
    expect(done(await colleague.get<{ items: SavedView[] }>('views?list=tasks')).items).toMatchObject([
      { id, isMine: false, owner: { name: '江淮教务处审核员' } },
    ]);
    expect(done(await colleague.get<{ items: SavedView[] }>('views?list=decided')).items).toEqual([]);
    const before = await rows();
    expectProblem(await colleague.put(`views/${id}`, view), { status: 403, code: 'view.not-yours' });
    expectProblem(await colleague.send('DELETE', `views/${id}`), { status: 403, code: 'view.not-yours' });
    expect(await rows()).toEqual(before);
  });

  it('are refused where they cannot be, and no row changes', async () => {
    const before = await rows();
    const stale = await affairs.send<Problem>('PUT', `views/${id}`, {
      ...json(view),
      headers: { 'content-type': 'application/json', 'if-match': '1' },
    });
    expect(expectProblem(stale, { status: 409, code: 'view.changed' }).current).toMatchObject({ id, version: 2 });
    const sharedWith = { post: 'province-reviewer', organisation: province.at('province-reviewer') };
    expectProblem(await affairs.put(`views/${randomUUID()}`, { ...view, sharedWith }), { status: 422, code: 'view.post-not-held' });
    expectProblem(await affairs.put(`views/${randomUUID()}`, { ...view, list: 'none' }), { status: 400, code: 'request.invalid' });
    expectProblem(await province.put(`views/${id}`, view), { status: 404, code: 'view.unknown' });
    expectProblem(await province.send('DELETE', `views/${id}`), { status: 404, code: 'view.unknown' });
    expectProblem(await province.get('views/none'), { status: 404, code: 'view.unknown' });
    expect(await rows()).toEqual(before);
    expect((await affairs.send('DELETE', `views/${id}`)).status).toBe(204);
    expect(await rows()).toEqual([]);
  });

  it('are a hundred a person', async () => {
    for (let count = 0; count < 100; count += 1) done(await province.put(`views/${randomUUID()}`, view));
    expectProblem(await province.put(`views/${randomUUID()}`, view), { status: 422, code: 'view.too-many' });
  });
});

describe('drafts', () => {
  const path = 'me/drafts/annual-application';
  const save = (fields: object, seen?: string) =>
    lead.send<StartDraft & Problem>('PUT', path, {
      ...json({ fields }),
      headers: { 'content-type': 'application/json', ...(seen !== undefined && { 'if-match': `"${seen}"` }) },
    });

  it('survive a window that is closed, and are not overwritten by another', async () => {
    const first = done(await save({ season: 'spring' }));
    const second = done(await save({ season: 'autumn' }, first.version));
    const late = await save({ season: 'lost?' }, first.version);
    expect(expectProblem(late, { status: 409, code: 'draft.changed' }).current).toEqual(second);
    expectProblem(await save({ season: 'anew' }), { status: 409, code: 'draft.changed' });
    expectProblem(await save({}, '!'), { status: 400, code: 'request.version-invalid' });
    expect(done(await (await api.signIn('jh-xx-fuzeren')).get<StartDraft>(path))).toEqual(second);
    expect(done(await lead.get<{ items: StartDraft[] }>('me/drafts')).items).toEqual([second]);
    expectProblem(await lead.send('DELETE', path, { headers: { 'if-match': first.version } }), { status: 409, code: 'draft.changed' });
    expect((await lead.send('DELETE', path, { headers: { 'if-match': second.version } })).status).toBe(204);
    expectProblem(await lead.get(path), { status: 404, code: 'draft.unknown' });
    expectProblem(await lead.put('me/drafts/none', { fields: {} }), { status: 404, code: 'definition.unknown' });
  });
});

describe('search', () => {
  interface Found {
    readonly items: readonly { readonly id: string; readonly number: string }[];
    readonly isMore: boolean;
  }

  it('finds a case about a second after it began, by initials and within what one may see', async () => {
    const instance = await submittedAdmission(lead, 'X009');
    await eventually(async () =>
      expect(done(await affairs.get<Found>('search?q=jhsf&limit=50')).items.map(({ id }) => id)).toContain(instance),
    );
    const number = done(await affairs.get<Found>('search?q=jhsf&limit=50')).items.find(({ id }) => id === instance)?.number;
    expect(done(await lead.get<Found>(`search?q=%23${number}`))).toMatchObject({ items: [{ id: instance, number }], isMore: false });
    expect(done(await (await api.signIn('lz-jiaowu')).get<Found>(`search?q=%23${number}`)).items).toEqual([]);
    expectProblem(await lead.get('search?q='), { status: 400, code: 'request.invalid' });
    expectProblem(await lead.get('search'), { status: 400, code: 'request.invalid' });
  });
});

describe('an office', () => {
  interface Items {
    readonly items: readonly { readonly name: string; readonly total?: number }[];
  }

  it('looks up whom it may ask, and where its cases are; others are refused', async () => {
    const other = await api.signIn('jh-jj-fuzeren');
    const people = done(await other.get<Items>(`people?q=${encodeURIComponent('教务处')}`)).items;
    expect(people.map(({ name }) => name)).toContain('江淮教务处审核员');
    expect(JSON.stringify(people)).not.toContain('庐州');
    expect(done(await other.get<Items>('organisations')).items.map(({ name }) => name)).toEqual([
      '安徽省',
      '合肥市',
      '江淮示范职业技术学院',
      '经济管理系',
    ]);
    expectProblem(await other.get('people?limit=0'), { status: 400, code: 'request.invalid' });
    await submittedAdmission(lead, 'X010');
    const period = 'from=2020-01-01T00:00:00Z&until=2100-01-01T00:00:00Z';
    const waiting = done(await affairs.get<Items>('follow-up/waiting?definition=certificate-admission')).items;
    expect(waiting).toContainEqual(expect.objectContaining({ total: expect.any(Number), ages: expect.any(Array), overdue: 0 }));
    expect(done(await affairs.get<Items>('follow-up/stuck'))).toEqual({ items: [] });
    const rates = done(await affairs.get<Items>(`follow-up/on-time?${period}`)).items;
    expect(rates).toContainEqual(expect.objectContaining({ decided: expect.any(Number), onTime: expect.any(Number) }));
    for (const path of ['waiting', 'stuck', `on-time?${period}`]) {
      expectProblem(await other.get(`follow-up/${path}`), { status: 403, code: 'permission.missing' });
    }
    expectProblem(await affairs.get('follow-up/on-time'), { status: 400, code: 'request.invalid' });
  });
});

describe('a session', () => {
  interface Session {
    readonly language: string;
    readonly areas: readonly string[];
    readonly posts: readonly {
      readonly key: string;
      readonly areas: readonly string[];
      readonly isBody: boolean;
      readonly permissions: readonly string[];
    }[];
  }

  it('says what of the console each post sees, and keeps the language', async () => {
    const session = done(await affairs.get<Session>('session'));
    expect(session).toMatchObject({
      language: 'zh-CN',
      posts: [{ key: 'academic-affairs', permissions: ['instance.read', 'report.read'] }],
    });
    expect(session.areas).toEqual(['workbench', 'tasks', 'cases', 'meetings', 'reports', 'follow-up', 'definitions']);
    expect(session.posts[0]?.areas).toEqual(session.areas);
    expect(done(await (await api.signIn('admin')).get<Session>('session')).areas).toEqual(
      expect.arrayContaining(['definitions', 'organisations', 'system']),
    );
    const committee = done(await (await api.signIn('jh-dangwei')).get<Session>('session'));
    expect(committee.areas).toEqual(['workbench', 'tasks', 'cases', 'meetings']);
    expect([session, committee].map(({ posts }) => posts[0]?.isBody)).toEqual([false, true]);
    expect(done(await affairs.put<Session>('session/language', { language: 'en' }))).toMatchObject({ language: 'en' });
    expect(done(await (await api.signIn('jh-jiaowu')).get<Session>('session'))).toMatchObject({ language: 'en' });
    expectProblem(await affairs.put('session/language', { language: 'fr' }), { status: 400, code: 'request.invalid' });
  });
});

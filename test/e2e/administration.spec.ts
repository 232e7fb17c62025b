import { randomUUID } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { Client, done, json, type Problem, type Reply, send } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { startAdmission } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

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

interface Organisation {
  readonly id: string;
  readonly closedOn: string | null;
}
interface Person {
  readonly id: string;
  readonly isLocked: boolean;
  readonly posts: readonly { readonly id: string; readonly isHeld: boolean; readonly until: string | null }[];
}
interface Newcomer {
  readonly person: Person;
  readonly password: string;
}

const [yesterday, today] = ['2026-03-01', '2026-03-02'];
const school = lead.at('certificate-lead');
const ownPassword = '自己另选的一个新密码';

const found = async (name: string): Promise<Organisation> => {
  const { items } = done(await admin.get<{ items: (Organisation & { name: string; parent: string | null })[] }>('directory/organisations'));
  const parent = items.find(({ id }) => id === school)?.parent;
  return done(await admin.post<Organisation>('directory/organisations', { parent, kind: 'department', type: 'department', name }));
};
const post = (key: string, organisation: string) => ({ post: key, organisation, from: yesterday });
const employed = async (account: string, organisation: string): Promise<Newcomer> =>
  done(
    await admin.post<Newcomer>('directory/people', { account, name: `${account}负责人`, posting: post('certificate-lead', organisation) }),
  );
const entered = async (account: string, password: string): Promise<Client> => {
  done(await send(api.url, 'POST', '/api/session', json({ account, password, newPassword: ownPassword })));
  return Client.signIn(api.url, account, ownPassword);
};
const ending = (person: Person, lastDay = today) =>
  admin.post<Person>(`directory/people/${person.id}/posts/${person.posts[0]?.id}/ending`, { lastDay, comment: '调离' });
const refused = async (work: () => Promise<Reply>, status: number, code: string): Promise<Problem> =>
  expectProblem(await withoutChange(api.dataSource, work), { status, code });

describe('Organisations and people', () => {
  it('come, work, are handed over, and go, each act on record', async () => {
    const department = await found('物联网工程系');
    const { person, password } = await employed('wlw-fuzeren', department.id);
    await refused(
      () => send(api.url, 'POST', '/api/session', json({ account: 'wlw-fuzeren', password })),
      403,
      'sign-in.password-one-time',
    );
    const newcomer = await entered('wlw-fuzeren', password);
    expect(newcomer.at('certificate-lead')).toBe(department.id);
    const draft = await startAdmission(newcomer, 'X004');

    const outlook = `directory/people/${person.id}/posts/${person.posts[0]?.id}/ending?lastDay=${today}`;
    expect(done(await admin.get(outlook))).toEqual({ isPossible: false, personal: 1, unheld: 0 });
    expect((await refused(() => ending(person), 409, 'post.personal-tasks')).detail).toContain('1 项任务');
    expect(done(await admin.get(`directory/organisations/${department.id}/closing`))).toMatchObject({
      isPossible: false,
      tasks: 1,
      posts: 1,
    });
    await refused(() => admin.post(`directory/organisations/${department.id}/closing`, { comment: '合并' }), 409, 'organisation.has-tasks');

    const succession = { successor: lead.session.person.id };
    const { expected } = done(await admin.post<{ expected: string }>(`people/${person.id}/handover/preview`, succession));
    const headers = { 'content-type': 'application/json', 'if-match': expected };
    done(await admin.send('POST', `people/${person.id}/handover`, { ...json({ ...succession, comment: '调离' }), headers, key: 'wlw' }));
    expect(done(await ending(person, today)).posts).toMatchObject([{ until: today, isHeld: true }]);

    await refused(() => admin.post(`directory/organisations/${department.id}/closing`, { comment: '合并' }), 409, 'organisation.has-tasks');
    done(await newcomer.post(`instances/${draft}/withdrawal`, { comment: '撤系' }));
    await refused(() => admin.post(`directory/organisations/${department.id}/closing`, { comment: '合并' }), 409, 'organisation.has-posts');
    expect(done(await ending(person, yesterday)).posts).toMatchObject([{ until: yesterday, isHeld: false }]);
    const closed = done(await admin.post<Organisation>(`directory/organisations/${department.id}/closing`, { comment: '合并' }));
    expect(closed.closedOn).toBe(today);

    const { items } = done(await admin.get<{ items: { act: string; comment?: string }[] }>('operations/audit?limit=8'));
    const acts = [
      'organisation.add',
      'person.add',
      'post.assign',
      'person.hand-over',
      'task.transfer',
      'post.end',
      'post.end',
      'organisation.close',
    ];
    expect(items.map(({ act }) => act).toSorted()).toEqual(acts.toSorted());
  });

  it('are locked out at once, and let in again', async () => {
    const department = await found('建筑工程系');
    const { person, password } = await employed('jz-fuzeren', department.id);
    const client = await entered('jz-fuzeren', password);
    expect(done(await admin.post<Person>(`directory/people/${person.id}/lock`, { comment: '账号被盗用' })).isLocked).toBe(true);
    expect((await api.dataSource.query('SELECT FROM session WHERE person_id = $1', [person.id])).length).toBe(0);
    await refused(
      () => send(api.url, 'POST', '/api/session', json({ account: 'jz-fuzeren', password: ownPassword })),
      401,
      'sign-in.failed',
    );
    done(await admin.post(`directory/people/${person.id}/unlock`, {}));
    const again = await Client.signIn(api.url, 'jz-fuzeren', ownPassword);
    done(await admin.post(`directory/people/${person.id}/sign-out`, {}));
    expect((await api.dataSource.query('SELECT FROM session WHERE person_id = $1', [person.id])).length).toBe(0);
    const renewed = done(await admin.post<Newcomer>(`directory/people/${person.id}/password`, {}));
    expect((await entered('jz-fuzeren', renewed.password)).session.person.id).toBe(again.session.person.id);
    expect(client.session.person.id).toBe(person.id);
  });

  it('are changed by nobody who may not, and not into what cannot be', async () => {
    const department = await found('会计系');
    const { person } = await employed('kj-fuzeren', department.id);
    const organisation = { parent: department.id, kind: 'department', type: 'department', name: '财务管理系' };
    const draft = { account: 'kj-2', name: '会计系二', posting: post('certificate-lead', department.id) };
    const [holding] = person.posts;
    const own = admin.session.person.id;
    const cases: readonly (readonly [Client, string, object, number, string])[] = [
      [lead, 'directory/organisations', organisation, 403, 'permission.missing'],
      [admin, 'directory/organisations', organisation, 422, 'organisation.misplaced'],
      [admin, 'directory/organisations', { ...organisation, parent: randomUUID() }, 404, 'organisation.unknown'],
      [admin, 'directory/organisations', { ...organisation, kind: 'village' }, 400, 'request.invalid'],
      [admin, `directory/organisations/${randomUUID()}/closing`, { comment: '合并' }, 404, 'organisation.unknown'],
      [admin, `directory/organisations/${admin.at('administrator')}/closing`, { comment: '合并' }, 409, 'organisation.has-tasks'],
      [lead, 'directory/people', draft, 403, 'permission.missing'],
      [admin, 'directory/people', { ...draft, account: 'KJ-FUZEREN' }, 409, 'account.taken'],
      [admin, 'directory/people', { ...draft, posting: post('nobody', department.id) }, 422, 'post.unknown'],
      [admin, 'directory/people', { ...draft, posting: post('school-leader', department.id) }, 422, 'post.misplaced'],
      [
        admin,
        'directory/people',
        { ...draft, posting: { ...post('dean', department.id), until: '2026-01-01' } },
        422,
        'post.period-invalid',
      ],
      [admin, `directory/people/${person.id}/posts`, post('certificate-lead', department.id), 409, 'post.held-already'],
      [admin, `directory/people/${randomUUID()}/posts`, post('dean', department.id), 404, 'account.unknown'],
      [lead, `directory/people/${person.id}/lock`, { comment: '无' }, 403, 'permission.missing'],
      [admin, `directory/people/${own}/lock`, { comment: '无' }, 422, 'account.own'],
      [admin, `directory/people/${randomUUID()}/unlock`, {}, 404, 'account.unknown'],
      [admin, `directory/people/${person.id}/posts/${randomUUID()}/ending`, { lastDay: today }, 404, 'post.holding-unknown'],
      [admin, `directory/people/${person.id}/posts/${holding?.id}/ending`, { lastDay: '2020-01-01' }, 422, 'post.period-invalid'],
    ];
    for (const [client, path, body, status, code] of cases) await refused(() => client.post(path, body), status, code);
    await refused(() => lead.get('directory/people'), 403, 'permission.missing');
    await refused(() => lead.get('directory/organisations'), 403, 'permission.missing');
    const rename = (name: string) =>
      admin.send('PUT', `directory/organisations/${department.id}`, { ...json({ name }), key: randomUUID() });
    await refused(() => rename('信息工程系'), 409, 'organisation.name-taken');
    expect(done(await rename('会计与财务系'))).toMatchObject({ name: '会计与财务系' });
  });

  it('an account that another tenant is just taking is refused as any that is taken', async () => {
    const runner = api.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      await runner.query(`INSERT INTO person (tenant, id, account, name) VALUES ('hubei', $1, 'tongshi', '外省同事')`, [randomUUID()]);
      const draft = {
        account: 'TONGSHI',
        name: '同时新增',
        posting: { post: 'dean', organisation: lead.at('certificate-lead'), from: today },
      };
      const asked = admin.post<Problem>('directory/people', draft);
      // It waits for whoever was first.
      await eventually(async () => {
        const [{ waiting }] = await api.dataSource.query('SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted');
        expect(waiting).toBeGreaterThan(0);
      });
      await runner.commitTransaction();
      expectProblem(await asked, { status: 409, code: 'account.taken' });
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  });

  it('of a post that nobody else holds, no task is left waiting', async () => {
    const meeting = await api.signIn('jh-xx-lianxihui');
    const draft = await startAdmission(lead, 'X005');
    const { myTasks } = done(await lead.get<{ myTasks: readonly { id: string }[] }>(`instances/${draft}`));
    done(await lead.post(`tasks/${myTasks[0]?.id}/decisions`, { outcome: 'submit', formVersion: 1 }));
    const person = done(await admin.get<Person>(`directory/people/${meeting.session.person.id}`));
    const later = `directory/people/${person.id}/posts/${person.posts[0]?.id}/ending?lastDay=2027-01-01`;
    expect(done(await admin.get<{ isPossible: boolean; unheld: number }>(later))).toMatchObject({ isPossible: true, personal: 0 });
    await refused(() => ending(person), 409, 'post.last-holder');
  });
});

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const { instances, histories, visibility, taskLists, started } = house.cases;
let instance: string;

const view = async (account: string, id = instance) => instances.read(await house.caller(account), id);

beforeAll(async () => {
  instance = await house.submitted('物流管理');
  done(
    await house.cases.commands.save(await house.caller('meeting'), `${instance}.2`, {
      formVersion: 1,
      fields: { secret: '内部', minutes: '初稿' },
    }),
  );
});

/** The statements that are sent while something is read for the second time, when nothing has to be learnt about the directory. */
async function statementsOf(read: () => Promise<unknown>): Promise<string[]> {
  await read();
  const query = jest.spyOn(database, 'query');
  try {
    await read();
    return query.mock.calls.map(([{ name }]) => name);
  } finally {
    query.mockRestore();
  }
}

describe('one statement reads', () => {
  it('a case with its form and everybody who is asked in it', async () => {
    const signing = await house.started('lead', countersigning.key);
    const [lead, expert] = [await house.caller('lead'), await house.caller('expert-1')];
    expect(await statementsOf(() => instances.read(lead, signing))).toEqual(['instance.read']);
    expect(await statementsOf(() => instances.read(expert, signing))).toEqual(['instance.read']);
    const asked = (await instances.read(expert, signing))?.steps.flatMap(({ tasks }) => tasks.map(({ assignee }) => assignee.person?.name));
    expect(asked).toContain('expert-1 同志');
    expect(asked).not.toContain('');
  });

  it('a history, and each list', async () => {
    const caller = await house.caller('lead');
    expect(await statementsOf(() => histories.read(caller, instance))).toEqual(['history.read']);
    expect(await statementsOf(() => taskLists.inbox(caller, { limit: 20 }))).toEqual(['task.inbox']);
    expect(await statementsOf(() => taskLists.inbox(caller, { limit: 20, order: 'due' }))).toEqual(['task.inbox-due']);
    expect(await statementsOf(() => taskLists.decided(caller, { limit: 20 }))).toEqual(['task.decided']);
    expect(await statementsOf(() => started.list(caller, { limit: 20 }))).toEqual(['instance.started']);
  });
});

describe('a case', () => {
  it('is shown to its applicant without the fields that are hidden from them', async () => {
    const shown = await view('lead');
    expect(shown).toMatchObject({
      id: instance,
      title: { zh: '物流管理准入', en: 'Admission of 物流管理' },
      definition: { key: admission.key, version: 1, title: admission.title },
      organisation: { name: '信息工程系' },
      applicant: { name: 'lead 同志' },
      states: [{ path: 'jointMeeting', title: { zh: '系党政联席会论证' } }],
      isFinished: false,
      sequence: 3,
      myTasks: [],
      mayWithdraw: true,
      steps: [
        {
          path: 'jointMeeting',
          visit: 1,
          policy: 'one',
          isHeld: false,
          dueAt: '2024-03-27T01:00:00.000Z',
          tasks: [
            {
              id: `${instance}.2`,
              assignee: { post: { key: 'joint-meeting', title: { zh: '系党政联席会' } }, organisation: '信息工程系' },
            },
          ],
        },
      ],
    });
    expect(shown?.form.fields).toEqual({ certificate: '物流管理', ratio: 0.9 });
    expect(shown?.form.schema).toMatchObject({ required: ['certificate', 'ratio'] });
    expect(JSON.stringify(shown)).not.toMatch(/secret|minutes|内部|初稿/);
  });

  it('is shown to its approver with every field, what may be chosen, and who is asked next', async () => {
    const shown = await view('meeting');
    expect(shown).toMatchObject({ mayWithdraw: false, form: { version: 2, fields: { secret: '内部', minutes: '初稿' } } });
    expect(shown?.myTasks).toMatchObject([
      {
        id: `${instance}.2`,
        step: { path: 'jointMeeting' },
        dueAt: '2024-03-27T01:00:00.000Z',
        access: { certificate: 'read', ratio: 'read', minutes: 'required', secret: 'write' },
        choices: [
          {
            outcome: 'approve',
            kind: 'pass',
            isCommentRequired: false,
            next: [{ path: 'academicAffairs', assignees: [{ post: { key: 'academic-affairs' }, organisation: '江淮职业技术学院' }] }],
          },
          {
            outcome: 'return',
            kind: 'return',
            isCommentRequired: true,
            next: [{ path: 'draft', assignees: [{ person: { name: 'lead 同志' } }] }],
          },
          { outcome: 'reject', kind: 'refuse', isCommentRequired: true, next: [{ path: 'rejected', assignees: [] }] },
        ],
      },
    ]);
    for (const choice of shown?.myTasks[0]?.choices ?? []) expect(choice.obstacle).toBeUndefined();
  });

  it.each(['city', 'province', 'administrator', 'dean', 'affairs'])('is shown to %s above it, who may only read', async (account) => {
    expect(await view(account)).toMatchObject({ id: instance, myTasks: [], mayWithdraw: false, form: { fields: { secret: '内部' } } });
  });

  it.each(['other-city', 'other-affairs', 'other-meeting', 'other-lead', 'second-lead', 'president', 'expert-1'])(
    'does not exist for %s',
    async (account) => {
      const caller = await house.caller(account);
      expect(await instances.read(caller, instance)).toBeUndefined();
      expect(await histories.read(caller, instance)).toBeUndefined();
      expect(await visibility.mayRead(caller, instance)).toBe(false);
    },
  );

  it('does not exist in another tenant, nor under anything that is not its id', async () => {
    const province = await house.caller('province');
    for (const id of ['x', `${instance}.1`, '00000000-0000-7000-8000-000000000000', instance.toUpperCase()]) {
      expect(await instances.read(province, id)).toBeUndefined();
      expect(await histories.read(province, id)).toBeUndefined();
    }
    expect(await instances.read({ ...province, tenant: 'hubei' }, instance)).toBeUndefined();
  });

  it('stays visible to who has decided in it', async () => {
    const decided = await house.submitted('已议');
    done(await house.decide('meeting', decided, 'approve', { fields: { minutes: '同意' } }));
    expect(await view('meeting', decided)).toMatchObject({ myTasks: [], states: [{ path: 'academicAffairs' }] });
  });
});

describe('a choice', () => {
  const obstacle = async (account: string, id: string, outcome: string) =>
    (await view(account, id))?.myTasks[0]?.choices.find((choice) => choice.outcome === outcome)?.obstacle;

  it('names the rules that stand in its way', async () => {
    const draft = await house.started('lead', admission.key, { certificate: '停办证书', ratio: 0.3 });
    expect(await obstacle('lead', draft, 'submit')).toEqual({
      code: 'rule.broken',
      rules: [
        { rule: 'R-NC21-10', message: { zh: '建成比例须达到 80%，现为 0.3' } },
        { rule: 'R-AH24-03', message: { zh: '证书已停止申请' } },
      ],
    });
  });

  it('names the fields that are still to be filled in', async () => {
    const draft = await house.started('lead', admission.key, {});
    expect(await obstacle('lead', draft, 'submit')).toEqual({
      code: 'form.invalid',
      fields: [
        { path: '/certificate', code: 'required' },
        { path: '/ratio', code: 'required' },
      ],
    });
    const waiting = await house.submitted('缺纪要');
    expect(await obstacle('meeting', waiting, 'approve')).toMatchObject({
      code: 'form.invalid',
      fields: [{ path: '/minutes', code: 'required' }],
    });
    expect(await obstacle('meeting', waiting, 'reject')).toBeUndefined();
  });

  it('shows no next step while the step waits for others, and who has signed', async () => {
    const signing = await house.started('lead', countersigning.key);
    done(await house.decide('expert-2', signing, 'approve'));
    const shown = await view('expert-1', signing);
    expect(shown?.myTasks[0]?.choices).toMatchObject([
      { outcome: 'approve', next: [] },
      { outcome: 'reject', next: [{ path: 'rejected' }] },
    ]);
    expect(shown?.steps[0]?.tasks.filter(({ outcome }) => outcome === 'approve').map(({ assignee }) => assignee.person?.name)).toEqual([
      'expert-2 同志',
    ]);
    expect((await view('expert-2', signing))?.myTasks).toEqual([]);
  });

  it('is none for an applicant on their own case, whose post would decide', async () => {
    const own = await house.started('lead-and-affairs', admission.key, { certificate: '自审', ratio: 0.9 });
    done(await house.decide('lead-and-affairs', own, 'submit'));
    done(await house.decide('meeting', own, 'approve', { fields: { minutes: '同意' } }));
    expect((await view('lead-and-affairs', own))?.myTasks).toEqual([]);
    expect((await view('affairs', own))?.myTasks).toHaveLength(1);
  });

  it('changes nothing by being shown', async () => {
    const before = await house.rows('SELECT * FROM instance ORDER BY id');
    await view('meeting');
    expect(await house.rows('SELECT * FROM instance ORDER BY id')).toEqual(before);
  });
});

describe('withdrawing is offered', () => {
  it('to the applicant as long as the process allows it', async () => {
    const moved = await house.submitted('可撤回');
    expect((await view('lead', moved))?.mayWithdraw).toBe(true);
    done(await house.decide('meeting', moved, 'approve', { fields: { minutes: '同意' } }));
    expect((await view('lead', moved))?.mayWithdraw).toBe(false);
    for (const account of ['affairs', 'president', 'party']) done(await house.decide(account, moved, 'approve'));
    expect(await view('lead', moved)).toMatchObject({
      isFinished: true,
      mayWithdraw: false,
      steps: [],
      states: [{ path: 'approved', title: { zh: '已准入' } }],
    });
  });
});

it('tells its history with names, posts and the titles of its states', async () => {
  const told = await house.submitted('有据可查');
  done(await house.decide('meeting', told, 'return', { comment: '请补充' }));
  const lines = await histories.read(await house.caller('city'), told);
  const lead = await house.caller('lead');
  const draft = { path: 'draft', title: { zh: '申请' } };
  const meeting = { path: 'jointMeeting', title: { zh: '系党政联席会论证' } };
  expect(lines).toMatchObject([
    { sequence: 1, kind: 'started', by: { id: lead.person, name: 'lead 同志' }, formVersion: 1, from: [], to: [draft] },
    {
      sequence: 2,
      kind: 'decided',
      outcome: 'submit',
      settled: 'submit',
      step: draft,
      task: 1,
      from: [draft],
      to: [meeting],
      detail: { facts: { certificate: { isOpen: true } } },
    },
    {
      sequence: 3,
      kind: 'decided',
      by: { name: 'meeting 同志', post: { key: 'joint-meeting', title: { zh: '系党政联席会' } }, organisation: '信息工程系' },
      outcome: 'return',
      comment: '请补充',
      step: meeting,
      from: [meeting],
      to: [draft],
      attachments: [],
    },
  ]);
  expect(lines?.[0]).not.toHaveProperty('comment');
});

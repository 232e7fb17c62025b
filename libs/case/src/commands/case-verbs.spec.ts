import { afterEach, describe, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Outcome } from './sender.ts';

/** The joint meeting takes a report from the applicant while it considers the case. */
function supplemented(state: Definition['machine'] | undefined): NonNullable<Definition['machine']['meta']> {
  const step = state?.meta?.step;
  if (step === undefined) throw new Error('not a step');
  return { ...state?.meta, step: { ...step, supplement: { fields: ['report', 'annexes'] } } };
}

const { database, dataSource } = await testDatabase();
const { jointMeeting, ...otherStates } = admission.machine.states ?? {};
const withdrawable: Definition = {
  ...admission,
  withdraw: { until: ['academicAffairs'] },
  machine: {
    ...admission.machine,
    states: { ...otherStates, jointMeeting: { ...jointMeeting, meta: supplemented(jointMeeting) } },
  },
};
const house = await openHouse({ database, dataSource }, { definitions: [withdrawable, countersigning] });
const { commands, interventions, instances, histories } = house.cases;
const nowhere = '00000000-0000-7000-8000-000000000000';

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  house.clock.turnTo('2024-03-22T01:00:00.000Z');
});

async function refused(work: () => Promise<Outcome>, expected: object): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
}

const takeBack = async (account: string, task: string, comment?: string) =>
  commands.takeBack(await house.caller(account), task, { comment });
const jump = async (account: string, instance: string, to: string, more: object = {}) =>
  interventions.jump(await house.caller(account), instance, { to, comment: '更正', ...more });
const terminate = async (account: string, instance: string, more: object = {}) =>
  interventions.terminate(await house.caller(account), instance, { comment: '停办', ...more });
const lastLine = async (account: string, instance: string) => (await histories.read(await house.caller(account), instance))?.at(-1);

/** Asks for the dry run first and confirms it. */
async function confirmed(work: (more: object) => Promise<Outcome>): Promise<Outcome> {
  const before = await digests(dataSource);
  const outcome = await work({ isDryRun: true });
  expect(await digests(dataSource)).toEqual(before);
  if (outcome.kind !== 'shown') throw new Error(`not shown: ${JSON.stringify(outcome)}`);
  return work({ expected: outcome.preview.expected });
}

describe('taking back', () => {
  it('opens the task again as it was and closes those that were opened', async () => {
    const instance = await house.submitted('网络安全评估');
    const task = await house.task('meeting', instance);
    const [before] = await house.rows('SELECT * FROM task WHERE instance_id = $1 AND number = 2', [instance]);
    const timers = await house.rows('SELECT event, due_at FROM timer WHERE instance_id = $1', [instance]);
    house.clock.turnTo('2024-03-23T01:00:00.000Z');
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    expect(await instances.read(await house.caller('meeting'), instance)).toMatchObject({ mayTakeBack: [task] });
    expect(await instances.read(await house.caller('affairs'), instance)).toMatchObject({ mayTakeBack: [] });
    done(await takeBack('meeting', task, '纪要有误'));
    expect(await house.rows('SELECT * FROM task WHERE instance_id = $1 AND number = 2', [instance])).toEqual([before]);
    expect(await house.rows('SELECT number, status FROM task WHERE instance_id = $1 ORDER BY number', [instance])).toEqual([
      { number: 1, status: 'decided' },
      { number: 2, status: 'open' },
      { number: 3, status: 'left' },
    ]);
    expect(await house.rows('SELECT event, due_at FROM timer WHERE instance_id = $1', [instance])).toEqual(timers);
    expect(await lastLine('meeting', instance)).toMatchObject({ kind: 'taken-back', task: 2, comment: '纪要有误', formVersion: 2 });
    done(await house.decide('meeting', instance, 'approve'));
    done(await house.decide('affairs', instance, 'approve'));
    await refused(() => takeBack('meeting', task), { code: 'take-back.too-late' });
  });

  it('an answer to a countersignature leaves those of the others', async () => {
    const instance = await house.started('lead', 'countersigning');
    const task = await house.task('expert-1', instance);
    done(await house.decide('expert-1', instance, 'approve'));
    done(await house.decide('expert-2', instance, 'approve'));
    await refused(() => takeBack('expert-2', task), { code: 'take-back.not-yours' });
    done(await takeBack('expert-1', task));
    expect(
      await house.rows(`SELECT status, count(*)::int AS count FROM task WHERE instance_id = $1 GROUP BY 1 ORDER BY 1`, [instance]),
    ).toEqual([
      { status: 'decided', count: 1 },
      { status: 'open', count: 39 },
    ]);
  });

  it('many at once, and decisions beside them: what is decided is decided, what is taken back is open', async () => {
    const instance = await house.started('lead', 'countersigning');
    const accounts = Array.from({ length: 12 }, (_, index) => `expert-${index + 1}`);
    const tasks = await Promise.all(accounts.map((account) => house.task(account, instance)));
    const formVersion = await house.formVersion(instance);
    const decide = async (place: number) =>
      commands.decide(await house.caller(accounts[place] ?? ''), tasks[place] ?? '', { outcome: 'approve', formVersion });
    await Promise.all(accounts.map((_, place) => decide(place)));
    await Promise.all(accounts.flatMap((account, place) => [takeBack(account, tasks[place] ?? ''), decide(place)]));
    const [row] = await house.rows<{ count: number }>(
      `SELECT count(*) FILTER (WHERE kind = 'decided')::int - count(*) FILTER (WHERE kind = 'taken-back')::int AS count FROM history WHERE instance_id = $1`,
      [instance],
    );
    expect(await house.rows(`SELECT count(*)::int AS count FROM task WHERE instance_id = $1 AND status = 'decided'`, [instance])).toEqual([
      row,
    ]);
  });

  it('is not for strangers, not of what is still open, and not of a case that has ended', async () => {
    const instance = await house.submitted('云计算平台');
    const task = await house.task('meeting', instance);
    await refused(() => takeBack('meeting', task), { code: 'take-back.not-decided' });
    await refused(() => takeBack('other-meeting', task), { code: 'task.unknown' });
    await refused(() => takeBack('meeting', 'nonsense'), { code: 'task.unknown' });
    done(await house.decide('meeting', instance, 'reject', { comment: '不符' }));
    await refused(() => takeBack('meeting', task), { code: 'case.finished' });
  });
});

describe('a jump', () => {
  it('is shown first and then confirmed, with its reason in the history', async () => {
    const instance = await house.submitted('大数据分析');
    done(await confirmed((more) => jump('administrator', instance, 'presidentMeeting', more)));
    expect(await lastLine('lead', instance)).toMatchObject({
      kind: 'jumped',
      by: { name: 'administrator 同志' },
      step: { path: 'presidentMeeting', title: { zh: '校长办公会审议' } },
      comment: '更正',
      from: [{ path: 'jointMeeting' }],
      to: [{ path: 'presidentMeeting' }],
    });
    expect(await house.rows('SELECT number FROM timer WHERE instance_id = $1', [instance])).toEqual([]);
    done(await house.decide('president', instance, 'approve'));
  });

  it('is refused unconfirmed, without a reason, to where it cannot go, and when the case has gone on', async () => {
    const instance = await house.submitted('区块链应用');
    await refused(() => jump('administrator', instance, 'partyCommittee'), { code: 'command.unconfirmed' });
    await refused(() => jump('administrator', instance, 'partyCommittee', { isDryRun: true, comment: ' ' }), { code: 'comment.required' });
    await refused(() => jump('administrator', instance, 'approved', { isDryRun: true }), { code: 'jump.target-not-allowed' });
    const shown = await jump('administrator', instance, 'partyCommittee', { isDryRun: true });
    const expected = shown.kind === 'shown' ? shown.preview.expected : '';
    await refused(() => jump('administrator', instance, 'presidentMeeting', { expected }), { code: 'command.outdated' });
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    await refused(() => jump('administrator', instance, 'partyCommittee', { expected }), {
      code: 'command.outdated',
      params: { happened: 1 },
    });
  });

  it.each(['lead', 'meeting', 'dean'])('is not for %s', async (account) => {
    const instance = await house.submitted(`跳转 ${account}`);
    await refused(() => jump(account, instance, 'presidentMeeting'), {
      code: 'permission.missing',
      params: { permission: 'instance.jump' },
    });
    await refused(() => terminate(account, instance), { code: 'permission.missing', params: { permission: 'instance.terminate' } });
  });
});

describe('terminating', () => {
  it('ends a case: tasks left, clocks cleared, and what it held is free again where the definition says so', async () => {
    const instance = await house.submitted('建筑信息模型');
    await refused(() => terminate('administrator', instance), { code: 'command.unconfirmed' });
    await refused(() => terminate('administrator', instance, { isDryRun: true, comment: '' }), { code: 'comment.required' });
    done(await confirmed((more) => terminate('administrator', instance, more)));
    expect(await instances.read(await house.caller('lead'), instance)).toMatchObject({
      isFinished: true,
      states: [{ path: '$terminated', title: { zh: '已终止', en: 'Terminated' } }],
      steps: [],
      myTasks: [],
    });
    expect(await house.rows('SELECT status FROM task WHERE instance_id = $1 ORDER BY number', [instance])).toEqual([
      { status: 'decided' },
      { status: 'left' },
    ]);
    expect(await house.rows('SELECT number FROM timer WHERE instance_id = $1', [instance])).toEqual([]);
    await refused(() => terminate('administrator', instance, { isDryRun: true }), { code: 'case.finished' });
    await refused(() => terminate('administrator', nowhere), { code: 'instance.unknown' });
    await refused(() => jump('administrator', nowhere, 'draft'), { code: 'instance.unknown' });
  });
});

it('a supplement is a new version of the form, with its files, while the step is open', async () => {
  const instance = await house.submitted('直播电商');
  const lead = await house.caller('lead');
  const supplement = async (account: string, more: object = {}) =>
    commands.supplement(await house.caller(account), instance, {
      step: 'jointMeeting',
      formVersion: 1,
      fields: { annexes: [{ name: '场地证明' }] },
      comment: '补交附件',
      ...more,
    });
  await refused(() => supplement('meeting'), { code: 'supplement.not-yours' });
  await refused(() => supplement('other-lead'), { code: 'instance.unknown' });
  await refused(() => supplement('lead', { fields: { ratio: 1 } }), { code: 'form.field-not-writable' });
  await refused(() => supplement('lead', { fields: { report: nowhere } }), { code: 'attachment.unknown' });
  done(await supplement('lead'));
  await refused(() => supplement('lead'), { code: 'form.stale' });
  expect(await house.cases.formComparison.between(await house.caller('meeting'), instance, {})).toMatchObject({
    from: { version: 1 },
    to: { version: 2, writtenBy: { id: lead.person } },
    changes: [{ field: 'annexes', is: [{ name: '场地证明' }] }],
  });
  expect(await lastLine('meeting', instance)).toMatchObject({ kind: 'supplemented', comment: '补交附件', formVersion: 2 });
  done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
  await refused(() => supplement('lead', { formVersion: 3 }), { code: 'supplement.not-now' });
});

it('what has changed between two versions of the form is for those who may see its fields', async () => {
  const instance = await house.submitted('虚拟现实');
  done(await house.decide('meeting', instance, 'return', { comment: '比例不实', fields: { secret: '内部' } }));
  done(await house.decide('lead', instance, 'submit', { fields: { ratio: 0.85 } }));
  const between = async (account: string, asked: { from?: number; to?: number } = {}) =>
    house.cases.formComparison.between(await house.caller(account), instance, asked);
  const ratio = { field: 'ratio', title: { zh: '建成比例', en: 'Share built' }, was: 0.9, is: 0.85 };
  const secret = { field: 'secret', title: { zh: '内部意见', en: 'Internal opinion' }, is: '内部' };
  expect(await between('meeting')).toMatchObject({
    from: { version: 2, writtenBy: { name: 'meeting 同志' } },
    to: { version: 3, writtenBy: { name: 'lead 同志' } },
    changes: [ratio],
  });
  expect((await between('meeting', { from: 1 }))?.changes).toEqual([ratio, secret]);
  expect((await between('lead', { from: 1, to: 3 }))?.changes).toEqual([ratio]);
  expect(await between('lead', { from: 1, to: 9 })).toBeUndefined();
  expect(await between('other-lead')).toBeUndefined();
});

it('withdrawing ends at the point that the definition names', async () => {
  const instance = await house.submitted('智能财税');
  const withdraw = async (more: object = {}) => commands.withdraw(await house.caller('lead'), instance, { comment: '不办了', ...more });
  expect(await instances.read(await house.caller('lead'), instance)).toMatchObject({ mayWithdraw: true });
  expect(await withdraw({ isDryRun: true })).toMatchObject({ kind: 'shown', preview: { isFinished: true } });
  done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
  expect(await instances.read(await house.caller('lead'), instance)).toMatchObject({ mayWithdraw: false });
  await refused(withdraw, { code: 'withdraw.too-late', params: { state: 'academicAffairs' } });
});

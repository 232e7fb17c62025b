import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { done, openHouse, tenant } from '../../../../test/support/house.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

/** An opinion that the office gives within three days; it is reminded, and after two more the president's meeting is told. */
const opinion = processOf(
  {
    initial: 'opinion',
    states: {
      opinion: {
        meta: step(post('academic-affairs'), one('approve'), {
          title: { zh: '出具意见', en: 'Opinion' },
          due: 'P3D',
          remind: [{ before: 'P1D' }, { after: 'P1D', every: 'P1D', times: 10 }],
          escalate: [{ after: 'P2D', do: 'assign', to: [post('president-meeting')] }],
        }),
        on: { approve: 'given' },
      },
      given: { type: 'final' },
    },
  },
  { key: 'opinion', subject: 'department', start: { posts: ['certificate-lead'] } },
);

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [opinion] });
const { commands, systemCommands } = house.cases;

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  house.clock.turnTo('2024-03-22T01:00:00.000Z');
});

const started = () => house.started('lead', opinion.key);
const urge = async (account: string, instance: string, more: { comment?: string; idempotencyKey?: string } = {}) =>
  commands.urge(await house.caller(account), instance, more);
const suspend = async (account: string, instance: string, comment = '举报核查') =>
  commands.suspend(await house.caller(account), instance, { comment });
const resume = async (account: string, instance: string) => commands.resume(await house.caller(account), instance, { comment: '核查完毕' });

async function refused(work: () => Promise<unknown>, expected: object): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
}

const timersOf = (instance: string) =>
  house.rows<{ number: number; event: string; due_at: Date }>(
    'SELECT number, event, due_at FROM timer WHERE instance_id = $1 ORDER BY due_at',
    [instance],
  );
const noticesOf = async (instance: string) =>
  (
    await house.rows<{ payload: object }>(
      `SELECT payload FROM outbox WHERE job = 'notice.send' AND payload->>'instance' = $1 ORDER BY id`,
      [instance],
    )
  ).map(({ payload }) => payload);
const lastLine = async (instance: string) =>
  (
    await house.rows('SELECT kind, person_id, step, comment, detail FROM history WHERE instance_id = $1 ORDER BY sequence DESC LIMIT 1', [
      instance,
    ])
  )[0];

describe('a reminder', () => {
  it('goes out with the tasks it is about, and has one effect however often its timer is fired', async () => {
    const instance = await started();
    const [first] = await timersOf(instance);
    expect(first?.event).toBe('remind:opinion:1:0:1:2024-03-24T01:00:00.000Z');
    house.clock.turnTo('2024-03-24T01:00:00.000Z');
    const answers = await Promise.all(Array.from({ length: 10 }, () => systemCommands.fireTimer(tenant, instance, first?.number ?? 0)));
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(await noticesOf(instance)).toEqual([
      expect.objectContaining({
        kind: 'reminder',
        tasks: [1],
        to: [`post:academic-affairs@${await house.organisation('jianghuai')}`],
      }),
    ]);
    expect(await lastLine(instance)).toMatchObject({ kind: 'reminded', person_id: null, step: 'opinion', detail: { cause: first?.event } });
  });

  it('and a decision that come together: the case is decided, and at most one reminder was sent', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, started));
    house.clock.turnTo('2024-03-24T01:00:00.000Z');
    await Promise.all(
      cases.flatMap(async (instance) => {
        const [timer] = await timersOf(instance);
        const [decision] = await Promise.all([
          house.decide('affairs', instance, 'approve'),
          systemCommands.fireTimer(tenant, instance, timer?.number ?? 0),
        ]);
        done(decision);
      }),
    );
    for (const instance of cases) {
      expect(await timersOf(instance)).toEqual([]);
      expect((await noticesOf(instance)).length).toBeLessThanOrEqual(1);
    }
  });
});

it('a rung hands the task over, in the name of the system', async () => {
  const instance = await started();
  const rung = (await timersOf(instance)).find(({ event }) => event.startsWith('escalate'));
  house.clock.turnTo('2024-03-27T01:00:00.000Z');
  await systemCommands.fireTimer(tenant, instance, rung?.number ?? 0);
  expect(
    await house.rows('SELECT number, status, decided_by, due_at FROM task WHERE instance_id = $1 ORDER BY number', [instance]),
  ).toEqual([
    { number: 1, status: 'left', decided_by: null, due_at: new Date('2024-03-25T01:00:00.000Z') },
    { number: 2, status: 'open', decided_by: null, due_at: new Date('2024-03-25T01:00:00.000Z') },
  ]);
  expect(await lastLine(instance)).toMatchObject({ kind: 'escalated', person_id: null, detail: { measure: 'assign' } });
  done(await house.decide('president', instance, 'approve'));
});

describe('urging', () => {
  it('is for the applicant and for those who may read the case', async () => {
    const instance = await started();
    done(await urge('lead', instance, { comment: '请尽快' }));
    expect(await noticesOf(instance)).toEqual([expect.objectContaining({ kind: 'urge', tasks: [1] })]);
    expect(await lastLine(instance)).toMatchObject({ kind: 'urged', person_id: (await house.caller('lead')).person, comment: '请尽快' });
    house.clock.turnTo('2024-03-23T01:00:00.000Z');
    done(await urge('dean', instance));
    await refused(() => urge('other-lead', instance), { code: 'instance.unknown' });
  });

  it('is done once a day, and says when again; sent again under its key it is answered as before', async () => {
    const instance = await started();
    const first = done(await urge('lead', instance, { idempotencyKey: 'urge-1' }));
    expect(done(await urge('lead', instance, { idempotencyKey: 'urge-1' }))).toEqual(first);
    await refused(() => urge('dean', instance), { code: 'urge.too-soon', params: { again: '2024-03-23 01:00' } });
    expect(await noticesOf(instance)).toHaveLength(1);
  });

  it('a finished case is refused', async () => {
    const instance = await started();
    done(await house.decide('affairs', instance, 'approve'));
    await refused(() => urge('lead', instance), { code: 'case.finished' });
  });
});

describe('suspending', () => {
  it('takes the timers away; resuming plans them and the open tasks anew', async () => {
    const instance = await started();
    house.clock.turnTo('2024-03-23T01:00:00.000Z');
    done(await suspend('administrator', instance));
    expect(await timersOf(instance)).toEqual([]);
    expect(await lastLine(instance)).toMatchObject({ kind: 'suspended', comment: '举报核查' });
    expect(await house.cases.instances.read(await house.caller('lead'), instance)).toMatchObject({ isSuspended: true });
    const task = await house.task('affairs', instance);
    await refused(async () => commands.decide(await house.caller('affairs'), task, { outcome: 'approve', formVersion: 1 }), {
      code: 'case.suspended',
    });
    done(await commands.comment(await house.caller('lead'), instance, { comment: '何时恢复？' }));

    house.clock.turnTo('2024-04-02T01:00:00.000Z');
    done(await resume('administrator', instance));
    expect((await timersOf(instance)).map(({ event, due_at }) => `${event.split(':')[0]} ${due_at.toISOString()}`)).toEqual([
      'remind 2024-04-03T01:00:00.000Z',
      'remind 2024-04-05T01:00:00.000Z',
      'escalate 2024-04-06T01:00:00.000Z',
    ]);
    expect(await house.rows('SELECT due_at, status FROM task WHERE instance_id = $1', [instance])).toEqual([
      { due_at: new Date('2024-04-04T01:00:00.000Z'), status: 'open' },
    ]);
    expect(await house.cases.instances.read(await house.caller('lead'), instance)).toMatchObject({ isSuspended: false });
    done(await house.decide('affairs', instance, 'approve'));
  });

  it.each(['lead', 'affairs', 'dean'])('is not for %s', async (account) => {
    const instance = await started();
    await refused(() => suspend(account, instance), { code: 'permission.missing', params: { permission: 'instance.suspend' } });
    await refused(() => resume(account, instance), { code: 'permission.missing' });
  });

  it('is refused without a reason, twice, and of no case', async () => {
    const instance = await started();
    await refused(() => suspend('administrator', instance, ' '), { code: 'comment.required' });
    await refused(() => resume('administrator', instance), { code: 'resume.not-suspended' });
    done(await suspend('administrator', instance));
    await refused(() => suspend('administrator', instance), { code: 'suspend.already' });
    await refused(() => suspend('administrator', '00000000-0000-7000-8000-000000000000'), { code: 'instance.unknown' });
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, ballot, candidates, countersigning } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates, countersigning, ballot] });
const { taskCommands, taskLists } = house.cases;

let instance = '';
let task = '';
beforeEach(async () => {
  instance = await house.started('lead', candidates.key);
  task = `${instance}.1`;
});
afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const caller = (account: string) => house.caller(account);
const queueOf = async (account: string): Promise<string[]> => {
  const { items, total } = await taskLists.inbox(await caller(account), { limit: 100 });
  expect(total).toBe(items.length);
  return items.map(({ id }) => id);
};
const lastLine = async () => {
  const sql = 'SELECT kind, person_id, step, task, comment, detail FROM history WHERE instance_id = $1 ORDER BY sequence DESC LIMIT 1';
  return (await house.rows(sql, [instance]))[0];
};

async function refused(work: () => Promise<unknown>, expected: object): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
}

describe('claim 签收 and release', () => {
  const claim = async (account: string, id = task) => taskCommands.claim(await caller(account), id, {});
  const release = async (account: string, comment?: string) => taskCommands.release(await caller(account), task, { comment });

  it('a claimed task is in one queue only, and in all again when it is released', async () => {
    expect(await queueOf('expert-2')).toContain(task);
    done(await claim('expert-1'));
    expect(await queueOf('expert-1')).toContain(task);
    expect(await queueOf('expert-2')).not.toContain(task);
    const { items } = await taskLists.inbox(await caller('expert-1'), { limit: 100, order: 'due' });
    expect(items.find(({ id }) => id === task)).toMatchObject({ isClaimed: true });
    expect(await house.cases.instances.read(await caller('expert-2'), instance)).toMatchObject({
      steps: [{ tasks: [{ id: task, claimedBy: { name: 'expert-1 同志' } }] }],
      myTasks: [],
    });
    expect(await lastLine()).toMatchObject({ kind: 'claimed', person_id: (await caller('expert-1')).person, task: 1 });
    done(await release('expert-1'));
    expect(await queueOf('expert-2')).toContain(task);
    done(await house.decide('expert-2', instance, 'approve'));
  });

  it('of forty who claim at once, one has it', async () => {
    const claims = await Promise.all(Array.from({ length: 40 }, (_, index) => claim(`expert-${index + 1}`)));
    expect(claims.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(claims.filter((outcome) => outcome.kind === 'refused' && outcome.code === 'task.claimed')).toHaveLength(39);
  });

  it('an administrator releases it, with a reason that is kept', async () => {
    done(await claim('expert-1'));
    await refused(() => release('administrator'), { code: 'comment.required' });
    done(await release('administrator', '外出培训'));
    expect(await lastLine()).toMatchObject({
      kind: 'released',
      comment: '外出培训',
      detail: { people: [(await caller('expert-1')).person] },
    });
    expect(await queueOf('expert-3')).toContain(task);
  });

  it('is refused to others, by name; of what is done; and of what they may not see', async () => {
    done(await claim('expert-1'));
    await refused(() => claim('expert-2'), { code: 'task.claimed', params: { person: 'expert-1 同志' } });
    await refused(() => claim('expert-1'), { code: 'claim.already-yours' });
    await refused(() => release('expert-2', '我来办'), { code: 'task.claimed' });
    await refused(() => release('dean', '我来办'), { code: 'task.not-yours' });
    await refused(() => claim('other-lead'), { code: 'task.unknown' });
    await refused(() => claim('expert-1', `${instance}.7`), { code: 'task.unknown' });
    await refused(() => claim('expert-1', 'x'), { code: 'task.unknown' });
    done(await house.decide('expert-1', instance, 'approve'));
    await refused(() => claim('expert-2'), { code: 'case.finished' });
    await refused(() => release('administrator', '…'), { code: 'case.finished' });
  });
});

const idOf = async (account: string): Promise<string> => (await caller(account)).person;
const statusOf = async (id: string): Promise<unknown> => {
  const [of = '', number = ''] = id.split('.');
  return (await house.rows<{ status: string }>('SELECT status FROM task WHERE instance_id = $1 AND number = $2', [of, number]))[0]?.status;
};
const nobody = '00000000-0000-4000-8000-000000000000';
const comment = '出差';

describe('transfer 转办', () => {
  const transfer = async (account: string, to: string, id = task) => taskCommands.transfer(await caller(account), id, { to, comment });

  it('moves the task from queue to queue; whose it was still sees the case, and both names are in its record', async () => {
    done(await transfer('expert-1', await idOf('dean')));
    expect([await statusOf(task), await queueOf('dean')]).toEqual(['transferred', [`${instance}.2`]]);
    expect(await queueOf('expert-2')).not.toContain(task);
    const lines = await house.cases.histories.read(await caller('expert-1'), instance);
    expect(lines?.at(-1)).toMatchObject({
      kind: 'transferred',
      by: { name: 'expert-1 同志', post: { key: 'expert-group' } },
      people: [{ name: 'dean 同志' }],
      comment,
    });
    done(await house.decide('dean', instance, 'approve'));
  });

  it('is an administrator’s for the tasks of others', async () => {
    done(await transfer('administrator', await idOf('dean')));
    expect(await lastLine()).toMatchObject({ kind: 'transferred', person_id: await idOf('administrator') });
  });

  it('is refused to who may not, and to whom it may not go', async () => {
    await refused(async () => transfer('lead', await idOf('dean')), { code: 'task.not-yours' });
    await refused(async () => transfer('other-lead', await idOf('dean')), { code: 'task.unknown' });
    await refused(() => transfer('expert-1', nobody), { code: 'person.unknown' });
    await refused(() => transfer('expert-1', 'somebody'), { code: 'person.unknown' });
    await refused(async () => transfer('expert-1', await idOf('lead')), { code: 'assignee.applicant' });
    await refused(async () => taskCommands.transfer(await caller('expert-1'), task, { to: await idOf('dean'), comment: ' ' }), {
      code: 'comment.required',
    });
    await house.rows('UPDATE person SET disabled_at = $2 WHERE id = $1', [await idOf('other-city'), '2024-03-01']);
    await refused(async () => transfer('expert-1', await idOf('other-city')), { code: 'person.unknown' });
    done(await house.decide('expert-2', instance, 'approve'));
    await refused(async () => transfer('expert-1', await idOf('dean')), { code: 'case.finished' });
  });
});

describe('delegate 委派', () => {
  const delegate = async (account: string, to: string, id = task) => taskCommands.delegate(await caller(account), id, { to, comment });
  const resolve = async (account: string, id: string, answer = '指标无误') =>
    taskCommands.resolve(await caller(account), id, { comment: answer });

  it('goes there and back; whoever answers sees that no decision is wanted', async () => {
    done(await delegate('expert-1', await idOf('dean')));
    const view = await house.cases.instances.read(await caller('dean'), instance);
    expect(view).toMatchObject({
      myTasks: [{ id: `${instance}.2`, isForAnswer: true, choices: [] }],
      steps: [{ tasks: [{ delegatedBy: { name: 'expert-1 同志' } }] }],
    });
    await refused(async () => house.decide('dean', instance, 'approve'), { code: 'task.delegated' });
    await refused(() => resolve('dean', `${instance}.2`, ' '), { code: 'comment.required' });
    await refused(() => resolve('expert-1', `${instance}.2`), { code: 'task.not-yours' });
    done(await resolve('dean', `${instance}.2`));
    expect([await statusOf(task), await statusOf(`${instance}.2`)]).toEqual(['delegated', 'resolved']);
    expect(await lastLine()).toMatchObject({ kind: 'resolved', comment: '指标无误', detail: { people: [await idOf('expert-1')] } });
    await refused(() => resolve('expert-1', `${instance}.3`), { code: 'resolve.not-delegated' });
    done(await house.decide('expert-1', instance, 'approve'));
  });

  it('is refused to who may not, to nobody, and when it is over', async () => {
    await refused(async () => delegate('lead', await idOf('dean')), { code: 'task.not-yours' });
    await refused(() => delegate('expert-1', nobody), { code: 'person.unknown' });
    await refused(async () => delegate('expert-1', await idOf('lead')), { code: 'assignee.applicant' });
    done(await house.decide('expert-2', instance, 'approve'));
    await refused(async () => delegate('expert-1', await idOf('dean')), { code: 'case.finished' });
  });
});

describe('add and remove signers 加签 减签', () => {
  const add = async (account: string, id: string, place: 'before' | 'after' | 'beside', accounts: readonly string[]) =>
    taskCommands.addSigners(await caller(account), id, { place, people: await Promise.all(accounts.map(idOf)), comment: '请会签' });
  const remove = async (account: string, of: string, accounts: readonly string[], more: object = {}) =>
    taskCommands.removeSigners(await caller(account), of, {
      step: 'experts',
      people: await Promise.all(accounts.map(idOf)),
      comment: '不再需要',
      ...more,
    });

  it('before me: the view says who waits for whom, and the task comes back', async () => {
    done(await add('expert-1', task, 'before', ['dean', 'affairs']));
    const view = await house.cases.instances.read(await caller('dean'), instance);
    expect(view).toMatchObject({
      steps: [
        {
          signing: [
            { place: 'before', policy: 'all', assignee: { person: { name: 'expert-1 同志' } }, tasks: [`${instance}.2`, `${instance}.3`] },
          ],
          tasks: [{ addedBy: { name: 'expert-1 同志' } }, { addedBy: { name: 'expert-1 同志' } }],
        },
      ],
      myTasks: [{ choices: [{ outcome: 'approve' }, { outcome: 'reject' }], access: { opinion: 'read' } }],
    });
    done(await house.decide('dean', instance, 'approve', { comment: '同意' }));
    done(await remove('expert-1', instance, ['affairs']));
    expect(await queueOf('expert-1')).toContain(`${instance}.4`);
    done(await house.decide('expert-1', instance, 'approve'));
    expect([await statusOf(task), await statusOf(`${instance}.3`)]).toEqual(['waiting', 'removed']);
  });

  it('after me and beside me, in one countersigning', async () => {
    const of = await house.started('lead', countersigning.key);
    const first = await house.task('expert-1', of);
    done(await add('expert-1', first, 'after', ['dean']));
    done(await add('expert-2', await house.task('expert-2', of), 'beside', ['affairs']));
    for (let number = 1; number <= 40; number += 1) done(await house.decide(`expert-${number}`, of, 'approve'));
    done(await house.decide('affairs', of, 'approve'));
    expect(await house.cases.instances.read(await caller('dean'), of)).toMatchObject({ isFinished: false });
    expect(done(await house.decide('dean', of, 'approve'))).toMatchObject({ settled: 'approve', states: ['approved'] });
  });

  it('is refused to who may not, of whom it may not be, and when it is over', async () => {
    await refused(() => add('lead', task, 'before', ['dean']), { code: 'task.not-yours' });
    await refused(() => add('expert-1', task, 'before', ['lead']), { code: 'assignee.applicant' });
    const strangers = { place: 'before', people: [nobody], comment: '…' } as const;
    await refused(async () => taskCommands.addSigners(await caller('expert-1'), task, strangers), { code: 'person.unknown' });
    await refused(
      async () => taskCommands.addSigners(await caller('expert-1'), task, { ...strangers, people: [await idOf('dean')], comment: '' }),
      {
        code: 'comment.required',
      },
    );
    done(await add('expert-1', task, 'beside', ['dean']));
    await refused(() => add('expert-1', task, 'after', ['dean']), { code: 'assignee.already', params: { person: 'dean 同志' } });
    await refused(() => remove('expert-2', instance, ['dean']), { code: 'signers.not-yours', params: { person: 'dean 同志' } });
    await refused(() => remove('other-lead', instance, ['dean']), { code: 'instance.unknown' });
    await refused(() => remove('expert-1', instance, ['affairs']), { code: 'signers.unknown' });
    await refused(() => remove('expert-1', instance, ['dean'], { comment: '' }), { code: 'comment.required' });
    await refused(() => remove('expert-1', instance, ['dean'], { step: 'nowhere' }), { code: 'step.not-open' });
    done(await house.decide('dean', instance, 'approve'));
    await refused(() => add('expert-1', task, 'before', ['affairs']), { code: 'case.finished' });
    await refused(() => remove('expert-1', instance, ['dean']), { code: 'case.finished' });
  });
});

describe('recuse 回避', () => {
  const recuse = async (account: string, of = instance, why = '亲属关系') =>
    taskCommands.recuse(await caller(account), of, { comment: why });

  it('takes the case out of my queue, and off what I may decide', async () => {
    done(await taskCommands.claim(await caller('expert-1'), task, {}));
    done(await recuse('expert-1'));
    expect(await queueOf('expert-1')).not.toContain(task);
    expect(await queueOf('expert-2')).toContain(task);
    expect(await house.cases.instances.read(await caller('expert-1'), instance)).toMatchObject({ myTasks: [] });
    const decision = { outcome: 'approve', formVersion: 1 };
    await refused(async () => house.cases.commands.decide(await caller('expert-1'), task, decision), { code: 'task.recused' });
    await refused(async () => taskCommands.transfer(await caller('expert-2'), task, { to: await idOf('expert-1'), comment }), {
      code: 'assignee.recused',
      params: { person: 'expert-1 同志' },
    });
    done(await house.decide('expert-2', instance, 'approve'));
  });

  it('a vote is reckoned without those who did not vote; a statement is kept with a vote', async () => {
    const of = await house.started('lead', ballot.key);
    for (let number = 1; number <= 39; number += 1)
      done(await house.decide(`expert-${number}`, of, 'approve', { comment: `意见${number}` }));
    expect(done(await recuse('expert-40', of))).toMatchObject({ states: ['approved'] });
    const lines = await house.cases.histories.read(await caller('dean'), of);
    expect(lines?.filter(({ kind }) => kind === 'decided').map(({ comment }) => comment)).toHaveLength(39);
    expect(lines?.slice(-3).map(({ kind, comment }) => [kind, comment])).toEqual([
      ['decided', '意见39'],
      ['recused', '亲属关系'],
      ['settled', undefined],
    ]);
  });

  it('is refused to the applicant, twice, without a reason, to who may not see the case, and when it is over', async () => {
    await refused(() => recuse('lead'), { code: 'recuse.applicant' });
    await refused(() => recuse('expert-1', instance, ' '), { code: 'comment.required' });
    await refused(() => recuse('other-lead'), { code: 'instance.unknown' });
    done(await recuse('expert-1'));
    await refused(() => recuse('expert-1'), { code: 'recuse.already' });
    done(await house.decide('expert-2', instance, 'approve'));
    await refused(() => recuse('expert-3'), { code: 'case.finished' });
  });
});

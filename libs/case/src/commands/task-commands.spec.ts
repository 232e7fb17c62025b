import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, candidates } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates] });
const { taskCommands, taskLists } = house.cases;

let instance = '';
let task = '';
beforeEach(async () => {
  instance = await house.started('lead', candidates.key);
  task = `${instance}.1`;
});
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

import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Decision } from './commands.ts';
import type { Outcome } from './sender.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const { commands } = house.cases;

afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  house.clock.turnTo('2024-03-22T01:00:00.000Z');
});

const approve = async (instance: string, more: Partial<Decision> = {}): Promise<Outcome> =>
  house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' }, ...more });

async function shown(work: () => Promise<Outcome>) {
  const before = await digests(dataSource);
  const outcome = await work();
  expect(await digests(dataSource)).toEqual(before);
  if (outcome.kind !== 'shown') throw new Error(`not shown: ${JSON.stringify(outcome)}`);
  return outcome.preview;
}

async function refused(work: () => Promise<Outcome>, expected: object): Promise<Outcome> {
  const before = await digests(dataSource);
  const outcome = await work();
  expect(outcome).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
  return outcome;
}

describe('a dry run', () => {
  it('says where the case would go, who would be asked and whose tasks and clocks would end', async () => {
    const instance = await house.submitted('网络系统建设与运维');
    expect(await shown(() => approve(instance, { isDryRun: true }))).toEqual({
      expected: expect.stringMatching(/^2(\.[0-9a-f]{12}){14}$/),
      sequence: 2,
      states: [{ path: 'academicAffairs', title: { zh: '教务处审核' } }],
      isFinished: false,
      left: [{ path: 'jointMeeting', title: { zh: '系党政联席会论证' } }],
      entered: [{ path: 'academicAffairs', title: { zh: '教务处审核' }, isHeld: false }],
      asked: [
        {
          step: { path: 'academicAffairs', title: { zh: '教务处审核' } },
          assignee: { post: { key: 'academic-affairs', title: { zh: '教务处', en: '教务处' } }, organisation: '江淮职业技术学院' },
        },
      ],
      cancelled: [],
      timersSet: [],
      timersCleared: [expect.objectContaining({ kind: 'delay', dueAt: '2024-03-25T01:00:00.000Z' })],
      dues: [],
      notices: [],
      signals: [],
      childrenStarted: [],
      childrenEnded: 0,
      calculated: {},
      calls: [],
      passed: [],
    });
  });

  it('names the people whose tasks would be closed undecided', async () => {
    const instance = await house.started('lead', 'countersigning');
    const preview = await shown(() => house.decide('expert-1', instance, 'reject', { comment: '不同意', isDryRun: true }));
    expect(preview).toMatchObject({ isFinished: true, entered: [] });
    expect(preview.cancelled).toHaveLength(39);
    expect(preview.cancelled[0]).toMatchObject({ because: 'settled', assignee: { person: { name: expect.stringMatching(/^expert-/) } } });
  });

  it('of a beginning shows the case there would be', async () => {
    const preview = await shown(() => house.start('lead', 'certificate-admission', { certificate: '电子商务' }, { isDryRun: true }));
    expect(preview).toMatchObject({ sequence: 0, entered: [{ path: 'draft' }], asked: [{ assignee: { person: { name: 'lead 同志' } } }] });
    const started = await house.start('lead', 'certificate-admission', { certificate: '电子商务' }, { expected: preview.expected });
    expect(started.kind).toBe('done');
  });

  it('is refused where the command would be', async () => {
    const instance = await house.submitted('老年照护');
    await refused(() => approve(instance, { isDryRun: true, fields: {} }), { code: 'form.invalid' });
    const task = await house.task('meeting', instance);
    await refused(
      async () => commands.decide(await house.caller('other-meeting'), task, { outcome: 'approve', formVersion: 1, isDryRun: true }),
      {
        code: 'task.unknown',
      },
    );
  });

  it('does not use up an idempotency key', async () => {
    const instance = await house.submitted('母婴护理');
    await shown(() => approve(instance, { isDryRun: true, idempotencyKey: 'once' }));
    done(await approve(instance, { idempotencyKey: 'once' }));
  });
});

describe('a command with what it was shown to do', () => {
  it('is done while it still does that, though some time has passed', async () => {
    const instance = await house.submitted('汽车运用与维修');
    const { expected } = await shown(() => approve(instance, { isDryRun: true }));
    house.clock.turnTo('2024-03-22T02:00:00.000Z');
    done(await approve(instance, { expected }));
  });

  it('is refused when the case has gone on, with what has happened', async () => {
    const instance = await house.submitted('物流管理');
    const { expected } = await shown(() => approve(instance, { isDryRun: true }));
    done(await commands.comment(await house.caller('lead'), instance, { comment: '请稍候，材料有误' }));
    const outcome = await refused(() => approve(instance, { expected }), { code: 'command.outdated', params: { happened: 1 } });
    expect(outcome).toMatchObject({
      difference: { parts: [], happened: [{ kind: 'commented', comment: '请稍候，材料有误' }], now: { sequence: 3 } },
    });
    const again = outcome as { readonly difference: { readonly now: { readonly expected: string } } };
    done(await approve(instance, { expected: again.difference.now.expected }));
  });

  it('is refused when others would be asked, and says which part differs', async () => {
    const instance = await house.submitted('工业机器人');
    const { expected } = await shown(() => approve(instance, { isDryRun: true }));
    const comment = '不同意';
    const outcome = await refused(() => house.decide('meeting', instance, 'reject', { comment, expected }), { code: 'command.outdated' });
    expect(outcome).toMatchObject({
      params: { happened: 0 },
      difference: { parts: expect.arrayContaining(['states', 'entered', 'asked']), happened: [], now: { isFinished: true } },
    });
  });

  it('that cannot be read is refused like an old one', async () => {
    const instance = await house.submitted('财务共享服务');
    await refused(() => approve(instance, { expected: 'nonsense' }), { code: 'command.outdated' });
  });
});

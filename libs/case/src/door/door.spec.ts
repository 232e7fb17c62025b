import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { beginning, done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { contradictions } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { commands, instances, histories } = house.cases;

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const tasksOf = (instance: string) =>
  house.rows<{ text: string }>(
    `SELECT concat_ws(' ', number, step, split_part(assignee, ':', 1), status, outcome) AS text FROM task WHERE instance_id = $1 ORDER BY number`,
    [instance],
  );
const historyOf = (instance: string) =>
  house.rows<{ text: string }>(
    `SELECT concat_ws(' ', sequence, kind, outcome, settled, 'form', form_version, array_to_string(to_states, ',')) AS text
     FROM history WHERE instance_id = $1 ORDER BY sequence`,
    [instance],
  );
const timersOf = (instance: string) => house.rows('SELECT number, event, due_at FROM timer WHERE instance_id = $1', [instance]);
const messagesOf = (instance: string) =>
  house.rows<{ job: string; payload: object }>(`SELECT job, payload FROM outbox WHERE payload->>'instance' = $1 ORDER BY id`, [instance]);
const formsOf = (instance: string) =>
  house.rows<{ version: number; fields: object }>('SELECT version, fields FROM form_version WHERE instance_id = $1 ORDER BY version', [
    instance,
  ]);
const textsOf = (rows: readonly { readonly text: string }[]) => rows.map(({ text }) => text);

async function instanceRow(instance: string) {
  const [row] = await house.rows<Record<string, unknown>>('SELECT * FROM instance WHERE id = $1', [instance]);
  return row ?? {};
}

describe('an admission', () => {
  it('puts every row down when it begins', async () => {
    const lead = await house.caller('lead');
    const record = done(
      await house.start('lead', 'certificate-admission', { certificate: '物流管理', ratio: 0.9 }, { idempotencyKey: 'begin' }),
    );
    const { instance } = record;
    expect(record).toEqual({
      instance,
      sequence: 1,
      at: beginning,
      states: ['draft'],
      formVersion: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await instanceRow(instance)).toMatchObject({
      tenant: 'anhui',
      definition_key: 'certificate-admission',
      definition_version: 1,
      title_zh: '物流管理准入',
      title_en: 'Admission of 物流管理',
      applicant: lead.person,
      organisation_id: await house.organisation('information'),
      organisation_path: lead.posts[0]?.path,
      standing: ['draft'],
      is_finished: false,
      form_version: 1,
      unique_key: '物流管理',
      sequence: 1,
      started_at: new Date(beginning),
      changed_at: new Date(beginning),
    });
    expect(textsOf(await tasksOf(instance))).toEqual(['1 draft person open']);
    expect(textsOf(await historyOf(instance))).toEqual(['1 started form 1 draft']);
    expect(await formsOf(instance)).toEqual([{ version: 1, fields: { certificate: '物流管理', ratio: 0.9 } }]);
    expect(await messagesOf(instance)).toEqual([{ job: 'notice.tasks-opened', payload: { instance, tasks: [1] } }]);
    expect(await timersOf(instance)).toEqual([]);
    expect(await house.rows('SELECT person_id, key, instance_id, sequence FROM receipt')).toEqual([
      { person_id: lead.person, key: 'begin', instance_id: instance, sequence: 1 },
    ]);
  });

  it('passes four bodies one after another and ends, each step of it in every table', async () => {
    const instance = await house.started('lead', 'certificate-admission', { certificate: '云计算', ratio: 0.9 });
    house.clock.advance(3_600_000);
    done(await house.decide('lead', instance, 'submit', { comment: '请论证', fields: { ratio: 0.95 } }));
    expect(textsOf(await tasksOf(instance))).toEqual(['1 draft person decided submit', '2 jointMeeting post open']);
    expect(await timersOf(instance)).toEqual([
      { number: 1, event: expect.stringContaining('jointMeeting'), due_at: new Date('2024-03-25T02:00:00Z') },
    ]);
    expect(await house.rows('SELECT due_at, opened_at, excluded FROM task WHERE instance_id = $1 AND number = 2', [instance])).toEqual([
      {
        due_at: new Date('2024-03-27T02:00:00Z'),
        opened_at: new Date('2024-03-22T02:00:00Z'),
        excluded: (await house.caller('lead')).person,
      },
    ]);
    expect((await formsOf(instance)).map(({ version }) => version)).toEqual([1, 2]);

    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意申报' } }));
    expect(await timersOf(instance)).toEqual([]);
    for (const account of ['affairs', 'president']) done(await house.decide(account, instance, 'approve'));
    expect(await instanceRow(instance)).toMatchObject({
      standing: ['partyCommittee'],
      is_finished: false,
      sequence: 5,
      unique_key: '云计算',
    });
    const record = done(await house.decide('party', instance, 'approve'));
    expect(record).toMatchObject({ sequence: 6, states: ['approved'], formVersion: 3, settled: 'approve' });

    expect(await instanceRow(instance)).toMatchObject({ standing: ['approved'], is_finished: true, form_version: 3, sequence: 6 });
    expect(textsOf(await tasksOf(instance))).toEqual([
      '1 draft person decided submit',
      '2 jointMeeting post decided approve',
      '3 academicAffairs post decided approve',
      '4 presidentMeeting post decided approve',
      '5 partyCommittee post decided approve',
    ]);
    expect(textsOf(await historyOf(instance))).toEqual([
      '1 started form 1 draft',
      '2 decided submit submit form 2 jointMeeting',
      '3 decided approve approve form 3 academicAffairs',
      '4 decided approve approve form 3 presidentMeeting',
      '5 decided approve approve form 3 partyCommittee',
      '6 decided approve approve form 3 approved',
    ]);
    expect(await messagesOf(instance)).toEqual(
      [1, 2, 3, 4, 5].map((task) => ({ job: 'notice.tasks-opened', payload: { instance, tasks: [task] } })),
    );
    expect(await house.rows(`SELECT detail FROM history WHERE instance_id = $1 AND sequence = 2`, [instance])).toMatchObject([
      { detail: { facts: { certificate: { level: '中级', isOpen: true } }, form: expect.stringMatching(/^[0-9a-f]{64}$/) } },
    ]);
  });

  it('returns to its applicant, takes the new title everywhere, and may be rejected; its key is then free again', async () => {
    const instance = await house.submitted('旧名称');
    done(await house.decide('meeting', instance, 'return', { comment: '名称有误' }));
    done(await house.decide('lead', instance, 'submit', { fields: { certificate: '新名称' } }));
    expect(await house.rows('SELECT DISTINCT title_zh FROM task WHERE instance_id = $1 AND status = $2', [instance, 'open'])).toEqual([
      { title_zh: '新名称准入' },
    ]);
    expect(await instanceRow(instance)).toMatchObject({ title_zh: '新名称准入', unique_key: '新名称' });
    done(await house.decide('meeting', instance, 'reject', { comment: '条件不足' }));
    expect(await instanceRow(instance)).toMatchObject({ standing: ['rejected'], is_finished: true, unique_key: null });
    expect(await house.started('lead', 'certificate-admission', { certificate: '新名称', ratio: 0.9 })).not.toBe(instance);
  });

  it('is withdrawn by its applicant: the open task is left and the timer gone', async () => {
    const instance = await house.submitted('撤回的证书');
    const record = done(await commands.withdraw(await house.caller('lead'), instance, { comment: '材料有误' }));
    expect(record).toMatchObject({ states: ['withdrawn'], sequence: 3 });
    expect(textsOf(await tasksOf(instance))).toEqual(['1 draft person decided submit', '2 jointMeeting post left']);
    expect(await timersOf(instance)).toEqual([]);
  });

  it('takes a remark and a draft without moving', async () => {
    const instance = await house.started('lead', 'certificate-admission', { certificate: '草稿' });
    const lead = await house.caller('lead');
    done(await commands.save(lead, `${instance}.1`, { formVersion: 1, fields: { ratio: 0.85 } }));
    done(await commands.comment(lead, instance, { comment: '等待材料' }));
    expect(textsOf(await historyOf(instance))).toEqual(['1 started form 1 draft', '2 saved form 2 draft', '3 commented form 2 draft']);
    expect(await instanceRow(instance)).toMatchObject({ standing: ['draft'], form_version: 2, sequence: 3 });
  });

  it('is not touched by a draft that changes nothing', async () => {
    const instance = await house.started('lead', 'certificate-admission', { certificate: '不变', ratio: 0.8 });
    const before = await instanceRow(instance);
    house.clock.advance(60_000);
    const record = done(await commands.save(await house.caller('lead'), `${instance}.1`, { formVersion: 1, fields: { ratio: 0.8 } }));
    expect(record).toMatchObject({ sequence: 1, states: ['draft'], formVersion: 1 });
    expect(await instanceRow(instance)).toEqual(before);
  });
});

it('says the same in a new process as in the one that did the work', async () => {
  const instance = await house.submitted('跨进程');
  const restarted = house.anotherProcess();
  for (const account of ['lead', 'meeting', 'affairs', 'city']) {
    const caller = await house.caller(account);
    expect(await restarted.cases.instances.read(caller, instance)).toEqual(await instances.read(caller, instance));
    expect(await restarted.cases.histories.read(caller, instance)).toEqual(await histories.read(caller, instance));
    expect(await restarted.cases.taskLists.inbox(caller, { limit: 50 })).toEqual(await house.cases.taskLists.inbox(caller, { limit: 50 }));
  }
  done(await restarted.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
  expect(await instances.read(await house.caller('affairs'), instance)).toMatchObject({ states: [{ path: 'academicAffairs' }] });
});

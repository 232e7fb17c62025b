import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { openHouse, tenant } from '../../../../test/support/house.ts';

const { database, dataSource } = await testDatabase();

const process = (key: string, title: string) =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: draft('audit'),
        audit: { meta: step(post('academic-affairs'), one('approve'), { title: { zh: '教务处审核' } }), on: { approve: 'city' } },
        city: { meta: step(post('city-reviewer', 'city'), one('approve'), { title: { zh: '市级审核' } }), on: { approve: 'done' } },
        done: final,
      },
    },
    { key, title: { zh: title }, subject: 'department', start: { posts: ['certificate-lead'] } },
  );
const house = await openHouse({ database, dataSource }, { definitions: [process('leave', '外出培训')], present: '2024-03-22T01:00:00Z' });
const { clock } = house;
const night = async (day: string) => {
  clock.turnTo(new Date(`${day}T03:00:00+08:00`));
  await house.cases.nightlyStaffing.look([tenant]);
};
const leave = (account: string, last: string) =>
  house.rows('UPDATE post_holding SET valid_to = $2 WHERE person_id = (SELECT id FROM person WHERE account = $1)', [account, last]);
const appoint = (account: string, name: string, organisation: string) =>
  house.rows(
    `INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from)
     SELECT $1, gen_random_uuid(), p.id, $2, o.id, '2024-03-01' FROM person p, organisation o WHERE p.account = $3 AND o.code = $4`,
    [tenant, name, account, organisation],
  );
const incidents = async () =>
  (await house.cases.nightlyStaffing.open(tenant)).map(({ key, version, findings }) => ({
    of: `${key} ${version}`,
    found: findings.map(({ message, places }) => [message.zh.split('。')[0], ...places.map(({ name, above }) => `${above} ${name}`)]),
  }));
const history = () => house.rows<object>('SELECT id, closed_at IS NULL AS is_open FROM staffing_incident ORDER BY opened_at, key, version');
const told = async () =>
  (
    await house.rows<{ payload: { text: { zh: string } } }>(
      `SELECT payload FROM outbox WHERE job = 'notice.send' AND payload ->> 'cause' LIKE 'staffing %'`,
    )
  ).map(({ payload }) => payload.text.zh);
/** Ends before what it has written is committed. */
const killed = Object.create(database) as typeof database;
killed.transaction = (work) =>
  database.transaction(async (tx) => {
    await work(tx);
    throw new Error('killed');
  });
const audit = '“教务处审核”：1 个院系无人可办';

describe('the night', () => {
  it('takes what the software came with as it is: nobody at the second school is no news', async () => {
    await leave('other-city', '2024-03-21');
    await night('2024-03-23');
    expect(await incidents()).toEqual([]);
  });

  it('raises one incident when the only approver of a school has left, and tells the operators once', async () => {
    await leave('affairs', '2024-03-23');
    await leave('lead-and-affairs', '2024-03-23');
    clock.turnTo(new Date('2024-03-24T03:00:00+08:00'));
    await expect(house.anotherProcess(killed).cases.nightlyStaffing.look([tenant])).rejects.toThrow('killed');
    expect([await incidents(), await told()]).toEqual([[], []]);
    await night('2024-03-24');
    expect(await incidents()).toEqual([{ of: 'leave 1', found: [[audit, '江淮职业技术学院 信息工程系']] }]);
    expect(await told()).toEqual([
      '“外出培训”第 1 版：人员变动后，1 个环节在一些单位无人可办。“教务处审核”：1 个院系无人可办。请任命相应岗位，或写明无人时改由谁办理。',
    ]);
  });

  it('does nothing twice: not the same night, not by two at once, not the nights after while nothing changes', async () => {
    const before = await history();
    await night('2024-03-24');
    await Promise.all([night('2024-03-25'), house.anotherProcess().cases.nightlyStaffing.look([tenant])]);
    await night('2024-03-26');
    expect(await history()).toEqual(before);
    expect(await told()).toHaveLength(1);
  });

  it('says in the same incident what else is found', async () => {
    await leave('city', '2024-03-26');
    await night('2024-03-27');
    expect(await incidents()).toMatchObject([
      {
        found: [
          [audit, '江淮职业技术学院 信息工程系'],
          ['“市级审核”：1 个院系无人可办', '江淮职业技术学院 信息工程系'],
        ],
      },
    ]);
    expect(await history()).toHaveLength(1);
    expect(await told()).toHaveLength(1);
  });

  it('is over when somebody has been appointed, and what was known becomes news once it has been mended', async () => {
    await appoint('dean', 'academic-affairs', 'jianghuai');
    await appoint('province', 'city-reviewer', 'hefei');
    await appoint('province', 'city-reviewer', 'wuhu');
    await night('2024-03-28');
    expect(await incidents()).toEqual([]);
    expect(await history()).toMatchObject([{ is_open: false }]);
    await leave('province', '2024-03-28');
    await night('2024-03-29');
    expect(await incidents()).toEqual([
      { of: 'leave 1', found: [['“市级审核”：2 个院系无人可办', '江淮职业技术学院 信息工程系', '皖江职业学院 物流系']] },
    ]);
    expect(await told()).toHaveLength(2);
  });

  it('looks at a version that was replaced for as long as a case runs on it, where it runs', async () => {
    await house.rows(`UPDATE post_holding SET valid_to = NULL WHERE post = 'city-reviewer'`);
    await night('2024-03-30');
    expect(await incidents()).toEqual([]);
    const instance = await house.started('lead', 'leave', { amount: 1 });
    const next = { ...process('leave', '外出培训'), summary: { zh: '第二版' } };
    await house.cases.workflows.publish(tenant, next, null, null);
    await house.rows(`UPDATE post_holding SET valid_to = '2024-03-30' WHERE post = 'city-reviewer'`);
    await night('2024-03-31');
    expect(await incidents()).toMatchObject([{ of: 'leave 1', found: [['“市级审核”：1 个院系无人可办', '江淮职业技术学院 信息工程系']] }]);
    await house.rows('UPDATE instance SET is_finished = true WHERE id = $1', [instance]);
    await night('2024-04-01');
    expect(await incidents()).toEqual([]);
  });

  it('asks the database as often, however many steps and organisations there are, and next looks at three in the morning', async () => {
    const asked: string[] = [];
    const counted = Object.create(database) as typeof database;
    counted.query = (...[statement, values]: Parameters<typeof database.query>) => {
      asked.push(statement.name);
      return database.query(statement, values);
    };
    const other = house.anotherProcess(counted);
    await other.cases.nightlyStaffing.look([tenant]);
    expect(asked).toEqual(['staffing.nights']);
    asked.length = 0;
    clock.turnTo(new Date('2024-04-02T03:00:00+08:00'));
    await other.cases.nightlyStaffing.look([tenant]);
    const first = asked.filter((name) => name !== 'definition.find').length;
    asked.length = 0;
    await house.rows(
      `INSERT INTO organisation (tenant, id, parent_id, kind, type, name, path)
       SELECT o.tenant, n.id, o.id, 'department', 'department', '新设系' || n.number, o.path || n.id || '/'
       FROM organisation o, (SELECT gen_random_uuid() AS id, number FROM generate_series(1, 100) AS number) n WHERE o.code = 'jianghuai'`,
    );
    clock.turnTo(new Date('2024-04-03T03:00:00+08:00'));
    await other.cases.nightlyStaffing.look([tenant]);
    expect(asked).toHaveLength(first);
    expect(house.cases.nightlyStaffing.next(clock.now()).toISOString()).toBe('2024-04-03T19:00:00.000Z');
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { newId } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse, tenant } from '../../../../test/support/house.ts';
import { admission, raised, sealing } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, sealing, raised] });
const { systemCommands, commands, incidents } = house.cases;
const nowhere = '00000000-0000-7000-8000-000000000000';

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

const kindsOf = async (instance: string) =>
  (await house.rows<{ kind: string }>('SELECT kind FROM history WHERE instance_id = $1 ORDER BY sequence', [instance])).map(
    ({ kind }) => kind,
  );

async function expectNoChange(work: () => Promise<unknown>, expected: object): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
}

describe('a signal', () => {
  const seal = (instance: string, id: string, payload: Record<string, string> = { number: '皖教 7 号' }) =>
    systemCommands.signal(tenant, instance, { id, signal: 'seal', payload });
  const remind = (instance: string, id: string) => systemCommands.signal(tenant, instance, { id, signal: 'remind', payload: {} });
  const reminders = async (instance: string) =>
    (await house.rows<{ count: number }>(`SELECT (state->'data'->>'reminders')::int AS count FROM instance WHERE id = $1`, [instance]))[0]
      ?.count;

  it('moves a case, carries its payload, and is the system’s doing', async () => {
    const instance = await house.started('lead', sealing.key);
    expect(await seal(instance, 'seal-1')).toMatchObject({ kind: 'accepted', sequence: 2 });
    expect(await house.rows(`SELECT standing, state->'data' AS data FROM instance WHERE id = $1`, [instance])).toEqual([
      { standing: ['sealed'], data: { number: '皖教 7 号' } },
    ]);
    expect(
      await house.rows('SELECT kind, command_id, person_id, detail FROM history WHERE instance_id = $1 AND sequence = 2', [instance]),
    ).toMatchObject([
      { kind: 'signalled', command_id: 'seal-1', person_id: null, detail: { cause: 'seal', given: { number: '皖教 7 号' } } },
    ]);
  });

  it('delivered again has no second effect, neither at once nor twenty times together', async () => {
    const instance = await house.started('lead', sealing.key);
    const answers = await Promise.all(Array.from({ length: 20 }, () => remind(instance, 'remind-1')));
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(await reminders(instance)).toBe(1);
    await expectNoChange(() => remind(instance, 'remind-1'), { code: 'command.repeated' });
    expect(await remind(instance, 'remind-2')).toMatchObject({ kind: 'accepted' });
    expect(await reminders(instance)).toBe(2);
  });

  it('delivered again after a hundred others has no second effect either', async () => {
    const instance = await house.started('lead', sealing.key);
    for (let number = 1; number <= 100; number += 1) await remind(instance, `remind-${number}`);
    await expectNoChange(() => remind(instance, 'remind-1'), { code: 'command.repeated' });
    expect(await reminders(instance)).toBe(100);
  });

  it('is refused when nobody listens, when it is unknown, badly filled in or sent to no case', async () => {
    const instance = await house.started('lead', sealing.key);
    await expectNoChange(() => systemCommands.signal(tenant, instance, { id: newId(), signal: 'burn', payload: {} }), {
      code: 'signal.unknown',
      params: { signal: 'burn' },
    });
    await expectNoChange(() => seal(instance, newId(), {}), {
      code: 'signal.payload-invalid',
      fields: [{ path: '/number', code: 'required' }],
    });
    for (const unknown of [nowhere, 'x', '']) await expectNoChange(() => seal(unknown, newId()), { code: 'instance.unknown' });
    await expectNoChange(() => systemCommands.signal('hubei', instance, { id: newId(), signal: 'remind', payload: {} }), {
      code: 'instance.unknown',
    });
    await seal(instance, 'seal-2');
    await expectNoChange(() => seal(instance, 'seal-3'), { code: 'signal.not-now' });
  });
});

describe('a timer', () => {
  const timersOf = (instance: string) =>
    house.rows<{ number: number; due_at: Date }>('SELECT number, due_at FROM timer WHERE instance_id = $1', [instance]);

  it('fired moves the case and is gone; fired again, also twenty times together, it does nothing', async () => {
    const instance = await house.started('lead', sealing.key);
    expect(await timersOf(instance)).toEqual([{ number: 1, due_at: new Date('2024-04-01T01:00:00Z') }]);
    house.clock.turnTo('2024-04-01T01:00:00Z');
    const answers = await Promise.all(Array.from({ length: 20 }, () => systemCommands.fireTimer(tenant, instance, 1)));
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
    expect(await timersOf(instance)).toEqual([]);
    expect(await kindsOf(instance)).toEqual(['started', 'timer-fired']);
    expect(await house.rows('SELECT standing, is_finished FROM instance WHERE id = $1', [instance])).toEqual([
      { standing: ['lapsed'], is_finished: true },
    ]);
    await expectNoChange(() => systemCommands.fireTimer(tenant, instance, 1), { kind: 'refused' });
  });

  it('that only reminds notifies the post and leaves the case where it is', async () => {
    const instance = await house.submitted('催办');
    expect(await systemCommands.fireTimer(tenant, instance, 1)).toMatchObject({ kind: 'accepted', sequence: 3 });
    expect(await house.rows(`SELECT payload FROM outbox WHERE job = 'notice.send' AND payload->>'instance' = $1`, [instance])).toEqual([
      {
        payload: {
          instance,
          to: [`post:dean@${await house.organisation('information')}`],
          text: { zh: '催办逾期未议' },
          cause: expect.stringMatching(/^[0-9a-f-]{36}\/0$/),
          kind: 'message',
        },
      },
    ]);
    expect(await house.rows('SELECT standing FROM instance WHERE id = $1', [instance])).toEqual([{ standing: ['jointMeeting'] }]);
  });

  it('cleared by a decision, or never set, is not running', async () => {
    const instance = await house.submitted('已清除');
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
    for (const timer of [1, 2, 0])
      await expectNoChange(() => systemCommands.fireTimer(tenant, instance, timer), { code: 'timer.not-running', params: { timer } });
    await expectNoChange(() => systemCommands.fireTimer(tenant, nowhere, 1), { code: 'instance.unknown' });
  });

  it('and a decision that come together: either may be first, and neither is half done', async () => {
    const cases = await Promise.all(Array.from({ length: 15 }, (_, index) => house.submitted(`同时 ${index}`)));
    const meeting = await house.caller('meeting');
    const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' } };
    await Promise.all(
      cases.flatMap((instance) => [systemCommands.fireTimer(tenant, instance, 1), commands.decide(meeting, `${instance}.2`, decision)]),
    );
    for (const instance of cases) expect(await timersOf(instance)).toEqual([]);
    expect(await house.rows('SELECT DISTINCT standing FROM instance WHERE id = ANY($1)', [cases])).toEqual([
      { standing: ['academicAffairs'] },
    ]);
  });
});

describe('a beginning', () => {
  const begin = async (id: string, definition = raised.key) =>
    systemCommands.start(tenant, { id, definition, organisation: await house.organisation('jianghuai'), fields: { cause: '连续漏报' } });
  const rows = (instance: string) => house.rows('SELECT applicant, is_finished, standing FROM instance WHERE id = $1', [instance]);

  it('by the system has no applicant, and is its doing', async () => {
    const answer = await begin('flag/1');
    if (answer.kind === 'refused') throw new Error(answer.code);
    expect(answer.instance).toBe(systemCommands.caseOf(tenant, 'flag/1'));
    expect(await rows(answer.instance)).toEqual([{ applicant: null, is_finished: false, standing: ['pending'] }]);
    expect(await house.rows('SELECT kind, person_id, command_id FROM history WHERE instance_id = $1', [answer.instance])).toEqual([
      { kind: 'started', person_id: null, command_id: 'flag/1' },
    ]);
    const view = await house.cases.instances.read(await house.caller('affairs'), answer.instance);
    expect(view?.myTasks).toHaveLength(1);
    expect(view).not.toHaveProperty('applicant');
    done(await house.decide('affairs', answer.instance, 'approve'));
  });

  it('sent again, also twenty times together and after it has ended, is the same case', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => begin('flag/2')));
    const instance = systemCommands.caseOf(tenant, 'flag/2');
    expect(answers.every((answer) => answer.kind === 'accepted' && answer.instance === instance)).toBe(true);
    expect(await kindsOf(instance)).toEqual(['started']);
    done(await house.decide('affairs', instance, 'approve'));
    const before = await digests(dataSource);
    expect(await begin('flag/2')).toMatchObject({ kind: 'accepted', instance });
    expect(await rows(instance)).toMatchObject([{ is_finished: true }]);
    expect(await digests(dataSource)).toEqual(before);
  });

  it('is refused where the definition does not let the system, or people, begin', async () => {
    const organisation = await house.organisation('information');
    const request = { id: newId(), definition: sealing.key, organisation, fields: {} };
    await expectNoChange(() => systemCommands.start(tenant, request), { code: 'start.not-allowed' });
    const school = await house.organisation('jianghuai');
    const asPerson = { definition: raised.key, organisation: school, fields: {} };
    await expectNoChange(async () => commands.start(await house.caller('affairs'), asPerson), { code: 'start.not-allowed' });
  });
});

describe('an incident', () => {
  it('is opened where nobody can be found, and closed once somebody is and it is tried again', async () => {
    const instance = await house.started('lead', sealing.key);
    await systemCommands.signal(tenant, instance, { id: newId(), signal: 'seal', payload: { number: '1' } });
    const administrator = await house.caller('administrator');
    const scopes = [administrator.posts[0]?.path ?? ''];
    const openHere = async () => (await incidents.open(tenant, scopes)).filter(({ instance_id }) => instance_id === instance);
    const [incident] = await openHere();
    expect(incident).toMatchObject({ instance_id: instance, step: 'sealed', code: 'nobody-to-assign', title_zh: sealing.title.zh });
    expect(await incidents.open(tenant, [(await house.caller('other-city')).posts[0]?.path ?? ''])).toEqual([]);

    const id = incident?.id ?? '';
    done(await commands.retryIncident(administrator, id));
    expect(await openHere()).toMatchObject([{ id }]);

    const { person } = await house.caller('dean');
    await dataSource.query(
      `INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from) VALUES ($1, $2, $3, 'archivist', $4, '2024-01-01')`,
      [tenant, newId(), person, await house.organisation('jianghuai')],
    );
    const retried = await Promise.all(
      [1, 2].map((number) => commands.retryIncident(administrator, id, { idempotencyKey: `retry ${number}` })),
    );
    expect(retried.map((outcome) => (outcome.kind === 'refused' ? outcome.code : outcome.kind)).sort()).toEqual(['done', 'retry.not-held']);
    expect(await openHere()).toEqual([]);
    expect(await house.rows('SELECT closed_at FROM incident WHERE id = $1', [id])).toEqual([{ closed_at: house.clock.now() }]);
    done(await house.decide('dean', instance, 'approve'));
  });
});

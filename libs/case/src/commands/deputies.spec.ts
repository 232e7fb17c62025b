import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type AbsenceRequest, AbsenceStore, Absences } from '#directory';
import { isRefused, newId } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, expertAccounts, openHouse, posts } from '../../../../test/support/house.ts';
import { admission, candidates } from '../../../../test/support/house-processes.ts';
import { notRebuilt } from '../../../../test/support/rebuilt.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates] });
const { taskLists, instances, histories, commands, doneOnBehalf } = house.cases;
const absences = new Absences(new AbsenceStore(database), posts, house.clock);

/** The house is opened on 22 March 2024. */
const today = '2024-03-22';
const week = { firstDay: today, lastDay: '2024-03-28' };

afterEach(async () => expect(await notRebuilt(dataSource, house.cases.histories)).toEqual([]));
afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));
beforeEach(async () => {
  house.clock.turnTo('2024-03-22T01:00:00.000Z');
  await dataSource.query('DELETE FROM absence');
  await forget();
});

/** As a server that has just learnt of the newest directory. */
const forget = async () => {
  const [row] = await house.rows<{ revision: string }>('SELECT revision::text FROM directory_revision');
  house.directory.seen('anhui', row?.revision ?? '');
};

async function put(account: string, deputy: string, more: Partial<AbsenceRequest> = {}, id = newId()) {
  const [caller, other] = await Promise.all([house.caller(account), house.caller(deputy)]);
  const answer = await absences.put(caller, caller.person, id, { deputy: other.person, ...week, ...more });
  await forget();
  return answer;
}

const codeOf = (answer: unknown) => (isRefused(answer) ? answer.code : 'entered');
const queueOf = async (account: string) => (await taskLists.inbox(await house.caller(account), { limit: 100 })).items.map(({ id }) => id);
let number = 0;
const submitted = () => house.submitted(`代理 ${(number += 1)}`);

describe('a deputy', () => {
  it('finds what is open already, reads the case, decides it, and both names stand in the trail', async () => {
    const instance = await submitted();
    expect(await queueOf('other-meeting')).toEqual([]);
    expect(codeOf(await put('meeting', 'other-meeting', { reason: '出差' }))).toBe('entered');
    expect(await queueOf('other-meeting')).toEqual([`${instance}.2`]);
    expect(await queueOf('meeting')).toEqual([`${instance}.2`]);
    const deputy = await house.caller('other-meeting');
    expect((await instances.read(deputy, instance))?.myTasks).toMatchObject([{ id: `${instance}.2` }]);
    const record = done(await house.decide('other-meeting', instance, 'approve', { fields: { minutes: '同意' }, comment: '代为同意' }));
    expect(record.states).toEqual(['academicAffairs']);
    const meeting = await house.caller('meeting');
    const lines = await histories.read(meeting, instance);
    expect(lines?.at(-1)).toMatchObject({
      by: { id: deputy.person, name: 'other-meeting 同志', post: { key: 'joint-meeting' } },
      onBehalfOf: { id: meeting.person, name: 'meeting 同志' },
    });
    expect(await histories.verify('anhui', instance)).toMatchObject({ isIntact: true });
    expect(await doneOnBehalf.list(meeting, { limit: 10 })).toMatchObject({
      items: [
        { instance, task: `${instance}.2`, kind: 'decided', outcome: 'approve', comment: '代为同意', by: { name: 'other-meeting 同志' } },
      ],
    });
    expect(await doneOnBehalf.count('anhui', meeting.person, new Date('2024-03-21T16:00:00Z'), new Date('2024-03-28T16:00:00Z'))).toBe(1);
    expect((await doneOnBehalf.list(deputy, { limit: 10 })).items).toEqual([]);
    expect((await taskLists.decided(deputy, { limit: 10 })).items).toMatchObject([{ instance }]);
  });

  it('stands in on those days alone, and no longer once the absence is taken back', async () => {
    const instance = await submitted();
    const id = newId();
    await put('meeting', 'other-meeting', { firstDay: '2024-03-25', lastDay: '2024-03-26' }, id);
    const seen = async (moment: string) => {
      house.clock.turnTo(moment);
      return (await queueOf('other-meeting')).length > 0;
    };
    expect(await seen('2024-03-24T15:59:59.999Z')).toBe(false);
    expect(await seen('2024-03-24T16:00:00.000Z')).toBe(true);
    expect(await seen('2024-03-26T15:59:59.999Z')).toBe(true);
    expect(await seen('2024-03-26T16:00:00.000Z')).toBe(false);
    house.clock.turnTo('2024-03-26T01:00:00Z');
    const meeting = await house.caller('meeting');
    expect(await absences.remove(meeting, meeting.person, id)).toBeUndefined();
    await forget();
    expect(await queueOf('other-meeting')).toEqual([]);
    const outcome = await commands.decide(await house.caller('other-meeting'), `${instance}.2`, {
      outcome: 'reject',
      comment: '不符',
      formVersion: 1,
    });
    expect(outcome).toMatchObject({ kind: 'refused', code: 'task.unknown' });
    // What has been is kept, to be told of.
    expect(await absences.list(meeting, meeting.person)).toMatchObject([{ firstDay: '2024-03-25', lastDay: '2024-03-25' }]);
  });

  it('stands in for chosen processes, and sees nothing of others', async () => {
    const admitted = await submitted();
    const expert = expertAccounts[0] ?? '';
    const asked = await house.started('lead', candidates.key);
    await put('meeting', 'city', { definitions: ['candidates'] });
    await put(expert, 'city', { definitions: ['candidates'] });
    expect(await queueOf('city')).toEqual([`${asked}.1`]);
    expect(await instances.read(await house.caller('other-city'), admitted)).toBeUndefined();
    await put('meeting', 'other-city', { definitions: ['candidates'], firstDay: '2024-03-29', lastDay: '2024-03-30' });
    house.clock.turnTo('2024-03-29T01:00:00Z');
    expect(await instances.read(await house.caller('other-city'), admitted)).toBeUndefined();
  });

  it('of a deputy stands in for both, up to the third', async () => {
    const instance = await submitted();
    await put('meeting', 'president');
    await put('president', 'other-affairs');
    await put('other-affairs', 'other-city');
    expect(await queueOf('other-city')).toContain(`${instance}.2`);
    done(await house.decide('other-city', instance, 'approve', { fields: { minutes: '同意' } }));
    const [line] = await house.rows<{ on_behalf_of: string }>(
      `SELECT on_behalf_of FROM history WHERE instance_id = $1 ORDER BY sequence DESC LIMIT 1`,
      [instance],
    );
    expect(line?.on_behalf_of).toBe((await house.caller('meeting')).person);
  });

  it('is not led in circles by absences that came to overlap otherwise', async () => {
    const instance = await submitted();
    await put('meeting', 'president');
    await dataSource.query(
      `INSERT INTO absence (tenant, id, person_id, deputy_id, first_day, last_day, entered_by, entered_at)
       SELECT tenant, gen_random_uuid(), deputy_id, person_id, first_day, last_day, person_id, entered_at FROM absence`,
    );
    await forget();
    expect(await queueOf('meeting')).toEqual(await queueOf('president'));
    done(await house.decide('president', instance, 'approve', { fields: { minutes: '同意' } }));
  });

  it('is not shown their own case, and cannot decide it in another’s name', async () => {
    const instance = await submitted();
    await put('meeting', 'lead');
    expect(await queueOf('lead')).toEqual([]);
    const before = await digests(dataSource);
    const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' } };
    expect(await commands.decide(await house.caller('lead'), `${instance}.2`, decision)).toMatchObject({ code: 'task.own-case' });
    expect(await digests(dataSource)).toEqual(before);
  });

  it('pages through a queue of their own tasks and another’s, each task once', async () => {
    await Promise.all(Array.from({ length: 7 }, () => submitted()));
    await put('meeting', 'other-meeting');
    const caller = await house.caller('other-meeting');
    for (const order of ['opened', 'due', 'slack'] as const) {
      const whole = await taskLists.inbox(caller, { limit: 100, order });
      expect(whole.total).toBe(whole.items.length);
      const found: string[] = [];
      let after: string | undefined;
      do {
        const page = await taskLists.inbox(caller, { limit: 3, order, after });
        found.push(...page.items.map(({ id }) => id));
        after = page.next;
      } while (after !== undefined);
      expect(found).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(found).size).toBe(found.length);
    }
    const filtered = await taskLists.inbox(caller, { limit: 100, step: 'draft' });
    expect(filtered).toMatchObject({ items: [], total: 0 });
  });
});

describe('an absence is refused, and no row changes', () => {
  const refused = async (work: () => Promise<unknown>, code: string) => {
    const before = await digests(dataSource);
    expect(codeOf(await work())).toBe(code);
    expect(await digests(dataSource)).toEqual(before);
  };

  it('for wrong days, wrong people, overlaps, circles and chains', async () => {
    const meeting = await house.caller('meeting');
    await refused(() => put('meeting', 'president', { firstDay: '2024-03-28', lastDay: today }), 'absence.period-invalid');
    await refused(() => put('meeting', 'president', { firstDay: '2024-03-01', lastDay: '2024-03-21' }), 'absence.past');
    await refused(() => put('meeting', 'meeting'), 'absence.deputy-self');
    await refused(() => absences.put(meeting, meeting.person, newId(), { deputy: newId(), ...week }), 'absence.deputy-unknown');
    await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'expert-40'`);
    await refused(() => put('meeting', 'expert-40'), 'absence.deputy-unknown');
    const id = newId();
    await put('meeting', 'president', {}, id);
    await refused(() => put('meeting', 'party'), 'absence.overlapping');
    await refused(() => put('president', 'meeting', { lastDay: today }), 'absence.cycle');
    await put('president', 'party');
    await put('party', 'city');
    await refused(() => put('city', 'province'), 'absence.chain-too-long');
    // The same again, and changed, is no overlap with itself.
    expect(codeOf(await put('meeting', 'president', { lastDay: '2024-03-23' }, id))).toBe('entered');
    await refused(() => put('party', 'city', {}, id), 'absence.unknown');
    house.clock.turnTo('2024-03-24T01:00:00Z');
    await refused(() => put('meeting', 'president', { firstDay: '2024-03-24', lastDay: '2024-03-25' }, id), 'absence.past');
    await refused(async () => absences.remove(meeting, meeting.person, id), 'absence.past');
  });

  it('for people who are not one’s to look after', async () => {
    const [administrator, affairs, meeting, city] = await Promise.all(
      ['administrator', 'affairs', 'meeting', 'city'].map((account) => house.caller(account)),
    );
    if (!administrator || !affairs || !meeting || !city) throw new Error('not everybody is there');
    const request = { deputy: city.person, ...week };
    await refused(() => absences.put(affairs, meeting.person, newId(), request), 'absence.person-unknown');
    await refused(() => absences.list(affairs, meeting.person), 'absence.person-unknown');
    await refused(() => absences.put(administrator, newId(), newId(), request), 'absence.person-unknown');
    const id = newId();
    expect(codeOf(await absences.put(administrator, meeting.person, id, request))).toBe('entered');
    await refused(async () => absences.remove(affairs, affairs.person, id), 'absence.unknown');
    expect(await absences.list(administrator, meeting.person)).toMatchObject([{ id, deputy: { name: 'city 同志' } }]);
    expect(await absences.representedBy(city)).toMatchObject([{ id, person: { name: 'meeting 同志' } }]);
    expect(await absences.remove(administrator, meeting.person, id)).toBeUndefined();
  });

  it('when two are entered at once that together would be a circle', async () => {
    const answers = await Promise.all([put('meeting', 'president'), put('president', 'meeting')]);
    expect(answers.map(codeOf).toSorted()).toEqual(['absence.cycle', 'entered']);
  });
});

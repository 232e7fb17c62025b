import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { beginning, done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { followUp } = house.cases;
const day = 86_400_000;
const period = { from: new Date(beginning), until: new Date(Date.parse(beginning) + 100 * day) };

// One draft, one case decided in time, one decided late, one that still waits and is overdue by then; and another city's.
let stuck = '';
beforeAll(async () => {
  await house.started('lead', admission.key, { certificate: '草稿', ratio: 0.9 });
  const [early, late] = [await house.submitted('按时'), await house.submitted('逾期')];
  stuck = await house.submitted('未办');
  done(await house.decide('other-lead', await house.started('other-lead', admission.key, { certificate: '别处', ratio: 0.9 }), 'submit'));
  done(await house.decide('meeting', early, 'approve', { fields: { minutes: '同意' } }));
  house.clock.advance(40 * day);
  done(await house.decide('meeting', late, 'approve', { fields: { minutes: '同意' } }));
});

describe('Following up', () => {
  it('counts what is open in each step by its age and what is overdue, within the subtree', async () => {
    const steps = await followUp.waiting(await house.caller('city'), {});
    expect(steps.map(({ step, total, overdue }) => ({ step: step.path, total, overdue }))).toEqual([
      { step: 'academicAffairs', total: 2, overdue: expect.any(Number) },
      { step: 'draft', total: 1, overdue: 0 },
      { step: 'jointMeeting', total: 1, overdue: 1 },
    ]);
    for (const { total, ages } of steps) expect(ages.reduce((sum, age) => sum + age)).toBe(total);
    // One came just now, the other forty days ago.
    expect(steps[0]?.ages).toEqual([1, 0, 0, 0, 1]);
    expect(steps[2]).toMatchObject({ ages: [0, 0, 0, 0, 1], oldestSince: beginning, step: { title: { zh: '系党政联席会论证' } } });
    const all = await followUp.waiting(await house.caller('province'), { step: 'jointMeeting' });
    expect(all.map(({ total }) => total)).toEqual([2]);
    const narrowed = await followUp.waiting(await house.caller('province'), {
      step: 'jointMeeting',
      organisation: await house.organisation('wuhu'),
    });
    expect(narrowed.map(({ total }) => total)).toEqual([1]);
  });

  it('lists what each count is about: as many tasks as were counted', async () => {
    const caller = await house.caller('province');
    for (const { definition, step, total, overdue, ages } of await followUp.waiting(caller, {})) {
      const filters = { definition: definition.key, step: step.path };
      expect(await followUp.open(caller, filters, 100)).toHaveLength(total);
      expect(await followUp.open(caller, { ...filters, isOverdue: true }, 100)).toHaveLength(overdue);
      for (const [age, count] of ages.entries()) expect(await followUp.open(caller, { ...filters, age }, 100)).toHaveLength(count);
    }
    const rates = await followUp.onTime(caller, period, {});
    expect(rates.length).toBeGreaterThan(2);
    for (const { definition, step, organisation, decided, withDue, onTime } of rates) {
      const filters = { definition: definition.key, step: step.path, own: organisation?.id };
      expect(await followUp.decided(caller, period, filters, 100)).toHaveLength(decided);
      expect(await followUp.decided(caller, period, { ...filters, isLate: true }, 100)).toHaveLength(withDue - onTime);
    }
  });

  it('names what is overdue, the longest first', async () => {
    const { items, next } = await followUp.stuck(await house.caller('city'), { step: 'jointMeeting' }, { limit: 10 });
    expect(next).toBeUndefined();
    const [longest, ...others] = items;
    expect(longest).toMatchObject({ instance: stuck, workingDaysLeft: expect.any(Number) });
    expect(longest?.workingDaysLeft).toBeLessThan(0);
    expect(others).toEqual([]);
    // Page by page it is the same, in the same order.
    const walked: string[] = [];
    for (let after: string | undefined, isMore = true; isMore; isMore = after !== undefined) {
      const page = await followUp.stuck(await house.caller('province'), { step: 'jointMeeting' }, { limit: 1, after });
      expect(page.items).toHaveLength(1);
      walked.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    const whole = await followUp.stuck(await house.caller('province'), { step: 'jointMeeting' }, { limit: 100 });
    expect(walked).toEqual(whole.items.map(({ id }) => id));
  });

  it('says how much was decided in time, by step and organisation', async () => {
    const rates = await followUp.onTime(await house.caller('city'), period, { step: 'jointMeeting' });
    expect(rates).toMatchObject([{ organisation: { name: '信息工程系' }, decided: 2, withDue: 2, onTime: 1 }]);
    const earlier = { from: period.from, until: new Date(Date.parse(beginning) + day) };
    expect(await followUp.onTime(await house.caller('city'), earlier, { step: 'jointMeeting' })).toMatchObject([{ decided: 1, onTime: 1 }]);
    expect(await followUp.onTime(await house.caller('other-city'), period, { step: 'jointMeeting' })).toEqual([]);
  });

  it('is for those who may read every case', async () => {
    const refusal = { refusal: { code: 'permission.missing' } };
    await expect(followUp.waiting(await house.caller('meeting'), {})).rejects.toMatchObject(refusal);
    await expect(followUp.stuck(await house.caller('lead'), {}, { limit: 10 })).rejects.toMatchObject(refusal);
    await expect(followUp.onTime(await house.caller('lead'), period, {})).rejects.toMatchObject(refusal);
    await expect(followUp.open(await house.caller('lead'), {}, 10)).rejects.toMatchObject(refusal);
    await expect(followUp.decided(await house.caller('lead'), period, {}, 10)).rejects.toMatchObject(refusal);
  });
});

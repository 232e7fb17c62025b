import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Copying, Recipient } from './copying.ts';
import type { Outcome } from './sender.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const { copies, copied, commands, instances } = house.cases;
const nowhere = '00000000-0000-7000-8000-000000000000';

afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  house.clock.turnTo('2024-03-22T01:00:00.000Z');
});

const person = async (account: string): Promise<Recipient> => ({ person: (await house.caller(account)).person });
const copy = async (account: string, instance: string, to: readonly Recipient[], more: Partial<Copying> = {}): Promise<Outcome> =>
  copies.copy(await house.caller(account), instance, { to, ...more });
const listed = async (account: string, limit = 20, after?: string) => copied.list(await house.caller(account), { limit, after });

async function refused(work: () => Promise<Outcome>, expected: object): Promise<void> {
  const before = await digests(dataSource);
  expect(await work()).toMatchObject({ kind: 'refused', ...expected });
  expect(await digests(dataSource)).toEqual(before);
}

describe('a case that is copied', () => {
  it('may be read from then on, but for what a step hides; nothing can be done in it', async () => {
    const instance = await house.submitted('网络工程');
    done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意', secret: '内部' } }));
    const reader = await house.caller('other-lead');
    expect(await instances.read(reader, instance)).toBeUndefined();
    const lead = await house.caller('lead');
    done(await copy('lead', instance, [await person('other-lead')], { comment: '请知悉' }));

    const view = await instances.read(reader, instance);
    expect(view).toMatchObject({ myTasks: [], mayWithdraw: false });
    expect(Object.keys(view?.form.fields ?? {}).sort()).toEqual(['certificate', 'ratio']);
    expect(await listed('other-lead')).toEqual({
      items: [
        expect.objectContaining({
          id: instance,
          title: { zh: '网络工程准入', en: 'Admission of 网络工程' },
          copiedAt: '2024-03-22T01:00:00.000Z',
          copiedBy: { id: lead.person, name: 'lead 同志' },
          comment: '请知悉',
        }),
      ],
      total: 1,
      isTotalExact: true,
    });
    const [notice] = await house.rows<{ payload: object }>(
      `SELECT payload FROM outbox WHERE job = 'notice.send' AND payload->>'instance' = $1`,
      [instance],
    );
    expect(notice?.payload).toMatchObject({ to: [`person:${reader.person}`], text: { zh: '抄送：网络工程准入。请知悉' } });
    const lines = await house.cases.histories.read(reader, instance);
    expect(lines?.at(-1)).toMatchObject({
      kind: 'copied',
      comment: '请知悉',
      detail: { recipients: [{ kind: 'person', person: reader.person }] },
    });
    await refused(() => commands.withdraw(reader, instance, { comment: '不办了' }), { code: 'withdraw.not-applicant' });
  });

  it('to a post is for whoever holds it, is listed once, and turns up again when it is copied anew', async () => {
    const [first, second] = [await house.submitted('软件测试'), await house.submitted('界面设计')];
    const post = { post: 'city-reviewer', organisation: await house.organisation('wuhu') };
    done(await copy('lead', first, [post, post, await person('other-city')]));
    house.clock.turnTo('2024-03-22T02:00:00.000Z');
    done(await copy('lead', second, [post]));
    expect((await listed('other-city')).items.map(({ id }) => id)).toEqual([second, first]);
    house.clock.turnTo('2024-03-22T03:00:00.000Z');
    done(await copy('lead', first, [post]));
    const page = await listed('other-city', 1);
    expect(page.items.map(({ id }) => id)).toEqual([first]);
    expect((await listed('other-city', 1, page.next)).items.map(({ id }) => id)).toEqual([second]);
    expect((await listed('city')).items).toEqual([]);
  });

  it('may have ended, or be suspended', async () => {
    const instance = await house.submitted('电子装联');
    done(await commands.suspend(await house.caller('administrator'), instance, { comment: '核查' }));
    done(await copy('lead', instance, [await person('other-lead')]));
    done(await commands.resume(await house.caller('administrator'), instance, { comment: '核查完毕' }));
    done(await house.decide('meeting', instance, 'reject', { comment: '不符' }));
    done(await copy('lead', instance, [await person('other-meeting')]));
    expect((await listed('other-meeting')).items).toMatchObject([{ id: instance, isFinished: true }]);
  });

  it('goes only to people and posts that are there, from somebody who may see it', async () => {
    const instance = await house.submitted('冷链物流');
    const someone = await person('other-lead');
    await refused(() => copy('lead', instance, []), { code: 'copy.nobody' });
    await refused(() => copy('lead', instance, [someone, { person: nowhere }]), { code: 'person.unknown' });
    await refused(() => copy('lead', instance, [{ post: 'nonsense', organisation: nowhere }]), { code: 'organisation.unknown' });
    const department = await house.organisation('information');
    await refused(() => copy('lead', instance, [{ post: 'city-reviewer', organisation: department }]), { code: 'organisation.unknown' });
    await refused(() => copy('other-lead', instance, [someone]), { code: 'instance.unknown' });
  });

  it('by several at once is copied once to each', async () => {
    const instance = await house.started('lead', 'countersigning');
    const to = await Promise.all(['other-lead', 'other-meeting'].map(person));
    const experts = Array.from({ length: 8 }, (_, index) => `expert-${index + 1}`);
    for (const outcome of await Promise.all(experts.map((account) => copy(account, instance, to)))) done(outcome);
    expect(await house.rows('SELECT count(*)::int AS count FROM copied_case WHERE instance_id = $1', [instance])).toEqual([{ count: 2 }]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { relayNews } from '../../../../test/support/relayed-news.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { search, searchStore } = house.cases;

/** What the relay and a worker bring about. */
async function read(): Promise<void> {
  await relayNews(house);
  while ((await searchStore.read(3)) > 0) continue;
}

const found = async (account: string, query: string, limit = 20) =>
  (await search.find(await house.caller(account), query, limit)).items.map(({ id }) => id);

let network = '';
let finance = '';
let other = '';
beforeAll(async () => {
  network = await house.submitted('网络工程');
  house.clock.advance(1000);
  finance = await house.submitted('财务管理');
  house.clock.advance(1000);
  other = await house.started('other-lead', admission.key, { certificate: '网络物流', ratio: 0.9 });
  await read();
});

describe('Search', () => {
  it('finds by title, number, school and the first letters of how it is read', async () => {
    const [{ number } = { number: '' }] = await house.rows<{ number: string }>(
      'SELECT case_number::text AS number FROM instance WHERE id = $1',
      [network],
    );
    for (const query of ['网络工', `#${number}`, 'wlgc', 'WLGC 江淮', '江淮 网络', '合肥市 wlgc'])
      expect(await found('affairs', query)).toEqual([network]);
    expect(await found('affairs', '准入 江淮')).toEqual([finance, network]);
    expect(await found('affairs', 'jhzyjsxy')).toEqual([finance, network]);
    for (const query of ['网', '没有这件', '网络 财务', '%%', "';--"]) expect(await found('affairs', query)).toEqual([]);
  });

  it('stays within what somebody may see: their own, what waited for them, what was copied to them, their subtree', async () => {
    expect(await found('lead', '网络')).toEqual([network]);
    expect(await found('meeting', '准入')).toEqual([finance, network]);
    expect(await found('other-lead', '网络')).toEqual([other]);
    expect(await found('other-affairs', '网络')).toEqual([other]);
    expect(await found('province', '网络')).toEqual([other, network]);
    expect(await found('president', '网络')).toEqual([]);
    const { person } = await house.caller('president');
    done(await house.cases.copies.copy(await house.caller('lead'), network, { to: [{ person }] }));
    expect(await found('president', '网络')).toEqual([network]);
    done(await house.decide('meeting', finance, 'approve', { fields: { minutes: '同意' } }));
    expect(await found('meeting', '财务')).toEqual([finance]);
  });

  it('says that there is more, and finds a case by its new title alone', async () => {
    expect(await search.find(await house.caller('province'), '准入', 2)).toMatchObject({ items: [{}, {}], isMore: true });
    const task = await house.task('other-lead', other);
    done(await house.cases.commands.save(await house.caller('other-lead'), task, { formVersion: 1, fields: { certificate: '仓储管理' } }));
    await read();
    expect(await found('province', '网络物流')).toEqual([]);
    expect(await found('province', 'ccgl')).toEqual([other]);
  });

  it('is read by several workers at once, each case by one', async () => {
    await dataSource.query('UPDATE search_case SET plain = NULL, words = NULL');
    const [{ count } = { count: 0 }] = await house.rows<{ count: number }>('SELECT count(*)::int AS count FROM search_case');
    const numbers = await Promise.all([searchStore.read(2), searchStore.read(2), searchStore.read(2)]);
    expect(numbers.reduce((sum, each) => sum + each)).toBe(count);
    expect(await found('lead', 'wlgc')).toEqual([network]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { openHouse, posts } from '../../../../test/support/house.ts';
import { DirectoryLookup } from './lookup.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [] });
const lookup = new DirectoryLookup(database, posts, house.clock);

const organisationsOf = async (account: string) => (await lookup.organisations(await house.caller(account))).map(({ name }) => name);
const found = async (account: string, q: string, organisation?: string) =>
  (await lookup.people(await house.caller(account), { q, organisation, limit: 100 }))
    .map(({ name }) => name.split(' ')[0] ?? '')
    .toSorted();

describe('Looking up', () => {
  it('shows the organisations above and below, and no others', async () => {
    expect(await organisationsOf('affairs')).toEqual(['安徽省教育厅', '合肥市教育局', '江淮职业技术学院', '信息工程系']);
    expect(await organisationsOf('other-city')).toEqual(['安徽省教育厅', '芜湖市教育局', '皖江职业学院', '物流系']);
    expect(await organisationsOf('province')).toHaveLength(7);
  });

  it('finds people by name, organisation and post, those above and below alone', async () => {
    expect(await found('affairs', 'expert-1 ')).toEqual(expect.arrayContaining(['expert-1']));
    expect(await found('affairs', '系主任')).toEqual(['dean']);
    expect(await found('affairs', '信息工程')).toEqual(['dean', 'lead', 'lead-and-affairs', 'meeting', 'second-lead']);
    expect(await found('affairs', 'other')).toEqual([]);
    expect(await found('province', 'other')).toEqual(['other-affairs', 'other-city', 'other-lead', 'other-meeting']);
    expect(await found('province', 'lead', await house.organisation('wuhu'))).toEqual(['other-lead']);
    expect(await found('affairs', "%'")).toEqual([]);
  });

  it('leaves out whose post has ended, and whose account is disabled', async () => {
    await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'dean'`);
    await dataSource.query(`UPDATE post_holding SET valid_to = '2024-01-02' WHERE post = 'joint-meeting'`);
    expect(await found('affairs', '信息工程')).toEqual(['lead', 'lead-and-affairs', 'second-lead']);
  });

  it('names the posts with their titles', async () => {
    const [person] = await lookup.people(await house.caller('affairs'), { q: '市教育局审核员', limit: 5 });
    expect(person?.posts).toEqual([
      {
        key: 'city-reviewer',
        title: { zh: '市教育局审核员', en: '市教育局审核员' },
        organisation: { id: expect.any(String), name: '合肥市教育局' },
      },
    ]);
  });
});

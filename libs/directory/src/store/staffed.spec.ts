import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { openHouse, tenant } from '../../../../test/support/house.ts';
import { Directory } from '../directory.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [] });

const asked = [
  { post: 'certificate-lead', at: 'department' },
  { post: 'joint-meeting', at: 'department' },
  { post: 'dean', at: 'department' },
  { post: 'academic-affairs', at: 'school' },
  { post: 'city-reviewer', at: 'city' },
  { post: 'province-reviewer', at: 'province' },
  { post: 'nobody-has-it', at: 'school' },
];

const sorted = (posts: Readonly<Record<string, { readonly organisation: string; readonly holders: readonly string[] }>>) =>
  Object.fromEntries(Object.entries(posts).map(([key, { organisation, holders }]) => [key, { organisation, holders: holders.toSorted() }]));

/** Every organisation of a level as the whole answer has it, beside what is found when one asks for it alone. */
async function compare(kind: string) {
  const directory = new Directory(database);
  const at = house.clock.now();
  const together = await directory.staffed(tenant, kind, asked, at);
  const alone = await Promise.all(together.map(({ id }) => directory.holdersOf(tenant, id, asked, at)));
  expect(together.map(({ posts }) => sorted(posts))).toEqual(alone.map(sorted));
  return together;
}

describe('who holds posts at every organisation of a level', () => {
  it('is what it is at each of them', async () => {
    expect((await compare('department')).map(({ name }) => name).toSorted()).toEqual(['信息工程系', '物流系'].toSorted());
    const schools = await compare('school');
    expect(schools.length).toBeGreaterThan(1);
    expect(schools.some(({ posts }) => (posts['academic-affairs@school']?.holders.length ?? 0) > 0)).toBe(true);
  });

  it('leaves out whose post has ended, has not begun, or whose account is disabled', async () => {
    await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'dean'`);
    await dataSource.query(`UPDATE post_holding SET valid_to = '2024-01-02' WHERE post = 'joint-meeting'`);
    await dataSource.query(`UPDATE post_holding SET valid_from = '2031-01-02' WHERE post = 'city-reviewer'`);
    const departments = await compare('department');
    expect(
      departments.flatMap(({ posts }) => [
        ...(posts['joint-meeting@department']?.holders ?? []),
        ...(posts['city-reviewer@city']?.holders ?? []),
      ]),
    ).toEqual([]);
  });
});

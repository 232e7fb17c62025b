import { describe, expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { testDatabase } from '../../../../test/support/database.ts';
import { final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { done, must, openHouse, tenant } from '../../../../test/support/house.ts';
import { digests } from '../../../../test/support/tables.ts';
import { contentHashOf } from './workflows.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [] });
const { workflows } = house.cases;

/** A process of one step, whose title tells its editions apart. */
const edition = (key: string, zh: string): Definition =>
  processOf(
    {
      initial: 'experts',
      states: {
        experts: { meta: step(post('expert-group'), one('approve'), { title: { zh } }), on: { approve: 'approved' } },
        approved: final,
      },
    },
    { key, subject: 'department', start: { posts: ['certificate-lead'] } },
  );

const published = async (document: unknown, by: string | null = null, note: string | null = null) =>
  must(await workflows.publish(tenant, document, by, note));
const latestVersion = async (key: string, house_ = house) => (await house_.cases.workflows.latest(tenant, key))?.version.version;

describe('publishing', () => {
  it('numbers new content and keeps who published it, when and why', async () => {
    const { person } = await house.caller('administrator');
    const document = edition('numbered', '初版');
    expect(await published(document, person, '试点启动')).toMatchObject({
      tenant,
      key: 'numbered',
      version: 1,
      contentHash: contentHashOf(document),
      publishedAt: house.clock.now(),
      publishedBy: person,
      note: '试点启动',
    });
    expect(await published(edition('numbered', '再版'))).toMatchObject({ version: 2, publishedBy: null, note: null });
  });

  it('of the same content again, its keys in any order, changes nothing', async () => {
    const document = edition('same', '初版');
    const first = await published(document);
    const before = await digests(dataSource);
    house.clock.advance(1000);
    const reordered = Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(document)) as object).reverse());
    expect(await published(reordered)).toEqual(first);
    expect(await digests(dataSource)).toEqual(before);
  });

  it('of an earlier edition gives that edition its own number, and the latest stays the latest', async () => {
    await published(edition('back', '初版'));
    await published(edition('back', '再版'));
    expect(await published(edition('back', '初版'))).toMatchObject({ version: 1 });
    expect(await latestVersion('back')).toBe(2);
  });

  it('of twenty editions at once gives each a number of its own, without a gap', async () => {
    const another = house.anotherProcess();
    const versions = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? house : another).cases.workflows.publish(tenant, edition('crowded', `第 ${index} 版`), null, null),
      ),
    );
    expect(
      versions.map((version) => ('version' in version ? version.version : version.code)).sort((a, b) => Number(a) - Number(b)),
    ).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('of one edition twenty times at once makes one version', async () => {
    const versions = await Promise.all(Array.from({ length: 20 }, () => published(edition('chorus', '初版'))));
    expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([1]));
    expect(await house.rows(`SELECT count(*)::int AS count FROM definition_version WHERE key = 'chorus'`)).toEqual([{ count: 1 }]);
  });

  it.each([
    ['what is no document', 'definition'],
    ['nothing', null],
    ['a field that does not exist', { ...edition('faulty', '错'), wish: 1 }],
    ['a state nothing leads to', processOf({ initial: 'end', states: { end: final, island: final } }, { key: 'faulty' })],
  ])('of %s is refused, with what is wrong and where, and leaves nothing', async (_, document) => {
    const before = await digests(dataSource);
    const answer = await workflows.publish(tenant, document, null, null);
    expect(answer).toMatchObject({ kind: 'refused', code: 'definition.faulty', problems: expect.any(Array) });
    if ('problems' in answer) {
      expect(answer.problems.length).toBeGreaterThan(0);
      for (const problem of answer.problems)
        expect(problem).toMatchObject({ code: expect.any(String), pointer: expect.any(String), message: { zh: expect.any(String) } });
    }
    expect(await digests(dataSource)).toEqual(before);
  });
});

describe('a case', () => {
  it('stays on the version it began with', async () => {
    await published(edition('lasting', '初版'));
    const old = await house.started('lead', 'lasting');
    await published(edition('lasting', '再版'));
    const young = await house.started('lead', 'lasting');
    const expert = await house.caller('expert-1');
    const stepTitle = async (instance: string, process = house) =>
      (await process.cases.instances.read(expert, instance))?.steps[0]?.title.zh;
    for (const process of [house, house.anotherProcess()])
      expect([await stepTitle(old, process), await stepTitle(young, process)]).toEqual(['初版', '再版']);
    done(await house.decide('expert-1', old, 'approve'));
    expect(
      await house.rows('SELECT definition_version, is_finished FROM instance WHERE id = ANY($1) ORDER BY definition_version', [
        [old, young],
      ]),
    ).toEqual([
      { definition_version: 1, is_finished: true },
      { definition_version: 2, is_finished: false },
    ]);
  });
});

describe('the latest version', () => {
  it('is known at once to the process that published it, and to others two seconds later', async () => {
    const another = house.anotherProcess();
    await published(edition('spreading', '初版'));
    expect([await latestVersion('spreading'), await latestVersion('spreading', another)]).toEqual([1, 1]);
    await published(edition('spreading', '再版'));
    expect(await latestVersion('spreading')).toBe(2);
    expect(await latestVersion('spreading', another)).toBe(1);
    house.clock.advance(2000);
    expect(await latestVersion('spreading', another)).toBe(2);
  });

  it('of a key is not that of another tenant, and none where nothing was published', async () => {
    await published(edition('here', '初版'));
    expect(await workflows.latest('hubei', 'here')).toBeUndefined();
    expect(await workflows.latest(tenant, 'nowhere')).toBeUndefined();
    expect(await workflows.get(tenant, 'here', 2)).toBeUndefined();
    await published(edition('nowhere', '初版'));
    expect(await latestVersion('nowhere')).toBe(1);
  });

  it('of every key is listed once, by key', async () => {
    const found = await workflows.allKnown(tenant);
    const rows = await house.rows('SELECT key, max(version) AS version FROM definition_version GROUP BY key ORDER BY key COLLATE "C"');
    const listed = found.map(({ version: { key, version } }) => ({ key, version })).sort((a, b) => (a.key < b.key ? -1 : 1));
    expect(listed).toEqual(rows);
  });
});

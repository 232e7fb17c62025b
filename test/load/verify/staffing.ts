import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { postsAsked, type Workflow } from '#engine';
import { businessDay, knownStatements, startEmbeddedPostgres } from '#platform';
import { posts } from '../../../config/posts.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { analyse } from '../databases.ts';
import type { Figure } from '../figures.ts';
import { type OpenCases, openCases, publish } from '../open-cases.ts';
import { median } from '../statistics.ts';

const tenant = 'bench';
const schools = 500;

/**
 * Who would be asked in every step of every process that comes with the software, at 500 schools and a department of each, with two
 * people at every post: as it is looked at for a page, and as the night looks at all of them. The floor is the one statement a process
 * that asks the directory, sent by the driver alone.
 */
export async function measureStaffing(times: number): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-staffing-'));
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: 0, settings: {} });
  try {
    const open = await openCases(postgres.url, folder);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      await staff(client);
      for (const definition of workflowCatalogue) await publish(open, tenant, definition);
      await analyse([postgres.url]);
      return await figuresOf(open, client, times);
    } finally {
      await client.end();
      await open.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function figuresOf({ cases }: OpenCases, client: pg.Client, times: number): Promise<Figure[]> {
  const workflows = (await cases.workflows.allKnown(tenant)).map(({ workflow }) => workflow);
  const all: number[] = [];
  const floor: number[] = [];
  const nights: number[] = [];
  // One more of each, which does not count.
  for (let round = 0; round <= times; round += 1) {
    floor.push(await timed(() => eachOf(workflows, (workflow) => client.query(askedOf(workflow)))));
    all.push(await timed(() => eachOf(workflows, (workflow) => cases.definitions.assignabilities.of(tenant, workflow))));
    await client.query('DELETE FROM staffing_night');
    nights.push(await timed(() => cases.nightlyStaffing.look([tenant])));
  }
  const [value, least] = [median(all.slice(1)), median(floor.slice(1))];
  const what = `${workflows.length} processes × ${schools} schools`;
  const figure = { concurrency: null, unit: 'ms', better: 'lower' } as const;
  return [
    { ...figure, name: `assignability of ${what}`, value, floor: least, ratio: value / least, target: null },
    { ...figure, name: `a night: ${what}`, value: median(nights.slice(1)), floor: null, ratio: null, target: 10_000 },
  ];
}

async function eachOf(workflows: readonly Workflow[], work: (workflow: Workflow) => Promise<unknown>): Promise<void> {
  for (const workflow of workflows) await work(workflow);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function askedOf(workflow: Workflow) {
  const names = [...new Set(postsAsked(workflow).map(({ post }) => post))];
  const text = new Map(knownStatements()).get('directory.staffed') ?? '';
  return { name: 'floor.staffed', text, values: [tenant, workflow.definition.subject, names, businessDay(new Date())] };
}

/** A province, ten cities, the schools with a department each, and two people at every post there is. */
async function staff(client: pg.Client): Promise<void> {
  const below = (kind: string, above: string, count: number) =>
    client.query(
      `INSERT INTO organisation (tenant, id, parent_id, kind, type, name, path)
       SELECT $1, n.id, o.id, $2::text, $2::text, $2::text || ' ' || n.number, o.path || n.id || '/'
       FROM (SELECT gen_random_uuid() AS id, number FROM generate_series(1, $4::int) AS number) n
         JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS places FROM organisation WHERE tenant = $1 AND kind = $3) o
           ON o.place = n.number % o.places + 1`,
      [tenant, kind, above, count],
    );
  await client.query(
    `INSERT INTO organisation (tenant, id, kind, type, name, path)
     SELECT $1, id, 'province', 'province', '省', id || '/' FROM (SELECT gen_random_uuid() AS id) n`,
    [tenant],
  );
  await below('city', 'province', 10);
  await below('school', 'city', schools);
  await below('department', 'school', schools);
  const keys = Object.keys(posts);
  await client.query(
    `WITH held AS (
       SELECT gen_random_uuid() AS person, p.post, o.id AS place FROM unnest($2::text[], $3::text[]) AS p (post, kind)
         JOIN organisation o ON o.tenant = $1 AND o.kind = p.kind, generate_series(1, 2)
     ), people AS (
       INSERT INTO person (tenant, id, account, name) SELECT $1, person, person::text, person::text FROM held
     )
     INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from)
     SELECT $1, person, person, post, place, '2020-01-01' FROM held`,
    [tenant, keys, keys.map((key) => posts[key]?.at)],
  );
}

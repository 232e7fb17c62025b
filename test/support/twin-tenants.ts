import type { DataSource } from 'typeorm';
import { idOf } from './case-attempts.ts';

const organisations = ['province', 'city', 'school', 'department'].map((kind, index) => ({ kind, id: idOf(101 + index) }));
const [, , school, department] = organisations;
export const departmentId = department?.id ?? '';

/** Who is there: an applicant, four experts, those who sit in the meetings, and a stranger without a post. */
export const applicant = idOf(1);
const holdings = [
  { person: applicant, post: 'certificate-lead', at: department },
  ...[2, 3, 4, 5].map((number) => ({ person: idOf(number), post: 'expert-group', at: school })),
  { person: idOf(6), post: 'joint-meeting', at: department },
  { person: idOf(7), post: 'academic-affairs', at: school },
];
export const everybody = [1, 2, 3, 4, 5, 6, 7, 8].map(idOf);

/** The people a task is addressed to, by the assignee as the table has it. */
export function holdersOf(assignee: string): string[] {
  if (assignee.startsWith('person:')) return [assignee.slice('person:'.length)];
  return holdings.filter(({ post, at }) => assignee === `post:${post}@${at?.id}`).map(({ person }) => person);
}

/** Moves the same people and organisations into a tenant, under the same ids as in every other. */
export async function settle(dataSource: DataSource, tenant: string): Promise<void> {
  const path = (depth: number): string =>
    organisations
      .slice(0, depth + 1)
      .map(({ id }) => `${id}/`)
      .join('');
  for (const [depth, { kind, id }] of organisations.entries()) {
    const parent = organisations[depth - 1]?.id ?? null;
    await dataSource.query('INSERT INTO organisation VALUES ($1, $2, $3, $4, $4, $4, $4, $5)', [tenant, id, parent, kind, path(depth)]);
  }
  for (const id of everybody) await dataSource.query('INSERT INTO person VALUES ($1, $2, $3, $3)', [tenant, id, `${tenant} ${id}`]);
  for (const [index, { person, post, at }] of holdings.entries())
    await dataSource.query(`INSERT INTO post_holding VALUES ($1, $2, $3, $4, $5, '2024-01-01')`, [
      tenant,
      idOf(201 + index),
      person,
      post,
      at?.id,
    ]);
}

/** What is not the same in two tenants although the same was done: ids of rows, numbers of cases, hashes. */
const own: Readonly<Record<string, string>> = {
  instance: `'{tenant,case_number,last_hash}'`,
  form_version: `'{tenant}'`,
  task: `'{tenant}'`,
  history: `'{tenant,hash,previous_hash}'`,
  timer: `'{tenant}'`,
  incident: `'{tenant}'`,
  receipt: `'{tenant}'`,
  outbox: `'{tenant,id}'`,
};

const newIds = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** All rows of the given cases, case by case, with the ids that were made on the way numbered by where they first appear. */
export async function rowsOfCases(dataSource: DataSource, cases: readonly string[]): Promise<unknown> {
  const rows: unknown[] = [];
  for (const id of cases)
    for (const [table, columns] of Object.entries(own)) {
      const instance = table === 'instance' ? 'id::text' : table === 'outbox' ? `payload->>'instance'` : 'instance_id::text';
      const order = { history: 'sequence', outbox: 'id' }[table] ?? 'to_jsonb(t)::text';
      rows.push(
        await dataSource.query(
          `SELECT to_jsonb(t) - ${columns}::text[] AS ${table} FROM ${table} t WHERE ${instance} = $1 ORDER BY ${order}`,
          [id],
        ),
      );
    }
  return numbered(rows);
}

export function numbered(value: unknown): unknown {
  const numbers = new Map<string, number>();
  const named = JSON.stringify(value).replaceAll(newIds, (id) => {
    numbers.set(id, numbers.get(id) ?? numbers.size + 1);
    return `id ${numbers.get(id)}`;
  });
  return JSON.parse(named);
}

import { assigneeKeys, type Caller, type Permission, type PostCatalogue, scopesOf } from '#directory';
import { type Database, isId, statement } from '#platform';

/** Whether `task t` reaches whoever has these keys: those of a deputy for some processes are followed by a process each. */
export const isReachedBy = (parameter: string): string =>
  `(t.assignee = ANY(${parameter}::text[]) OR t.assignee || ' ' || t.definition_key = ANY(${parameter}::text[]))`;

/**
 * Who may read a case, as a condition on `instance i`: its applicant, whoever has or had a task in it, those it was copied
 * to, and the holders of posts that may read every case of their organisation and below. The parameters $2 to $4 are `readerOf`.
 */
export const mayRead = `(
  i.applicant = $2::uuid
  OR EXISTS (SELECT FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id AND (${isReachedBy('$3')} OR t.decided_by = $2::uuid))
  OR EXISTS (SELECT FROM copied_case c WHERE c.tenant = i.tenant AND c.instance_id = i.id AND c.assignee = ANY($3::text[]))
  OR EXISTS (SELECT FROM unnest($4::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
)`;

/** Whether the reader neither began the case nor reads it by their post: without a task in it, it was copied to them. */
export const isOutsider =
  '(i.applicant IS DISTINCT FROM $2::uuid AND NOT EXISTS (SELECT FROM unnest($4::text[]) AS scope WHERE starts_with(i.organisation_path, scope))) AS is_outsider';

/** The caller as the parameters of `mayRead`: their id, the keys tasks reach them by, the subtrees they may read. */
export const readerOf = (caller: Caller, posts: PostCatalogue): [string, string[], string[]] => [
  caller.person,
  keysReaching(caller),
  scopesOf(posts, caller, 'instance.read'),
];

function keysReaching({ represents, ...own }: Caller): string[] {
  const others = represents.flatMap(({ definitions, ...represented }) => {
    const keys = assigneeKeys(represented);
    return definitions === null ? keys : definitions.flatMap((definition) => keys.map((key) => `${key} ${definition}`));
  });
  return [...assigneeKeys(own), ...others];
}

const isReadable = statement('instance.is-readable', `SELECT 1 FROM instance i WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}`);

const isWithin = statement(
  'instance.is-within',
  `SELECT 1 FROM instance i WHERE i.tenant = $1 AND i.id = $2 AND EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE starts_with(i.organisation_path, scope))`,
);

/** Says what a caller may see. What they may not see does not exist for them. */
export class Visibility {
  constructor(
    private readonly database: Database,
    private readonly posts: PostCatalogue,
  ) {}

  async mayRead(caller: Caller, instance: string): Promise<boolean> {
    if (!isId(instance)) return false;
    const rows = await this.database.query(isReadable, [caller.tenant, ...readerOf(caller, this.posts), instance]);
    return rows.length > 0;
  }

  /** Whether one of the caller's posts gives them a permission where the case belongs. */
  async isPermitted(caller: Caller, permission: Permission, instance: string): Promise<boolean> {
    const scopes = scopesOf(this.posts, caller, permission);
    if (scopes.length === 0 || !isId(instance)) return false;
    return (await this.database.query(isWithin, [caller.tenant, instance, scopes])).length > 0;
  }
}

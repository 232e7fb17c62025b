import { type Caller, notPermitted, type PostCatalogue, scopesOf } from '#directory';
import type { Text } from '#engine';
import { type Database, type Refusal, statement } from '#platform';
import type { Histories, Verification } from './history.query.ts';

/** A case, and what reckoning its history anew came to. */
export interface VerifiedCase extends Verification {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
}

interface CaseRow extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly title_zh: string;
  readonly title_en: string | null;
}

// In the order of the key: a run goes through all of them, however many are begun meanwhile.
const cases = statement(
  'history.cases',
  `SELECT i.id, i.case_number::text AS number, i.title_zh, i.title_en FROM instance i
   WHERE i.tenant = $1 AND i.id > $2 AND EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
   ORDER BY i.id LIMIT $4`,
);

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Reckons the histories of many cases anew, some at a time. */
export class VerifiedCases {
  constructor(
    private readonly database: Database,
    private readonly histories: Histories,
    private readonly posts: PostCatalogue,
  ) {}

  /**
   * Those that follow the case `after`, in the order of their ids.
   * @returns a refusal: `permission.missing`
   */
  async following(
    caller: Caller,
    { after = beforeAll, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<{ readonly items: readonly VerifiedCase[]; readonly next?: string } | Refusal> {
    const scopes = scopesOf(this.posts, caller, 'audit.read');
    if (scopes.length === 0) return notPermitted('audit.read');
    const rows = await this.database.query<CaseRow>(cases, [caller.tenant, after, scopes, limit]);
    const items: VerifiedCase[] = [];
    // One after the other: whoever decides meanwhile finds the database free.
    for (const { id, number, title_zh: zh, title_en: en } of rows)
      items.push({ id, number, title: { zh, ...(en !== null && { en }) }, ...(await this.histories.verify(caller.tenant, id)) });
    const last = items.at(-1);
    return { items, ...(last !== undefined && rows.length === limit && { next: last.id }) };
  }
}

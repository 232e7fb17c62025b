import { type Caller, namedPost, notPermitted, type PostCatalogue, scopesOf } from '#directory';
import { type CaseCourse, daysOf, type Text, type Unknown, type WhatIf, type Workflow, whatIf } from '#engine';
import { type Database, isId, type Refusal, statement } from '#platform';
import { namesOf } from '../queries/assignee-names.ts';
import type { Histories } from '../queries/history.query.ts';
import { type Titled, textOf, titled } from '../queries/titles.ts';

/** How a case went, or would have gone, in words. */
export interface CourseView {
  readonly route: readonly Titled[];
  readonly asked: readonly { readonly step: Titled; readonly who: Text }[];
  /** From its beginning to its end; null where it does not end. */
  readonly days: number | null;
}

/** What the history does not say, in words. */
export interface UnknownView {
  readonly kind: Unknown['kind'];
  readonly step?: Titled;
  readonly outcome?: string;
  readonly code?: string;
  readonly rules?: readonly string[];
  readonly fact?: string;
}

/** A closed case, and how it would have gone; `compared` is absent where its history does not suffice to tell it again. */
export interface ComparedCase {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly version: number;
  readonly compared?: {
    readonly was: CourseView;
    readonly would: CourseView;
    readonly differs: WhatIf['differs'];
    readonly unknown: readonly UnknownView[];
  };
}

/** Which closed cases, the latest begun first. */
export interface ClosedCases {
  readonly key: string;
  /** Those begun before the case with this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

interface CaseRow extends Record<string, unknown> {
  readonly id: string;
  readonly number: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly definition_version: number;
}

// Ids are in the order in which cases were begun. However few of them are of the process, no more than the latest are looked at.
const closed = statement(
  'what-if.cases',
  `SELECT i.id, i.case_number::text AS number, i.title_zh, i.title_en, i.definition_version
   FROM (SELECT * FROM instance WHERE tenant = $1 AND id < $3 ORDER BY id DESC LIMIT 20000) i
   WHERE i.definition_key = $2 AND i.is_finished
     AND EXISTS (SELECT FROM unnest($4::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
   ORDER BY i.id DESC LIMIT $5`,
);

const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface WhatIfsParts {
  readonly database: Database;
  readonly histories: Histories;
  readonly posts: PostCatalogue;
}

/** Tells closed cases again by another workflow. Nothing is written. */
export class WhatIfs {
  constructor(private readonly parts: WhatIfsParts) {}

  /** @returns a refusal: `permission.missing` */
  async of(
    caller: Caller,
    other: Workflow,
    { key, before = afterAll, limit }: ClosedCases,
  ): Promise<{ readonly items: readonly ComparedCase[]; readonly next?: string } | Refusal> {
    const { database, posts } = this.parts;
    if (scopesOf(posts, caller, 'definition.edit').length === 0) return notPermitted('definition.edit');
    const scopes = scopesOf(posts, caller, 'instance.read');
    const rows = isId(before) ? await database.query<CaseRow>(closed, [caller.tenant, key, before, scopes, limit]) : [];
    const items: ComparedCase[] = [];
    // One after the other: whoever decides meanwhile finds the database free.
    for (const row of rows) items.push(await this.compared(caller.tenant, other, row));
    const last = items.at(-1);
    return { items, ...(last !== undefined && rows.length === limit && { next: last.id }) };
  }

  private async compared(tenant: string, other: Workflow, row: CaseRow): Promise<ComparedCase> {
    const { id, number, title_zh, title_en, definition_version: version } = row;
    const head = { id, number, title: textOf(title_zh, title_en), version };
    const history = await this.parts.histories.toRetell(tenant, id);
    const found = history && whatIf(history.workflow, other, history.happenings);
    if (history === undefined || found === undefined) return head;
    const name = await this.namesIn(tenant, found);
    const view = (workflow: Workflow, course: CaseCourse): CourseView => ({
      route: course.route.map((path) => titled(workflow.definition, path)),
      asked: course.asked.map(({ step, who }) => ({ step: titled(workflow.definition, step), who: name(who) })),
      days: daysOf(course) ?? null,
    });
    const unknown = found.unknown.map((one) => unknownIn(other, one));
    return {
      ...head,
      compared: { was: view(history.workflow, found.was), would: view(other, found.would), differs: found.differs, unknown },
    };
  }

  /** People by their names, posts by their titles; of somebody of whom nothing is known, the post. */
  private async namesIn(tenant: string, { was, would }: WhatIf): Promise<(who: string) => Text> {
    const { database, posts } = this.parts;
    const asked = [...was.asked, ...would.asked].map(({ who }) => who);
    const names = await namesOf(database, tenant, [...new Set(asked.filter(isId))]);
    return (who) => {
      const name = names.get(who);
      if (name !== undefined) return { zh: name };
      const [post = ''] = who.replace(/^\?/, '').split('@');
      return namedPost(posts, post).title;
    };
  }
}

const unknownIn = (workflow: Workflow, { kind, ...about }: Unknown): UnknownView =>
  ({
    kind,
    ...about,
    ...('step' in about && about.step !== undefined && { step: titled(workflow.definition, about.step) }),
  }) as UnknownView;

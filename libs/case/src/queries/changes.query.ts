import canonicalize from 'canonicalize';
import type { Caller, PostCatalogue } from '#directory';
import type { Fields, Json, Text } from '#engine';
import { type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { isShownTo } from './shown-fields.ts';
import { isOutsider, mayRead, readerOf } from './visibility.ts';

/** One field that is different; a value is absent where it was, or is, empty. */
export interface FieldChange {
  readonly field: string;
  readonly title: Text;
  readonly was?: Json;
  readonly is?: Json;
}

/** What is different between two versions of a case's form, as far as the reader may see its fields. */
export interface FormChanges {
  readonly from: FormVersion;
  readonly to: FormVersion;
  readonly changes: readonly FieldChange[];
}

interface FormVersion {
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly writtenAt: string;
  /** Absent where the system wrote it. */
  readonly writtenBy?: { readonly id: string; readonly name: string };
}

interface VersionRow {
  readonly version: number;
  readonly fields: Fields;
  readonly written_at: Date;
  readonly written_by: string | null;
  readonly writer_name: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly own_steps: readonly string[];
  readonly is_outsider: boolean;
}

// Without a version it is the latest; without an earlier one, the one before it.
const versions = statement(
  'form.versions',
  `SELECT f.version, f.fields, f.written_at, f.written_by, p.name AS writer_name, i.definition_key, i.definition_version,
     ARRAY(SELECT DISTINCT t.step FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id
       AND (t.assignee = ANY($3::text[]) OR t.decided_by = $2::uuid)) AS own_steps, ${isOutsider}
   FROM instance i
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id
     AND f.version IN (COALESCE($7::int, i.form_version), COALESCE($6::int, greatest(1, COALESCE($7::int, i.form_version) - 1)))
   LEFT JOIN person p ON p.tenant = f.tenant AND p.id = f.written_by
   WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}
   ORDER BY f.version`,
);

/** Compares the versions of a case's form. */
export class FormComparison {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
    private readonly posts: PostCatalogue,
  ) {}

  /** Undefined when the caller may not see the case, or it has no such versions. */
  async between(caller: Caller, instance: string, { from, to }: { from?: number; to?: number }): Promise<FormChanges | undefined> {
    if (!isId(instance)) return undefined;
    const place = [caller.tenant, ...readerOf(caller, this.posts), instance, from ?? null, to ?? null];
    const rows = await this.database.query<VersionRow>(versions, place);
    const later = to === undefined ? rows.at(-1) : rows.find(({ version }) => version === to);
    const earlier = from === undefined ? rows[0] : rows.find(({ version }) => version === from);
    if (earlier === undefined || later === undefined) return undefined;
    const published = await this.workflows.get(caller.tenant, later.definition_key, later.definition_version);
    if (published === undefined) throw new Error(`version ${later.definition_version} of ${later.definition_key} is gone`);
    const { definition } = published.workflow;
    const isShown = isShownTo(published.workflow, later);
    const changes = Object.entries(definition.form.schema.properties)
      .filter(([field]) => isShown(field) && canonicalize(earlier.fields[field]) !== canonicalize(later.fields[field]))
      .map(([field, { title, 'x-en': en }]) => ({
        field,
        title: { zh: title, ...(en !== undefined && { en }) },
        ...valueOf('was', earlier.fields[field]),
        ...valueOf('is', later.fields[field]),
      }));
    return { from: versionOf(earlier), to: versionOf(later), changes };
  }
}

const valueOf = <Key extends 'was' | 'is'>(key: Key, value: Json | undefined): { readonly [K in Key]?: Json } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Json };

const versionOf = ({ version, written_at, written_by: id, writer_name: name }: VersionRow): FormVersion => ({
  version,
  writtenAt: written_at.toISOString(),
  ...(id !== null && { writtenBy: { id, name: name ?? '' } }),
});

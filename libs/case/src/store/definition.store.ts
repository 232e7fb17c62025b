import type { Definition } from '#engine';
import { type AuditAct, addAudit, auditValues, type Database, statement, type Tx } from '#platform';
import type { DefinitionVersionEntity } from './definition.entity.ts';

export type DefinitionVersion = Readonly<DefinitionVersionEntity>;

export interface NewVersion {
  readonly tenant: string;
  readonly key: string;
  readonly contentHash: string;
  readonly document: Definition;
  readonly publishedAt: Date;
  readonly publishedBy: string | null;
  readonly note: string | null;
  readonly effectiveAt: Date;
  readonly confirmedBy: string | null;
}

/** What of a version is asked for most: the one of a key that is in force, or was last. */
export interface KnownVersion {
  readonly key: string;
  readonly version: number;
  /** Whether cases begin on it. */
  readonly isInForce: boolean;
  /** When the next version of the key comes into force, if one will. */
  readonly until: Date | null;
}

const columns = `tenant, key, version, content_hash AS "contentHash", document, published_at AS "publishedAt", published_by AS "publishedBy", note,
  effective_at AS "effectiveAt", retired_at AS "retiredAt", confirmed_by AS "confirmedBy"`;

const findOne = statement('definition.find', `SELECT ${columns} FROM definition_version WHERE tenant = $1 AND key = $2 AND version = $3`);

// Of those that have come into force, the one that is not retired and came last; of a process that is retired, the last there was.
const known = `v.key, v.version, v.retired_at IS NULL AS "isInForce",
  (SELECT min(n.effective_at) FROM definition_version n
   WHERE n.tenant = v.tenant AND n.key = v.key AND n.retired_at IS NULL AND n.effective_at > $2) AS until`;
const order = '(v.retired_at IS NULL) DESC, v.effective_at DESC, v.version DESC';

const findKnown = statement(
  'definition.known',
  `SELECT ${known} FROM definition_version v WHERE v.tenant = $1 AND v.effective_at <= $2 AND v.key = $3 ORDER BY ${order} LIMIT 1`,
);

const findAllKnown = statement(
  'definition.all-known',
  `SELECT DISTINCT ON (v.key) ${known} FROM definition_version v WHERE v.tenant = $1 AND v.effective_at <= $2 ORDER BY v.key, ${order}`,
);

const takeTurns = statement('definition.take-turns', 'SELECT pg_advisory_xact_lock(hashtext($1))');

const findSame = statement(
  'definition.same',
  `SELECT ${columns} FROM definition_version WHERE tenant = $1 AND key = $2 AND content_hash = $3`,
);

const findNewest = statement(
  'definition.newest',
  `SELECT ${columns} FROM definition_version WHERE tenant = $1 AND key = $2 ORDER BY version DESC LIMIT 1`,
);

const insert = statement(
  'definition.insert',
  `INSERT INTO definition_version
     (tenant, key, version, content_hash, document, published_at, published_by, note, effective_at, confirmed_by)
   VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10) RETURNING ${columns}`,
);

/** Read on the way of commands, so by statements: an outage is then told from a defect like anywhere on that way. */
export class DefinitionStore {
  constructor(private readonly database: Database) {}

  async find(tenant: string, key: string, version: number): Promise<DefinitionVersion | undefined> {
    const [found] = await this.database.query<DefinitionVersion>(findOne, [tenant, key, version]);
    return found;
  }

  /** The version in force, or the last that was. */
  async known(tenant: string, key: string, now: Date): Promise<KnownVersion | undefined> {
    const [found] = await this.database.query<KnownVersion & Record<string, unknown>>(findKnown, [tenant, now, key]);
    return found;
  }

  /** The same of every key, by key. */
  allKnown(tenant: string, now: Date): Promise<KnownVersion[]> {
    return this.database.query<KnownVersion & Record<string, unknown>>(findAllKnown, [tenant, now]);
  }

  /** Publishes in a transaction of its own; the same content again is the version it already is. */
  publish(
    version: NewVersion,
    isWanted: (newest: DefinitionVersion | undefined) => boolean = () => true,
  ): Promise<DefinitionVersion | undefined> {
    return this.database.transaction(async (tx) => {
      const { same, newest } = await this.turn(tx, version);
      if (same !== undefined) return same;
      return isWanted(newest) ? this.add(tx, version, newest) : undefined;
    });
  }

  /** Two who publish the same key at once take turns. @returns the version of the same content, and the newest */
  async turn(
    tx: Tx,
    { tenant, key, contentHash }: Pick<NewVersion, 'tenant' | 'key' | 'contentHash'>,
  ): Promise<{ readonly same: DefinitionVersion | undefined; readonly newest: DefinitionVersion | undefined }> {
    await tx.query(takeTurns, [`publish ${tenant} ${key}`]);
    const [[same], [newest]] = await Promise.all([
      tx.query<DefinitionVersion>(findSame, [tenant, key, contentHash]),
      tx.query<DefinitionVersion>(findNewest, [tenant, key]),
    ]);
    return { same, newest };
  }

  /** Adds the version with the next number, after `turn`. */
  async add(tx: Tx, version: NewVersion, newest: DefinitionVersion | undefined): Promise<DefinitionVersion> {
    const { tenant, key, contentHash, document, publishedAt, publishedBy, note, effectiveAt, confirmedBy } = version;
    const number = (newest?.version ?? 0) + 1;
    const values = [JSON.stringify(document), publishedAt, publishedBy, note, effectiveAt, confirmedBy];
    const [added] = await tx.query<DefinitionVersion>(insert, [tenant, key, number, contentHash, ...values]);
    if (added === undefined) throw new Error(`version ${number} of ${key} was not added`);
    const person = confirmedBy ?? publishedBy;
    if (person !== null) await tx.query(addAudit, auditValues(actOf(version, person, added, newest)));
    return added;
  }
}

const actOf = (
  { tenant, publishedAt, publishedBy, confirmedBy, effectiveAt, note }: NewVersion,
  person: string,
  added: DefinitionVersion,
  newest: DefinitionVersion | undefined,
): AuditAct => ({
  tenant,
  person,
  at: publishedAt,
  act: 'definition.publish',
  subject: { kind: 'definition', id: added.key },
  ...(newest !== undefined && { before: { version: newest.version, contentHash: newest.contentHash } }),
  after: {
    version: added.version,
    contentHash: added.contentHash,
    ...(effectiveAt > publishedAt && { effectiveAt: effectiveAt.toISOString() }),
    ...(confirmedBy !== null && { proposedBy: publishedBy }),
  },
  comment: note,
});

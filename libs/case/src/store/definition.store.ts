import type { Definition } from '#engine';
import { type AuditAct, addAudit, auditValues, type Database, statement } from '#platform';
import { DefinitionVersionEntity } from './definition.entity.ts';

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
}

const columns = `tenant, key, version, content_hash AS "contentHash", document, published_at AS "publishedAt", published_by AS "publishedBy", note,
  effective_at AS "effectiveAt"`;

const findOne = statement('definition.find', `SELECT ${columns} FROM definition_version WHERE tenant = $1 AND key = $2 AND version = $3`);

const findLatest = statement(
  'definition.latest',
  `SELECT ${columns} FROM definition_version WHERE tenant = $1 AND key = $2 ORDER BY version DESC LIMIT 1`,
);

const findAllLatest = statement(
  'definition.all-latest',
  `SELECT DISTINCT ON (key) ${columns} FROM definition_version WHERE tenant = $1 ORDER BY key, version DESC`,
);

/** Read on the way of commands, so by statements: an outage is then told from a defect like anywhere on that way. */
export class DefinitionStore {
  constructor(private readonly database: Database) {}

  async find(tenant: string, key: string, version: number): Promise<DefinitionVersion | undefined> {
    const [found] = await this.database.query<DefinitionVersion>(findOne, [tenant, key, version]);
    return found;
  }

  async latest(tenant: string, key: string): Promise<DefinitionVersion | undefined> {
    const [found] = await this.database.query<DefinitionVersion>(findLatest, [tenant, key]);
    return found;
  }

  /** The latest version of every definition, by key. */
  allLatest(tenant: string): Promise<DefinitionVersion[]> {
    return this.database.query<DefinitionVersion>(findAllLatest, [tenant]);
  }

  /**
   * Adds a version with the next number, unless one of them has the same content already. Two who publish the same key
   * at once take turns.
   */
  publish(version: NewVersion): Promise<DefinitionVersion> {
    return this.database.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`publish ${version.tenant} ${version.key}`]);
      const versions = manager.getRepository(DefinitionVersionEntity);
      const { tenant, key, contentHash } = version;
      const known = await versions.findOneBy({ tenant, key, contentHash });
      if (known !== null) return known;
      const latest = await versions.findOne({ where: { tenant, key }, order: { version: 'DESC' } });
      const added = await versions.save({ ...version, version: (latest?.version ?? 0) + 1 });
      if (version.publishedBy !== null) await manager.query(addAudit.text, auditValues(actOf(version, version.publishedBy, added, latest)));
      return added;
    });
  }
}

const actOf = (
  { tenant, publishedAt, note }: NewVersion,
  person: string,
  added: DefinitionVersion,
  latest: DefinitionVersion | null,
): AuditAct => ({
  tenant,
  person,
  at: publishedAt,
  act: 'definition.publish',
  subject: { kind: 'definition', id: added.key },
  ...(latest !== null && { before: { version: latest.version, contentHash: latest.contentHash } }),
  after: { version: added.version, contentHash: added.contentHash },
  comment: note,
});

import type { DataSource } from 'typeorm';
import type { Definition } from '#engine';
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
}

export class DefinitionStore {
  constructor(private readonly dataSource: DataSource) {}

  private get versions() {
    return this.dataSource.getRepository(DefinitionVersionEntity);
  }

  find(tenant: string, key: string, version: number): Promise<DefinitionVersion | null> {
    return this.versions.findOneBy({ tenant, key, version });
  }

  latest(tenant: string, key: string): Promise<DefinitionVersion | null> {
    return this.versions.findOne({ where: { tenant, key }, order: { version: 'DESC' } });
  }

  /** The latest version of every definition, by key. */
  allLatest(tenant: string): Promise<DefinitionVersion[]> {
    return this.versions
      .createQueryBuilder('d')
      .distinctOn(['d.key'])
      .where('d.tenant = :tenant', { tenant })
      .orderBy('d.key')
      .addOrderBy('d.version', 'DESC')
      .getMany();
  }

  /**
   * Adds a version with the next number, unless one of them has the same content already. Two who publish the same key
   * at once take turns.
   */
  publish(version: NewVersion): Promise<DefinitionVersion> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`publish ${version.tenant} ${version.key}`]);
      const versions = manager.getRepository(DefinitionVersionEntity);
      const { tenant, key, contentHash } = version;
      const known = await versions.findOneBy({ tenant, key, contentHash });
      if (known !== null) return known;
      const latest = await versions.findOne({ where: { tenant, key }, order: { version: 'DESC' } });
      return versions.save({ ...version, version: (latest?.version ?? 0) + 1 });
    });
  }
}

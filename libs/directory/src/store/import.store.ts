import { type DataSource, IsNull } from 'typeorm';
import { newId } from '#platform';
import { hashPassword } from '../sign-in/passwords.ts';
import { CredentialEntity, type Language, OrganisationEntity, PersonEntity, PostHoldingEntity } from './entities.ts';

/** Organisations, people and the posts they hold, for filling an empty tenant. Organisations come after their parents. */
export interface DirectoryImport {
  readonly tenant: string;
  readonly organisations: readonly {
    readonly code: string;
    readonly parent?: string;
    readonly kind: string;
    readonly type: string;
    readonly name: string;
  }[];
  readonly people: readonly {
    readonly account: string;
    readonly name: string;
    readonly password: string;
    /** Where notices are mailed to. */
    readonly mail?: string;
    /** `zh-CN` unless it is said. */
    readonly language?: Language;
    readonly posts: readonly { readonly post: string; readonly organisation: string; readonly from: string; readonly to?: string }[];
  }[];
}

export class ImportStore {
  constructor(private readonly dataSource: DataSource) {}

  async isEmpty(tenant: string): Promise<boolean> {
    return !(await this.dataSource.getRepository(OrganisationEntity).existsBy({ tenant, parentId: IsNull() }));
  }

  /** Everybody who has organisations here. */
  async tenants(): Promise<string[]> {
    const roots = await this.dataSource.getRepository(OrganisationEntity).find({ where: { parentId: IsNull() }, select: { tenant: true } });
    return [...new Set(roots.map(({ tenant }) => tenant))];
  }

  /** Puts everything in, or nothing. @throws Error when an organisation is named that is not there. */
  async import({ tenant, organisations, people }: DirectoryImport): Promise<void> {
    // Hashing takes its time; it is done before the transaction, and once for each password.
    const hashes = new Map<string, string>();
    for (const { password } of people) if (!hashes.has(password)) hashes.set(password, await hashPassword(password));
    const placed = new Map<string, { id: string; path: string }>();
    const find = (code: string) => {
      const found = placed.get(code);
      if (found === undefined) throw new Error(`organisation ${code} is not among those before it`);
      return found;
    };
    const organisationRows = organisations.map(({ code, parent, kind, type, name }) => {
      const id = newId();
      const above = parent === undefined ? undefined : find(parent);
      const path = `${above?.path ?? ''}${id}/`;
      placed.set(code, { id, path });
      return { tenant, id, parentId: above?.id ?? null, kind, type, name, code, path };
    });
    const personRows = people.map(({ account, name, mail = null, language = 'zh-CN' }) => ({
      tenant,
      id: newId(),
      account,
      name,
      disabledAt: null,
      mail,
      language,
    }));
    const credentialRows = people.map(({ password }, index) => ({
      tenant,
      personId: personRows[index]?.id ?? '',
      passwordHash: hashes.get(password) ?? '',
      failedAttempts: 0,
      lockedUntil: null,
    }));
    const holdingRows = people.flatMap(({ posts }, index) =>
      posts.map(({ post, organisation, from, to }) => ({
        tenant,
        id: newId(),
        personId: personRows[index]?.id ?? '',
        post,
        organisationId: find(organisation).id,
        validFrom: from,
        validTo: to ?? null,
      })),
    );
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(OrganisationEntity, organisationRows);
      await manager.insert(PersonEntity, personRows);
      await manager.insert(CredentialEntity, credentialRows);
      await manager.insert(PostHoldingEntity, holdingRows);
    });
  }
}

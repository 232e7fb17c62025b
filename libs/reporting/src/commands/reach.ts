import {
  type Caller,
  type Directory,
  isWithinScopes,
  type Lineage,
  notPermitted,
  type Permission,
  type PostCatalogue,
  scopesOf,
} from '#directory';
import { isId, type Refusal } from '#platform';

/** Whether a caller's posts reach a school, for what they want to do there. */
export class Reach {
  constructor(
    private readonly directory: Directory,
    private readonly posts: PostCatalogue,
  ) {}

  /** Paths below which the caller may do this. */
  scopes(caller: Caller, permission: Permission): string[] | Refusal {
    const scopes = scopesOf(this.posts, caller, permission);
    return scopes.length === 0 ? notPermitted(permission) : scopes;
  }

  /** The school with those above it. One that the caller may not see does not exist for them. */
  async school(caller: Caller, school: string, permission: Permission): Promise<Lineage | Refusal> {
    const scopes = this.scopes(caller, permission);
    if ('kind' in scopes) return scopes;
    const lineage = isId(school) ? await this.directory.lineage(caller.tenant, school) : undefined;
    const isSchool = lineage?.byKind['school']?.id === school;
    if (lineage === undefined || !isSchool) return unknownSchool;
    if (isWithinScopes(scopes, lineage.path)) return lineage;
    return isWithinScopes(scopesOf(this.posts, caller, 'report.read'), lineage.path) ? notPermitted(permission) : unknownSchool;
  }
}

const unknownSchool: Refusal = { kind: 'refused', code: 'school.unknown' };

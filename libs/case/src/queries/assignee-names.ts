import { namedPost, type PostCatalogue } from '#directory';
import type { Assignee, Subject, Text } from '#engine';
import { type Database, statement } from '#platform';

/** Whom a task is addressed to, in words. */
export interface NamedAssignee {
  readonly person?: { readonly id: string; readonly name: string };
  readonly post?: { readonly key: string; readonly title: Text };
  /** Name of the organisation the post belongs to. */
  readonly organisation?: string;
}

interface Naming {
  readonly tenant: string;
  readonly subject: Subject;
  /** People whose names have been read already, by their ids. */
  readonly known: ReadonlyMap<string, string>;
}

const findPeople = statement('person.names', 'SELECT id, name FROM person WHERE tenant = $1 AND id = ANY($2::uuid[])');

/** The names of people, by their ids. */
export async function namesOf(database: Database, tenant: string, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await database.query<{ id: string; name: string }>(findPeople, [tenant, people]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export class AssigneeNames {
  constructor(
    private readonly database: Database,
    private readonly posts: PostCatalogue,
  ) {}

  /** Finds the names that are not known yet at once; organisations are named as they were when the case began. */
  async of({ tenant, subject, known }: Naming, assignees: readonly Assignee[]): Promise<(assignee: Assignee) => NamedAssignee> {
    const people = assignees.flatMap((assignee) => (assignee.kind === 'person' ? [assignee.person] : []));
    const unknown = [...new Set(people)].filter((person) => !known.has(person));
    const names = new Map([...known, ...(await namesOf(this.database, tenant, unknown))]);
    const organisations = new Map(Object.values(subject).map(({ id, name }) => [id, name]));
    return (assignee) => {
      const { post, organisation } = assignee;
      const organisationName = organisation === undefined ? undefined : organisations.get(organisation);
      return {
        ...(assignee.kind === 'person' && { person: { id: assignee.person, name: names.get(assignee.person) ?? '' } }),
        ...(post !== undefined && { post: namedPost(this.posts, post) }),
        ...(organisationName !== undefined && { organisation: organisationName }),
      };
    };
  }
}

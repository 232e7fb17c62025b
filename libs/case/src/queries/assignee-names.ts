import type { PostCatalogue } from '#directory';
import type { Assignee, Subject, Text } from '#engine';
import { type Database, statement } from '#platform';

/** Whom a task is addressed to, in words. */
export interface NamedAssignee {
  readonly person?: { readonly id: string; readonly name: string };
  readonly post?: { readonly key: string; readonly title: Text };
  /** Name of the organisation the post belongs to. */
  readonly organisation?: string;
}

const findPeople = statement('person.names', 'SELECT id, name FROM person WHERE tenant = $1 AND id = ANY($2::uuid[])');

export class AssigneeNames {
  constructor(
    private readonly database: Database,
    private readonly posts: PostCatalogue,
  ) {}

  /** Finds the names of all of them at once; organisations are named as they were when the case began. */
  async of(tenant: string, subject: Subject, assignees: readonly Assignee[]): Promise<(assignee: Assignee) => NamedAssignee> {
    const people = [...new Set(assignees.flatMap((assignee) => (assignee.kind === 'person' ? [assignee.person] : [])))];
    const rows = people.length === 0 ? [] : await this.database.query<{ id: string; name: string }>(findPeople, [tenant, people]);
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const organisations = new Map(Object.values(subject).map(({ id, name }) => [id, name]));
    return (assignee) => {
      const { post, organisation } = assignee;
      const organisationName = organisation === undefined ? undefined : organisations.get(organisation);
      return {
        ...(assignee.kind === 'person' && { person: { id: assignee.person, name: names.get(assignee.person) ?? '' } }),
        ...(post !== undefined && { post: { key: post, title: this.posts[post]?.title ?? { zh: post } } }),
        ...(organisationName !== undefined && { organisation: organisationName }),
      };
    };
  }
}

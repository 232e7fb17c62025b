import type { Caller, Directory, PostCatalogue } from '#directory';
import type { Assignee } from '#engine';
import { isId } from '#platform';
import type { CaseRefusal } from '../door/sending.ts';
import type { CommandSender, Outcome, Terms } from './sender.ts';

/** Somebody a case is copied to: a person, or whoever holds a post. */
export type Recipient = { readonly person: string } | { readonly post: string; readonly organisation: string };

export interface Copying extends Terms {
  readonly to: readonly Recipient[];
  readonly comment?: string | undefined;
}

interface CopiesParts {
  readonly sender: CommandSender;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
}

/** 抄送: lets others know of a case and read it; by anybody who may see it. */
export class Copies {
  constructor(private readonly parts: CopiesParts) {}

  async copy(caller: Caller, instance: string, copying: Copying): Promise<Outcome> {
    const { to, comment } = copying;
    const unknown = await this.unknownAmong(caller.tenant, to);
    if (unknown !== undefined) return unknown;
    const request = { kind: 'copy', to: to.map(assigneeOf), ...(comment !== undefined && { comment }) } as const;
    return this.parts.sender.onInstance(caller, instance, copying, request);
  }

  private async unknownAmong(tenant: string, to: readonly Recipient[]): Promise<CaseRefusal | undefined> {
    const { directory, posts } = this.parts;
    const people = [...new Set(to.flatMap((recipient) => ('person' in recipient ? [recipient.person] : [])))];
    const active = people.length > 0 && people.every(isId) ? await directory.activeAmong(tenant, people) : [];
    if (active.length !== people.length) return { kind: 'refused', code: 'person.unknown' };
    for (const recipient of to) {
      if ('person' in recipient) continue;
      const { post, organisation } = recipient;
      const lineage = isId(organisation) ? await directory.lineage(tenant, organisation) : undefined;
      // A post exists at organisations of one level.
      if (lineage?.byKind[posts[post]?.at ?? '']?.id !== organisation) return { kind: 'refused', code: 'organisation.unknown' };
    }
    return undefined;
  }
}

const assigneeOf = (recipient: Recipient): Assignee =>
  'person' in recipient ? { kind: 'person', person: recipient.person } : { kind: 'post', ...recipient };

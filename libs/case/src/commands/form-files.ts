import type { Fields } from '#engine';
import type { Caller } from '#directory';
import { type Database, statement } from '#platform';
import type { Attachments } from '../attachment/attachments.ts';
import type { Workflows } from '../definition/workflows.ts';
import { filesOf } from '../door/commit-rows.ts';
import type { CaseRefusal } from '../door/sending.ts';

/** Whose form it is: a running case's, or that of a case about to be started. */
type FormOwner = { readonly instance: string } | { readonly definition: string };

const findVersion = statement('instance.version', 'SELECT definition_key, definition_version FROM instance WHERE tenant = $1 AND id = $2');

/** Checks that the files named in a form's file fields are there and theirs to name. */
export class FormFiles {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
    private readonly attachments: Attachments,
  ) {}

  async check(caller: Caller, owner: FormOwner, fields: Fields | undefined): Promise<CaseRefusal | undefined> {
    if (fields === undefined || Object.keys(fields).length === 0) return undefined;
    const published = await this.workflowOf(caller.tenant, owner);
    if (published === undefined) return undefined;
    const ids = filesOf(published.workflow, fields);
    const references = await this.attachments.references(caller, 'instance' in owner ? owner.instance : null, ids);
    return 'code' in references ? references : undefined;
  }

  private async workflowOf(tenant: string, owner: FormOwner) {
    if ('definition' in owner) return this.workflows.latest(tenant, owner.definition);
    const [row] = await this.database.query<{ definition_key: string; definition_version: number }>(findVersion, [tenant, owner.instance]);
    return row && this.workflows.get(tenant, row.definition_key, row.definition_version);
  }
}

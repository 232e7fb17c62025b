import { type Advanced, type CaseState, limitOf } from '#engine';
import type { PublishedWorkflow } from '../definition/workflows.ts';
import type { Commit } from '../store/commit.store.ts';
import { emptyCommit, followedBy } from '../store/commit-merge.ts';
import type { LockedInstance } from '../store/instance.store.ts';
import type { Before, Circumstances } from './circumstances.ts';
import { commitOf } from './commit-rows.ts';
import type { Accepted } from './sending.ts';

/** The version that a case is on. */
export type Edition = Pick<PublishedWorkflow, 'workflow'> & { readonly version: Pick<PublishedWorkflow['version'], 'key' | 'version'> };

/** A case under its lock, while the commands of a group are applied to it one after another. */
export class HeldCase {
  /** What is to be put down for all that was applied. */
  commit: Commit = emptyCommit;
  state: CaseState;
  private before: Before;

  constructor(
    public edition: Edition,
    { id, state, fields, ...row }: LockedInstance,
  ) {
    this.state = { ...state, form: { version: row.form_version, fields } };
    this.before = {
      id,
      caseNumber: null,
      definitionVersion: row.definition_version,
      organisationId: row.organisation_id,
      organisationPath: row.organisation_path,
      formVersion: row.form_version,
      title: state.title,
      limit: limitOf(state),
      sequence: row.sequence,
      lastHash: row.last_hash.toString('hex'),
    };
  }

  /** The last history row there is, or will be. */
  get sequence(): number {
    return this.before.sequence;
  }

  /** Takes over what a command came to; the next one is applied to that. */
  apply(advanced: Advanced, circumstances: Circumstances): Accepted {
    const commit = commitOf(this.before, advanced, circumstances);
    const last = commit.history.at(-1);
    this.commit = this.commit === emptyCommit ? commit : followedBy(this.commit, commit);
    this.state = advanced.state;
    const { workflow, version } = circumstances;
    this.edition = { workflow, version: { key: workflow.definition.key, version } };
    const sequence = this.before.sequence + commit.history.length;
    this.before = {
      ...this.before,
      definitionVersion: version,
      formVersion: advanced.state.form.version,
      title: advanced.state.title,
      limit: limitOf(advanced.state),
      sequence,
      lastHash: last?.hash ?? this.before.lastHash,
    };
    return { kind: 'accepted', instance: this.before.id, sequence, row: last };
  }
}

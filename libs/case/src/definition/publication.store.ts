import type { Definition } from '#engine';
import { type AuditAct, addAudit, auditValues, type Database, statement, type Tx } from '#platform';
import type { Hand } from './draft.store.ts';

export interface ProposalRow extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly draft_id: string;
  readonly draft_revision: number;
  readonly document: Definition;
  readonly content_hash: string;
  readonly note: string;
  readonly effective_at: Date | null;
  readonly proposed_by: string;
  readonly proposed_by_name: string;
  readonly proposed_at: Date;
  readonly state: 'open' | 'confirmed' | 'declined' | 'withdrawn';
}

export interface NewProposal
  extends Pick<ProposalRow, 'id' | 'key' | 'draft_id' | 'draft_revision' | 'document' | 'content_hash' | 'note'> {
  readonly effective_at: Date | null;
}

export interface Settled {
  readonly state: 'confirmed' | 'declined' | 'withdrawn';
  readonly comment: string | null;
  readonly version: number | null;
}

export interface SecondPersonRow extends Record<string, unknown> {
  readonly key: string;
  readonly required_by: string;
  readonly required_by_name: string;
  readonly required_at: Date;
  readonly waived_by: string | null;
  readonly waived_by_name: string | null;
}

/** Under this key stands what holds for every process. */
export const everyProcess = '*';

const columns = `r.id, r.key, r.draft_id, r.draft_revision, r.document, r.content_hash, r.note, r.effective_at, r.proposed_by,
  p.name AS proposed_by_name, r.proposed_at, r.state`;
const from = 'FROM definition_proposal r JOIN person p ON p.tenant = r.tenant AND p.id = r.proposed_by';

const list = statement('proposal.open', `SELECT ${columns} ${from} WHERE r.tenant = $1 AND r.state = 'open' ORDER BY r.proposed_at, r.id`);
const find = statement('proposal.find', `SELECT ${columns} ${from} WHERE r.tenant = $1 AND r.id = $2`);
const lock = statement('proposal.lock', `SELECT ${columns} ${from} WHERE r.tenant = $1 AND r.id = $2 FOR UPDATE OF r`);

const add = statement(
  'proposal.add',
  `INSERT INTO definition_proposal
     (tenant, id, key, draft_id, draft_revision, document, content_hash, note, effective_at, proposed_by, proposed_at, state)
   VALUES ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, 'open')
   ON CONFLICT (tenant, key) WHERE state = 'open' DO NOTHING RETURNING id`,
);

const settle = statement(
  'proposal.settle',
  `UPDATE definition_proposal SET state = $3, decided_by = $4, decided_at = $5, comment = $6, version = $7
   WHERE tenant = $1 AND id = $2 AND state = 'open' RETURNING id`,
);

const needed = statement(
  'second-person.needed',
  `SELECT key FROM definition_second_person WHERE tenant = $1 AND key IN ($2, '${everyProcess}') LIMIT 1`,
);

const required = statement(
  'second-person.list',
  `SELECT s.key, s.required_by, r.name AS required_by_name, s.required_at, s.waived_by, w.name AS waived_by_name
   FROM definition_second_person s JOIN person r ON r.tenant = s.tenant AND r.id = s.required_by
   LEFT JOIN person w ON w.tenant = s.tenant AND w.id = s.waived_by WHERE s.tenant = $1 ORDER BY s.key`,
);

const require = statement(
  'second-person.require',
  `INSERT INTO definition_second_person (tenant, key, required_by, required_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT (tenant, key) DO UPDATE SET waived_by = NULL, waived_at = NULL`,
);

const agree = statement(
  'second-person.agree',
  `DELETE FROM definition_second_person WHERE tenant = $1 AND key = $2 AND waived_by <> $3 RETURNING key`,
);

const waive = statement(
  'second-person.waive',
  `UPDATE definition_second_person SET waived_by = $3, waived_at = $4 WHERE tenant = $1 AND key = $2 RETURNING key`,
);

const retire = statement(
  'definition.retire',
  `UPDATE definition_version SET retired_at = $4, retired_by = $5, retirement_note = $6
   WHERE tenant = $1 AND key = $2 AND ($3::int IS NULL OR version = $3) AND retired_at IS NULL RETURNING version`,
);

const restore = statement(
  'definition.restore',
  `UPDATE definition_version SET retired_at = NULL, retired_by = NULL, retirement_note = NULL
   WHERE tenant = $1 AND key = $2 AND version = $3 AND retired_at IS NOT NULL RETURNING version`,
);

const removeDraft = statement('definition-draft.published', `DELETE FROM definition_draft WHERE tenant = $1 AND id = $2 AND revision = $3`);

const actOf = ({ tenant, person, at }: Hand, act: string, key: string, more: Partial<AuditAct> = {}): unknown[] =>
  auditValues({ tenant, person, at, act, subject: { kind: 'definition', id: key }, ...more });

/** What is proposed to be published, where it takes two, and what is retired. Each act is recorded with it. */
export class PublicationStore {
  constructor(private readonly database: Database) {}

  open(tenant: string): Promise<ProposalRow[]> {
    return this.database.query<ProposalRow>(list, [tenant]);
  }

  async find(tenant: string, id: string): Promise<ProposalRow | undefined> {
    const [row] = await this.database.query<ProposalRow>(find, [tenant, id]);
    return row;
  }

  /** For `settle` in the same transaction. */
  async lock(tx: Tx, tenant: string, id: string): Promise<ProposalRow | undefined> {
    const [row] = await tx.query<ProposalRow>(lock, [tenant, id]);
    return row;
  }

  /** @returns whether there was none open of the process. */
  propose(by: Hand, proposal: NewProposal): Promise<boolean> {
    const { id, key, draft_id: draft, draft_revision: revision, document, content_hash: hash, note, effective_at: effectiveAt } = proposal;
    return this.database.transaction(async (tx) => {
      const content = [JSON.stringify(document), hash, note, effectiveAt];
      const added = await tx.query(add, [by.tenant, id, key, draft, revision, ...content, by.person, by.at]);
      if (added.length === 0) return false;
      tx.finishWith(addAudit, actOf(by, 'definition.propose', key, { after: { contentHash: hash }, comment: note }));
      return true;
    });
  }

  async settle(tx: Tx, by: Hand, id: string, { state, version, comment }: Settled): Promise<void> {
    await tx.query(settle, [by.tenant, id, state, by.person, by.at, comment, version]);
  }

  async record(tx: Tx, by: Hand, act: string, { key, ...more }: Partial<AuditAct> & { readonly key: string }): Promise<void> {
    await tx.query(addAudit, actOf(by, act, key, more));
  }

  /** A draft that became a version, if nobody has gone on with it. */
  async removeDraft(tx: Tx, tenant: string, id: string, revision: number): Promise<void> {
    await tx.query(removeDraft, [tenant, id, revision]);
  }

  async isSecondNeeded(tenant: string, key: string): Promise<boolean> {
    return (await this.database.query(needed, [tenant, key])).length > 0;
  }

  secondPersons(tenant: string): Promise<SecondPersonRow[]> {
    return this.database.query<SecondPersonRow>(required, [tenant]);
  }

  requireSecond(by: Hand, key: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query(require, [by.tenant, key, by.person, by.at]);
      tx.finishWith(addAudit, actOf(by, 'definition.require-second', key));
    });
  }

  /** To do without takes two as well: the first who wants it is noted, the second has it done. */
  waiveSecond(by: Hand, key: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const gone = await tx.query(agree, [by.tenant, key, by.person]);
      const noted = gone.length > 0 ? gone : await tx.query(waive, [by.tenant, key, by.person, by.at]);
      if (noted.length === 0) return;
      tx.finishWith(addAudit, actOf(by, gone.length > 0 ? 'definition.waive-second' : 'definition.propose-waiving', key));
    });
  }

  /** @returns the numbers of the versions that are retired now and were not before; all of the process without a number. */
  retire(by: Hand, key: string, version: number | null, note: string): Promise<number[]> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query<{ version: number }>(retire, [by.tenant, key, version, by.at, by.person, note]);
      const versions = rows.map((row) => row.version).sort((one, other) => one - other);
      if (versions.length > 0) tx.finishWith(addAudit, actOf(by, 'definition.retire', key, { after: { versions }, comment: note }));
      return versions;
    });
  }

  /** @returns whether it was retired. */
  restore(by: Hand, key: string, version: number, note: string): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const rows = await tx.query(restore, [by.tenant, key, version]);
      if (rows.length > 0) tx.finishWith(addAudit, actOf(by, 'definition.restore', key, { after: { versions: [version] }, comment: note }));
      return rows.length > 0;
    });
  }
}

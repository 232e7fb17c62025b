import { statement } from './database/statement.ts';
import { currentRequestId } from './logging.ts';

/** Something an administrator did. */
export interface AuditAct {
  readonly tenant: string;
  readonly person: string;
  readonly at: Date;
  /** Such as `channel.remove`. */
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** Path of the organisation it belongs to; null for what concerns the whole installation. */
  readonly organisationPath?: string | null;
  /** What there was and what there is now, in short and without secrets. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly comment?: string | null | undefined;
}

/** Puts an act on record; sent in the transaction that does what it tells of. */
export const addAudit = statement(
  'audit.add',
  `INSERT INTO audit_entry (tenant, at, person_id, act, subject_kind, subject_id, organisation_path, before, after, comment, request_id)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10, $11)`,
);

/** The parameters of `addAudit`, with the number of the request under way. */
export const auditValues = ({ tenant, at, person, act, subject, organisationPath, before, after, comment }: AuditAct): unknown[] => [
  tenant,
  at,
  person,
  act,
  subject.kind,
  subject.id,
  organisationPath ?? null,
  before === undefined ? null : JSON.stringify(before),
  after === undefined ? null : JSON.stringify(after),
  comment ?? null,
  currentRequestId() ?? null,
];

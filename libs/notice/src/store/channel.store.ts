import type { Language } from '#directory';
import { type AuditAct, addAudit, auditValues, type Database, type Statement, statement } from '#platform';
import type { ChannelFormat } from '../webhook/formats.ts';
import type { NoticeKind } from './notice.entity.ts';

export interface ChannelRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation: string;
  /** Of its organisation. */
  readonly path: string;
  readonly name: string;
  readonly format: ChannelFormat;
  readonly address: string;
  readonly secret: string | null;
  readonly language: Language;
  readonly kinds: readonly NoticeKind[];
  readonly is_enabled: boolean;
  /** By which processes name it; null where none may call it. */
  readonly key: string | null;
}

export interface ChannelWrite extends Omit<ChannelRow, 'organisation' | 'path'> {
  readonly tenant: string;
}

const columns = `channel.id, channel.organisation_id, organisation.name AS organisation, organisation.path, channel.name, channel.format, channel.address,
  channel.secret, channel.language, channel.kinds, channel.is_enabled, channel.key
  FROM channel JOIN organisation ON organisation.tenant = channel.tenant AND organisation.id = channel.organisation_id`;

const isWithin = (scopes: string): string =>
  `EXISTS (SELECT FROM unnest(${scopes}::text[]) AS scope WHERE starts_with(organisation.path, scope))`;

const list = statement(
  'channel.list',
  `SELECT ${columns} WHERE channel.tenant = $1 AND ${isWithin('$2')} ORDER BY organisation.path, channel.name, channel.id`,
);

const find = statement('channel.find', `SELECT ${columns} WHERE channel.tenant = $1 AND ${isWithin('$2')} AND channel.id = $3`);

const insert = statement(
  'channel.insert',
  `INSERT INTO channel (tenant, id, organisation_id, name, format, address, secret, language, kinds, is_enabled, key, created_at, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);

const update = statement(
  'channel.update',
  `UPDATE channel SET organisation_id = $3, name = $4, format = $5, address = $6, secret = $7, language = $8, kinds = $9, is_enabled = $10, key = $11
   WHERE tenant = $1 AND id = $2`,
);

/** What was on its way to it goes with it. */
const remove = statement(
  'channel.remove',
  `WITH removed AS (DELETE FROM channel WHERE tenant = $1 AND id = $2 RETURNING tenant, id)
   DELETE FROM delivery USING removed, delivery_item AS item
   WHERE item.tenant = removed.tenant AND item.recipient = removed.id AND delivery.tenant = item.tenant AND delivery.id = item.delivery_id`,
);

const noteTest = statement(
  'channel.test',
  `UPDATE channel SET tested_at = $3 WHERE tenant = $1 AND id = $2 AND (tested_at IS NULL OR tested_at <= $4) RETURNING 1`,
);

/** The webhooks of organisations. `scopes` are the paths below which the asker may see to them. */
export class ChannelStore {
  constructor(private readonly database: Database) {}

  list(tenant: string, scopes: readonly string[]): Promise<ChannelRow[]> {
    return this.database.query<ChannelRow & { [column: string]: unknown }>(list, [tenant, scopes]);
  }

  async find(tenant: string, scopes: readonly string[], id: string): Promise<ChannelRow | undefined> {
    const [row] = await this.database.query<ChannelRow & { [column: string]: unknown }>(find, [tenant, scopes, id]);
    return row;
  }

  async insert(channel: ChannelWrite, now: Date, act: AuditAct): Promise<void> {
    await this.audited(act, insert, [...values(channel), now, act.person]);
  }

  async update(channel: ChannelWrite, act: AuditAct): Promise<void> {
    await this.audited(act, update, values(channel));
  }

  async remove(tenant: string, id: string, act: AuditAct): Promise<void> {
    await this.audited(act, remove, [tenant, id]);
  }

  /** Notes that it is being tested now. @returns false when that was done later than `before`. */
  async noteTest(tenant: string, id: string, now: Date, before: Date): Promise<boolean> {
    return (await this.database.query(noteTest, [tenant, id, now, before])).length > 0;
  }

  private audited(act: AuditAct, change: Statement, parameters: readonly unknown[]): Promise<void> {
    return this.database.transaction(async (tx) => {
      await tx.query(change, parameters);
      tx.finishWith(addAudit, auditValues(act));
    });
  }
}

const values = ({
  tenant,
  id,
  organisation_id,
  name,
  format,
  address,
  secret,
  language,
  kinds,
  is_enabled,
  key,
}: ChannelWrite): unknown[] => [tenant, id, organisation_id, name, format, address, secret, language, kinds, is_enabled, key];

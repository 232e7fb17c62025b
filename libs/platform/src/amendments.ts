import type { Logger } from 'pino';
import { type AuditAct, addAudit, auditValues } from './audit.ts';
import type { Database, Tx } from './database/database.ts';
import { statement } from './database/statement.ts';
import { Rereading } from './rereading.ts';

/** What an administrator has put in the place of a rule that came with the configuration. */
export interface Amendment {
  /** What is amended, among those of its kind. */
  readonly key: string;
  /** 1, 2, 3 … of the key. */
  readonly number: number;
  /** Null where the one before, or what came with the configuration, holds again. */
  readonly content: unknown;
  /** The document that says so, or why it was withdrawn. */
  readonly source: string;
  /** Who did it. */
  readonly by: string;
  readonly at: Date;
}

interface AmendmentRow extends Amendment {
  readonly tenant: string;
  readonly kind: string;
  readonly [column: string]: unknown;
}

export interface AmendmentWrite extends Omit<Amendment, 'by' | 'at'> {
  readonly kind: string;
}

const count = statement('amendment.count', 'SELECT count(*)::integer AS count FROM amendment');
const all = statement(
  'amendment.all',
  `SELECT a.tenant, a.kind, a.key, a.number, a.content, a.source, a.at, p.name AS by
   FROM amendment a JOIN person p ON p.tenant = a.tenant AND p.id = a.person_id ORDER BY a.tenant, a.kind, a.key, a.number`,
);
const add = statement(
  'amendment.add',
  `INSERT INTO amendment (tenant, kind, key, number, content, source, person_id, at) VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)
   ON CONFLICT DO NOTHING RETURNING number`,
);

const none: readonly Amendment[] = [];

/**
 * The amendments of all tenants, in memory: there are a few a year. One is seen by every process within about a second,
 * and at once by the one that made it.
 */
export class Amendments {
  private known = -1;
  private rows: readonly AmendmentRow[] = [];
  private readonly lists = new Map<string, readonly Amendment[]>();
  private readonly rereading: Rereading;

  constructor(
    private readonly database: Database,
    logger: Logger,
  ) {
    this.rereading = new Rereading({ name: 'amendments of the rules', logger, read: () => this.refresh() });
  }

  /** @throws when they cannot be read: what people did would be judged by rules that hold no more. */
  start(): Promise<void> {
    return this.rereading.start();
  }

  stop(): Promise<void> {
    return this.rereading.stop();
  }

  /** In the order of their keys and numbers; the same object until there is another. */
  of(tenant: string, kind: string): readonly Amendment[] {
    const place = `${tenant} ${kind}`;
    const list = this.lists.get(place) ?? this.rows.filter((row) => row.tenant === tenant && row.kind === kind);
    this.lists.set(place, list);
    return list.length === 0 ? none : list;
  }

  /** Reads what has been added: nothing is ever changed or removed. */
  async refresh(): Promise<void> {
    const [row] = await this.database.query<{ count: number }>(count, []);
    if (row === undefined || row.count === this.known) return;
    this.rows = await this.database.query<AmendmentRow>(all, []);
    this.known = this.rows.length;
    this.lists.clear();
  }

  /**
   * Adds one, on record with the act.
   * @param also is done in the same transaction.
   * @returns false when somebody else has amended it since: the number is taken.
   */
  async add({ kind, key, number, content, source }: AmendmentWrite, act: AuditAct, also?: (tx: Tx) => Promise<unknown>): Promise<boolean> {
    const { tenant, person, at } = act;
    const written = content === null ? null : JSON.stringify(content);
    const isAdded = await this.database.transaction(async (tx) => {
      if ((await tx.query(add, [tenant, kind, key, number, written, source, person, at])).length === 0) return false;
      await also?.(tx);
      tx.finishWith(addAudit, auditValues(act));
      return true;
    });
    await this.refresh();
    return isAdded;
  }
}

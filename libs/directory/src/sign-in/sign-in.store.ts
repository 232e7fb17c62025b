import { type Database, sessionChannel, statement } from '#platform';

export interface AccountRow {
  readonly tenant: string;
  readonly id: string;
  readonly password_hash: string;
  readonly locked_until: Date | null;
  readonly is_one_time: boolean;
}

export interface SessionRow {
  readonly tenant: string;
  readonly person_id: string;
  readonly name: string;
  readonly account: string;
  readonly expires_at: Date;
  readonly revision: string;
}

const findAccount = statement(
  'sign-in.account',
  `SELECT p.tenant, p.id, c.password_hash, c.locked_until, c.is_one_time
   FROM person p JOIN credential c ON c.tenant = p.tenant AND c.person_id = p.id
   WHERE lower(p.account) = lower($1) AND p.disabled_at IS NULL`,
);

const countFailure = statement(
  'sign-in.failure',
  `UPDATE credential SET
     failed_attempts = CASE WHEN failed_attempts + 1 >= $3 THEN 0 ELSE failed_attempts + 1 END,
     locked_until = CASE WHEN failed_attempts + 1 >= $3 THEN $4::timestamptz ELSE locked_until END
   WHERE tenant = $1 AND person_id = $2
   RETURNING locked_until`,
);

const openSession = statement(
  'sign-in.open',
  `WITH cleared AS (
     UPDATE credential SET failed_attempts = 0, locked_until = NULL WHERE tenant = $2 AND person_id = $3
   )
   INSERT INTO session (token_hash, tenant, person_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
);

const chooseNew = statement(
  'sign-in.choose',
  'UPDATE credential SET password_hash = $3, is_one_time = false WHERE tenant = $1 AND person_id = $2',
);

const findSession = statement(
  'sign-in.session',
  `SELECT s.tenant, s.person_id, p.name, p.account, s.expires_at, r.revision::text
   FROM session s
   JOIN person p ON p.tenant = s.tenant AND p.id = s.person_id AND p.disabled_at IS NULL
   JOIN directory_revision r ON r.tenant = s.tenant
   WHERE s.token_hash = $1`,
);

// The screens that were opened with it hear of it, on whatever server they hang.
const closeSession = statement(
  'sign-in.close',
  `WITH closed AS (DELETE FROM session WHERE token_hash = $1 RETURNING token_hash)
   SELECT pg_notify('${sessionChannel}', encode(token_hash, 'hex')) FROM closed`,
);

export class SignInStore {
  constructor(private readonly database: Database) {}

  async account(account: string): Promise<AccountRow | undefined> {
    return (await this.database.query<AccountRow>(findAccount, [account]))[0];
  }

  /** Counts a wrong password; the attempt that reaches the limit locks the account until the given time. */
  async countFailure({ tenant, id }: AccountRow, limit: number, lockedUntil: Date): Promise<Date | null> {
    const rows = await this.database.query<{ locked_until: Date | null }>(countFailure, [tenant, id, limit, lockedUntil]);
    return rows[0]?.locked_until ?? null;
  }

  async open({ tenant, id }: AccountRow, tokenHash: Buffer, now: Date, expiresAt: Date): Promise<void> {
    await this.database.query(openSession, [tokenHash, tenant, id, now, expiresAt]);
  }

  /** Puts a password of their own choice in the place of one that somebody else knows. */
  async choose({ tenant, id }: AccountRow, hash: string): Promise<void> {
    await this.database.query(chooseNew, [tenant, id, hash]);
  }

  async session(tokenHash: Buffer): Promise<SessionRow | undefined> {
    return (await this.database.query<SessionRow>(findSession, [tokenHash]))[0];
  }

  async close(tokenHash: Buffer): Promise<void> {
    await this.database.query(closeSession, [tokenHash]);
  }
}

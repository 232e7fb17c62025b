import { type AuditAct, addAudit, auditValues, businessDay, type Clock, type Database, isRefused, statement, type Tx } from '#platform';
import { type Caller, notPermitted, type PostCatalogue, scopesOf } from '../posts.ts';

/** What was done, as far as the one who does it does not say it. */
export type Act = Pick<AuditAct, 'act' | 'subject' | 'organisationPath' | 'before' | 'after' | 'comment'>;

/** A change under way: its transaction, who makes it, and what puts it on record. */
export interface Change {
  readonly tx: Tx;
  readonly caller: Caller;
  readonly note: (act: Act) => void;
}

/** Two who change the directory at once do so one after the other: what one has looked at, the other does not change meanwhile. */
const lock = statement('directory.lock', `SELECT pg_advisory_xact_lock(hashtextextended('directory ' || $1, 0))`);

export interface AdministrationParts {
  readonly database: Database;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

/** Thrown to give up what a transaction has done so far. */
class GivenUp extends Error {
  constructor(readonly refusal: object) {
    super('given up');
  }
}

/** How administrators change who is where: by their permission, one after the other, each act on record with what it changes. */
export class Administration {
  constructor(readonly parts: AdministrationParts) {}

  /** Paths of the organisations below which the caller administers; a refusal where that is nowhere. */
  scopes(caller: Caller) {
    const scopes = scopesOf(this.parts.posts, caller, 'directory.manage');
    return scopes.length === 0 ? notPermitted('directory.manage') : scopes;
  }

  today(): string {
    return businessDay(this.parts.clock.now());
  }

  /** Does the work, and puts it on record with it. What ends in a refusal changes nothing. */
  async change<T extends object>(caller: Caller, work: (tx: Tx, note: (act: Act) => void) => Promise<T>): Promise<T> {
    const { tenant, person } = caller;
    try {
      return await this.parts.database.transaction(async (tx) => {
        await tx.query(lock, [tenant]);
        const at = this.parts.clock.real();
        const result = await work(tx, (act) => tx.finishWith(addAudit, auditValues({ tenant, person, at, ...act })));
        if (isRefused(result)) throw new GivenUp(result);
        return result;
      });
    } catch (error) {
      if (error instanceof GivenUp) return error.refusal as T;
      throw error;
    }
  }
}

import { type Clock, type Config, newToken, type Refusal } from '#platform';
import type { Directory } from '../directory.ts';
import type { Caller } from '../posts.ts';
import { hashPassword, pretendToVerify, verifyPassword } from './passwords.ts';
import type { SessionRow, SignInStore } from './sign-in.store.ts';
import { hashOfToken } from './tokens.ts';

type Settings = Pick<Config, 'sessionHours' | 'signInAttempts' | 'lockMinutes'>;

export interface SignedIn {
  readonly kind: 'signed-in';
  /** For the cookie; it is not kept anywhere else. */
  readonly token: string;
  readonly expiresAt: Date;
}

/**
 * How long a session that was found good is not looked up again, in milliseconds. Signing out is felt at once on the
 * server that did it, and within this time on others; expiry is always exact.
 */
const trustFor = 5_000;
const maxTrusted = 10_000;

/**
 * Signing in with a password, and recognising who has. Sessions and locks go by the real time, which no demonstration turns;
 * which posts somebody holds goes by the installation's day.
 */
export class SignIn {
  private readonly trusted = new Map<string, { readonly row: SessionRow; readonly until: number }>();

  constructor(
    private readonly store: SignInStore,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /**
   * With a password that somebody else knows, one has to choose another.
   * @returns a refusal: `sign-in.failed`, `sign-in.locked`, `sign-in.password-one-time`, `sign-in.password-same`
   */
  async signIn(account: string, password: string, newPassword?: string): Promise<SignedIn | Refusal> {
    const now = this.clock.real();
    const found = await this.store.account(account);
    if (found === undefined) {
      await pretendToVerify(password);
      return { kind: 'refused', code: 'sign-in.failed' };
    }
    if (found.locked_until !== null && found.locked_until > now) return locked(found.locked_until, now);
    if (!(await verifyPassword(found.password_hash, password))) {
      const until = new Date(now.getTime() + this.settings.lockMinutes * 60_000);
      const lockedUntil = await this.store.countFailure(found, this.settings.signInAttempts, until);
      return lockedUntil !== null && lockedUntil > now ? locked(lockedUntil, now) : { kind: 'refused', code: 'sign-in.failed' };
    }
    if (found.is_one_time) {
      if (newPassword === undefined) return { kind: 'refused', code: 'sign-in.password-one-time' };
      if (newPassword === password) return { kind: 'refused', code: 'sign-in.password-same' };
      await this.store.choose(found, await hashPassword(newPassword));
    }
    const token = newToken();
    const expiresAt = new Date(now.getTime() + this.settings.sessionHours * 3_600_000);
    await this.store.open(found, hashOfToken(token), now, expiresAt);
    return { kind: 'signed-in', token, expiresAt };
  }

  /** Who the token belongs to, or undefined when it is unknown, expired or signed out. */
  async caller(token: string): Promise<Caller | undefined> {
    const now = this.clock.real();
    const session = await this.session(token, now);
    if (session === undefined || session.expires_at <= now) return undefined;
    const { tenant, person_id: person, name, account } = session;
    const day = this.clock.now();
    const posts = await this.directory.postsOf(tenant, person, day);
    return { tenant, person, name, account, posts, represents: await this.directory.representedBy(tenant, person, day) };
  }

  async signOut(token: string): Promise<void> {
    this.trusted.delete(token);
    await this.store.close(hashOfToken(token));
  }

  private async session(token: string, now: Date): Promise<SessionRow | undefined> {
    const trusted = this.trusted.get(token);
    if (trusted !== undefined && trusted.until > now.getTime()) return trusted.row;
    this.trusted.delete(token);
    const row = await this.store.session(hashOfToken(token));
    if (row === undefined) return undefined;
    this.directory.seen(row.tenant, row.revision);
    this.trusted.set(token, { row, until: now.getTime() + trustFor });
    if (this.trusted.size > maxTrusted) this.trusted.delete(this.trusted.keys().next().value ?? token);
    return row;
  }
}

const locked = (until: Date, now: Date): Refusal => ({
  kind: 'refused',
  code: 'sign-in.locked',
  params: { minutes: Math.ceil((until.getTime() - now.getTime()) / 60_000) },
});

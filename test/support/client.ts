import { randomUUID } from 'node:crypto';
import { demoPassword } from '../../config/demo/organisations.ts';

/** What the server answered; `body` is parsed when it is JSON. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A problem document (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly rules?: readonly { readonly rule: string; readonly message: string }[];
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly problems?: readonly { readonly code: string; readonly pointer: string; readonly message: string }[];
  readonly current?: unknown;
}

interface Session {
  readonly person: { readonly id: string; readonly name: string; readonly account: string };
  readonly posts: readonly { readonly key: string; readonly organisation: { readonly id: string; readonly name: string } }[];
  readonly permissions: readonly string[];
  readonly csrfToken: string;
}

export interface Sent {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

/** Sends a request as a program would that knows only HTTP. */
export async function send<Body = unknown>(url: string, method: string, path: string, sent: Sent = {}): Promise<Reply<Body>> {
  const { headers = {}, body = null } = sent;
  const reply = await fetch(`${url}${path}`, { method, headers, body, redirect: 'manual' });
  const text = await reply.text();
  const isJson = /[/+]json/.test(reply.headers.get('content-type') ?? '');
  return { status: reply.status, headers: reply.headers, body: (isJson ? JSON.parse(text) : text) as Body };
}

export const json = (body: unknown): Sent => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Whatever is expected of a request that must be done. */
export function done<Body>({ status, body }: Reply<Body>): Body {
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Somebody who is signed in. Paths are those below `/api/`. */
export class Client {
  private constructor(
    private readonly url: string,
    readonly cookie: string,
    readonly session: Session,
    private readonly language: string,
  ) {}

  static async signIn(url: string, account: string, password = demoPassword): Promise<Client> {
    const reply = await send<Session>(url, 'POST', '/api/session', json({ account, password }));
    const session = done(reply);
    const [cookie = ''] = (reply.headers.getSetCookie()[0] ?? '').split(';');
    return new Client(url, cookie, session, 'zh-CN');
  }

  /** The same session, in another language. */
  speaking(language: string): Client {
    return new Client(this.url, this.cookie, this.session, language);
  }

  /** The same session with another server on the same database. */
  on(url: string): Client {
    return new Client(url, this.cookie, this.session, this.language);
  }

  get headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.session.csrfToken, 'accept-language': this.language };
  }

  /** The organisation where the person holds a post. */
  at(post: string): string {
    const held = this.session.posts.find(({ key }) => key === post);
    if (held === undefined) throw new Error(`${this.session.person.account} is no ${post}`);
    return held.organisation.id;
  }

  get<Body = unknown>(path: string): Promise<Reply<Body>> {
    return this.send('GET', path);
  }

  post<Body = unknown>(path: string, body: unknown = {}, key: string = randomUUID()): Promise<Reply<Body>> {
    return this.send('POST', path, { ...json(body), key });
  }

  patch<Body = unknown>(path: string, body: unknown, key: string = randomUUID()): Promise<Reply<Body>> {
    return this.send('PATCH', path, { ...json(body), key });
  }

  put<Body = unknown>(path: string, body: unknown): Promise<Reply<Body>> {
    return this.send('PUT', path, json(body));
  }

  async upload<Body = { id: string; sha256: string }>(name: string, content: Uint8Array<ArrayBuffer> | string): Promise<Reply<Body>> {
    const body = new FormData();
    body.append('file', new Blob([content]), name);
    return this.send('POST', 'attachments', { body });
  }

  send<Body = unknown>(method: string, path: string, { headers, body, key }: Sent & { readonly key?: string } = {}): Promise<Reply<Body>> {
    return send(this.url, method, `/api/${path}`, {
      headers: { ...this.headers, ...(key !== undefined && { 'idempotency-key': key }), ...headers },
      ...(body !== undefined && { body }),
    });
  }
}

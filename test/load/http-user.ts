import { Agent, type OutgoingHttpHeaders, request } from 'node:http';
import { demoPassword } from '../../config/demo/organisations.ts';

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Where a user sends to, over connections that are kept. `node:http` itself, because `fetch` costs twice the time. */
export interface Destination {
  readonly port: number;
  readonly agent: Agent;
}

export const keptConnections = (): Agent => new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY, scheduling: 'lifo' });

export interface Session {
  readonly csrfToken: string;
  readonly posts: readonly { readonly organisation: { readonly id: string } }[];
}

/** Somebody who is signed in with a session cookie, as a browser is. */
export class HttpUser {
  private constructor(
    private readonly destination: Destination,
    private readonly headers: OutgoingHttpHeaders,
    readonly session: Session,
    readonly cookie: string,
  ) {}

  static async signIn(destination: Destination, account: string): Promise<HttpUser> {
    const reply = await send(destination, 'POST', '/api/session', { body: { account, password: demoPassword } });
    const session = bodyOf(reply) as Session;
    const lines = [reply.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0]);
    const cookie = lines.join('; ');
    return new HttpUser(destination, { cookie, 'x-csrf-token': session.csrfToken }, session, cookie);
  }

  /** @throws Error for any answer but a good one. */
  async post(path: string, body: unknown): Promise<unknown> {
    return bodyOf(await send(this.destination, 'POST', path, { body, headers: this.headers }));
  }
}

export const getText = async (destination: Destination, path: string): Promise<string> => (await send(destination, 'GET', path, {})).body;

function bodyOf({ status, body }: Reply): unknown {
  if (status < 200 || status > 299) throw new Error(`${status} ${body}`);
  return JSON.parse(body);
}

interface Content {
  readonly body?: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

function send({ port, agent }: Destination, method: string, path: string, { body, headers = {} }: Content): Promise<Reply> {
  const content = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  const described = content && { 'content-type': 'application/json', 'content-length': content.length };
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', port, agent, method, path, headers: { ...headers, ...described } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks).toString() }),
      );
    });
    sending.on('error', reject);
    sending.end(content);
  });
}

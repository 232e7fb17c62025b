import { randomUUID } from 'node:crypto';

/** A problem document (RFC 9457) as the server sends it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

export class RefusedByServer extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

interface Session {
  readonly csrfToken: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly posts: readonly {
    readonly key: string;
    readonly title: { readonly zh: string };
    readonly organisation: { readonly id: string; readonly name: string };
  }[];
}

/** What a command would do, as far as the demonstrations tell it. */
export interface Preview {
  readonly expected: string;
  readonly entered: readonly { readonly title: { readonly zh: string } }[];
  readonly cancelled: readonly { readonly step: { readonly title: { readonly zh: string } } }[];
}

/** Somebody who is signed in, talking to the server as a program of their own would. */
export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly session: Session,
  ) {}

  static async signIn(url: string, account: string, password: string): Promise<Person> {
    const reply = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password }),
    });
    const session = await bodyOf<Session>(reply);
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0]);
    return new Person(url, cookie.join('; '), session);
  }

  get name(): string {
    return this.session.person.name;
  }

  async get<Body>(path: string): Promise<Body> {
    return bodyOf<Body>(await fetch(`${this.url}/api/${path}`, { headers: this.headers }));
  }

  /** Each request that changes something has a key of its own, so that sending it again would be safe. */
  post<Body>(path: string, body: unknown): Promise<Body> {
    return this.send('POST', path, body);
  }

  put<Body>(path: string, body: unknown): Promise<Body> {
    return this.send('PUT', path, body);
  }

  patch<Body>(path: string, body: unknown): Promise<Body> {
    return this.send('PATCH', path, body);
  }

  /** Sends a command only if it still does what its dry run has shown. */
  confirm<Body>(path: string, body: unknown, { expected }: Preview): Promise<Body> {
    return this.send('POST', path, body, { 'if-match': `"${expected}"` });
  }

  async remove(path: string): Promise<void> {
    await bodyOf(await fetch(`${this.url}/api/${path}`, { method: 'DELETE', headers: this.headers }));
  }

  private async send<Body>(method: string, path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<Body> {
    const headers = { ...this.headers, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...more };
    return bodyOf<Body>(await fetch(`${this.url}/api/${path}`, { method, headers, body: JSON.stringify(body) }));
  }

  /** @returns the id of the uploaded file */
  async upload(name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([content]), name);
    const reply = await fetch(`${this.url}/api/attachments`, { method: 'POST', headers: this.headers, body: form });
    return (await bodyOf<{ id: string }>(reply)).id;
  }

  private get headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.session.csrfToken, 'accept-language': 'zh-CN' };
  }
}

async function bodyOf<Body>(reply: Response): Promise<Body> {
  const body: unknown = reply.status === 204 ? undefined : await reply.json();
  if (!reply.ok) throw new RefusedByServer(body as Problem);
  return body as Body;
}

export interface Decision {
  readonly outcome: string;
  readonly comment?: string;
  readonly fields?: { readonly [field: string]: unknown };
  readonly returnTo?: string;
  /** 补正清单: with a return, what is to be mended. */
  readonly items?: readonly { readonly fields?: readonly string[]; readonly text: string; readonly dueAt?: string }[];
  /** What is said to its items, by their numbers. */
  readonly answers?: readonly { readonly item: number; readonly note: string }[];
}

interface TaskPage {
  readonly form: { readonly version: number };
  readonly myTasks: readonly { readonly id: string }[];
}

/** Decides the task that somebody has in a case, with the form as it is now. @throws RefusedByServer */
export async function decideIn(person: Person, instance: string, decision: Decision): Promise<void> {
  const page = await person.get<TaskPage>(`instances/${instance}`);
  const task = page.myTasks[0];
  if (task === undefined) throw new Error(`${person.name} has nothing to decide here`);
  await person.post(`tasks/${task.id}/decisions`, { ...decision, formVersion: page.form.version });
}

/** What the server says against it. @throws Error when it was done, or went wrong in another way. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  const told = await work.then(
    () => undefined,
    (error: unknown) => (error instanceof RefusedByServer ? error.problem.detail : undefined),
  );
  if (told === undefined) throw new Error('expected a refusal');
  return told;
}

import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { CommandRecord, Verification } from '#case';
import { type Client, done, type Problem, type Reply } from '../support/client.ts';
import { approval, comment, deciders, form } from './approval.ts';
import type { EndureServer } from './endure-server.ts';

/** The start of a case, or one of its decisions, as it was sent. */
export interface Sent {
  readonly key: string;
  readonly by: Client;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The number of the task it decides; 0 starts the case. */
  readonly task: number;
  /** What was acknowledged; missing as long as nothing was. */
  record?: CommandRecord;
}

/** One of those who decide without pause: begins a case, decides it four times, begins the next, whatever happens to the server. */
export class EndureUser {
  readonly sent: Sent[] = [];
  private checked = 0;

  constructor(private readonly people: readonly Client[]) {}

  /** What was sent since it was last sent again. */
  get recent(): readonly Sent[] {
    return this.sent.slice(this.checked);
  }

  /** Goes on until something is not answered. @throws Error when that is not because the server was killed. */
  async work(server: EndureServer): Promise<void> {
    for (;;) {
      const next = this.next();
      this.sent.push(next);
      const reply = await post(next, server.url).catch((error: unknown) => {
        if (!server.isDoomed) throw error;
      });
      if (reply === undefined || (reply.status >= 500 && server.isDoomed)) return;
      next.record = acknowledged(reply);
    }
  }

  /**
   * Sends everything since the last time again, under the same keys: what was not answered must be done now at the latest,
   * and everything must be answered as it was before. @returns sentences about what was not.
   */
  async sendAgain(url: string): Promise<string[]> {
    const faults: string[] = [];
    for (const sent of this.recent) {
      sent.record ??= acknowledged(await post(sent, url));
      const { body } = await post(sent, url);
      if (!isDeepStrictEqual(body, sent.record)) faults.push(`${sent.path} was answered anew under its key ${sent.key}`);
    }
    this.checked = this.sent.length;
    return faults;
  }

  /** Brings the case at hand to its end. */
  async finish(url: string): Promise<void> {
    for (let last = this.sent.at(-1); last !== undefined && last.task < deciders.length; last = this.sent.at(-1)) {
      const next = this.next();
      this.sent.push(next);
      next.record = acknowledged(await post(next, url));
    }
  }

  /** Has the chains of its last cases checked, or of all. @returns sentences about those that are not whole. */
  async verify(url: string, count = Number.POSITIVE_INFINITY): Promise<string[]> {
    const faults: string[] = [];
    const cases = this.sent.flatMap(({ task, record }) => (task === 0 && record !== undefined ? [record.instance] : []));
    for (const instance of cases.slice(-count)) {
      const reader = this.people[0]?.on(url);
      const verification = reader && done(await reader.get<Verification>(`instances/${instance}/verification`));
      if (!verification?.isIntact) faults.push(`the history of ${instance} is not whole: ${JSON.stringify(verification)}`);
    }
    return faults;
  }

  private next(): Sent {
    const last = this.sent.at(-1);
    const task = last === undefined ? 0 : (last.task + 1) % (deciders.length + 1);
    const by = this.people[Math.max(task - 1, 0)];
    if (by === undefined) throw new Error(`nobody decides task ${task}`);
    const key = randomUUID();
    if (task === 0) {
      return {
        key,
        by,
        task,
        path: 'instances',
        body: { definition: approval.key, organisation: by.at('certificate-lead'), fields: form },
      };
    }
    if (last?.record === undefined) throw new Error('a case goes on only from what was acknowledged');
    const { instance, formVersion } = last.record;
    const outcome = deciders[task - 1]?.outcome;
    return { key, by, task, path: `tasks/${instance}.${task}/decisions`, body: { outcome, formVersion, comment } };
  }
}

const post = ({ by, path, body, key }: Sent, url: string): Promise<Reply> => by.on(url).post(path, body, key);

/** @throws Error when it was refused */
const acknowledged = (reply: Reply): CommandRecord => done(reply as Reply<CommandRecord | Problem>) as CommandRecord;

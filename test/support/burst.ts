import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import type { CommandRecord, HistoryLine, Verification } from '#case';
import certificates from '../../config/registers/certificates.json' with { type: 'json' };
import { Client, done, type Problem, type Reply } from './client.ts';
import { startAdmission, taskOf, viewOf } from './office.ts';

/** A decision that was sent, and the answer if one came. */
interface SentDecision {
  readonly by: Client;
  readonly task: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly key: string;
  reply?: Reply<CommandRecord | Problem>;
}

/** One case of a burst, with the decisions sent on it in their order. */
interface BurstCase {
  readonly instance: string;
  readonly lead: Client;
  readonly meeting: Client;
  readonly sent: SentDecision[];
}

const schools = [
  { lead: 'jh-xx-fuzeren', meeting: 'jh-xx-lianxihui' },
  { lead: 'lz-jx-fuzeren', meeting: 'lz-jx-lianxihui' },
  { lead: 'jj-wl-fuzeren', meeting: 'jj-wl-lianxihui' },
];

/** Of those that can be asked for at the intermediate level; the demo's own cases have the others. */
const codes = certificates.certificates
  .filter(({ code, levels }) => levels.some((level) => level === 'intermediate') && !['X003', 'X044'].includes(code))
  .map(({ code }) => code);

const wasDone = ({ reply }: SentDecision): boolean => reply?.status === 200;

/**
 * Many people deciding at once, each case going out and coming back for as long as the server answers: the lead
 * submits, the joint meeting returns it, the lead submits again.
 */
export class Burst {
  private isRunning = false;

  private constructor(private readonly cases: readonly BurstCase[]) {}

  static async prepare(url: string, count: number): Promise<Burst> {
    const limit = pLimit(8);
    const offices = await Promise.all(
      schools.map(async ({ lead, meeting }) => ({ lead: await Client.signIn(url, lead), meeting: await Client.signIn(url, meeting) })),
    );
    const begun = offices.flatMap(({ lead, meeting }) =>
      codes
        .slice(0, Math.ceil(count / offices.length))
        .map((code) => limit(async () => ({ instance: await startAdmission(lead, code), lead, meeting, sent: [] }))),
    );
    return new Burst(await Promise.all(begun));
  }

  get decisions(): readonly SentDecision[] {
    return this.cases.flatMap(({ sent }) => sent);
  }

  get acknowledged(): readonly SentDecision[] {
    return this.decisions.filter(wasDone);
  }

  get unanswered(): readonly SentDecision[] {
    return this.decisions.filter((decision) => !wasDone(decision));
  }

  /** Decides in all cases at once until the server no longer answers, or each has been decided so often. */
  async run(rounds: number): Promise<void> {
    this.isRunning = true;
    await Promise.all(this.cases.map((one) => this.play(one, rounds)));
    this.isRunning = false;
  }

  /** Waits until so many have been acknowledged, or it is over. */
  async until(count: number): Promise<void> {
    while (this.isRunning && this.acknowledged.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** Sends everything again as it was, in its order. @returns the answers, each beside what was sent. */
  async again(url: string): Promise<{ readonly sent: SentDecision; readonly reply: Reply<CommandRecord> }[]> {
    const answers = this.cases.map(async ({ sent }) => {
      const replies = [];
      for (const decision of sent) replies.push({ sent: decision, reply: await post<CommandRecord>(decision, url) });
      return replies;
    });
    return (await Promise.all(answers)).flat();
  }

  /**
   * What became of each case: every acknowledged decision is in its history with the number and the hash that were
   * acknowledged, and at most the one decision without an answer is there beside them.
   */
  async account(url: string): Promise<CaseAccount[]> {
    return Promise.all(
      this.cases.map(async ({ lead, instance, sent }) => {
        const reader = lead.on(url);
        const { lines } = done(await reader.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`));
        const { isIntact } = done(await reader.get<Verification>(`instances/${instance}/verification`));
        const hashes = new Map(lines.map(({ sequence, hash }) => [sequence, hash]));
        const lost = sent.filter((decision) => {
          const record = decision.reply?.body as CommandRecord;
          return wasDone(decision) && hashes.get(record.sequence) !== record.hash;
        });
        const acknowledged = sent.filter(wasDone).length;
        const decided = lines.filter(({ kind }) => kind === 'decided').length;
        return { isIntact, lost: lost.length, acknowledged, unanswered: sent.length - acknowledged, decided };
      }),
    );
  }

  private async play({ instance, lead, meeting, sent }: BurstCase, rounds: number): Promise<void> {
    const turns = [
      { by: lead, outcome: 'submit' },
      ...Array.from({ length: rounds }, (_, round) =>
        round % 2 === 0 ? { by: meeting, outcome: 'return', comment: '请补充合作协议' } : { by: lead, outcome: 'resubmit' },
      ),
    ];
    for (const { by, ...decision } of turns) {
      try {
        const view = await viewOf(by, instance);
        const next = { by, task: taskOf(view), body: { formVersion: view.form.version, ...decision }, key: randomUUID() };
        await this.send(sent, next);
      } catch {
        return;
      }
      if (sent.at(-1)?.reply?.status !== 200) return;
    }
  }

  private async send(sent: SentDecision[], decision: SentDecision): Promise<void> {
    sent.push(decision);
    decision.reply = await post(decision);
  }
}

interface CaseAccount {
  readonly isIntact: boolean;
  readonly lost: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly decided: number;
}

function post<Body = CommandRecord | Problem>({ by, task, body, key }: SentDecision, url?: string): Promise<Reply<Body>> {
  const sender = url === undefined ? by : by.on(url);
  return sender.post(`tasks/${task}/decisions`, body, key);
}

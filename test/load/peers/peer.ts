import { comment, deciders } from '../approval.ts';
import { ask } from '../ask.ts';
import type { Acknowledged } from '../case-check.ts';
import { type Approve, type Contender, runApprovals, type Sample, type Timing } from '../load.ts';

export interface Decision {
  readonly person: string;
  readonly outcome: string;
  readonly comment: string;
}

/** SQL expressions for what a peer keeps in a way of its own. */
interface Counts {
  readonly finished: string;
  readonly timers: string;
  readonly messages: string;
}

/** Another engine that does the same work on a database of its own; both verbs answer when what they did is on disk. */
export interface Peer {
  readonly name: string;
  readonly address: string;
  readonly counts: Counts;
  /** @returns the instance's id */
  begin(): Promise<string>;
  decide(instance: string, decision: Decision): Promise<void>;
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A peer under the same load as Shenpi's command, and like it in the load generator's own process, without HTTP before it
 * and without a worker beside it that fires timers or delivers messages. Unlike the command it neither asks who may
 * decide nor validates the form.
 */
export class PeerCandidate implements Contender {
  private readonly acknowledged: Acknowledged = { starts: 0, commands: 0 };

  constructor(private readonly peer: Peer) {}

  get name(): string {
    return this.peer.name;
  }

  run(concurrency: number, timing: Timing): Promise<Sample> {
    return runApprovals(this.approve, concurrency, timing);
  }

  settle(): Promise<void> {
    return this.peer.settle();
  }

  /** All peers have tables of the same names for instances, tasks and history. */
  async faults(): Promise<string[]> {
    const { starts, commands } = this.acknowledged;
    const { finished, timers, messages } = this.peer.counts;
    const expected = { instances: starts, finished: starts, complete: starts, rows: commands, tasks: 0, timers: 0, messages: commands };
    const [found] = await ask<typeof expected>(
      this.peer.address,
      `SELECT ${finished} AS finished, ${timers} AS timers, ${messages} AS messages,
        (SELECT count(*)::int FROM instance) AS instances,
        (SELECT count(*)::int FROM history) AS rows,
        (SELECT count(*)::int FROM task WHERE is_open) AS tasks,
        (SELECT count(*)::int FROM (SELECT FROM history GROUP BY instance_id
          HAVING count(DISTINCT sequence) = ${deciders.length + 1} AND min(sequence) = 1 AND max(sequence) = ${deciders.length + 1})) AS complete`,
    );
    return Object.entries(expected)
      .filter(([what, count]) => found?.[what as keyof typeof expected] !== count)
      .map(([what, count]) => `${this.name}: ${what} should be ${count}, but ${found?.[what as keyof typeof expected]} were found`);
  }

  close(): Promise<void> {
    return this.peer.close();
  }

  private readonly approve: Approve = async (decided) => {
    const instance = await this.peer.begin();
    this.acknowledged.starts += 1;
    this.acknowledged.commands += 1;
    for (const { account, outcome } of deciders) {
      await decided(() => this.peer.decide(instance, { person: account, outcome, comment }));
      this.acknowledged.commands += 1;
    }
  };
}

import { approval, comment, deciders, form } from './approval.ts';
import type { Acknowledged } from './case-check.ts';
import { type Destination, HttpUser } from './http-user.ts';
import { type Approve, runApprovals, type Sample, type Timing } from './load.ts';

interface Record {
  readonly instance: string;
  readonly formVersion: number;
}

/** The people who decide, signed in at one server or several of the same database; requests go to the servers in turn. */
export class HttpApprovals {
  readonly acknowledged: Acknowledged = { starts: 0, commands: 0 };
  private turn = 0;

  /** For each server everybody who decides. */
  private constructor(private readonly signedIn: readonly (readonly HttpUser[])[]) {}

  /** Publishes the process on the way. */
  static async prepare(destinations: readonly Destination[]): Promise<HttpApprovals> {
    const [first] = destinations;
    if (first === undefined) throw new Error('There is no server to send to.');
    const administrator = await HttpUser.signIn(first, 'admin');
    await administrator.post('/api/definitions', { document: approval });
    const everybody = (destination: Destination) => Promise.all(deciders.map(({ account }) => HttpUser.signIn(destination, account)));
    return new HttpApprovals(await Promise.all(destinations.map(everybody)));
  }

  run(concurrency: number, timing: Timing): Promise<Sample> {
    return runApprovals(this.approve, concurrency, timing);
  }

  private readonly approve: Approve = async (decided) => {
    const applicant = this.next(0);
    const organisation = applicant.session.posts[0]?.organisation.id;
    const started = await applicant.post('/api/instances', { definition: approval.key, organisation, fields: form });
    const { instance, formVersion } = started as Record;
    this.acknowledged.starts += 1;
    this.acknowledged.commands += 1;
    for (const [index, { outcome }] of deciders.entries()) {
      const user = this.next(index);
      await decided(() => user.post(`/api/tasks/${instance}.${index + 1}/decisions`, { outcome, formVersion, comment }));
      this.acknowledged.commands += 1;
    }
  };

  /** The decider of this number, at the server whose turn it is. */
  private next(decider: number): HttpUser {
    this.turn += 1;
    return this.signedIn[this.turn % this.signedIn.length]?.[decider] as HttpUser;
  }
}

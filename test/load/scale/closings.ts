import { type MeetingOutcome, taskId } from '#case';
import type { Caller } from '#directory';
import { ask } from '../ask.ts';
import { recordOf } from '../command.ts';
import { type Contender, type Sample, sampleOf, type Timing } from '../load.ts';
import { type OpenCases, openCases, publish } from '../open-cases.ts';
import { deliberation, directory, items, tenant } from './closing-process.ts';

/** Forty cases at a time, decided by closing their meeting, or one by one in the same moment. */
export class Closings implements Contender {
  private number = 0;
  private decided = 0;

  private constructor(
    readonly name: string,
    private readonly open: OpenCases,
    private readonly lead: Caller,
    private readonly secretary: Caller,
    private readonly decide: (closings: Closings, tasks: readonly string[]) => Promise<number>,
  ) {}

  static inMeetings = (address: string, folder: string): Promise<Closings> =>
    Closings.opened(`meetings of ${items}`, address, folder, (closings, tasks) => closings.inMeeting(tasks));

  static oneByOne = (address: string, folder: string): Promise<Closings> =>
    Closings.opened(`${items} at once`, address, folder, (closings, tasks) => closings.each(tasks));

  /** On an empty database. */
  private static async opened(name: string, address: string, folder: string, decide: Closings['decide']): Promise<Closings> {
    const open = await openCases(address, folder);
    await open.directory.import(directory);
    await publish(open, tenant, deliberation);
    const [lead, secretary] = await callersOf(address);
    if (lead === undefined || secretary === undefined) throw new Error('not everybody is there');
    return new Closings(name, open, lead, secretary, decide);
  }

  /** Beginning the cases and preparing their meeting does not count. */
  async run(_concurrency: number, { warmUp, window }: Timing): Promise<Sample> {
    const latencies: number[] = [];
    for (const until = performance.now() + warmUp + window; performance.now() < until || latencies.length === 0; ) {
      latencies.push(await this.decide(this, await this.waiting()));
      this.decided += items;
    }
    return sampleOf(
      latencies,
      latencies.reduce((sum, taken) => sum + taken, 0),
    );
  }

  async settle(): Promise<void> {}

  /** Everything that was acknowledged is there, once. */
  async faults(): Promise<string[]> {
    const [found] = await ask<{ decisions: number; finished: number; open: number }>(
      this.open.address,
      `SELECT (SELECT count(*)::int FROM history WHERE kind = 'decided') AS decisions,
         (SELECT count(*)::int FROM instance WHERE is_finished) AS finished, (SELECT count(*)::int FROM task WHERE status = 'open') AS open`,
      [],
    );
    const isRight = found?.decisions === this.decided && found.finished === this.decided && found.open === 0;
    return isRight ? [] : [`${this.name}: ${JSON.stringify(found)}, but ${this.decided} were decided`];
  }

  close(): Promise<void> {
    return this.open.close();
  }

  private async waiting(): Promise<string[]> {
    const { commands } = this.open.cases;
    const organisation = this.lead.posts[0]?.organisation ?? '';
    const request = { definition: deliberation.key, organisation, fields: {} };
    const started = await Promise.all(Array.from({ length: items }, () => commands.start(this.lead, request)));
    return started.map((outcome) => taskId(recordOf(outcome).instance, 1));
  }

  private async inMeeting(tasks: readonly string[]): Promise<number> {
    const { meetings, closing } = this.open.cases;
    this.number += 1;
    const now = new Date();
    const body = { body: 'president-meeting', organisation: this.secretary.posts[0]?.organisation ?? '' };
    const members = [{ name: 'Chair', isPresent: true }];
    const meeting = meetingOf(
      await meetings.open(this.secretary, { ...body, number: `${this.number}`, heldAt: now, cutOff: now, members }),
    );
    meetingOf(await meetings.putOn(this.secretary, meeting, tasks));
    const finding = { outcome: 'passed', text: '同意', formVersion: 0, recusals: [], tally: { for: 1, against: 0, abstained: 0 } } as const;
    for (const task of tasks) meetingOf(await meetings.record(this.secretary, meeting, task, finding));
    const began = performance.now();
    const closed = await closing.close(this.secretary, meeting);
    if (closed.kind !== 'done') throw new Error(`not closed: ${JSON.stringify(closed)}`);
    return performance.now() - began;
  }

  private async each(tasks: readonly string[]): Promise<number> {
    const began = performance.now();
    const decision = { outcome: 'approve', formVersion: 0 };
    for (const outcome of await Promise.all(tasks.map((task) => this.open.cases.commands.decide(this.secretary, task, decision)))) {
      recordOf(outcome);
    }
    return performance.now() - began;
  }
}

function meetingOf(outcome: MeetingOutcome): string {
  if (outcome.kind === 'refused') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome.meeting;
}

/** Both as a session would give them; the lead first. */
const callersOf = (address: string): Promise<Caller[]> =>
  ask<Caller>(
    address,
    `SELECT p.tenant, p.id AS person, p.name, p.account,
       json_build_array(json_build_object('post', h.post, 'organisation', o.id, 'path', o.path)) AS posts
     FROM person p JOIN post_holding h ON h.person_id = p.id JOIN organisation o ON o.id = h.organisation_id
     ORDER BY p.account`,
    [],
  );

import type { Cases, Member } from '#case';
import { done, type House, tenant } from './house.ts';
import { deliberation } from './house-processes.ts';

type Meetings = Cases['meetings'];
type Plan = Parameters<Meetings['open']>[1];
export type Finding = Parameters<Meetings['record']>[3];

/** Nine belong to the body and seven are there. */
export const members: readonly Member[] = [
  '校长',
  '书记',
  '教学副校长',
  '科研副校长',
  '后勤副校长',
  '教务处长',
  '人事处长',
  '财务处长',
  '工会主席',
].map((name, index) => ({ name, isPresent: index < 7 }));
export const tally = { for: 6, against: 0, abstained: 1 };
export const passed: Finding = { outcome: 'passed', text: '会议同意。', formVersion: 1, recusals: [], tally };

/** A body's meetings, as its secretaries hold them. */
export class MeetingRoom {
  private static numbers = 0;

  constructor(
    readonly house: House,
    private readonly body = 'president-meeting',
    private readonly secretary = 'president',
  ) {}

  /** Cases that wait for the president's meeting. @returns the tasks by which they do. */
  async waiting(count: number, fields: { readonly ratio?: number } = {}, lead = 'lead'): Promise<string[]> {
    const tasks: string[] = [];
    for (let number = 1; number <= count; number += 1) {
      const instance = await this.house.started(lead, deliberation.key, { subject: `第 ${number} 项`, ratio: 0.9, ...fields });
      done(await this.house.decide(lead, instance, 'submit'));
      tasks.push(await this.taskOf(instance));
    }
    return tasks;
  }

  /** The open task of a case. */
  async taskOf(instance: string): Promise<string> {
    const [row] = await this.house.rows<{ number: number }>(
      `SELECT number FROM task WHERE tenant = $1 AND instance_id = $2 AND status = 'open'`,
      [tenant, instance],
    );
    return `${instance}.${row?.number}`;
  }

  async plan(more: Partial<Plan> = {}): Promise<Plan> {
    MeetingRoom.numbers += 1;
    const now = this.house.clock.now();
    const organisation = await this.house.organisation('jianghuai');
    return { body: this.body, organisation, number: `2021年第${MeetingRoom.numbers}次`, heldAt: now, cutOff: now, members, ...more };
  }

  /** Opens a meeting with these on its agenda. @returns its id. */
  async open(tasks: readonly string[] = [], more: Partial<Plan> = {}): Promise<string> {
    const caller = await this.house.caller(this.secretary);
    const opened = await this.house.cases.meetings.open(caller, await this.plan(more));
    if (opened.kind === 'refused') throw new Error(`refused: ${JSON.stringify(opened)}`);
    const put = tasks.length === 0 ? opened : await this.house.cases.meetings.putOn(caller, opened.meeting, tasks);
    if (put.kind === 'refused') throw new Error(`refused: ${JSON.stringify(put)}`);
    return opened.meeting;
  }

  async record(meeting: string, task: string, finding: Partial<Finding> = {}, by = this.secretary) {
    return this.house.cases.meetings.record(await this.house.caller(by), meeting, task, { ...passed, ...finding });
  }

  /** The same for all of them, which must be taken. */
  async recordAll(meeting: string, tasks: readonly string[], finding: Partial<Finding> = {}): Promise<void> {
    for (const task of tasks) {
      const recorded = await this.record(meeting, task, finding);
      if (recorded.kind === 'refused') throw new Error(`refused: ${JSON.stringify(recorded)}`);
    }
  }

  async close(meeting: string, by = this.secretary, house = this.house) {
    return house.cases.closing.close(await this.house.caller(by), meeting);
  }

  /** What closing it would come to. */
  async foreseen(meeting: string) {
    const shown = await this.house.cases.closing.close(await this.house.caller(this.secretary), meeting, { isDryRun: true });
    if (shown.kind !== 'shown') throw new Error(`not shown: ${JSON.stringify(shown)}`);
    return shown.preview;
  }

  /** Closes it if it still comes to what was foreseen. */
  async closeAs(meeting: string, { expected }: { readonly expected: string }) {
    return this.house.cases.closing.close(await this.house.caller(this.secretary), meeting, { expected });
  }

  async read(meeting: string, by = this.secretary) {
    return this.house.cases.meetingReader.read(await this.house.caller(by), meeting);
  }

  /** A meeting's state and where its cases stand, as they are at one moment. */
  async whole(meeting: string): Promise<{ readonly state: string; readonly standing: readonly string[] }> {
    const [row] = await this.house.rows<{ state: string; standing: string[] }>(
      `SELECT m.state, array_agg(DISTINCT i.standing[1]) AS standing FROM meeting m
       JOIN meeting_item n ON n.tenant = m.tenant AND n.meeting_id = m.id JOIN instance i ON i.tenant = n.tenant AND i.id = n.instance_id
       WHERE m.tenant = $1 AND m.id = $2 GROUP BY m.state`,
      [tenant, meeting],
    );
    return row ?? { state: '', standing: [] };
  }

  /** Where the cases of these tasks stand, each once. */
  async standing(tasks: readonly string[]): Promise<string[]> {
    const ids = tasks.map((task) => task.split('.')[0]);
    const rows = await this.house.rows<{ standing: string[] }>('SELECT standing FROM instance WHERE id = ANY($1::uuid[])', [ids]);
    return [...new Set(rows.flatMap(({ standing }) => standing))].sort();
  }
}

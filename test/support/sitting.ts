import type { MeetingView } from '#case';
import { type Client, done } from './client.ts';
import { arguedAdmission, decided, minutes, taskOf, viewOf } from './office.ts';

/** Seven who belong to the body, of whom six are there. */
const members = ['校长', '书记', '教学副校长', '后勤副校长', '教务处长', '人事处长', '工会主席'].map((name, index) => ({
  name,
  isPresent: index < 6,
}));

/** An admission that waits for the principal office meeting. @returns the case's id. */
export async function auditedAdmission(lead: Client, meeting: Client, affairs: Client, certificate: string): Promise<string> {
  const instance = await arguedAdmission(lead, meeting, certificate);
  await decided(affairs, instance, { outcome: 'approve' });
  return instance;
}

export const meetingPlan = (secretary: Client, body: string, number: string, heldAt: string) => ({
  body,
  organisation: secretary.at(body),
  number,
  heldAt,
  cutOff: heldAt,
  members,
});

/** What the meeting came to on an admission: passed, with its own extract of the minutes. */
export async function finding(secretary: Client, instance: string, file: string) {
  const view = await viewOf(secretary, instance);
  return {
    outcome: 'passed',
    text: '会议同意该证书准入。',
    formVersion: view.form.version,
    recusals: ['教务处长'],
    tally: { for: 5, against: 0, abstained: 0 },
    fields: { [file]: await minutes(secretary, '会议纪要摘录') },
  };
}

/** A meeting with these cases on its agenda, everything recorded: it only has to be closed. */
export async function heldMeeting(
  secretary: Client,
  { body, number, heldAt, file }: { readonly body: string; readonly number: string; readonly heldAt: string; readonly file: string },
  instances: readonly string[],
): Promise<MeetingView> {
  const { id } = done(await secretary.post<MeetingView>('meetings', meetingPlan(secretary, body, number, heldAt)));
  for (const instance of instances) {
    const task = taskOf(await viewOf(secretary, instance));
    done(await secretary.post(`meetings/${id}/items`, { tasks: [task] }));
    done(await secretary.put(`meetings/${id}/items/${task}`, await finding(secretary, instance, file)));
  }
  return done(await secretary.get<MeetingView>(`meetings/${id}`));
}

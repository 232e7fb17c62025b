import type { CommandRecord, InstanceView } from '#case';
import type { Fields } from '#engine';
import { admissionFields, argumentFields, webDevelopment } from '../../config/demo/admission.ts';
import { type Client, done, type Reply } from './client.ts';

export interface OfficeDecision {
  readonly outcome: string;
  readonly comment?: string;
  readonly fields?: Fields;
  readonly formVersion?: number;
}

/** The smallest text that is a PDF to anybody who looks at its beginning. */
export const pdf = '%PDF-1.4\n1 0 obj\n<< >>\nendobj\n%%EOF\n';

export const minutes = async (person: Client, name: string): Promise<string> => done(await person.upload(`${name}.pdf`, pdf)).id;

export const viewOf = async (person: Client, instance: string): Promise<InstanceView> =>
  done(await person.get<InstanceView>(`instances/${instance}`));

/** The id of the one task that somebody has in a case. */
export function taskOf({ myTasks }: InstanceView): string {
  const [task] = myTasks;
  if (task === undefined) throw new Error('there is nothing to decide here');
  return task.id;
}

/** Decides the task that somebody has in a case, with the form as it is now. */
export async function decide(person: Client, instance: string, decision: OfficeDecision, key?: string): Promise<Reply<CommandRecord>> {
  const view = await viewOf(person, instance);
  return person.post(`tasks/${taskOf(view)}/decisions`, { formVersion: view.form.version, ...decision }, key);
}

/** Decides what must be possible. @returns where the case stands then. */
export const decided = async (person: Client, instance: string, decision: OfficeDecision): Promise<readonly string[]> =>
  done(await decide(person, instance, decision)).states;

/** Starts the admission of a certificate at the lead's department. @returns the case's id. */
export async function startAdmission(lead: Client, certificate: string): Promise<string> {
  const fields = admissionFields({ ...webDevelopment, certificate });
  const request = { definition: 'certificate-admission', organisation: lead.at('certificate-lead'), fields };
  return done(await lead.post<CommandRecord>('instances', request)).instance;
}

/** An admission that waits for the joint meeting. @returns the case's id. */
export async function submittedAdmission(lead: Client, certificate: string): Promise<string> {
  const instance = await startAdmission(lead, certificate);
  await decided(lead, instance, { outcome: 'submit' });
  return instance;
}

/** An admission that waits for the academic affairs office. @returns the case's id. */
export async function arguedAdmission(lead: Client, meeting: Client, certificate: string): Promise<string> {
  const instance = await submittedAdmission(lead, certificate);
  await decided(meeting, instance, { outcome: 'approve', fields: argumentFields(await minutes(meeting, '系党政联席会纪要')) });
  return instance;
}

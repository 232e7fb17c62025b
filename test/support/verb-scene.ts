import { randomUUID } from 'node:crypto';
import type { MeetingView } from '#case';
import type { Api } from './api.ts';
import { type Client, done } from './client.ts';
import { decided, submittedAdmission, taskOf, viewOf } from './office.ts';
import { auditedAdmission, heldMeeting, meetingPlan } from './sitting.ts';
import { requested, supplementing } from './supplementing.ts';

const accounts = {
  lead: 'jh-xx-fuzeren',
  joint: 'jh-xx-lianxihui',
  dean: 'jh-xx-zhuren',
  affairs: 'jh-jiaowu',
  wuhu: 'wuhu',
  hefei: 'hefei',
  admin: 'admin',
  lzLead: 'lz-jx-fuzeren',
  lzJoint: 'lz-jx-lianxihui',
  lzAffairs: 'lz-jiaowu',
  lzPresident: 'lz-xiaozhang',
  lzCommittee: 'lz-dangwei',
} as const;

export type People = Readonly<Record<keyof typeof accounts, Client>>;

/** Somebody's id that nobody has. */
export const nobody = '00000000-0000-7000-8000-000000000000';

export const present = '2026-03-02T01:00:00.000Z';

export async function signedIn(api: Api): Promise<People> {
  const clients = await Promise.all(Object.entries(accounts).map(async ([part, account]) => [part, await api.signIn(account)]));
  return Object.fromEntries(clients) as People;
}

/** Cases, meetings and absences in every situation in which somebody may be refused something. Turns the clock at the end. */
export async function sceneOf(api: Api, people: People) {
  const cases = await casesOf(people);
  const requests = await requestsOf(people);
  const meetings = await meetingsOf(people);
  const { hefei, wuhu } = people;
  const past = randomUUID();
  const standing = randomUUID();
  const days = { deputy: wuhu.session.person.id, firstDay: '2026-03-02', lastDay: '2026-03-02' };
  done(await hefei.put(`me/absences/${past}`, days));
  done(await hefei.put(`me/absences/${standing}`, { ...days, firstDay: '2026-04-01', lastDay: '2026-04-02' }));
  await api.turnTo('2026-03-02T16:30:00.000Z');
  return { ...cases, ...requests, ...meetings, past, standing };
}

async function casesOf({ lead, joint, dean, wuhu, admin }: People) {
  const people = [wuhu.session.person.id];
  const taskFor = async (person: Client, instance: string) => taskOf(await viewOf(person, instance));

  const open = await submittedAdmission(lead, 'X001');
  const openTask = await taskFor(joint, open);
  done(await lead.post(`instances/${open}/urge`, {}));
  done(await dean.post(`instances/${open}/recusal`, { comment: '亲属' }));

  const claimed = await submittedAdmission(lead, 'X002');
  const claimedTask = await taskFor(joint, claimed);
  done(await joint.post(`tasks/${claimedTask}/claim`));

  const ended = await submittedAdmission(lead, 'X004');
  const endedTask = await taskFor(joint, ended);
  await decided(joint, ended, { outcome: 'reject', comment: '不符合条件' });

  const returned = await submittedAdmission(lead, 'X005');
  const returnedTask = await taskFor(joint, returned);
  await decided(joint, returned, { outcome: 'return', comment: '补充' });

  const asked = await submittedAdmission(lead, 'X006');
  done(await joint.post(`tasks/${await taskFor(joint, asked)}/delegation`, { to: people[0], comment: '请核对' }));
  const askedTask = await taskFor(wuhu, asked);

  const signing = await submittedAdmission(lead, 'X007');
  done(await joint.post(`tasks/${await taskFor(joint, signing)}/signers`, { place: 'before', people, comment: '请会签' }));

  const suspended = await submittedAdmission(lead, 'X008');
  const suspendedTask = await taskFor(joint, suspended);
  done(await admin.post(`instances/${suspended}/suspend`, { comment: '核查' }));

  const incident = await emptied(lead, [joint, dean], admin);
  const nothing = { tasks: [{ id: returnedTask, formVersion: 1 }], outcome: 'approve' };
  const batch = done(await joint.post<{ id: string }>('tasks/decisions', nothing)).id;
  return {
    open,
    openTask,
    claimed,
    claimedTask,
    ended,
    endedTask,
    returned,
    returnedTask,
    asked,
    askedTask,
    signing,
    suspended,
    suspendedTask,
    incident,
    batch,
  };
}

/** A step that nobody is left in, then somebody ends its case. @returns its incident */
async function emptied(lead: Client, holders: readonly Client[], admin: Client): Promise<string> {
  const instance = await submittedAdmission(lead, 'X009');
  for (const holder of holders) done(await holder.post(`instances/${instance}/recusal`, { comment: '亲属' }));
  const { items } = done(await admin.get<{ items: { id: string; instance: string }[] }>('incidents'));
  const incident = items.find((each) => each.instance === instance)?.id ?? '';
  await terminated(admin, instance);
  return incident;
}

async function terminated(admin: Client, instance: string): Promise<void> {
  const body = { comment: '停办' };
  const { expected } = done(await admin.post<{ expected: string }>(`instances/${instance}/termination?dryRun=true`, body));
  const headers = { 'content-type': 'application/json', 'if-match': `"${expected}"` };
  done(await admin.send('POST', `instances/${instance}/termination`, { headers, body: JSON.stringify(body) }));
}

async function requestsOf({ lead, dean, affairs, admin }: People) {
  done(await admin.post('definitions', { document: supplementing }));
  const waiting = await requested(lead);
  const filing = await requested(lead);
  await decided(affairs, filing, { outcome: 'approve' });
  const filed = await requested(lead);
  await decided(affairs, filed, { outcome: 'approve' });
  await decided(dean, filed, { outcome: 'approve' });
  return { waiting, filing, filed };
}

async function meetingsOf({ lzLead, lzJoint, lzAffairs, lzPresident, admin }: People) {
  const audited = (certificate: string) => auditedAdmission(lzLead, lzJoint, lzAffairs, certificate);
  const office = { body: 'president-meeting', file: 'officeMeetingMinutes', heldAt: present };
  const open = async (number: string) =>
    done(await lzPresident.post<MeetingView>('meetings', meetingPlan(lzPresident, office.body, number, present))).id;
  const heard = await audited('X001');
  const gone = await audited('X002');
  const meeting = await heldMeeting(lzPresident, { ...office, number: '2026年第1次' }, [heard]);
  const stranded = await heldMeeting(lzPresident, { ...office, number: '2026年第2次' }, [gone]);
  await terminated(admin, gone);
  const empty = await open('2026年第3次');
  const cancelled = await open('2026年第4次');
  done(await lzPresident.post(`meetings/${cancelled}/cancellation`, { reason: '改期' }));
  const [item, goneItem] = [meeting, stranded].map(({ items }) => items[0]?.task.id ?? '');
  return { meeting: meeting.id, stranded: stranded.id, empty, cancelled, item, goneItem };
}

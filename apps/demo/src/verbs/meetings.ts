import { minutesOf } from '../../../../config/demo/minutes.ts';
import { type Person, type Preview } from '../client.ts';
import { pageOf, type Tour, taskIn } from './tour.ts';

interface BatchReport {
  readonly id: string;
  readonly decided: number;
  readonly leftOut: number;
  readonly tasks: readonly { readonly title?: { readonly zh: string }; readonly refusal?: { readonly detail: string } }[];
}

/** What is on somebody's screen when they choose several tasks. */
export const chosen = (person: Person, instances: readonly string[]): Promise<Chosen[]> =>
  Promise.all(
    instances.map(async (instance) => {
      const { form } = await pageOf(person, instance);
      return { id: await taskIn(person, instance), formVersion: form.version };
    }),
  );

interface Chosen {
  readonly id: string;
  readonly formVersion: number;
}

/** Many tasks at once: each checked first, those that cannot be are left out with the reason. @returns the batch's id */
export async function decideTogether(tour: Tour, person: Person, tasks: readonly Chosen[]): Promise<string> {
  const batch = { tasks, outcome: 'approve', comment: '材料齐全，同意。' };
  await tour.act(`${person.name}批量办理${tasks.length}件：逐件检查`, async () => {
    const outlook = await person.post<BatchReport & { possible: number }>('tasks/decisions/preview', batch);
    tour.aside(`可办理${outlook.possible}件，不能办理${outlook.leftOut}件`);
  });
  return tour.act(`${person.name}批量同意`, async () => {
    const report = await person.post<BatchReport>('tasks/decisions', batch);
    tour.aside(`已办理${report.decided}件`);
    for (const { title, refusal } of report.tasks) if (refusal) tour.aside(`未办理：${title?.zh ?? ''}。${refusal.detail}`);
    return report.id;
  });
}

/** Several cases decided together, undone as a whole before anybody is told, and decided again. */
export async function decideUndoDecide(tour: Tour, person: Person, instances: readonly string[]): Promise<void> {
  const tasks = await chosen(person, instances);
  const batch = await decideTogether(tour, person, tasks);
  await tour.act(`${person.name}一分钟内整批撤销`, async () => {
    const { undo } = await person.post<{ undo: { undone: number } }>(`tasks/decisions/${batch}/undo`, {});
    tour.aside(`已撤销${undo.undone}件，通知尚未发出`);
  });
  await decideTogether(tour, person, tasks);
}

interface Plan {
  readonly body: string;
  readonly number: string;
  readonly now: () => Promise<Date>;
}

type Finding = Readonly<Record<string, unknown>> & { readonly file?: string };

const members = ['校长', '书记', '教学副校长', '后勤副校长', '教务处长', '人事处长', '工会主席'].map((name, index) => ({
  name,
  isPresent: index < 6,
}));

/** A meeting with an agenda, a finding for each item, and its closing, which carries all of them out. */
async function hold(tour: Tour, secretary: Person, { body, number, now }: Plan, findings: ReadonlyMap<string, Finding>): Promise<void> {
  const organisation = secretary.session.posts.find(({ key }) => key === body)?.organisation.id;
  const heldAt = (await now()).toISOString();
  const { id } = await tour.act(`${secretary.name}召集会议（${number}）`, () =>
    secretary.post<{ id: string }>('meetings', { body, organisation, number, heldAt, cutOff: heldAt, members }),
  );
  const tasks = new Map<string, string>();
  for (const instance of findings.keys()) tasks.set(instance, await taskIn(secretary, instance));
  await tour.act(`${secretary.name}列入${tasks.size}项议题`, () => secretary.post(`meetings/${id}/items`, { tasks: [...tasks.values()] }));
  for (const [instance, { file, ...finding }] of findings) {
    await tour.act(`${secretary.name}记录：${String(finding['text'])}`, async () => {
      const fields = file === undefined ? {} : { fields: { [file]: await secretary.upload('会议纪要摘录.pdf', minutesOf(body)) } };
      const { form } = await pageOf(secretary, instance);
      await secretary.put(`meetings/${id}/items/${tasks.get(instance)}`, { ...finding, ...fields, formVersion: form.version });
    });
  }
  await tour.act(`${secretary.name}签发纪要，结束会议，全部议题一并办理`, () => secretary.post(`meetings/${id}/closing`, {}));
}

const tally = (votesFor: number, against: number, abstained: number) => ({ tally: { for: votesFor, against, abstained } });

/** Principal office meeting and party committee: pass with conditions, put off, not pass. */
export async function playMeetings(tour: Tour, [first, second, third]: readonly [string, string, string], now: Plan['now']): Promise<void> {
  const { president, committee } = tour.cast;
  const number = `2024年第${await unusedNumber(president)}次`;
  const findings = new Map<string, Finding>([
    [
      first,
      {
        outcome: 'passed-with-conditions',
        text: '会议同意该证书准入，附条件。',
        conditions: '签约前补齐实训设备清单。',
        recusals: ['教务处长'],
        ...tally(4, 0, 1),
        file: 'officeMeetingMinutes',
      },
    ],
    [second, { outcome: 'deferred', text: '与现有证书内容重合，待调研后再议，暂缓。' }],
    [third, { outcome: 'not-passed', text: '师资不足，会议不同意准入。', ...tally(1, 5, 0), file: 'officeMeetingMinutes' }],
  ]);
  await hold(tour, president, { body: 'president-meeting', number, now }, findings);
  const decision = { outcome: 'passed', text: '党委会审定，同意准入。', ...tally(5, 0, 1), file: 'partyCommitteeMinutes' };
  await hold(tour, committee, { body: 'party-committee', number: `${number}党委会`, now }, new Map([[first, decision]]));
}

async function unusedNumber(secretary: Person): Promise<number> {
  const organisation = secretary.session.posts[0]?.organisation.id;
  const { items } = await secretary.get<{ items: unknown[] }>(`meetings?body=president-meeting&organisation=${organisation}&limit=100`);
  return items.length + 1;
}

/** 跳转, 回避 with nobody left, 重新派办, 终止: what an administrator does by hand, each confirmed a second time. */
export async function playInterventions(tour: Tour, instance: string): Promise<void> {
  const { admin, otherLead, affairs, president } = tour.cast;
  const jump = { to: 'academicAudit', comment: '会议要求教务处重新审核。' };
  const path = `instances/${instance}/jump`;
  const shown = await tour.act(`${admin.name}预览：跳转到教务处审核`, () => admin.post<Preview>(`${path}?dryRun=true`, jump));
  await tour.onCase(otherLead, instance, '此时留言', ['comments', { comment: '调研报告本周提交。' }]);
  await tour.refused(`${admin.name}凭先前的预览确认：情况已变，不予执行`, 'command.outdated', () => admin.confirm(path, jump, shown));
  await tour.confirmed(admin, instance, '跳转到教务处审核', ['jump', jump]);
  await tour.decides(affairs, instance, '重新审核同意', { outcome: 'approve', comment: '已重新审核。' });
  await tour.onCase(president, instance, '申明回避，环节无人可办', ['recusal', { comment: '参与了该证书的调研。' }]);
  await tour.act(`${admin.name}看到异常，重新派办`, () => retry(admin, instance));
  await tour.confirmed(admin, instance, '终止', ['termination', { comment: '学校决定不再引入该证书。' }]);
}

async function retry(admin: Person, instance: string): Promise<void> {
  const { items } = await admin.get<{ items: { id: string; instance: string }[] }>('incidents');
  const incident = items.find((each) => each.instance === instance);
  if (incident === undefined) throw new Error('nobody was told that the step is empty');
  await admin.post(`incidents/${incident.id}/retry`, {});
}

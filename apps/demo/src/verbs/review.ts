import { setTimeout as wait } from 'node:timers/promises';
import { minutesOf } from '../../../../config/demo/minutes.ts';
import type { Preview } from '../client.ts';
import { annualReview, reviewFields, spotCheck } from './review-process.ts';
import { pageOf, type Tour, taskIn } from './tour.ts';

/** What none of the pilot's processes has, in one that only the tour publishes. */
export async function playReview(tour: Tour): Promise<void> {
  const { lead, joint, affairs, leader, admin } = tour.cast;
  await tour.act(`${admin.name}发布演示流程：试点年度评议`, async () => {
    await admin.post('definitions', { document: spotCheck });
    await admin.post('definitions', { document: annualReview });
  });
  const [instance] = await tour.act(`${lead.name}发起年度评议`, () => tour.start(lead, annualReview.key, () => reviewFields));
  await tour.act(`${lead.name}暂存修改`, async () =>
    lead.patch(`tasks/${await taskIn(lead, instance)}/form`, { formVersion: 1, fields: { result: '全年培训126人，取证98人。' } }),
  );
  await tour.decides(lead, instance, '提交', { outcome: 'submit' });
  await tour.decides(joint, instance, '同意', { outcome: 'approve' });
  await supplemented(tour, instance);
  await balloted(tour, instance);
  await returnedFromBeside(tour, instance);
  await tour.decides(joint, instance, '再次同意，其后各环节重走', { outcome: 'approve', comment: '成果数据已核对。' });
  await tour.decides(affairs, instance, '核查同意', { outcome: 'approve' });
  await votedAgain(tour, instance);
  await tour.decides(leader, instance, '退回到所选的环节（系党政联席会意见）', {
    outcome: 'return',
    comment: '请联席会补充说明课证融通情况。',
    returnTo: 'departmentOpinion',
  });
  await tour.decides(joint, instance, '说明后直接回到退回人', { outcome: 'approve', comment: '四门课程标准均已对照修订。' });
  await tour.decides(leader, instance, '审定通过，按站点发起抽查', { outcome: 'approve', comment: '同意。' });
  await spotChecked(tour, instance);
}

/** Each child case is decided on its own; when all have passed, the review is over. */
async function spotChecked(tour: Tour, instance: string): Promise<void> {
  const { dean } = tour.cast;
  const children = await until(async () => {
    const { items } = await dean.get<{ items: { instance: string; definition: { key: string } }[] }>(
      'tasks?limit=100&definition=demo-spot-check',
    );
    return items.length === reviewFields.sites.length ? items.map((task) => task.instance) : undefined;
  });
  for (const child of children) {
    tour.cases.push(child);
    await tour.decides(dean, child, '抽查合格', { outcome: 'approve', comment: '设备与场地符合要求。' });
  }
  await tour.act('抽查全部合格，年度评议办结', () =>
    until(async () => ((await dean.get<{ isFinished: boolean }>(`instances/${instance}`)).isFinished ? true : undefined)),
  );
}

/** What other processes of the system do comes a moment after what they do it for. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await wait(50);
  }
  throw new Error('二十秒内没有等到结果。 Nothing came of it within twenty seconds.');
}

async function supplemented(tour: Tour, instance: string): Promise<void> {
  const { lead, affairs } = tour.cast;
  await tour.act(`${lead.name}补充材料，附佐证`, async () => {
    const evidence = await lead.upload('取证名单.pdf', minutesOf('certificates'));
    const { form } = await pageOf(lead, instance);
    await lead.post(`instances/${instance}/supplements`, {
      step: 'review.office.check',
      formVersion: form.version,
      fields: { evidence },
      comment: '补交取证名单。',
      attachments: [evidence],
    });
  });
  await tour.act(`${affairs.name}查看改动`, async () => {
    const { from, to, changes } = await affairs.get<Changes>(`instances/${instance}/changes`);
    tour.aside(`表单第${from.version}版 → 第${to.version}版：${changes.map(({ title }) => title.zh).join('、')}`);
  });
}

interface Changes {
  readonly from: { readonly version: number };
  readonly to: { readonly version: number };
  readonly changes: readonly { readonly title: { readonly zh: string } }[];
}

async function balloted(tour: Tour, instance: string): Promise<void> {
  const { expert, secondExpert } = tour.cast;
  await tour.decides(expert, instance, '投票同意并附意见', { outcome: 'approve', comment: '取证率高于全省平均，成效明显。' });
  await tour.decides(secondExpert, instance, '弃权', { outcome: 'abstain', comment: '未参与实地考察。' });
}

/** The other region's votes are closed by it, which the dry run says beforehand. */
async function returnedFromBeside(tour: Tour, instance: string): Promise<void> {
  const { affairs } = tour.cast;
  const task = await taskIn(affairs, instance);
  const { form } = await pageOf(affairs, instance);
  const decision = { outcome: 'return', comment: '取证人数与平台数据不一致。', returnTo: 'departmentOpinion', formVersion: form.version };
  const shown = await tour.act(`${affairs.name}预览：退回上一环节`, async () => {
    const preview = await affairs.post<Preview>(`tasks/${task}/decisions?dryRun=true`, decision);
    tour.aside(`将进入：${preview.entered.map(({ title }) => title.zh).join('、')}`);
    tour.aside(`将撤销的并行待办：${preview.cancelled.map(({ step }) => step.title.zh).join('、')}`);
    return preview;
  });
  await tour.act(`${affairs.name}确认：退回上一环节`, () => affairs.confirm(`tasks/${task}/decisions`, decision, shown));
}

/** One of the four recuses themselves: of those who are left everybody has voted. */
async function votedAgain(tour: Tour, instance: string): Promise<void> {
  const { expert, secondExpert, thirdExpert, fourthExpert } = tour.cast;
  await tour.decides(expert, instance, '投票同意', { outcome: 'approve', comment: '同意。' });
  await tour.decides(secondExpert, instance, '弃权', { outcome: 'abstain' });
  await tour.decides(thirdExpert, instance, '投票同意', { outcome: 'approve' });
  await tour.onCase(fourthExpert, instance, '申明回避，其余票数已足', ['recusal', { comment: '为该专业兼职教师。' }]);
}

import { minutesOf } from '../../../../config/demo/minutes.ts';
import { meetingFields } from '../../../../config/demo/season.ts';
import { increaseOf } from '../../../../config/demo/verbs.ts';
import { application } from '../../../../workflows/annual-application/sample.ts';
import { decideIn, type Person, type Preview } from '../client.ts';
import { chosen, decideTogether } from './meetings.ts';
import type { Tour } from './tour.ts';

interface School {
  readonly affairs: Person;
  readonly expert: Person;
  readonly president: Person;
}

/** 年度证书申报: one by way of the province, returned once and approved; one that its city rejects. @returns the approved certificate */
export async function playApplications(tour: Tour): Promise<string> {
  const { affairs, expert, president, province, cityAffairs, cityExpert, cityPresident, hefei } = tour.cast;
  const [instance, certificate] = await applied(tour, affairs);
  await handedOver(tour, instance);
  await preparedAndSent(tour, instance, { affairs, expert, president });
  const items = [{ fields: ['facilities'], text: '请核实机房数量。', dueAt: '2024-04-01T09:00:00.000Z' }, { text: '请说明培训师资安排。' }];
  await tour.decides(province, instance, '退回修改，列出两项补正', { outcome: 'return', comment: '两处须补正。', items });
  await tour.refused(`${affairs.name}只补正一项，不予提交`, 'deficiency.unanswered', () =>
    decideIn(affairs, instance, { outcome: 'resubmit', fields: { facilities: '机房四间，另备移动机房一间。' } }),
  );
  await tour.decides(affairs, instance, '逐项补正后重新提交，直接回到省级审核', {
    outcome: 'resubmit',
    fields: { facilities: '机房四间，另备移动机房一间。' },
    answers: [{ item: 2, note: '校内教师两名，企业工程师两名。' }],
  });
  await tour.act(`${province.name}核对补正情况`, () => tellMended(tour, province, instance));
  await tour.decides(province, instance, '审核通过，计划锁定', { outcome: 'approve', comment: '同意。' });
  const [rejected] = await applied(tour, cityAffairs);
  await tour.decides(cityExpert, rejected, '论证同意', { outcome: 'approve', fields: { conclusion: 'agree' } });
  await tour.decides(cityPresident, rejected, '退回', { outcome: 'return', comment: '请先与财务处核对预算。' });
  await tour.decides(cityAffairs, rejected, '未作改动再次提交，论证结转', { outcome: 'submit' });
  await approvedAndSent(tour, rejected, { affairs: cityAffairs, president: cityPresident });
  await tour.decides(hefei, rejected, '不同意', { outcome: 'reject', comment: '考评员数量不足。' });
  return certificate;
}

async function applied(tour: Tour, affairs: Person): Promise<[instance: string, certificate: string]> {
  const [instance, certificate] = await tour.act(`${affairs.name}发起年度证书申报`, () =>
    tour.start(affairs, 'annual-application', (each) => ({ ...application, certificate: each })),
  );
  await tour.decides(affairs, instance, '提交校内论证', { outcome: 'submit' });
  return [instance, certificate];
}

async function preparedAndSent(tour: Tour, instance: string, { expert, ...office }: School): Promise<void> {
  await tour.decides(expert, instance, '论证同意', { outcome: 'approve', fields: { conclusion: 'agree' } });
  await approvedAndSent(tour, instance, office);
}

async function approvedAndSent(tour: Tour, instance: string, { affairs, president }: Omit<School, 'expert'>): Promise<void> {
  await tour.act(`${president.name}研究批准，附会议纪要`, async () => {
    const minutes = await president.upload('会议纪要.pdf', minutesOf('principal office'));
    await decideIn(president, instance, { outcome: 'approve', fields: meetingFields(minutes) });
  });
  await tour.act(`${affairs.name}盖章报送`, async () => {
    const sealedScan = await affairs.upload('盖章扫描件.pdf', minutesOf('sealed form'));
    await decideIn(affairs, instance, { outcome: 'submit', fields: { sealedScan } });
  });
}

/** 离职交接: somebody leaves who has made a task their own; everything of theirs goes to another. */
async function handedOver(tour: Tour, instance: string): Promise<void> {
  const { admin, fourthExpert, expert } = tour.cast;
  await tour.onTask(fourthExpert, instance, '签收', ['claim', {}]);
  const path = `people/${fourthExpert.session.person.id}/handover`;
  const succession = { successor: expert.session.person.id, claimed: 'transfer' };
  const shown = await tour.act(`${admin.name}预览${fourthExpert.name}的离职交接`, async () => {
    const preview = await admin.post<Preview & { possible: number }>(`${path}/preview`, succession);
    tour.aside(`名下可交接${preview.possible}件`);
    return preview;
  });
  await tour.act(`${admin.name}确认交接给${expert.name}`, () => admin.confirm(path, { ...succession, comment: '调离本校。' }, shown));
}

interface Mended {
  readonly returned: readonly {
    readonly items: readonly {
      readonly text: string;
      readonly note?: string;
      readonly changed?: readonly { readonly title: { readonly zh: string } }[];
    }[];
  }[];
}

/** What became of each thing that was to be mended, as whoever returned it sees it. */
async function tellMended(tour: Tour, person: Person, instance: string): Promise<void> {
  const { returned } = await person.get<Mended>(`instances/${instance}`);
  for (const { text, note, changed = [] } of returned.flatMap(({ items }) => items)) {
    tour.aside(`${text} → ${[...changed.map(({ title }) => `已改：${title.zh}`), ...(note === undefined ? [] : [note])].join('；')}`);
  }
}

/** 指标调增 of the approved plan: decided together with others, returned a step, withdrawn; the approved one reaches its application. */
export async function playIncreases(tour: Tour, certificate: string): Promise<void> {
  const { lead, otherLead, affairs, leader, province } = tour.cast;
  const request = async (person: Person, increase: number): Promise<string> => {
    const organisation = person.session.posts[0]?.organisation.id;
    const fields = increaseOf(certificate, increase);
    const begun = await tour.act(`${person.name}申请调增${increase}人`, () =>
      person.post<{ instance: string }>('instances', { definition: 'quota-increase', organisation, fields }),
    );
    tour.cases.push(begun.instance);
    await tour.decides(person, begun.instance, '提交', { outcome: 'submit' });
    return begun.instance;
  };
  const first = await request(lead, 10);
  const second = await request(otherLead, 6);
  const third = await request(otherLead, 4);
  const tasks = await chosen(affairs, [first, second, third]);
  await tour.decides(affairs, third, '单独同意一件', { outcome: 'approve', comment: '人数较少，先行办理。' });
  await decideTogether(tour, affairs, tasks);
  await tour.decides(leader, second, '退回申请人', { outcome: 'return', comment: '请与第三件合并申请。' });
  await tour.onCase(otherLead, second, '撤回申请', ['withdrawal', { comment: '与另一件合并，不再单独申请。' }]);
  await tour.decides(leader, first, '同意', { outcome: 'approve' });
  await tour.act(`${affairs.name}盖章报送`, async () => {
    const sealedScan = await affairs.upload('调增申请表盖章扫描件.pdf', minutesOf('sealed form'));
    await decideIn(affairs, first, { outcome: 'submit', fields: { sealedScan } });
  });
  await tour.decides(province, first, '审核通过，调增联动到原申报', { outcome: 'approve', comment: '同意调增。' });
}

import { minutesOf } from '../../../../config/demo/minutes.ts';
import { meetingFields, webApplication } from '../../../../config/demo/season.ts';
import { increaseOf } from '../../../../config/demo/verbs.ts';
import { decideIn, type Person } from '../client.ts';
import { chosen, decideTogether } from './meetings.ts';
import type { Tour } from './tour.ts';

interface School {
  readonly affairs: Person;
  readonly expert: Person;
  readonly president: Person;
}

/** 年度证书申报: one by way of the province, returned once and approved; one that its city rejects. @returns the approved certificate */
export async function playApplications(tour: Tour): Promise<string> {
  const { affairs, fourthExpert, president, province, cityAffairs, cityExpert, cityPresident, hefei } = tour.cast;
  const [instance, certificate] = await handedIn(tour, { affairs, expert: fourthExpert, president });
  await tour.decides(province, instance, '退回修改', { outcome: 'return', comment: '预算须注明培训与考核的分项。' });
  await tour.decides(affairs, instance, '修改后重新提交，直接回到省级审核', {
    outcome: 'resubmit',
    fields: { facilities: '机房四间，另备移动机房一间。' },
  });
  await tour.decides(province, instance, '审核通过，计划锁定', { outcome: 'approve', comment: '同意。' });
  const [rejected] = await handedIn(tour, { affairs: cityAffairs, expert: cityExpert, president: cityPresident });
  await tour.decides(hefei, rejected, '不同意', { outcome: 'reject', comment: '考评员数量不足。' });
  return certificate;
}

async function handedIn(tour: Tour, { affairs, expert, president }: School): Promise<[instance: string, certificate: string]> {
  const [instance, certificate] = await tour.act(`${affairs.name}发起年度证书申报`, () =>
    tour.start(affairs, 'annual-application', (each) => ({ ...webApplication, certificate: each })),
  );
  await tour.decides(affairs, instance, '提交校内论证', { outcome: 'submit' });
  await tour.decides(expert, instance, '论证同意', { outcome: 'approve', fields: { conclusion: 'agree' } });
  await tour.act(`${president.name}研究批准，附会议纪要`, async () => {
    const minutes = await president.upload('会议纪要.pdf', minutesOf('principal office'));
    await decideIn(president, instance, { outcome: 'approve', fields: meetingFields(minutes) });
  });
  await tour.act(`${affairs.name}盖章报送`, async () => {
    const sealedScan = await affairs.upload('盖章扫描件.pdf', minutesOf('sealed form'));
    await decideIn(affairs, instance, { outcome: 'submit', fields: { sealedScan } });
  });
  return [instance, certificate];
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

import { randomUUID } from 'node:crypto';
import { admissionFields, argumentFields, webDevelopment } from '../../../../config/demo/admission.ts';
import { minutesOf } from '../../../../config/demo/minutes.ts';
import { decideIn, type Person } from '../client.ts';
import { pageOf, type Tour, taskIn } from './tour.ts';

/** 证书准入: what people do with a task, before it is decided and after. */
export async function playAdmissions(tour: Tour): Promise<readonly [first: string, second: string, third: string]> {
  const { lead, otherLead, otherJoint } = tour.cast;
  const first = await submitted(tour, lead, '一');
  await beforeDeciding(tour, first);
  await returnedAndTakenBack(tour, first);
  await byDeputy(tour, first);
  const second = await submitted(tour, otherLead, '二');
  await handedOn(tour, second, otherJoint);
  const third = await submitted(tour, lead, '三');
  await talkedAbout(tour, third);
  return [first, second, third];
}

async function submitted(tour: Tour, lead: Person, which: string): Promise<string> {
  const [instance] = await tour.act(`${lead.name}发起证书准入申请（第${which}件）`, () =>
    tour.start(lead, 'certificate-admission', (certificate) => admissionFields({ ...webDevelopment, certificate })),
  );
  await tour.decides(lead, instance, '提交', { outcome: 'submit' });
  return instance;
}

const argued = (tour: Tour, meeting: Person, instance: string): Promise<void> =>
  tour.act(`${meeting.name}论证通过，附会议纪要`, async () => {
    const minutes = await meeting.upload('系党政联席会纪要.pdf', minutesOf('joint meeting'));
    await decideIn(meeting, instance, { outcome: 'approve', comment: '论证充分，同意准入。', fields: argumentFields(minutes) });
  });

async function beforeDeciding(tour: Tour, instance: string): Promise<void> {
  const { joint, dean, expert, secondExpert } = tour.cast;
  await tour.onTask(joint, instance, '签收', ['claim', {}]);
  await tour.onTask(joint, instance, '取消签收', ['release', {}]);
  const question = { to: dean.session.person.id, comment: '请核实实训工位数。' };
  await tour.onTask(joint, instance, `委派${dean.name}核实`, ['delegation', question]);
  await tour.onTask(dean, instance, '答复委派', ['answer', { comment: '工位96个，属实。' }]);
  const people = [expert, secondExpert].map(({ session }) => session.person.id);
  const before = { place: 'before', people, policy: 'all', comment: '请先行论证。' };
  await tour.onTask(joint, instance, '前加签两位专家，须全部签署', ['signers', before]);
  const removal = { step: 'expertArgument', people: people.slice(1), comment: '专家外出，由组长一人论证。' };
  await tour.onCase(joint, instance, `减签${secondExpert.name}`, ['signers/removal', removal]);
  await tour.decides(expert, instance, '签署', { outcome: 'approve', comment: '专业基础扎实，建议准入。' });
}

async function returnedAndTakenBack(tour: Tour, instance: string): Promise<void> {
  const { lead, joint } = tour.cast;
  await tour.decides(joint, instance, '退回申请人', { outcome: 'return', comment: '请写明校企合作的起止时间。' });
  const cooperation = '与两家软件企业共建实训基地（2024年3月至2027年2月）。';
  await tour.decides(lead, instance, '修改后重新提交，重走论证', { outcome: 'resubmit', fields: { cooperation } });
  const task = await taskIn(joint, instance);
  await argued(tour, joint, instance);
  await tour.act(`${joint.name}拿回刚才的意见`, () => joint.post(`tasks/${task}/take-back`, { comment: '纪要漏盖章，重新上传。' }));
  await argued(tour, joint, instance);
}

/** 甲代乙: somebody decides in another's place, who finds it listed when they are back. */
async function byDeputy(tour: Tour, instance: string): Promise<void> {
  const { affairs, reporter } = tour.cast;
  const absence = `me/absences/${randomUUID()}`;
  const period = { deputy: reporter.session.person.id, firstDay: '2024-03-26', lastDay: '2024-03-29', reason: '外出培训' };
  await tour.act(`${affairs.name}外出，委托${reporter.name}代理`, () =>
    affairs.put(absence, { ...period, definitions: ['certificate-admission'] }),
  );
  const deputy = await tour.signInAgain('reporter');
  await tour.decides(deputy, instance, `代${affairs.name}审核同意`, { outcome: 'approve', comment: '材料齐全，代为同意。' });
  await tour.act(`${affairs.name}提前返岗，查看代办清单`, async () => {
    await affairs.remove(absence);
    const { items } = await affairs.get<{ items: { title: { zh: string }; by: { name: string } }[] }>('me/decided-for-me');
    for (const { title, by } of items) tour.aside(`${by.name}代办：${title.zh}`);
  });
}

async function handedOn(tour: Tour, instance: string, meeting: Person): Promise<void> {
  const { leader, thirdExpert } = tour.cast;
  await tour.onTask(meeting, instance, `转办给${leader.name}`, [
    'transfer',
    { to: leader.session.person.id, comment: '本系教师参与编写证书标准，请校领导办理。' },
  ]);
  const beside = { place: 'beside', people: [thirdExpert.session.person.id], comment: '请一同论证。' };
  await tour.onTask(leader, instance, `并加签${thirdExpert.name}`, ['signers', beside]);
  await tour.onCase(leader, instance, '申明回避', ['recusal', { comment: '与合作企业负责人有亲属关系。' }]);
  await argued(tour, thirdExpert, instance);
}

async function talkedAbout(tour: Tour, instance: string): Promise<void> {
  const { lead, joint, dean, hefei, admin } = tour.cast;
  await tour.onCase(lead, instance, '催办', ['urge', { comment: '本周内须完成论证。' }]);
  await tour.onCase(lead, instance, '留言', ['comments', { comment: '实训室照片已补传至附件。' }]);
  const recipients = [{ person: hefei.session.person.id }];
  await tour.onCase(joint, instance, `抄送${hefei.name}`, ['copies', { to: recipients, comment: '请知悉。' }]);
  await tour.act(`${hefei.name}查阅抄送`, () => pageOf(hefei, instance));
  await tour.onCase(admin, instance, '挂起，办理期限停止计时', ['suspend', { comment: '等待教育部公布证书名单。' }]);
  await tour.refused(`${joint.name}此时不能办理`, 'case.suspended', async () =>
    joint.post(`tasks/${await taskIn(joint, instance)}/claim`, {}),
  );
  await tour.onCase(admin, instance, '恢复，期限顺延', ['resume', { comment: '名单已公布。' }]);
  const after = { place: 'after', people: [dean.session.person.id], comment: '我同意后请系主任会签。' };
  await tour.onTask(joint, instance, `后加签${dean.name}`, ['signers', after]);
  await argued(tour, joint, instance);
  await tour.decides(dean, instance, '会签同意', { outcome: 'approve', comment: '同意。' });
}

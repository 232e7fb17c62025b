import { setTimeout as wait } from 'node:timers/promises';
import { admissionFields, argumentFields, webDevelopment } from '../../../config/demo/admission.ts';
import { minutesOf } from '../../../config/demo/minutes.ts';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { decideIn, Person, RefusedByServer } from './client.ts';
import type { Narrator } from './narrator.ts';

interface Record {
  readonly instance: string;
  readonly states: readonly string[];
}

/** 证书准入 from the application to the party committee, with a refusal and a return on the way. @returns the case's id */
export async function playAdmission(url: string, narrator: Narrator): Promise<string> {
  const as = (account: string) => Person.signIn(url, account, demoPassword);
  const [lead, meeting, academicAffairs, president, committee] = await narrator.step('五位经办人登录', () =>
    Promise.all([as('jh-xx-fuzeren'), as('jh-xx-lianxihui'), as('jh-jiaowu'), as('jh-xiaozhang'), as('jh-dangwei')]),
  );
  const instance = await narrator.step(`${lead.name}发起证书准入申请`, () => startCase(lead, narrator));
  await narrator.step(`${lead.name}提交，建成率60%、覆盖率70%：按规定不予受理`, () =>
    expectRefusal(
      () => decideIn(lead, instance, { outcome: 'submit', fields: { builtItems: 12, planMatchRatio: 0.7 } }),
      'rule.broken',
      narrator,
    ),
  );
  await narrator.step(`${lead.name}更正后提交`, () =>
    decideIn(lead, instance, { outcome: 'submit', fields: { builtItems: 17, planMatchRatio: 0.9 } }),
  );
  await narrator.step(`${meeting.name}收到通知`, () => untilTold(meeting, instance));
  await narrator.step(`${meeting.name}退回修改`, () =>
    decideIn(meeting, instance, { outcome: 'return', comment: '请写明校企合作的起止时间与承担的课程。' }),
  );
  await narrator.step(`${lead.name}修改后重新提交`, () =>
    decideIn(lead, instance, {
      outcome: 'resubmit',
      fields: { cooperation: '与两家软件企业共建实训基地（2026年3月至2029年2月），共同承担三门课程。' },
    }),
  );
  await narrator.step(`${meeting.name}论证通过，附会议纪要`, async () => {
    const minutes = await meeting.upload('系党政联席会纪要.pdf', minutesOf('joint meeting'));
    return decideIn(meeting, instance, { outcome: 'approve', fields: argumentFields(minutes) });
  });
  await narrator.step(`${academicAffairs.name}审核同意`, () =>
    decideIn(academicAffairs, instance, { outcome: 'approve', comment: '材料齐全，同意。' }),
  );
  await narrator.step(`${president.name}审议通过，附会议纪要`, async () => {
    const minutes = await president.upload('校长办公会纪要.pdf', minutesOf('president meeting'));
    return decideIn(president, instance, {
      outcome: 'approve',
      fields: { officeMeetingSession: '2026年第18次', officeMeetingMinutes: minutes },
    });
  });
  await narrator.step(`${committee.name}审定通过，附会议纪要`, async () => {
    const minutes = await committee.upload('党委会纪要.pdf', minutesOf('party committee'));
    return decideIn(committee, instance, { outcome: 'approve', fields: { partyCommitteeMinutes: minutes } });
  });
  return instance;
}

/** The first certificate that the school has not asked for yet; on a server that lives on, earlier demos took some. */
async function startCase(lead: Person, narrator: Narrator): Promise<string> {
  const organisation = lead.session.posts.find(({ key }) => key === 'certificate-lead')?.organisation.id;
  const { entries } = await lead.get<{ entries: { key: string; name: string }[] }>('registers/certificate');
  const preferred = [
    ...entries.filter(({ key }) => key === webDevelopment.certificate),
    ...entries.filter(({ key }) => key !== webDevelopment.certificate),
  ];
  for (const { key, name } of preferred) {
    try {
      const { instance } = await lead.post<Record>('instances', {
        definition: 'certificate-admission',
        organisation,
        fields: admissionFields({ ...webDevelopment, certificate: key }),
      });
      narrator.aside(`证书：${name}（${key}）`);
      return instance;
    } catch (error) {
      if (!(error instanceof RefusedByServer && error.problem.code === 'case.duplicate')) throw error;
    }
  }
  throw new Error('The school has asked for every certificate there is. Start the demo on a server of its own: leave SHENPI_URL out.');
}

async function expectRefusal(work: () => Promise<void>, code: string, narrator: Narrator): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof RefusedByServer && error.problem.code === code)) throw error;
    narrator.aside(error.problem.detail);
    return;
  }
  throw new Error(`expected ${code}, but it was done`);
}

/** Notices are written in the background, a moment after the decision that caused them. */
async function untilTold(person: Person, instance: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { notices } = await person.get<{ notices: { instance: string | null }[] }>('notices?unreadOnly=true');
    if (notices.some((notice) => notice.instance === instance)) return;
    await wait(100);
  }
  throw new Error(`${person.name} was not told within ten seconds`);
}

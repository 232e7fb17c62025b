import { field, formOf } from '#engine';
import { levels } from '../levels-and-seasons.ts';

/**
 * F01 证书准入论证表. Left out: rates of former years (no figures to reckon them from; they may be told in
 * `expertOpinion`).
 */
export const admissionForm = formOf(
  {
    certificate: field.reference(['证书', 'Certificate'], 'certificate'),
    certificateName: field.text(['证书名称', 'Name of the certificate'], { 'x-calc': 'facts.certificate.name' }),
    organisation: field.text(['评价组织', 'Evaluation organisation'], { 'x-calc': 'facts.certificate.organisation' }),
    // R-NC21-11: mainly intermediate, then advanced; a hint, never a limit.
    levels: field.list(['拟试点等级', 'Levels'], field.choice(['等级', 'Level'], levels), { minItems: 1, maxItems: 3 }),
    majors: field.list(['对应专业（群）', 'Majors'], field.reference(['专业', 'Major'], 'major'), { minItems: 1 }),
    lead: field.text(['专人（证书负责人）', 'Person in charge'], { maxLength: 100 }),
    team: field.list(['教学创新团队', 'Teaching innovation team'], field.text(['成员', 'Member']), { minItems: 1 }),
    cooperation: field.text(['校企合作情况', 'Cooperation with enterprises']),
    facilities: field.text(['实验实训条件', 'Facilities for experiments and training']),
    integration: field.text(['书证融通基础', 'Integration of courses and certificate']),
    requiredItems: field.whole(['软硬件要求项数', 'Required items of hardware and software'], { minimum: 1 }),
    builtItems: field.whole(['已建成项数', 'Items built'], { minimum: 0 }),
    builtRatio: field.share(['建成率', 'Share built'], { 'x-calc': 'form.builtItems / form.requiredItems' }),
    // the share of the required items that the construction plan of the major covers; asked where too little is built (R-NC21-10).
    planMatchRatio: field.share(['建设方案覆盖率', 'Share covered by the construction plan'], { 'x-required': 'form.builtRatio < 0.8' }),
    industryFit: field.whole(['产业契合度（1–5）', 'Fit with the industry (1–5)'], { minimum: 1, maximum: 5 }),
    enterpriseRecognition: field.whole(['企业认可度（1–5）', 'Recognition by enterprises (1–5)'], {
      minimum: 1,
      maximum: 5,
    }),
    expertOpinion: field.text(['专家论证意见', 'Opinion of the experts'], { maxLength: 5000 }),
    experts: field.table(
      ['论证专家', 'Experts'],
      {
        name: field.text(['专家', 'Expert'], { maxLength: 60 }),
        unit: field.text(['单位', 'Unit'], { maxLength: 100 }),
        title: field.text(['职称或职务', 'Title'], { maxLength: 60 }),
      },
      { required: ['name', 'unit', 'title'], maxItems: 30 },
    ),
    conclusion: field.choice(['论证结论', 'Conclusion'], {
      agree: ['同意', 'Agreed'],
      revise: ['修改后再议', 'To be revised'],
      disagree: ['不同意', 'Not agreed'],
    }),
    jointMeetingMinutes: field.file(['系党政联席会纪要', 'Minutes of the joint meeting']),
    officeMeetingSession: field.text(['校长办公会届次', 'Session of the principal office meeting'], { maxLength: 100 }),
    officeMeetingMinutes: field.file(['校长办公会纪要', 'Minutes of the principal office meeting']),
    partyCommitteeMinutes: field.file(['党委会纪要', 'Minutes of the party committee']),
    agreement: field.file(['合作协议', 'Cooperation agreement']),
    agreementFrom: field.date(['协议生效日', 'Agreement valid from']),
    agreementTo: field.date(['协议到期日', 'Agreement valid to']),
    siteApplication: field.text(['考核站点申报编号', 'Number of the site application'], { maxLength: 100 }),
  },
  [
    'certificate',
    'levels',
    'majors',
    'lead',
    'team',
    'cooperation',
    'facilities',
    'integration',
    'requiredItems',
    'builtItems',
    'builtRatio',
    'industryFit',
    'enterpriseRecognition',
  ],
);

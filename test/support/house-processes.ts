import { type Definition, type FactCatalogue, field, formOf, rule, rules } from '#engine';
import { all, final, one, post, processOf, step } from './definitions.ts';

/** The register the house's rules may ask: which certificates there are, and whether they may still be applied for. */
export const certificateCatalogue: FactCatalogue = {
  certificates: { parameters: { name: 'string' }, fields: { level: 'string', isOpen: 'bool' } },
};

const title = (zh: string) => ({ title: { zh } });
const atDepartment: Pick<Definition, 'subject' | 'start'> = { subject: 'department', start: { posts: ['certificate-lead'] } };
const body = (name: string, zh: string, at: 'department' | 'school', next: string): Definition['machine'] => ({
  meta: step(post(name, at), one('approve', 'return', 'reject'), title(zh)),
  on: { approve: next, return: 'draft', reject: 'rejected' },
});

/** A certificate's way through four bodies: joint meeting, academic affairs, president's meeting, party committee. */
export const admission = processOf(
  {
    initial: 'draft',
    states: {
      draft: {
        meta: step({ applicant: true }, one('submit'), { ...title('申请'), fields: { '*': 'write', minutes: 'hidden', secret: 'hidden' } }),
        on: {
          submit: {
            target: 'jointMeeting',
            guard: {
              type: 'rules',
              params: {
                all: [
                  rule('R-NC21-10', 'form.ratio >= 0.8', { zh: '建成比例须达到 80%，现为 {form.ratio}' }),
                  rule('R-AH24-03', 'facts.certificate.isOpen', { zh: '证书已停止申请' }),
                ],
              },
            },
          },
          withdraw: 'withdrawn',
        },
      },
      jointMeeting: {
        meta: step(post('joint-meeting', 'department'), one('approve', 'return', 'reject'), {
          ...title('系党政联席会论证'),
          fields: { '*': 'read', minutes: 'required', secret: 'write' },
          due: 'P5D',
        }),
        on: { approve: 'academicAffairs', return: 'draft', reject: 'rejected', withdraw: 'withdrawn' },
        after: {
          patience: {
            actions: { type: 'notify', params: { to: [post('dean', 'department')], message: { zh: '{form.certificate}逾期未议' } } },
          },
        },
      },
      academicAffairs: body('academic-affairs', '教务处审核', 'school', 'presidentMeeting'),
      presidentMeeting: body('president-meeting', '校长办公会审议', 'school', 'partyCommittee'),
      partyCommittee: body('party-committee', '党委会审定', 'school', 'approved'),
      approved: { ...final, meta: title('已准入') },
      rejected: final,
      withdrawn: final,
    },
  },
  {
    key: 'certificate-admission',
    title: { zh: '证书准入', en: 'Certificate admission' },
    ...atDepartment,
    summary: { zh: '{form.certificate}准入', en: 'Admission of {form.certificate}' },
    unique: { rule: 'R-AH24-05', by: ['form.certificate'], message: { zh: '同一证书只能申请一次' }, releasedBy: ['rejected', 'withdrawn'] },
    facts: { certificate: { source: 'certificates', with: { name: 'form.certificate' } } },
    delays: { patience: 'P3D' },
    form: formOf(
      {
        certificate: field.text(['证书', 'Certificate'], { maxLength: 50 }),
        ratio: field.share(['建成比例', 'Share built']),
        report: field.file(['论证报告', 'Report']),
        annexes: field.table(['附件', 'Annexes'], { name: field.text(['名称', 'Name']), scan: field.file(['扫描件', 'Scan']) }),
        minutes: field.text(['会议纪要', 'Minutes']),
        secret: field.text(['内部意见', 'Internal opinion']),
      },
      ['certificate', 'ratio'],
    ),
  },
);

/** One step of experts, decided in the way that is given; each may write an opinion. */
const ofExperts = (key: string, assignees: Parameters<typeof step>[0], policy: Parameters<typeof step>[1]): Definition =>
  processOf(
    {
      initial: 'experts',
      states: {
        experts: {
          meta: step(assignees, policy, { ...title('专家组'), fields: { '*': 'write' } }),
          on: { approve: 'approved', reject: 'rejected' },
        },
        approved: final,
        rejected: final,
      },
    },
    {
      key,
      ...atDepartment,
      form: formOf({ opinion: field.text(['意见', 'Opinion']), price: field.money(['单价', 'Price']) }, []),
    },
  );

const experts = post('expert-group');
const eachExpert = { ...experts, each: true } as const;

/** Any one of the experts decides for all. */
export const candidates = ofExperts('candidates', experts, one('approve', 'reject'));
/** Every expert has to sign. */
export const countersigning = ofExperts('countersigning', eachExpert, all('approve', 'reject'));
/** Nothing is settled before the last expert has voted. */
export const ballot = ofExperts('ballot', eachExpert, { by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '1/1' } });

/** Waits for a seal that another office signals, counts reminders, and lapses after ten days. */
export const sealing = processOf(
  {
    initial: 'waiting',
    states: {
      waiting: {
        meta: title('待盖章'),
        on: {
          seal: { target: 'sealed', actions: { type: 'set', params: { number: 'signal.number' } } },
          remind: { actions: { type: 'set', params: { reminders: 'has(data.reminders) ? data.reminders + 1 : 1' } } },
        },
        after: { P10D: 'lapsed' },
      },
      sealed: { meta: step(post('archivist'), one('approve'), title('归档')), on: { approve: 'filed' } },
      lapsed: final,
      filed: final,
    },
  },
  {
    key: 'sealing',
    ...atDepartment,
    data: {
      type: 'object',
      properties: { number: { type: 'string', title: '编号' }, reminders: { type: 'integer', title: '催办次数' } },
      additionalProperties: false,
    },
    signals: {
      seal: {
        title: { zh: '已盖章' },
        payload: {
          type: 'object',
          properties: { number: { type: 'string', title: '编号' } },
          required: ['number'],
          additionalProperties: false,
        },
      },
      remind: { title: { zh: '催办' } },
    },
  },
);

/** A case that the system begins by itself, for a school's academic affairs office to look into. */
export const raised: Definition = {
  format: 1,
  key: 'raised',
  title: { zh: '系统发起', en: 'Raised by the system' },
  basis: [],
  subject: 'school',
  start: { posts: [], bySystem: true },
  summary: { zh: '{form.cause}', en: '{form.cause}' },
  form: formOf({ cause: field.text(['事由', 'Cause']) }, ['cause']),
  machine: {
    initial: 'pending',
    states: {
      pending: {
        meta: {
          step: {
            title: { zh: '核查', en: 'Look into it' },
            assignees: [{ post: 'academic-affairs', at: 'school' }],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve'] },
          },
        },
        on: { approve: 'settled' },
      },
      settled: { type: 'final' },
    },
  },
};

/** Whatever waits for the president's meeting, and then the party committee, is decided by them alone, in their meetings. */
export const deliberation = processOf(
  {
    initial: 'draft',
    states: {
      draft: { meta: step({ applicant: true }, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'presidentMeeting' } },
      presidentMeeting: {
        meta: step(post('president-meeting'), one('approve', 'reject'), {
          ...title('校长办公会审议'),
          meeting: { body: 'president-meeting', number: 'session' },
          fields: { session: 'write', remark: 'write' },
          due: 'P10D',
        }),
        on: {
          approve: { target: 'partyCommittee', guard: rules(rule('R-NC21-10', 'form.ratio >= 0.8', { zh: '建成比例须达到 80%' })) },
          reject: 'rejected',
          withdraw: 'withdrawn',
        },
      },
      partyCommittee: {
        meta: step(post('party-committee'), one('approve', 'reject'), {
          ...title('党委会审定'),
          meeting: { body: 'party-committee', singly: true },
        }),
        on: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
      },
      approved: final,
      rejected: final,
      withdrawn: final,
    },
  },
  {
    key: 'deliberation',
    title: { zh: '专业设置审议', en: 'Deliberation' },
    ...atDepartment,
    summary: { zh: '{form.subject}', en: '{form.subject}' },
    form: formOf(
      {
        subject: field.text(['事项', 'Subject'], { maxLength: 50 }),
        ratio: field.share(['建成比例', 'Share built']),
        session: field.text(['届次', 'Session'], { maxLength: 30 }),
        remark: field.text(['备注', 'Remark']),
      },
      ['subject', 'ratio'],
    ),
  },
);

/** One certificate of a batch: the academic affairs office looks at it; begun by a batch only. */
export const batchLine = processOf(
  {
    initial: 'review',
    on: { withdraw: '.withdrawn' },
    states: {
      review: {
        meta: step(post('academic-affairs'), one('approve', 'reject'), title('教务处审核')),
        on: { approve: 'approved', reject: 'rejected' },
      },
      approved: { type: 'final', output: { students: 'form.students' } },
      rejected: final,
      withdrawn: final,
    },
  },
  {
    key: 'batch-line',
    title: { zh: '批次明细', en: 'Line of a batch' },
    ...atDepartment,
    start: { posts: [], asChild: true },
    summary: { zh: '{form.certificate}', en: '{form.certificate}' },
    unique: {
      rule: 'R-AH24-05',
      by: ['form.certificate'],
      message: { zh: '同一证书只能申报一次' },
      releasedBy: ['rejected', 'withdrawn', 'terminated'],
    },
    form: formOf({ certificate: field.text(['证书', 'Certificate'], { maxLength: 50 }), students: field.whole(['人数', 'Students']) }, [
      'certificate',
      'students',
    ]),
  },
);

/** A department hands in several certificates at once; each is a case of its own, and the dean reads what came of them. */
export const batch = processOf(
  {
    initial: 'draft',
    on: { withdraw: '.withdrawn' },
    states: {
      draft: { meta: step({ applicant: true }, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'lines' } },
      lines: {
        meta: {
          children: {
            title: { zh: '逐项审核' },
            definition: batchLine.key,
            each: 'form.lines',
            form: { certificate: 'item.certificate', students: 'item.students' },
            passes: ['approved'],
            wait: { atLeast: '1/2' },
            output: { students: { type: 'number', title: '人数' } },
          },
        },
        on: {
          childrenDone: {
            target: 'dean',
            actions: { type: 'set', params: { students: 'sum(children.results.map(r, has(r.students) ? r.students : 0))' } },
          },
          childrenFailed: 'failed',
        },
      },
      dean: {
        meta: step(post('dean', 'department'), one('approve', 'return'), title('系主任确认')),
        on: { approve: 'done', return: 'draft' },
      },
      done: final,
      failed: final,
      withdrawn: final,
    },
  },
  {
    key: 'batch',
    title: { zh: '成批申报', en: 'Batch' },
    ...atDepartment,
    summary: { zh: '成批申报', en: 'Batch' },
    data: { type: 'object', properties: { students: { type: 'number', title: '人数' } }, additionalProperties: false },
    form: formOf(
      {
        lines: field.table(
          ['明细', 'Lines'],
          { certificate: field.text(['证书', 'Certificate'], { maxLength: 50 }), students: field.whole(['人数', 'Students']) },
          { maxItems: 50, required: ['certificate', 'students'] },
        ),
      },
      ['lines'],
    ),
  },
);

/** The bank of credits is asked whether the hours of a course can be counted. */
export const crediting = processOf(
  {
    initial: 'draft',
    on: { withdraw: '.withdrawn' },
    states: {
      draft: { meta: step({ applicant: true }, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'bank' } },
      bank: {
        meta: {
          call: {
            title: { zh: '学分银行认定' },
            to: 'credit-bank',
            body: { hours: 'form.hours' },
            result: {
              type: 'object',
              properties: { receipt: { type: 'string', title: '回执', minLength: 1 } },
              required: ['receipt'],
              additionalProperties: false,
            },
            within: 'P2D',
          },
        },
        on: { callDone: { target: 'counted', actions: { type: 'set', params: { receipt: 'result.receipt' } } } },
      },
      counted: final,
      withdrawn: final,
    },
  },
  {
    key: 'crediting',
    title: { zh: '学分认定', en: 'Crediting' },
    ...atDepartment,
    summary: { zh: '学分认定', en: 'Crediting' },
    data: { type: 'object', properties: { receipt: { type: 'string', title: '回执' } }, additionalProperties: false },
    form: formOf({ hours: field.whole(['学时', 'Hours']) }, ['hours']),
  },
);

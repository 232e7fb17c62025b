import { type Definition, defineWorkflow, field, formOf } from '#engine';

export const reviewFields = {
  topic: '软件技术专业1+X试点年度评议',
  result: '全年培训120人，取证96人，课证融通课程4门。',
  sites: ['本校实训中心', '合作企业基地'],
};

const applicant = { applicant: true } as const;
const jointMeeting = { post: 'joint-meeting', at: 'department' } as const;
const academicAffairs = { post: 'academic-affairs', at: 'school' } as const;
const experts = { post: 'expert-group', at: 'school', each: true } as const;
const schoolLeader = { post: 'school-leader', at: 'school' } as const;
const held = { hold: true } as const;
const done = (zh: string, en: string) => ({ type: 'final' as const, meta: { title: { zh, en } } });

/**
 * A process of no notice, which only the tour publishes: it has what none of the pilot's has, a ballot, two regions side by
 * side, a step that takes supplements, and returns to a step of the decider's choice with both ways back.
 */
export const annualReview: Definition = defineWorkflow({
  format: 1,
  key: 'demo-annual-review',
  title: { zh: '试点年度评议（演示）', en: 'Annual review (demonstration)' },
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: { zh: '{form.topic}（{subject.department.name}）', en: '{form.topic} ({subject.department.name})' },
  form: formOf(
    {
      topic: field.text(['评议事项', 'Topic']),
      result: field.text(['年度成果', 'Results']),
      sites: field.list(['考核站点', 'Sites'], { type: 'string', maxLength: 100 }),
      evidence: field.file(['佐证材料', 'Evidence']),
    },
    ['topic', 'result', 'sites'],
  ),
  machine: {
    initial: 'draft',
    states: {
      draft: {
        meta: {
          title: { zh: '填报', en: 'Draft' },
          step: {
            title: { zh: '填报年度评议表', en: 'Fill in the review' },
            assignees: [applicant],
            whenNobody: held,
            decide: { by: 'one', outcomes: ['submit'] },
            fields: { '*': 'write' },
          },
        },
        on: { submit: 'departmentOpinion', withdraw: 'withdrawn' },
      },
      departmentOpinion: {
        meta: {
          title: { zh: '系党政联席会意见', en: 'Opinion of the department' },
          step: {
            title: { zh: '系党政联席会意见', en: 'Opinion of the department' },
            assignees: [jointMeeting],
            whenNobody: held,
            decide: { by: 'one', outcomes: ['approve', 'return'] },
          },
        },
        on: { approve: 'review', return: 'draft' },
      },
      review: {
        type: 'parallel',
        meta: { title: { zh: '学校评议', en: 'Review by the school' } },
        onDone: 'leaderDecision',
        states: {
          office: {
            initial: 'check',
            states: {
              check: {
                meta: {
                  title: { zh: '教务处核查', en: 'Check by academic affairs' },
                  step: {
                    title: { zh: '教务处核查', en: 'Check by academic affairs' },
                    assignees: [academicAffairs],
                    whenNobody: held,
                    decide: { by: 'one', outcomes: ['approve', 'return'] },
                    return: { to: ['draft', 'departmentOpinion'], reentry: 'restart' },
                    supplement: { fields: ['evidence'] },
                  },
                },
                on: { approve: 'checked' },
              },
              checked: done('核查完毕', 'Checked'),
            },
          },
          experts: {
            initial: 'ballot',
            states: {
              ballot: {
                meta: {
                  title: { zh: '专家组票决', en: 'Ballot of the experts' },
                  step: {
                    title: { zh: '校内专家组票决', en: 'Ballot of the experts' },
                    assignees: [experts],
                    whenNobody: held,
                    // Nothing is settled before everybody who may vote has voted.
                    decide: { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' }, quorum: '1/1' },
                  },
                },
                on: { approve: 'voted', reject: '#rejected' },
              },
              voted: done('票决通过', 'Voted'),
            },
          },
        },
      },
      leaderDecision: {
        meta: {
          title: { zh: '分管校领导审定', en: 'Decision by the school leader' },
          step: {
            title: { zh: '分管校领导审定', en: 'Decision by the school leader' },
            assignees: [schoolLeader],
            whenNobody: held,
            decide: { by: 'one', outcomes: ['approve', 'return'] },
            return: { to: ['draft', 'departmentOpinion'], reentry: 'resume' },
          },
        },
        on: { approve: 'spotChecks' },
      },
      spotChecks: {
        meta: {
          title: { zh: '分点抽查', en: 'Spot checks' },
          children: {
            title: { zh: '分点抽查', en: 'Spot checks' },
            definition: 'demo-spot-check',
            each: 'form.sites',
            form: { site: 'item' },
            passes: ['approved'],
            wait: 'all',
          },
        },
        on: { childrenDone: 'approved', childrenFailed: 'rejected' },
      },
      approved: done('评议通过', 'Approved'),
      rejected: { id: 'rejected', ...done('评议未通过', 'Rejected') },
      withdrawn: done('已撤回', 'Withdrawn'),
    },
  },
});

/** What the review begins for each of its sites, and waits for. */
export const spotCheck: Definition = defineWorkflow({
  format: 1,
  key: 'demo-spot-check',
  title: { zh: '站点抽查（演示）', en: 'Spot check (demonstration)' },
  basis: [],
  subject: 'department',
  start: { posts: [], asChild: true },
  summary: { zh: '站点抽查：{form.site}', en: 'Spot check: {form.site}' },
  form: formOf({ site: field.text(['考核站点', 'Site']) }, ['site']),
  machine: {
    initial: 'check',
    states: {
      check: {
        meta: {
          title: { zh: '系主任抽查', en: 'Check by the dean' },
          step: {
            title: { zh: '系主任抽查', en: 'Check by the dean' },
            assignees: [{ post: 'dean', at: 'department' }],
            whenNobody: held,
            decide: { by: 'one', outcomes: ['approve', 'reject'] },
          },
        },
        on: { approve: 'approved', reject: 'rejected' },
      },
      approved: done('抽查合格', 'Passed'),
      rejected: done('抽查不合格', 'Failed'),
    },
  },
});

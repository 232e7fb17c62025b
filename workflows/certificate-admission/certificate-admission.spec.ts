import { describe, expect, it } from '@jest/globals';
import {
  active,
  admitted,
  argued,
  audited,
  because,
  begin,
  cast,
  deliberated,
  returned,
  signed,
  submitted,
} from '../../test/support/admission-play.ts';
import { decide, type Move, make, noticesOf, pass, signal, terminate, withdraw } from '../../test/support/pilot-play.ts';

/** Due on Friday the 29th; two and five working days after it leave out 清明, and count the Sunday that is worked for it. */
const beforeFriday = ['remind-1 2024-03-28T00:30:00.000Z', 'escalate-1 2024-04-02T15:59:59.999Z', 'escalate-2 2024-04-08T15:59:59.999Z'];

/** Due on Monday the 8th of April: Sunday the 7th was worked. */
const beforeTheMeeting = [
  'remind-1 2024-04-03T00:30:00.000Z',
  'escalate-1 2024-04-10T15:59:59.999Z',
  'escalate-2 2024-04-15T15:59:59.999Z',
];

describe('M1 goes from step to step', () => {
  it.each([
    ['a draft', [], 'draft', ['draft: lead'], []],
    [
      'submitted: the joint meeting argues (R-NC21-12)',
      submitted,
      'expertArgument',
      ['expertArgument: joint-meeting@department'],
      beforeFriday,
    ],
    ['argued: academic affairs audits', argued, 'academicAudit', ['academicAudit: academic-affairs@school'], beforeFriday],
    ['audited: the office meeting deliberates', audited, 'officeMeeting', ['officeMeeting: president-meeting@school'], beforeTheMeeting],
    ['deliberated: the committee decides', deliberated, 'partyCommittee', ['partyCommittee: party-committee@school'], beforeTheMeeting],
    [
      'admitted: the agreement is to be signed (R-NC21-14)',
      admitted,
      'approved',
      ['approved: academic-affairs@school'],
      ['remind-1 2024-04-22T00:30:00.000Z', 'escalate-1 2024-05-05T01:00:00.000Z'],
    ],
    [
      'signed: a site is to be applied for (R-NC21-17)',
      signed,
      'agreementSigned',
      ['agreementSigned: dean@department'],
      ['siteReminder 2024-04-21T01:00:00.000Z', 'escalate-1 2024-05-05T01:00:00.000Z'],
    ],
    ['begun: the pilot runs', active, 'active', [], ['agreementEnding 2027-01-29T16:00:00.000Z']],
    ['returned by the joint meeting', returned, 'returned', ['returned: lead'], []],
    ['returned by academic affairs', [...argued, decide('academic', 'return', because)], 'returned', ['returned: lead'], []],
    ['returned by the office meeting', [...audited, decide('president', 'return', because)], 'returned', ['returned: lead'], []],
    [
      'resubmitted: argued anew',
      [...returned, decide('lead', 'resubmit', { fields: { builtItems: 10 } })],
      'expertArgument',
      ['expertArgument: joint-meeting@department'],
      beforeFriday,
    ],
    ['rejected by the joint meeting', [...submitted, decide('meeting', 'reject', because)], 'rejected', [], []],
    ['rejected by the office meeting', [...audited, decide('president', 'reject', because)], 'rejected', [], []],
    ['rejected by the committee', [...deliberated, decide('committee', 'reject', because)], 'rejected', [], []],
    ['withdrawn as a draft', [withdraw('lead')], 'withdrawn', [], []],
    ['withdrawn when returned', [...returned, withdraw('lead')], 'withdrawn', [], []],
    ['the certificate cancelled in a draft', [signal('certificateCancelled')], 'rejected', [], []],
    ['cancelled under review', [...audited, signal('certificateCancelled')], 'rejected', [], []],
    ['cancelled when admitted', [...admitted, signal('certificateCancelled')], 'exited', [], []],
    ['cancelled when signed', [...signed, signal('certificateCancelled')], 'exited', [], []],
    ['cancelled while running', [...active, signal('certificateCancelled')], 'exited', [], []],
    ['the exit decided (M2)', [...active, signal('exitDecided')], 'exited', [], []],
  ] satisfies [string, Move[], string, string[], string[]][])('%s', (_, moves, state, tasks, timers) => {
    const play = begin();
    make(play, moves);
    expect(play.view()).toEqual({ states: [state], tasks, timers });
  });
});

const title = '“Web前端开发证书准入（信息工程系）”';

describe('M1 tells', () => {
  it.each([
    [
      'the reviewers of an argument that waits',
      [...submitted, pass('remind-1')],
      `joint-meeting, dean: 提醒：${title}的“系党政联席会论证”环节待办理。办理期限为2024年3月29日（星期五），还剩1个工作日。`,
    ],
    [
      'the office of an audit that waits',
      [...argued, pass('remind-1')],
      `academic-affairs: 提醒：${title}的“教务处审核”环节待办理。办理期限为2024年3月29日（星期五），还剩1个工作日。`,
    ],
    ['the department of the admission', admitted, 'lead, dean: 证书准入已审定通过，请签订合作协议后开展培训与考核。'],
    [
      'of thirty days without an agreement',
      [...admitted, pass('remind-1')],
      `academic-affairs, certificate-lead: 提醒：${title}的“登记合作协议”环节待办理。办理期限为2024年4月21日（星期日）09:00，已逾期1个工作日。`,
    ],
    [
      'of thirty days without a site (立项未申站点)',
      [...signed, pass('siteReminder')],
      'academic-affairs, dean, certificate-lead: 立项未申站点：签约已满30日，尚未申报考核站点。',
    ],
    [
      'sixty days before the agreement ends',
      [...active, pass('agreementEnding')],
      'academic-affairs, certificate-lead: 合作协议将于2027-03-31到期，请及时续签。',
    ],
    [
      'whoever leads of an argument two working days overdue',
      [...submitted, pass('escalate-1')],
      `dean, lead: 逾期升级：${title}的“系党政联席会论证”环节逾期未办。办理期限为2024年3月29日（星期五），已逾期2个工作日。`,
    ],
    [
      'the next level of a meeting five working days overdue',
      [...audited, pass('escalate-2')],
      `school-leader: 逾期升级：${title}的“校长办公会审议”环节逾期未办。办理期限为2024年4月8日（星期一），已逾期5个工作日。`,
    ],
    ['the applicant of a rejection', [...deliberated, decide('committee', 'reject', because)], 'lead: 党委会不予准入。'],
    ['the applicant of a cancellation', [...audited, signal('certificateCancelled')], 'lead: 教育部已取消该证书，准入申请终止。'],
  ])('%s', (_, moves, notice) => {
    const play = begin();
    make(play, moves);
    expect(noticesOf(play).at(-1)).toBe(notice);
  });
});

describe('where a post is empty', () => {
  it.each([
    ['the dean stands in for the joint meeting', 'joint-meeting@department', submitted, ['expertArgument: dean@department']],
    ['the applicant stands in for the dean', 'dean@department', signed, ['agreementSigned: lead']],
    ['an incident waits for academic affairs', 'academic-affairs@school', argued, []],
  ] satisfies [string, string, Move[], string[]][])('%s', (_, post, moves, tasks) => {
    const play = begin({}, { cast: { ...cast, [post]: [] } });
    make(
      play,
      moves.filter((move) => !(post === 'dean@department' && move === active.at(-1))),
    );
    expect(play.view().tasks).toEqual(tasks);
    expect([...play.incidents]).toEqual(tasks.length === 0 ? ['academicAudit'] : []);
  });
});

it('is called by its certificate and its department', () => {
  expect(begin().state.title).toEqual({ zh: 'Web前端开发证书准入（信息工程系）', en: 'Certificate admission Web前端开发 (信息工程系)' });
  expect(begin({ certificate: null }).state.title.zh).toBe('证书准入（信息工程系）');
});

describe('ended by hand', () => {
  it.each<[string, Move[]]>([
    ['before it is admitted', argued],
    ['in the pilot', active],
  ])('%s, it gives its key back: the school may apply for the certificate again (R-AH21-07)', (_when, moves) => {
    const play = begin();
    make(play, moves);
    expect(play.state.uniqueKey).toBe('school-1|X002');
    make(play, [terminate]);
    expect(play.state.uniqueKey).toBeUndefined();
  });
});

it('while the academic affairs office is vacant, the school leader in charge audits (R-NC21-12)', () => {
  const play = begin({}, { cast: { ...cast, 'academic-affairs@school': [], 'school-leader@school': ['leader'] } });
  make(play, argued);
  expect(play.view().tasks).toEqual(['academicAudit: school-leader@school']);
  make(play, [decide('leader', 'approve')]);
  expect(play.view().states).toEqual(['officeMeeting']);
});

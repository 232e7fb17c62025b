import type { Text } from '#engine';

/** What the secretary of a meeting reads, by code. */
export const meetingTexts = {
  'meeting.unknown': { zh: '没有这次会议，或者您无权查看。', en: 'There is no such meeting, or you may not see it.' },
  'meeting.not-secretary': {
    zh: '只有在该机构担任会议岗位的人才能办理会议。',
    en: 'Only whoever holds the body’s post at this organisation works on its meetings.',
  },
  'meeting.not-open': {
    zh: '会议“{number}”已经结束或取消，不能再改动。',
    en: 'The meeting "{number}" has been closed or cancelled; nothing about it changes any more.',
  },
  'meeting.number-taken': { zh: '届次“{number}”已被使用。', en: 'There is a meeting with the number "{number}" already.' },
  'meeting.cut-off-late': { zh: '议题截止时间不能晚于开会时间。', en: 'The cut-off cannot come after the meeting begins.' },
  'meeting.member-twice': { zh: '成员“{name}”出现了两次。', en: 'The member "{name}" is listed twice.' },
  'meeting.member-not-present': {
    zh: '“{name}”不在出席人员中，或回避名单中重复。',
    en: '"{name}" is not among those present, or is named twice as recused.',
  },
  'meeting.applicant-not-recused': {
    zh: '“{name}”是这件申请的申请人，必须回避。',
    en: '"{name}" is the applicant of this case and has to be recused.',
  },
  'meeting.text-missing': { zh: '请填写这项议题的纪要。', en: 'Say what the minutes are to say of this item.' },
  'meeting.conditions': {
    zh: '附条件通过须写明条件，其他结果不写条件。',
    en: 'What passes with conditions needs them; anything else has none.',
  },
  'meeting.no-quorum': {
    zh: '出席人数不足：应到 {members} 人，实到 {present} 人（已扣除回避）。',
    en: 'There is no quorum: {present} of {members} members are present, those recused left out.',
  },
  'meeting.tally-wrong': {
    zh: '票数不符：共 {cast} 票，而可表决的有 {voters} 人。',
    en: 'The tally does not add up: {cast} votes of {voters} members who may vote.',
  },
  'meeting.outcome-against-votes': { zh: '结果与表决票数不符。', en: 'The outcome is not what the votes came to.' },
  'meeting.not-begun': { zh: '会议还没有开始。', en: 'The meeting has not begun yet.' },
  'meeting.empty': { zh: '议程上没有议题。可以取消会议。', en: 'There is nothing on the agenda. The meeting can be cancelled.' },
  'meeting.agenda-full': { zh: '一次会议最多 {limit} 项议题。', en: 'An agenda has at most {limit} items.' },
  'meeting.item-unknown': { zh: '议程上没有这项议题（{task}）。', en: 'This is not on the agenda ({task}).' },
  'meeting.item-not-waiting': {
    zh: '任务 {task} 不在等待该会议决定。',
    en: 'The task {task} does not wait for a meeting of this body.',
  },
  'meeting.item-taken': { zh: '任务 {task} 已列入另一次会议。', en: 'The task {task} is on the agenda of another meeting.' },
  'meeting.item-late': {
    zh: '任务 {task} 在议题截止之后才到，请列入下次会议。',
    en: 'The task {task} came after the cut-off; it is for the next meeting.',
  },
  'meeting.order-incomplete': {
    zh: '新的次序必须包含每项议题，且各一次。',
    en: 'The new order has to name every item, once each.',
  },
  'meeting.items-unrecorded': { zh: '还有 {count} 项议题没有记录结果。', en: '{count} item(s) have no recorded outcome yet.' },
  'meeting.outdated': {
    zh: '您确认之后情况已有变化，会议没有结束，没有任何申请被改动。请核对最新的结果后重新确认。',
    en: 'Things have changed since you were shown what closing would do; the meeting is not closed and no case was changed. Look at what it would do now, and confirm again.',
  },
  'meeting.items-refused': {
    zh: '有 {count} 项议题不能办理，会议没有结束，没有任何申请被改动。请更正或移出议程后重试。',
    en: '{count} item(s) cannot be carried out, so the meeting is not closed and no case was changed. Correct them or take them off.',
  },
} satisfies Record<string, Required<Text>>;

import type { Words } from './words.ts';

/** How long a process takes at the longest. */
export const duration = {
  page: ['办理时长', 'Duration'],
  title: ['办理时长 · {{process}}', 'Duration · {{process}}'],
  about: [
    '按法定工作日历推算：每个环节都用满期限（含升级），按所填次数退回；申请人提交之前的填写时间不计。',
    'Reckoned on the official calendar: every step takes all the time it has, its escalations too, and the case is sent back as often as said here. What the applicant takes before handing in is not counted.',
  ],
  submitted: ['提交日', 'Handed in on'],
  returns: ['退回次数', 'Sent back, times'],
  to: ['办到', 'As far as'],
  whole: ['全部办结', 'The end of the case'],
  longest: ['最长多久', 'How long at the longest'],
  over: ['最迟 {{time}} 办结', 'It is over by {{time}}'],
  there: ['最迟 {{time}} 到“{{place}}”', 'It comes to “{{place}}” by {{time}}'],
  'no-due': ['“{{place}}”没有写明期限，只能算到那里为止。', '“{{place}}” has no time limit: this is reckoned as far as there.'],
  instant: [
    '“{{place}}”的期限因件而异（如申报窗口的截止日），只能算到那里为止。',
    'The limit of “{{place}}” differs from case to case, as that of a window does: this is reckoned as far as there.',
  ],
  round: [
    '“{{place}}”可以反复到达而没有次数限制，无法推算。',
    'Nothing limits how often a case comes to “{{place}}”: nobody can say how long it takes.',
  ],
  within: [
    '“{{place}}”在并行分支中，没有写明期限，无法推算。',
    '“{{place}}” is in a branch side by side with others and has no time limit: nobody can say how long it takes.',
  ],
  step: ['环节', 'Step'],
  from: ['最迟到达', 'Reached by'],
  until: ['最迟办完', 'Over by'],
  longestWay: ['用时最长的路线', 'The longest way'],
  latest: ['最迟何时提交', 'When to hand in at the latest'],
  end: ['须在此日之前（含当日）办完', 'To be over on this day at the latest'],
  latestIs: ['最迟须在 {{time}} 前提交', 'It has to be handed in by {{time}}'],
  latestNone: ['没有期限可依，无法推算。', 'Nobody can say: there is no time limit to go by.'],
} satisfies Words;

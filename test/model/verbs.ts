import type { Command } from '#engine';

interface Verb {
  readonly zh: string;
  readonly en: string;
  /** Who may, and when. */
  readonly who: { readonly zh: string; readonly en: string };
}

const holder = { zh: '任务的办理人或其代理人', en: 'whoever has the task, or their deputy' };
const host = { zh: '系统', en: 'the system' };
const administrator = { zh: '管理人员', en: 'an administrator' };

/** Every command of the engine in one line. */
export const verbs: Readonly<Record<Command['kind'], Verb>> = {
  claim: { zh: '签收：岗位的任务归我办理', en: 'takes a post’s task', who: { zh: '任职人员', en: 'a holder of the post' } },
  release: {
    zh: '取消签收：任务退还岗位；委派的收回',
    en: 'gives a claimed task back to its post, or a delegated one back to whoever asked',
    who: { zh: '签收人、委派双方；管理人员须说明理由', en: 'who has claimed it, asked or is asked; an administrator with a reason' },
  },
  transfer: {
    zh: '转办：另一人办理，原办理人留痕',
    en: 'another does the task for good',
    who: { zh: '办理人或管理人员', en: 'who has it, or an administrator' },
  },
  delegate: { zh: '委派：请另一人答复，再由我办理', en: 'another answers a question, then it comes back', who: holder },
  resolve: { zh: '答复委派', en: 'answers what was delegated', who: { zh: '被委派人', en: 'who was asked' } },
  'add-signers': {
    zh: '加签：在我之前、之后或与我并列，或签、会签或依次',
    en: 'others sign before me, after me or beside me, one, all or in sequence',
    who: holder,
  },
  'remove-signers': {
    zh: '减签：尚未办理的加签人不再办理',
    en: 'who was asked to sign and has not is not asked any more',
    who: { zh: '加签人；管理人员', en: 'who asked them; an administrator' },
  },
  decide: {
    zh: '办理：同意、不同意、退回（申请人、上一环节、更早环节）、弃权或环节自定的结果',
    en: 'approves, rejects, returns (to the applicant, the previous step or an earlier one), abstains, or says what the step names',
    who: holder,
  },
  'take-back': {
    zh: '拿回：下游无人办理时撤销自己的决定',
    en: 'undoes one’s own decision while nobody downstream has acted',
    who: { zh: '作出决定的人', en: 'who decided' },
  },
  save: { zh: '暂存：保存表单，不作决定', en: 'puts fields down without deciding', who: holder },
  supplement: {
    zh: '补充材料：形成表单新版本，可比对',
    en: 'gives or corrects fields while a step is open; a new version of the form',
    who: { zh: '申请人，或环节指定的人', en: 'the applicant, or whom the step names' },
  },
  comment: { zh: '留言', en: 'says something', who: { zh: '可查看的人，随时', en: 'whoever may read the case, at any time' } },
  copy: {
    zh: '抄送：他人可查看',
    en: 'lets others read the case',
    who: { zh: '可查看的人，随时', en: 'whoever may read the case, at any time' },
  },
  urge: {
    zh: '催办：24 小时内一次',
    en: 'asks those who have open tasks to do them, once in 24 hours',
    who: { zh: '可查看的人', en: 'whoever may read the case' },
  },
  recuse: {
    zh: '回避：不再办理本案，重新计票',
    en: 'may not decide this case any more; steps are counted again',
    who: { zh: '申请人以外的任何人', en: 'anybody but the applicant' },
  },
  withdraw: {
    zh: '撤回：到流程指定的环节为止',
    en: 'gives the case up, until the point that the definition names',
    who: { zh: '申请人', en: 'the applicant' },
  },
  defer: { zh: '暂缓：会议议而未决', en: 'a meeting puts the case off', who: { zh: '会议秘书', en: 'the body’s secretary' } },
  jump: { zh: '跳转：移到另一环节，须说明理由', en: 'moves the case to a step by hand', who: administrator },
  suspend: { zh: '挂起：停止计时', en: 'stops every clock', who: administrator },
  resume: { zh: '恢复：继续计时', en: 'sets the clocks going again', who: administrator },
  terminate: { zh: '终止', en: 'ends the case where it stands', who: administrator },
  retry: {
    zh: '重试：重新派办，或重新调用',
    en: 'looks for assignees again, or has what failed done again',
    who: administrator,
  },
  'fire-timer': { zh: '到期：提醒、升级或超时', en: 'a timer falls due: reminds, escalates, moves the case', who: host },
  signal: { zh: '联动：其他案件的消息', en: 'another case has something to tell', who: host },
  'child-ended': { zh: '子流程结束', en: 'a child case has ended', who: host },
  'child-refused': { zh: '子流程未能开始或结束', en: 'a child case could not be started, or its end not be taken', who: host },
  'call-answered': { zh: '外部系统答复', en: 'a webhook has answered', who: host },
  'call-failed': { zh: '外部系统调用失败', en: 'a webhook failed for good', who: host },
  end: { zh: '上级案件不再等待本案', en: 'the case that began it does not wait any more', who: host },
};

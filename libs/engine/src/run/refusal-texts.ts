import type { Text } from '../definition/basics.ts';
import type { FieldProblem, RefusalCode } from './refusal.ts';

/** What a refused person reads, by code. `{name}` stands for the refusal's parameter. */
export const refusalTexts = {
  'start.not-allowed': {
    zh: '只有在该机构担任以下岗位的人才能发起此流程：{posts}。请联系管理员核对您的岗位。',
    en: 'Only holders of these posts at this organisation may start the process: {posts}. Ask an administrator to check your posts.',
  },
  'task.unknown': {
    zh: '没有这项任务，或者您无权查看。请从待办列表重新打开。',
    en: 'There is no such task, or you may not see it. Open it again from your list.',
  },
  'task.closed': {
    zh: '这项任务已经处理完毕，您的意见没有提交。请查看最新进展。',
    en: 'This task has already been dealt with; your decision was not recorded. See where the case stands now.',
  },
  'task.not-yours': {
    zh: '这项任务没有分配给您，也没有分配给您现在的岗位。',
    en: 'This task is addressed neither to you nor to a post you hold now.',
  },
  'task.own-case': {
    zh: '申请人不能审批自己的申请。请由该岗位的其他人办理。',
    en: 'An applicant does not decide on their own case. Another holder of the post has to.',
  },
  'task.claimed': {
    zh: '这项任务已由{person}签收。请等对方办理，或请对方（或管理员）取消签收。',
    en: '{person} has claimed this task. Wait for them, or ask them or an administrator to release it.',
  },
  'claim.not-needed': {
    zh: '这项任务是直接分配给个人的，无需签收。',
    en: 'This task is addressed to a person; there is nothing to claim.',
  },
  'claim.already-yours': { zh: '您已经签收了这项任务。', en: 'You have claimed this task already.' },
  'release.not-claimed': { zh: '这项任务没有被签收，无需取消。', en: 'Nobody has claimed this task; there is nothing to release.' },
  'task.recused': { zh: '您已对这件申请申明回避，不能再办理。', en: 'You have recused yourself from this case and may not decide it.' },
  'task.delegated': {
    zh: '这项任务是委派给您答复的，请填写答复；决定由委派人作出。',
    en: 'You were asked for an answer only: give it, and whoever asked will decide.',
  },
  'assignee.applicant': {
    zh: '申请人不能审批自己的申请，请另选他人。',
    en: 'An applicant does not decide on their own case. Choose somebody else.',
  },
  'assignee.recused': {
    zh: '{person}已对这件申请申明回避，请另选他人。',
    en: '{person} has recused themselves from this case. Choose somebody else.',
  },
  'assignee.already': {
    zh: '{person}已经是本环节的办理人，请另选他人。',
    en: '{person} is asked in this step already. Choose somebody else.',
  },
  'resolve.not-delegated': {
    zh: '这项任务不是委派给您答复的，请直接办理。',
    en: 'This task was not delegated to you for an answer; decide it.',
  },
  'step.not-open': { zh: '环节“{step}”现在没有开启。', en: 'The step "{step}" is not open now.' },
  'signers.nobody': { zh: '请至少选择一人。', en: 'Choose at least one person.' },
  'signers.too-many': { zh: '每个环节最多加签 {limit} 人。', en: 'At most {limit} people can be added in a step.' },
  'signers.too-deep': { zh: '加签最多 {limit} 层，您不能再加签。', en: 'Signers can be added {limit} deep; you cannot add any more.' },
  'signers.unknown': { zh: '{person}不是本环节的加签人。', en: '{person} was not asked to sign in this step.' },
  'signers.not-yours': {
    zh: '{person}不是由您加签的，不能由您减签。',
    en: '{person} was asked by somebody else; you cannot take that back.',
  },
  'signers.decided': { zh: '{person}已经签署，不能减签。', en: '{person} has signed already; that cannot be taken back.' },
  'recuse.applicant': { zh: '申请人不审批自己的申请，无需回避。', en: 'An applicant does not decide on their own case anyway.' },
  'recuse.already': { zh: '您已经对这件申请申明回避。', en: 'You have recused yourself from this case already.' },
  'task.decided-in-meeting': {
    zh: '这项任务由会议集体决定，不能单独办理。请列入议程，由会议秘书在结束会议时一并办理。',
    en: 'A meeting decides this task: put it on an agenda; it is decided when the meeting is closed.',
  },
  'task.not-for-meeting': { zh: '这项任务不由会议决定。', en: 'No meeting decides this task.' },
  'vote.already-cast': { zh: '您已经投过票，每人只计一票。', en: 'You have already voted; everybody has one voice.' },
  'outcome.unknown': {
    zh: '本环节没有“{outcome}”这一结果。可选：{allowed}。',
    en: 'This step has no outcome "{outcome}". It has: {allowed}.',
  },
  'outcome.not-possible': {
    zh: '流程在当前状态下不接受这一结果。请刷新后再试。',
    en: 'The process does not take this outcome where it stands now. Reload and try again.',
  },
  'comment.required': { zh: '请填写意见：“{outcome}”必须说明理由。', en: 'Please say why: "{outcome}" needs a comment.' },
  'form.stale': {
    zh: '表单在您打开之后被修改过（现为第 {current} 版）。请核对最新内容后重新提交。',
    en: 'The form has changed since you opened it (it is version {current} now). Look at it again before you decide.',
  },
  'form.invalid': {
    zh: '表单有 {count} 处需要更正，见各字段的说明。',
    en: '{count} field(s) of the form need correction; see each field.',
  },
  'form.field-not-writable': { zh: '您在本环节不能修改字段“{field}”。', en: 'You may not change the field "{field}" in this step.' },
  'return.target-missing': { zh: '请选择退回到哪个环节：{allowed}。', en: 'Say which step to return to: {allowed}.' },
  'return.target-not-allowed': {
    zh: '不能退回到“{target}”。可退回：{allowed}。',
    en: 'A return to "{target}" is not possible. Possible: {allowed}.',
  },
  'deficiency.not-a-return': {
    zh: '补正清单只能随“退回”一起提交。',
    en: 'A list of what is to be mended comes with a return only.',
  },
  'deficiency.nobody-to-answer': {
    zh: '退回之后没有环节可以逐项补正，请把意见写在退回理由中。',
    en: 'Nobody has a step after this return in which the list could be answered. Say it in the comment.',
  },
  'deficiency.too-many': {
    zh: '补正清单最多 {items} 项，每项最多 {fields} 个字段、{text} 个字。',
    en: 'At most {items} items, each with at most {fields} fields and {text} characters.',
  },
  'deficiency.text-missing': {
    zh: '补正清单第 {item} 项没有说明，请写明要补正什么。',
    en: 'Item {item} says nothing. Say what is to be mended.',
  },
  'deficiency.field-unknown': {
    zh: '补正清单中的字段“{field}”不存在，或退回后的办理人看不到它。',
    en: 'There is no field "{field}" that both you and whoever is to mend it can see.',
  },
  'deficiency.due-past': {
    zh: '补正清单第 {item} 项的期限已过，请填写以后的时间。',
    en: 'Item {item} would be due already. Give a later time.',
  },
  'deficiency.item-unknown': { zh: '没有待补正的第 {item} 项。请刷新后重试。', en: 'There is no open item {item}. Reload and try again.' },
  'deficiency.unanswered': {
    zh: '补正清单还有 {count} 项没有回应（第 {items} 项）：请修改所涉字段，或逐项说明。',
    en: '{count} item(s) of the list are unanswered ({items}): change their fields, or say something to each.',
  },
  'withdraw.not-applicant': { zh: '只有申请人可以撤回申请。', en: 'Only the applicant may withdraw a case.' },
  'withdraw.not-now': {
    zh: '流程进行到这里已不能撤回。请联系当前办理人退回。',
    en: 'The case can no longer be withdrawn. Ask whoever has it now to return it.',
  },
  'withdraw.too-late': {
    zh: '流程已经到过“{state}”，按规定不能再撤回。请联系当前办理人退回。',
    en: 'The case has come to "{state}"; after that it cannot be withdrawn. Ask whoever has it now to return it.',
  },
  'jump.target-not-allowed': {
    zh: '不能跳转到“{target}”。可跳转到：{allowed}。',
    en: 'The case cannot be moved to "{target}". Possible: {allowed}.',
  },
  'take-back.not-decided': {
    zh: '这项任务还没有办理，无需拿回。',
    en: 'This task has not been decided yet; there is nothing to take back.',
  },
  'take-back.not-yours': { zh: '只能拿回您自己的意见。', en: 'Only your own decision can be taken back.' },
  'take-back.too-late': {
    zh: '后面的人已经处理，或流程已继续，不能再拿回。请联系当前办理人退回。',
    en: 'Somebody has acted upon it, or the case has gone on; it can no longer be taken back. Ask whoever has it now to return it.',
  },
  'copy.nobody': { zh: '请选择抄送给谁。', en: 'Say to whom it is to be copied.' },
  'supplement.not-now': {
    zh: '当前环节不接受补充材料。请联系当前办理人退回后修改。',
    en: 'Nothing can be supplemented where the case stands now. Ask whoever has it to return it.',
  },
  'supplement.not-yours': {
    zh: '本环节的材料只能由申请人或指定的岗位补充。',
    en: 'In this step only the applicant, or the posts it names, may supplement.',
  },
  'supplement.empty': {
    zh: '没有改动，也没有附件。请填写要补充的内容。',
    en: 'Nothing is different and nothing is attached. Give what is to be supplemented.',
  },
  'timer.not-running': { zh: '定时器 {timer} 已触发或已取消。', en: 'Timer {timer} has fired or was cleared.' },
  'signal.unknown': { zh: '此流程不接收信号“{signal}”。', en: 'This process does not listen to the signal "{signal}".' },
  'signal.payload-invalid': {
    zh: '信号“{signal}”的内容不符合其格式。',
    en: 'What came with the signal "{signal}" does not fit its shape.',
  },
  'signal.not-now': { zh: '流程在当前状态下不接收这一信号。', en: 'The process does not listen to this signal where it stands now.' },
  'children.too-many': {
    zh: '一次最多启动 {limit} 个子流程，这里有 {count} 个。请分批申报。',
    en: 'At most {limit} child cases are started at once; here are {count}. Split them up.',
  },
  'children.too-deep': {
    zh: '子流程嵌套超过 {limit} 层。请检查流程定义是否互相启动。',
    en: 'Child cases are nested deeper than {limit} levels. See whether the definitions start each other.',
  },
  'child.not-running': {
    zh: '已不再等待第 {child} 号子流程。',
    en: 'Child case {child} is not waited for any more.',
  },
  'call.not-running': { zh: '已不再等待第 {call} 号外部调用。', en: 'Call {call} is not waited for any more.' },
  'retry.not-held': { zh: '环节“{step}”没有被挂起，无需重试。', en: 'The step "{step}" is not held; there is nothing to retry.' },
  'urge.nobody': { zh: '目前没有人在办理，无需催办。', en: 'Nobody has an open task here; there is nobody to urge.' },
  'urge.too-soon': {
    zh: '每个环节24小时内只能催办一次，{again} 后可再次催办。',
    en: 'A step can be urged once in 24 hours; again after {again}.',
  },
  'suspend.already': { zh: '这件申请已经挂起。', en: 'This case is suspended already.' },
  'resume.not-suspended': { zh: '这件申请没有挂起，无需恢复。', en: 'This case is not suspended.' },
  'case.suspended': {
    zh: '这件申请自 {since} 起挂起，恢复之前只能留言。',
    en: 'This case has been suspended since {since}; until it is resumed it takes comments only.',
  },
  'rule.broken': { zh: '不符合规定：{rules}', en: 'Against the rules: {rules}' },
  'fact.not-found': {
    zh: '登记库中查不到所需资料（{fact}：{asked}）。请核对所填编号。',
    en: 'The register has no such entry ({fact}: {asked}). Check what you entered.',
  },
  'expression.failed': {
    zh: '流程中的公式“{expression}”无法计算：{reason}。请联系管理员。',
    en: 'An expression of the process, "{expression}", could not be evaluated: {reason}. Tell an administrator.',
  },
  'case.finished': { zh: '这件申请已经办结，不能再操作。', en: 'This case is finished; nothing more can be done with it.' },
  'case.state-unknown': {
    zh: '流程停在定义中不存在的状态（{reason}）。请联系管理员。',
    en: 'The case stands in a state its definition does not have ({reason}). Tell an administrator.',
  },
  'case.endless': {
    zh: '流程在自动环节中循环不止（{reason}），本次操作没有执行。请联系管理员。',
    en: 'The process would go round for ever ({reason}); nothing was done. Tell an administrator.',
  },
  'migration.unmapped': {
    zh: '新版本没有“{states}”，请选择接续办理的状态。',
    en: 'The new version has no "{states}". Choose where the case is to go on.',
  },
  'migration.state-unknown': {
    zh: '对应关系中的“{state}”不是可以停留的状态。请重新选择。',
    en: 'No case can stand at "{state}" that the mapping names. Choose another.',
  },
  'migration.position': {
    zh: '“{states}”在新版本中不能同时办理。请重新选择对应的状态。',
    en: 'In the new version "{states}" cannot be active at once. Choose other states.',
  },
  'migration.form-invalid': {
    zh: '表单有 {count} 处不符合新版本的表单，见各字段的说明。',
    en: '{count} field(s) do not fit the form of the new version; see each field.',
  },
  'migration.data-invalid': {
    zh: '流程数据“{field}”不符合新版本的声明。',
    en: 'The case’s data "{field}" does not fit the new version.',
  },
  'migration.errand-lost': {
    zh: '“{state}”正在等候子流程或外部调用，新版本中没有可以接着等候的状态。请等其结束后再迁移。',
    en: 'In "{state}" others are waited for, and the new version could not go on waiting. Migrate when they have answered.',
  },
  'migration.touched': {
    zh: '迁移之后这件申请已有新的办理，不能再撤销迁移。',
    en: 'Something has happened in the case since it was migrated; that cannot be undone any more.',
  },
  'command.repeated': { zh: '这一操作已经执行过。', en: 'This has been done already.' },
} satisfies Record<RefusalCode, Required<Text>>;

/** What is wrong with a field, by code. `{expected}` stands for the bound or the type. */
export const fieldTexts = {
  required: { zh: '必填', en: 'required' },
  type: { zh: '类型应为 {expected}', en: 'must be of type {expected}' },
  unknown: { zh: '没有这个字段', en: 'there is no such field' },
  choice: { zh: '不在可选范围内', en: 'is not one of the choices' },
  'too-short': { zh: '至少 {expected} 个字', en: 'needs at least {expected} characters' },
  'too-long': { zh: '最多 {expected} 个字', en: 'may have at most {expected} characters' },
  'too-small': { zh: '不能小于 {expected}', en: 'must not be less than {expected}' },
  'too-large': { zh: '不能大于 {expected}', en: 'must not be greater than {expected}' },
  'too-few': { zh: '至少 {expected} 项', en: 'needs at least {expected} entries' },
  'too-many': { zh: '最多 {expected} 项', en: 'may have at most {expected} entries' },
  'not-unique': { zh: '有重复项', en: 'has the same entry twice' },
  format: { zh: '格式不正确（{expected}）', en: 'is not in the right format ({expected})' },
  'not-a-multiple': { zh: '应为 {expected} 的倍数', en: 'must be a multiple of {expected}' },
  'not-applicable': { zh: '按现在填写的内容，此项不适用，不应填写', en: 'does not apply to what is filled in, and has to be left empty' },
} satisfies Record<FieldProblem['code'], Required<Text>>;

import type { Text } from '#engine';
import { meetingTexts } from './meeting/refusal-texts.ts';

/** What a refused person reads where it is this library that refuses, by code. */
export const caseTexts = {
  'instance.unknown': { zh: '没有这件申请，或者您无权查看。', en: 'There is no such case, or you may not see it.' },
  'definition.unknown': { zh: '没有名为“{definition}”的流程。', en: 'There is no process "{definition}".' },
  'definition.faulty': {
    zh: '流程定义有 {count} 处问题，不能发布。请逐条修改。',
    en: 'The definition has {count} problem(s) and cannot be published. Mend them one by one.',
  },
  'organisation.unknown': { zh: '没有这个机构。', en: 'There is no such organisation.' },
  'case.duplicate': { zh: '不能重复申请：{rules}', en: 'There is such a case already: {rules}' },
  'idempotency.key-reused': {
    zh: '这个 Idempotency-Key 已用于另一个请求。请为每个新请求换一个。',
    en: 'This Idempotency-Key belongs to another request. Use a new one for each new request.',
  },
  'attachment.unknown': {
    zh: '找不到附件 {attachment}，或者它不归您使用。请重新上传。',
    en: 'There is no attachment {attachment} that you may use. Upload it again.',
  },
  'attachment.name-invalid': {
    zh: '文件名不可用。请用不超过 {limit} 个字、不含斜杠和控制字符的名称。',
    en: 'The file name cannot be used. Take one of at most {limit} characters without slashes or control characters.',
  },
  'attachment.empty': { zh: '文件是空的。请选择有内容的文件。', en: 'The file is empty. Choose one that is not.' },
  'attachment.unwanted': { zh: '不接受这种文件。可上传：{accepted}。', en: 'Files of this kind are not taken. These are: {accepted}.' },
  'attachment.mismatch': {
    zh: '“{name}”的内容与扩展名不符（识别为 {recognised}）。请上传原始文件。',
    en: 'What is in "{name}" is not what its name says (it looks like {recognised}). Upload the original file.',
  },
  'attachment.too-large': {
    zh: '文件超过 {megabytes} MB。请压缩或拆分。',
    en: 'The file is larger than {megabytes} MB. Compress or split it.',
  },
  'form.version-unknown': {
    zh: '没有这一版表单。请从审批记录中选择版本。',
    en: 'The form has no such version. Take one that the history names.',
  },
  'command.unconfirmed': {
    zh: '这一操作需要二次确认：请先预览（dryRun=true），再带上预览给出的 expected（If-Match）提交。',
    en: 'This has to be confirmed: ask for a dry run first (dryRun=true), then send it with the `expected` of its preview (If-Match).',
  },
  'command.outdated': {
    zh: '您确认之后情况已有变化（新增 {happened} 条记录），没有执行。请核对最新的结果后重新确认。',
    en: 'Things have changed since you were shown what this would do ({happened} new line(s) of history); nothing was done. Look at what it would do now, and confirm again.',
  },
  'person.unknown': { zh: '没有此人，或者其账号已停用。', en: 'There is no such person, or their account is disabled.' },
  'incident.unknown': { zh: '没有这条异常，或者您无权处理。', en: 'There is no such incident, or it is not yours to handle.' },
  'batch.unknown': { zh: '没有这次批量办理，或者不是您办理的。', en: 'There is no such batch of yours.' },
  'batch.nothing-decided': {
    zh: '这次批量办理没有办成任何一件，无可撤销。',
    en: 'Nothing was decided by this batch: there is nothing to undo.',
  },
  'batch.undo-too-late': {
    zh: '批量办理只能在 60 秒内整批撤销。之后请逐件拿回。',
    en: 'A batch can be undone for 60 seconds only. After that, take decisions back one by one.',
  },
  'batch.task-failed': {
    zh: '系统出错，这件没有办理，已记录。请单独办理或联系管理员。',
    en: 'Something is wrong on our side: this one was not decided. Decide it by itself, or ask an administrator.',
  },
  'view.unknown': { zh: '没有这个视图，或者没有共享给您的岗位。', en: 'There is no such view of yours or of a post you hold.' },
  'view.not-yours': { zh: '这个视图是别人的，您可以另存一份。', en: 'This view is somebody else’s. Save one of your own.' },
  'view.post-not-held': { zh: '只能共享给您自己担任的岗位。', en: 'A view is shared with a post that you hold.' },
  'view.too-many': { zh: '每人最多保存 {limit} 个视图。请先删除不用的。', en: 'Nobody saves more than {limit} views. Remove some first.' },
  'view.changed': {
    zh: '这个视图已在另一个窗口改过。请核对后再存。',
    en: 'This view has been changed in another window. Look at it again before you save it.',
  },
  'definition.version-unknown': {
    zh: '流程“{definition}”没有第 {version} 版。',
    en: 'The process "{definition}" has no version {version}.',
  },
  'migration.same-version': { zh: '这件申请已在第 {version} 版办理。', en: 'The case is on version {version} already.' },
  'migration.other-version': {
    zh: '这件申请现在第 {version} 版办理，不在第 {from} 版。请重新预览。',
    en: 'The case is on version {version} now, not on version {from}. Look at the preview again.',
  },
  'migration.choice-needed': {
    zh: '“{states}”需要选择接续办理的状态，或确认所失去的内容。',
    en: 'Somebody has to say where the case goes on from "{states}", or agree to what is lost there.',
  },
  'migration.stays': { zh: '这件申请只能在原版本办结。', en: 'The case can only end on its own version.' },
  'migration.on-agenda': {
    zh: '这件申请已列入会议议程，迁移或撤销迁移会使议程中的任务作废。请等会议结束，或先从议程中移出。',
    en: 'The case is on the agenda of a meeting, and migrating it, or putting it back, would close the task that is to be decided there. Wait for the meeting, or take it off.',
  },
  'migration.unknown': { zh: '没有这次迁移，或者您无权查看。', en: 'There is no such migration, or you may not see it.' },
  'migration.stopped': {
    zh: '这次迁移已停止。其余申请请重新预览后迁移。',
    en: 'This migration was stopped. Look at a new preview for the others.',
  },
  'definition.key-taken': {
    zh: '标识“{key}”已属于另一个流程。请换一个，或从那个流程的版本新建草稿。',
    en: 'The key "{key}" belongs to another process. Choose another, or begin a draft from a version of that process.',
  },
  'definition.not-in-force': {
    zh: '流程“{definition}”现在不能发起：已停用，或还没有生效。',
    en: 'No case of "{definition}" can be started now: it is retired, or not in force yet.',
  },
  'definition.retired-already': { zh: '已经停用，没有再次停用。', en: 'It is retired already.' },
  'definition.not-retired': { zh: '这个版本没有停用，无需恢复。', en: 'This version is not retired.' },
  'publication.draft-changed': {
    zh: '{name}刚改过这份草稿，没有发布。请看过现在的内容再发布。',
    en: '{name} has just changed this draft; it was not published. Look at it as it is now first.',
  },
  'publication.effective-past': {
    zh: '生效日期须晚于今天。需要立即生效的，请不填生效日期。',
    en: 'The effective date has to be after today. Leave it out for a version that is in force at once.',
  },
  'publication.unchanged': {
    zh: '内容与第 {version} 版完全相同，没有发布。该版若已停用，可恢复它。',
    en: 'The content is that of version {version}; nothing was published. If that version is retired, it can be restored.',
  },
  'publication.overtaken': {
    zh: '最新的已是第 {version} 版，没有发布。请先与它比较，以免覆盖他人的改动。',
    en: 'The newest version is {version} by now; nothing was published. Compare with it first, lest others’ changes are lost.',
  },
  'publication.open-already': {
    zh: '这个流程已有一项待确认的发布。请先确认、退回或收回它。',
    en: 'A publication of this process is waiting to be confirmed already. Confirm, decline or take it back first.',
  },
  'publication.second-person': {
    zh: '这个流程须双人发布：请从草稿提请，由另一人确认。',
    en: 'Publishing this process takes two: propose it from a draft, and have another confirm it.',
  },
  'publication.same-person': {
    zh: '提请发布的人不能自己确认，须由另一人确认。',
    en: 'Whoever proposed it cannot confirm it; somebody else has to.',
  },
  'publication.unstaffed': {
    zh: '有 {count} 个环节在一些单位无人可办，不能发布。请任命相应岗位，或写明无人时改由谁办理。',
    en: '{count} step(s) would find nobody at some organisations; it was not published. Appoint somebody, or say who is asked when nobody holds the post.',
  },
  'publication.staffing-unconfirmed': {
    zh: '关于由谁办理有 {count} 条提醒，请核对并确认后再发布。',
    en: 'There are {count} warning(s) about who would be asked. Look at them, and accept them when you publish.',
  },
  'publication.staffing-changed': {
    zh: '您核对之后人员有变动，没有发布。请重新核对由谁办理。',
    en: 'Posts have changed since you looked at who would be asked; it was not published. Look at it again.',
  },
  'proposal.unknown': { zh: '没有这项待确认的发布。', en: 'There is no such proposal.' },
  'proposal.not-open': { zh: '这项发布已经确认、退回或收回。', en: 'This proposal has been confirmed, declined or taken back.' },
  'template.unknown': { zh: '没有名为“{template}”的模板。', en: 'There is no template "{template}".' },
  'definition-draft.unknown': {
    zh: '没有这份流程草稿，可能已经发布或丢弃。',
    en: 'There is no such draft; it may be published or thrown away.',
  },
  'definition-draft.changed': {
    zh: '{name}已于 {at} 保存过这份草稿，没有覆盖。请先查看对方的改动。',
    en: '{name} saved this draft at {at}; nothing was overwritten. Look at what they changed first.',
  },
  'definition-draft.too-large': {
    zh: '流程定义超出允许的大小或嵌套层数，没有保存。',
    en: 'The definition is larger or nested deeper than is allowed; it was not saved.',
  },
  'definition-comment.unknown': { zh: '没有这条批注。', en: 'There is no such comment.' },
  'draft.unknown': { zh: '没有这个流程的草稿。', en: 'There is no draft of this process.' },
  'draft.changed': {
    zh: '这份草稿已在另一个窗口改过，没有覆盖。请比对后选择保留哪一份。',
    en: 'This draft has been changed in another window; nothing was overwritten. Compare them, and choose which to keep.',
  },
  'events.too-many': {
    zh: '同时打开的页面太多（最多 {limit} 个）。请关闭一些后再试。',
    en: 'Too many pages of yours are open at once ({limit} at most). Close some of them and try again.',
  },
  'handover.person-unknown': { zh: '没有这个人，或者不归您管理。', en: 'There is no such person, or they are not yours to look after.' },
  'handover.unknown': { zh: '没有这次交接，或者不是这个人的。', en: 'There is no such hand-over of this person.' },
  'handover.successor-unknown': {
    zh: '接手人中有人不存在或账号已停用。请另选。',
    en: 'One of the successors does not exist, or their account is disabled. Choose others.',
  },
  'handover.successor-same': { zh: '不能交接给本人。请另选接手人。', en: 'Nobody hands over to themselves. Choose somebody else.' },
  'handover.unconfirmed': {
    zh: '交接需要二次确认：请先预览，再带上预览给出的 expected（If-Match）提交。',
    en: 'A hand-over has to be confirmed: ask for its preview first, then send it with the `expected` of the preview (If-Match).',
  },
  'handover.outdated': {
    zh: '预览之后情况已有变化，没有交接。请核对最新的清单后重新确认。',
    en: 'Things have changed since the preview; nothing was handed over. Look at the list as it is now, and confirm again.',
  },
  ...meetingTexts,
  'page.cursor-invalid': { zh: '翻页参数无效。请从第一页重新开始。', en: 'The page cursor is not valid. Begin again at the first page.' },
} satisfies Record<string, Required<Text>>;

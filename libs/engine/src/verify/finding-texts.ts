import type { Text } from '../definition/basics.ts';

interface FindingText extends Required<Text> {
  readonly severity: 'error' | 'warning';
}

/** What `verify` finds besides the compiler's problems. What a check proves and what it does not is in docs/verify.md. */
export const findingTexts = {
  'case.stuck': {
    severity: 'error',
    zh: '流程到了“{state}”后，除撤回或外部信号外，再也到不了终态。请增加一条出路，或把所等的信号写在该状态上。',
    en: 'Once a case is at "{state}" it can never come to an end, except by a withdrawal or a signal that every state takes. Add a way out, or write the signal it waits for on the state itself.',
  },
  'join.waits': {
    severity: 'error',
    zh: '并行状态“{state}”会永远等待：“{region}”到不了所在分支的终态，其他分支也无法离开。请让该分支能够结束，或增加一条离开并行状态的路径。',
    en: 'The parallel state "{state}" would wait for ever: "{region}" cannot come to the end of its region, and no other region leads out. Give the region an end, or a way out.',
  },
  'choice.no-way': {
    severity: 'error',
    zh: '在状态“{state}”没有人办理，而各条出路都有条件：条件都不成立时流程停在这里。请加一条不带条件的转移。',
    en: 'Nobody acts in "{state}" and every way out has a condition: when none of them holds, the case stays there for good. Add a transition without a guard.',
  },
  'outcome.stays': {
    severity: 'error',
    zh: '环节“{step}”的结果“{outcome}”不离开本环节：任务已经关闭，却再没有人被要求办理。请写明去向，或用 reenter 重新打开。',
    en: 'The outcome "{outcome}" of step "{step}" does not leave the step: its tasks are closed and nobody is asked again. Say where it leads, or open it anew with `reenter`.',
  },
  'transition.into-region': {
    severity: 'error',
    zh: '这条转移从并行的一个分支跳入另一分支“{target}”，会使所有分支从头开始，已办的任务全部作废。请在并行状态之外转移，或改用退回。',
    en: 'This transition leads from one region into another, to "{target}": every region would begin anew and what was done in them be lost. Lead out of the parallel state, or make it a return.',
  },
  'cycle.skipped': {
    severity: 'error',
    zh: '无人可办时，流程会在这些环节间无休止地自动跳转：{cycle}。请把其中一个环节的 whenNobody 改为 hold 或 assign。',
    en: 'With nobody to be found the case would skip from step to step without end: {cycle}. Let one of them hold, or assign to others.',
  },
  'cycle.at-once': {
    severity: 'error',
    zh: '定时器的时长为零，流程会不停地转圈：{cycle}。请给出时长。',
    en: 'These timers take no time, so the case would go round without end: {cycle}. Give one of them a length.',
  },
  'cycle.instants': {
    severity: 'warning',
    zh: '定时器到某一时刻又回到原处：{cycle}。若该时刻已过，会立即再次触发；请确认条件能使它停下。',
    en: 'A timer set for an instant leads back to itself: {cycle}. Once the instant has passed it fires again at once; make sure that a condition ends that.',
  },
  'cycle.by-time': {
    severity: 'warning',
    zh: '无人办理时，流程只随时间转圈，永不结束：{cycle}。请让其中一个定时器通往别处。',
    en: 'As long as nobody acts, time alone takes the case round for ever: {cycle}. Let one of the timers lead elsewhere.',
  },
  'return.no-step': {
    severity: 'error',
    zh: '环节“{step}”的退回到了“{target}”，那里没有人修改。请退回到一个环节；若要结束流程，请用不同意。',
    en: 'A return from step "{step}" leads to "{target}", where nobody can mend anything. Return to a step, or make the outcome a refusal.',
  },
  'return.not-before': {
    severity: 'error',
    zh: '环节“{step}”可退回到“{target}”，但流程到达本环节之前不可能经过它，因此永远选不到。请改为之前的环节。',
    en: 'Step "{step}" may return to "{target}", but no case has been there before it comes here, so it can never be chosen. Name an earlier step.',
  },
  'vote.never-passes': {
    severity: 'error',
    zh: '环节“{step}”的票签永远通不过：没有票数能超过全部。请改为 atLeast，或降低比例。',
    en: 'The vote of step "{step}" can never pass: no share is more than the whole. Use `atLeast`, or a smaller fraction.',
  },
  'vote.alone': {
    severity: 'warning',
    zh: '环节“{step}”是票签，却只有申请人一人。请改为或签。',
    en: 'Step "{step}" is a vote of the applicant alone. Make its policy `one`.',
  },
  'children.too-few': {
    severity: 'error',
    zh: '状态“{state}”要等 {needed} 个子流程通过，但最多只会发起 {most} 个。请降低数目。',
    en: 'State "{state}" waits for {needed} child cases to pass but never starts more than {most}. Ask for fewer.',
  },
  'nobody.same': {
    severity: 'error',
    zh: '环节“{step}”无人可办时改派的仍是原来的人，回避或空缺后依旧无人。请改派他人、上级，或 hold。',
    en: 'When nobody is found for step "{step}", it asks the same again, so a vacancy or a recusal leaves it empty. Name others, ask the superior, or hold.',
  },
  'nobody.applicant': {
    severity: 'error',
    zh: '环节“{step}”由申请人办理，但本流程可由系统发起，届时没有申请人。请加上其他办理人。',
    en: 'Step "{step}" asks the applicant alone, but the system may begin a case, which then has none. Name somebody else too.',
  },
  'transition.shadowed': {
    severity: 'error',
    zh: '这条转移永远轮不到：它前面的转移总会成立。请调整顺序，或给前面的转移加条件。',
    en: 'This transition is never taken: one of those before it always is. Change their order, or put a guard on those before it.',
  },
  'guard.never': {
    severity: 'error',
    zh: '这个条件永远不会成立。请改正条件，或删除这条转移。',
    en: 'This guard can never hold. Correct its condition, or remove the transition.',
  },
  'step.passed-over': {
    severity: 'error',
    zh: '环节“{step}”一进入就会离开，没有人来得及办理。请去掉不带条件的 always，或另设状态。',
    en: 'Step "{step}" is left as soon as it is entered, before anybody can act. Remove the `always` without a guard, or make it a state of its own.',
  },
  'outcome.no-way': {
    severity: 'warning',
    zh: '环节“{step}”的结果“{outcome}”各条去向都限定了情形，若都不符合，就不能这样办理。请加一条不限情形的去向，或确认情形已穷尽。',
    en: 'Every way of outcome "{outcome}" of step "{step}" is for some cases only; a case that fits none of them is refused. Add a way for all others, or make sure there are none.',
  },
  'outcome.refused': {
    severity: 'error',
    zh: '环节“{step}”的各个结果都有条件，而本环节又改不了所依据的内容：都不符合时流程无法继续。请加一个不带条件的结果（如退回），或允许在此修改。',
    en: 'Every outcome of step "{step}" has conditions, and nothing they depend on can change there: a case that keeps none of them is stuck. Add an outcome without any, such as a return, or let the step change it.',
  },
  'field.never-written': {
    severity: 'error',
    zh: '字段“{field}”必填，但到环节“{step}”为止谁也填不了它，本环节因此无法通过。请在此前或本环节允许填写，或取消必填。',
    en: 'Field "{field}" is required, but nobody can fill it in by the time of step "{step}", which therefore can never pass. Let it be written by then, or do not require it.',
  },
  'field.never-applies': {
    severity: 'error',
    zh: '字段“{field}”的显示条件永远不会成立，谁也看不到它。请改正条件，或删除字段。',
    en: 'The condition under which field "{field}" applies can never hold, so nobody ever sees it. Correct the condition, or remove the field.',
  },
  'field.condition-idle': {
    severity: 'warning',
    zh: '字段“{field}”的这个条件总是成立或总不成立，等于没有条件。请改正，或删去条件。',
    en: 'This condition of field "{field}" always comes to the same, as if there were none. Correct it, or remove it.',
  },
  'field.wanted-unwritten': {
    severity: 'error',
    zh: '字段“{field}”在条件成立时必填，但到环节“{step}”为止谁也填不了它，条件成立的事项在此无法通过。请在此前或本环节允许填写，或改正条件。',
    en: 'Field "{field}" is wanted where its condition holds, but nobody can fill it in by the time of step "{step}", where such a case can never pass. Let it be written by then, or correct the condition.',
  },
  'field.duplicate-choice': {
    severity: 'error',
    zh: '字段“{field}”有两个相同的选项“{choice}”。请删去一个。',
    en: 'Field "{field}" has the choice "{choice}" twice. Remove one.',
  },
  'field.duplicate-title': {
    severity: 'warning',
    zh: '字段“{field}”与“{other}”同名为“{title}”，填写时无法区分。请改名。',
    en: 'Fields "{field}" and "{other}" are both called "{title}", and cannot be told apart. Rename one.',
  },
  'step.duplicate-title': {
    severity: 'warning',
    zh: '环节“{step}”与“{other}”同名为“{title}”，待办中无法区分。请改名。',
    en: 'Steps "{step}" and "{other}" are both called "{title}", and cannot be told apart among tasks. Rename one.',
  },
  'outcome.duplicate-title': {
    severity: 'error',
    zh: '环节“{step}”的两个结果都叫“{title}”，办理时无法区分。请改名。',
    en: 'Two outcomes of step "{step}" are called "{title}", and cannot be told apart. Rename one.',
  },
  'assignee.duplicate': {
    severity: 'warning',
    zh: '环节“{step}”的办理人中“{post}”出现两次，权重会相加。请只留一次。',
    en: 'Step "{step}" names "{post}" twice; their weights would add up. Name it once.',
  },
  'signal.unused': {
    severity: 'warning',
    zh: '声明了信号“{name}”，但没有状态接收它。请删除，或写明由谁接收。',
    en: 'The signal "{name}" is declared, but no state listens to it. Remove it, or say where it is taken.',
  },
  'fact.unused': {
    severity: 'warning',
    zh: '声明了登记信息“{name}”，但没有表达式读取它。请删除。',
    en: 'The fact "{name}" is declared, but no expression reads it. Remove it.',
  },
  'delay.unused': {
    severity: 'warning',
    zh: '声明了延时“{name}”，但没有定时器使用它。请删除。',
    en: 'The delay "{name}" is declared, but no timer uses it. Remove it.',
  },
  'data.never-set': {
    severity: 'warning',
    zh: '声明了流程数据“{name}”，但没有动作写入它，它将一直为空。请写入，或删除。',
    en: 'The data "{name}" is declared, but no action sets it, so it would always be absent. Set it, or remove it.',
  },
  'delay.nothing': {
    severity: 'warning',
    zh: '定时器“{delay}”没有时长，会立即触发。请给出时长，或改用 always。',
    en: 'The timer "{delay}" takes no time and fires at once. Give it a length, or use `always`.',
  },
  'reminder.too-early': {
    severity: 'warning',
    zh: '这条提醒比环节“{step}”开始还早，届时会被立即发出。请缩短提前量，或延长办理期限。',
    en: 'This reminder comes before step "{step}" even begins, and would be sent at once. Make it later, or the due time longer.',
  },
  'duration.exceeded': {
    severity: 'error',
    zh: '最长办理时间超过规定：{from} 提交的事项最迟要到 {until} 才能办结（{path}）。请缩短期限，或放宽时限。',
    en: 'A case may take longer than is stated: submitted on {from}, it may be over as late as {until} ({path}). Shorten the due times, or allow more.',
  },
  'duration.unbounded': {
    severity: 'error',
    zh: '无法保证办结时限：状态“{state}”没有期限，或期限因事项而异。请为它写明 due 或定时转移。',
    en: 'Nobody can say how long a case takes: "{state}" has no due time, or one that differs from case to case. Give it a due time or a delay.',
  },
  'duration.rounds': {
    severity: 'error',
    zh: '无法保证办结时限：不经退回也能反复经过状态“{state}”。请去掉这个循环，或把它改为退回。',
    en: 'Nobody can say how long a case takes: it may pass through "{state}" again and again without a return. Break the ring, or make it a return.',
  },
  'withdraw.nobody': {
    severity: 'warning',
    zh: '本流程只由系统发起，没有申请人可以撤回。请删去 withdraw。',
    en: 'Only the system begins this process, so there is no applicant to withdraw. Remove `withdraw`.',
  },
  'withdraw.unheard': {
    severity: 'warning',
    zh: '写明了不得撤回的状态，但没有状态接收 withdraw，本来就不能撤回。请删去，或加上 withdraw。',
    en: 'States are named after which nothing can be withdrawn, but no state takes `withdraw` at all. Remove them, or add it.',
  },
} satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof findingTexts;
export const findingCodes = Object.keys(findingTexts) as FindingCode[];

import type { Text } from './definition/basics.ts';
import { type FindingCode, findingTexts } from './verify/finding-texts.ts';

const texts = {
  'document.invalid': {
    zh: '此处不符合流程定义的格式：{detail}。请对照 definition.schema.json 修改。',
    en: 'This does not fit the format of a definition: {detail}. Compare definition.schema.json.',
  },
  'document.too-large': {
    zh: '流程定义有 {size} 字节，超过上限 {limit}。请拆分流程或精简说明。',
    en: 'The definition has {size} bytes, more than the limit of {limit}. Split the process or shorten its texts.',
  },
  'document.too-deep': {
    zh: '流程定义嵌套超过 {limit} 层。请减少状态的层次。',
    en: 'The definition is nested deeper than {limit} levels. Use fewer levels of states.',
  },
  'document.too-many-states': {
    zh: '流程有 {count} 个状态，超过上限 {limit}。请拆分流程。',
    en: 'The process has {count} states, more than the limit of {limit}. Split the process.',
  },
  'state.id-taken': {
    zh: '状态标识“{id}”已被使用。请为每个状态取不同的 id。',
    en: 'The state id "{id}" is already taken. Give every state an id of its own.',
  },
  'state.initial-missing': {
    zh: '状态“{state}”有下级状态，但没有指定 initial。请指明从哪个下级状态开始。',
    en: 'State "{state}" has states inside it but no `initial`. Say which of them it begins with.',
  },
  'state.initial-unknown': {
    zh: '状态“{state}”的 initial“{initial}”不存在。请改为它的一个下级状态。',
    en: 'The initial state "{initial}" of "{state}" does not exist. Name one of its own states.',
  },
  'state.shape': {
    zh: '状态“{state}”的类型与内容不符：{detail}。',
    en: 'The type of state "{state}" does not fit what it holds: {detail}.',
  },
  'state.unreachable': {
    zh: '没有任何路径能到达状态“{state}”。请增加通往它的转移，或删除它。',
    en: 'No path leads to state "{state}". Add a transition to it, or remove it.',
  },
  'state.dead-end': {
    zh: '进入状态“{state}”后无法离开。请增加转移，或将其设为终态。',
    en: 'Nothing leads out of state "{state}". Add a transition, or make it final.',
  },
  'state.never-ends': {
    zh: '从状态“{state}”出发永远到不了流程的终态。请增加一条通往终态的路径。',
    en: 'From state "{state}" no final state of the process can be reached. Add a way to one.',
  },
  'transition.target-unknown': {
    zh: '转移的目标“{target}”不存在。请写同级状态名，或用“#{key}.状态路径”。',
    en: 'The target "{target}" does not exist. Name a sibling state, or write "#{key}.path.of.the.state".',
  },
  'transition.empty': {
    zh: '这条转移既无目标也无动作，事件会被无声吞掉。请补充目标或动作，或删除它。',
    en: 'This transition has neither target nor action, so its event would vanish silently. Add one, or remove it.',
  },
  'event.unknown': {
    zh: '“{event}”既不是此处任何环节的结果，也不是已声明的信号，也不是 withdraw。',
    en: '"{event}" is neither an outcome of a step here, nor a declared signal, nor `withdraw`.',
  },
  'signal.name-taken': {
    zh: '信号名“{signal}”与环节结果或 withdraw 重名。请改名。',
    en: 'The signal "{signal}" has the name of an outcome or of `withdraw`. Choose another.',
  },
  'step.not-atomic': {
    zh: '环节只能放在没有下级状态的普通状态上，“{state}”不是。',
    en: 'A step belongs on a plain state without states inside it; "{state}" is not one.',
  },
  'step.field-unknown': {
    zh: '表单没有字段“{field}”。请改正字段名。',
    en: 'The form has no field "{field}". Correct the name.',
  },
  'step.field-calculated': {
    zh: '字段“{field}”由公式计算，不能设为可填写。',
    en: 'Field "{field}" is calculated; nobody can write it.',
  },
  'data.field-unknown': {
    zh: '流程数据中没有声明“{field}”。请在 data 中声明，或改正名称。',
    en: 'The process declares no data "{field}". Declare it in `data`, or correct the name.',
  },
  'step.skip-unknown': {
    zh: '无人可办时跳过的结果“{outcome}”不是本环节的结果。',
    en: 'The outcome "{outcome}" to skip with is not one of this step.',
  },
  'outcome.duplicate': {
    zh: '结果“{outcome}”出现了两次。',
    en: 'The outcome "{outcome}" is listed twice.',
  },
  'outcome.without-pass': {
    zh: '本环节没有表示通过的结果。请至少给出一个 kind 为 pass 的结果。',
    en: 'No outcome of this step lets the case pass. Give it at least one whose kind is `pass`.',
  },
  'outcome.without-transition': {
    zh: '环节“{step}”的结果“{outcome}”没有对应的转移。请在 on 中写明去向。',
    en: 'The outcome "{outcome}" of step "{step}" has no transition. Say in `on` where it leads.',
  },
  'policy.fraction': {
    zh: '分数“{fraction}”大于 1。',
    en: 'The fraction "{fraction}" is greater than 1.',
  },
  'superior.unknown': {
    zh: '环节“{step}”要由“{post}”的上级办理，但岗位目录中没有写明它的上级。',
    en: 'Step "{step}" asks the superior of "{post}", but the post catalogue names none.',
  },
  'superior.of-nobody': {
    zh: '环节“{step}”要由上级办理，但办理人中没有岗位，无从找上级。',
    en: 'Step "{step}" asks a superior, but none of its assignees is a post that could have one.',
  },
  'same-person.applicant': {
    zh: '环节“{step}”既允许申请人自己审批，又要求改由上级审批，请只留一项。',
    en: 'Step "{step}" lets the applicant decide and also has the superior decide in their place. Keep one of the two.',
  },
  'same-person.approved': {
    zh: '环节“{step}”不能因本人已同意而自动通过：票签、会议、有必填字段、或通过的结果不止一个（或须说明理由）的环节须由本人办理。',
    en: 'Step "{step}" cannot be passed for those who have approved: it is a vote or a meeting, has required fields, or has not exactly one outcome that passes without a reason.',
  },
  'carry.not-possible': {
    zh: '环节“{step}”的结果不能结转：票签、会议和申请人自己的环节须重新办理。',
    en: 'What step "{step}" came to cannot be carried over: votes, meetings and the applicant’s own steps are done again.',
  },
  'return.outcome-missing': {
    zh: '环节声明了退回目标，但没有“return”这一结果。',
    en: 'The step names where it may return to but has no outcome `return`.',
  },
  'return.target-unknown': {
    zh: '退回目标“{target}”不是流程中的另一个环节。请写环节的完整路径。',
    en: 'The return target "{target}" is not another step of this process. Write the full path of a step.',
  },
  'return.target-not-step': {
    zh: '以 resume 方式退回时，目标“{target}”必须是环节，才能在重新提交后直接回到本环节。',
    en: 'To come straight back (`resume`), the target "{target}" of a return must itself be a step.',
  },
  'return.target-across': {
    zh: '“{target}”在并行的另一分支中。以 resume 方式跨分支退回时，请把它写进 return.to，而不是 on.return。',
    en: '"{target}" is in a sibling region. To return across regions with `resume`, name it in `return.to`, not in `on.return`.',
  },
  'delay.unknown': {
    zh: '延时“{delay}”既不是 ISO 8601 时长，也没有在 delays 中声明。没有时长的定时器会立即触发。',
    en: 'The delay "{delay}" is neither an ISO 8601 duration nor declared in `delays`. A timer without one fires at once.',
  },
  'delay.basis-unknown': {
    zh: '依据写在时限“{delay}”上，但 delays 中没有声明它。请声明这个时限，或删去这条依据。',
    en: 'Clauses are named for the delay "{delay}", which `delays` does not declare. Declare it, or remove the clauses.',
  },
  'step.due-missing': {
    zh: '环节“{step}”没有办理期限（due），提醒和升级无从计算。请先写明 due。',
    en: 'Step "{step}" has no due time, so its reminders and its ladder have nothing to count from. Give it `due`.',
  },
  'meeting.body-not-asked': {
    zh: '环节“{step}”由“{body}”的会议决定，但办理人中没有这个岗位（不能带 each）。',
    en: 'Meetings of "{body}" decide step "{step}", but that post is not among its assignees, or is with `each`.',
  },
  'meeting.outcomes': {
    zh: '由会议决定的环节“{step}”须为或签（one），并有 approve 和 reject 两种结果。',
    en: 'Step "{step}" is decided by meetings: its policy has to be `one`, and have the outcomes approve and reject.',
  },
  'meeting.number-field': {
    zh: '字段“{field}”不能填写会议届次：它须是本环节可填写、不带显示条件的文本字段。',
    en: 'Field "{field}" cannot take the number of a meeting: it has to be a text that this step may write, whatever the case is like.',
  },
  'reminder.repetition': {
    zh: '重复提醒须同时写明间隔 every（大于零）和次数 times。',
    en: 'A reminder that repeats needs both an interval `every` that is longer than nothing and a number `times`.',
  },
  'rung.order': {
    zh: '升级的各级须按时间先后排列，这一级早于前一级。',
    en: 'The rungs of a ladder come one after another; this one comes before the one above it.',
  },
  'rung.add-in-sequence': {
    zh: '依次办理的环节不能加人，只能改派（assign）。',
    en: 'Nobody can be added to a step whose assignees are asked one after another; hand it over with `assign`.',
  },
  'rung.outcome-unknown': {
    zh: '系统自动办理的结果“{outcome}”不是本环节可用的结果（不能是退回）。',
    en: 'The system cannot pass this step with "{outcome}": it is not one of its outcomes, or it is a return.',
  },
  'rung.basis-missing': {
    zh: '系统自动以“{outcome}”办理，须在 basis 中写明允许这样做的条款。',
    en: 'For the system to pass a step with "{outcome}", `basis` must name the clause that allows it.',
  },
  'errand.not-alone': {
    zh: '“{state}”须是没有下级状态的普通状态，且 step、children、call 三者只能有一个。',
    en: '"{state}" has to be a plain state without states inside it, and can have only one of step, children and call.',
  },
  'errand.without-transition': {
    zh: '状态“{state}”没有写明“{event}”时去向何处，流程会停在这里。请在 on 中写明。',
    en: 'State "{state}" does not say where `{event}` leads, so the case would stay there for good. Say so in its `on`.',
  },
  'errand.no-way-out': {
    zh: '“{event}”只来一次：每条转移都须有目标，且至少一条不带条件。',
    en: '`{event}` comes once: each of its transitions needs a target, and one of them has to be without a guard.',
  },
  'errand.output-taken': {
    zh: '子流程结果中的“{name}”由系统填写，请为 output 换一个名称。',
    en: 'Every result of a child has a "{name}" already. Choose another name for the output.',
  },
  'cycle.immediate': {
    zh: '状态“{state}”可以不经任何人或定时器又回到自身：{cycle}。请在环中加入环节或定时器。',
    en: 'State "{state}" can come back to itself without a person or a timer: {cycle}. Put a step or a timer in between.',
  },
  'expression.syntax': {
    zh: '表达式无法解析：{detail}。',
    en: 'The expression cannot be read: {detail}.',
  },
  'expression.type': {
    zh: '表达式类型有误：{detail}。',
    en: 'The expression does not type-check: {detail}.',
  },
  'expression.result': {
    zh: '表达式的结果是 {actual}，此处需要 {expected}。',
    en: 'The expression yields {actual}; {expected} is needed here.',
  },
  'expression.forbidden': {
    zh: '表达式中不允许：{detail}。',
    en: 'Not allowed in an expression: {detail}.',
  },
  'expression.optional-field': {
    zh: '“{field}”不是必填字段，可能没有值。请写 has({field}) && …，或 {safe}。',
    en: '"{field}" is not required and may be absent. Write has({field}) && …, or {safe}.',
  },
  'fact.source-unknown': {
    zh: '没有名为“{source}”的登记库。可用的有：{known}。',
    en: 'There is no register "{source}". Known are: {known}.',
  },
  'fact.parameter': {
    zh: '登记库“{source}”的参数不符：需要 {expected}，给出 {actual}。',
    en: 'The register "{source}" is asked with {expected}; given were {actual}.',
  },
  'form.pattern': {
    zh: '正则表达式“{pattern}”不是 RE2 语法（不支持前瞻、后顾与反向引用）。',
    en: 'The pattern "{pattern}" is not RE2 syntax (no look-around, no back-references).',
  },
  'form.required-unknown': {
    zh: 'required 中的“{field}”不是表单字段。',
    en: '"{field}" in `required` is not a field of the form.',
  },
  'form.calculation': {
    zh: '计算字段“{field}”的公式引用了另一个计算字段“{other}”。请直接用原始字段计算。',
    en: 'The calculated field "{field}" reads another calculated field "{other}". Calculate from the entered fields.',
  },
  'form.condition-self': {
    zh: '字段“{field}”的条件读取了它自己。请改用其他字段判断。',
    en: 'The condition of field "{field}" reads the field itself. Let it depend on others.',
  },
  'form.condition-circle': {
    zh: '这些字段互相决定对方是否适用：{circle}。请去掉其中一个条件。',
    en: 'These fields make each other apply in a circle: {circle}. Remove one of the conditions.',
  },
  'form.condition-calculated': {
    zh: '字段“{field}”由公式计算，没有人填写，谈不上必填。请删去必填条件。',
    en: 'Field "{field}" is calculated: nobody fills it in, so it cannot be wanted. Remove the condition.',
  },
  'form.condition-required': {
    zh: '字段“{field}”已在 required 中，一律必填，必填条件不起作用。请只留一项。',
    en: 'Field "{field}" is in `required`, so it is always wanted and the condition says nothing. Keep one of the two.',
  },
  'withdraw.state-unknown': {
    zh: 'withdraw.until 中的“{state}”不是流程的状态。请写完整路径。',
    en: '"{state}" in `withdraw.until` is not a state of the process. Write its full path.',
  },
  'unique.state-unknown': {
    zh: 'releasedBy 中的“{state}”不是流程的终态。',
    en: '"{state}" in `releasedBy` is not a final state of the process.',
  },
  'example.refused': {
    zh: '样例“{title}”的第 {move} 步走不通：{reason}',
    en: 'Move {move} of the example "{title}" is not taken: {reason}',
  },
  'example.ends-elsewhere': {
    zh: '样例“{title}”应停在 {expected}，现在停在 {actual}。请改正流程，或重录样例。',
    en: 'The example "{title}" should end in {expected} and ends in {actual}. Mend the process, or record the example again.',
  },
  'example.goes-elsewhere': {
    zh: '样例“{title}”应经过 {expected}，现在经过 {actual}。请改正流程，或重录样例。',
    en: 'The example "{title}" should go {expected} and goes {actual}. Mend the process, or record the example again.',
  },
} satisfies Record<string, Required<Text>>;

/** What the compiler finds. */
export const problemCodes = Object.keys(texts) as (keyof typeof texts)[];
export type ProblemCode = keyof typeof texts | FindingCode;
const all: Readonly<Record<ProblemCode, Required<Text>>> = { ...texts, ...findingTexts };

/** Something that keeps a definition from being published. */
export interface Problem {
  readonly code: ProblemCode;
  /** JSON Pointer (RFC 6901) into the document. */
  readonly pointer: string;
  readonly message: Required<Text>;
}

/** What is put into a sentence; a text in the language of the sentence. */
export type Parameters = Readonly<Record<string, string | number | Text>>;

export function problem(code: ProblemCode, pointer: string, parameters: Parameters = {}): Problem {
  const fill = (language: 'zh' | 'en') =>
    all[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      return String((typeof value === 'object' ? (value[language] ?? value.zh) : value) ?? whole);
    });
  return { code, pointer, message: { zh: fill('zh'), en: fill('en') } };
}

/** Joins keys to a JSON Pointer, escaped as RFC 6901 says. */
export const pointerTo = (...keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Where a field of the form is declared, or a part of what is said of it. */
export const fieldPointer = (field: string, ...keys: readonly (string | number)[]): string =>
  pointerTo('form', 'schema', 'properties', field, ...keys);

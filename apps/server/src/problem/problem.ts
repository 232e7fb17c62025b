import type { DifferenceView, HinderingItem, OutdatedClosing, OutdatedHandover } from '#case';
import { type BrokenRule, type FieldProblem, fieldTexts, type Refused, type Text } from '#engine';
import { type Refusal, RefusedError } from '#platform';
import type { Language } from './language.ts';
import { statuses } from './statuses.ts';
import { isProblemCode, type ProblemCode, texts } from './texts.ts';
import { verbWord } from './verb-words.ts';

/** What a refusal may bring along for the person who reads it. */
export interface Particulars {
  readonly rules?: readonly BrokenRule[] | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  /** Of a definition: what is wrong with it, and where. */
  readonly problems?: readonly { readonly code: string; readonly pointer: string; readonly message: Required<Text> }[];
  /** Of a meeting: the items that keep it from being closed. */
  readonly items?: readonly HinderingItem[];
  /** Of a list of what is to be mended: the items that nothing was said to. */
  readonly deficiencies?: Refused['deficiencies'];
  /** The case as it is now, where the request was made on an older view of it. */
  readonly current?: unknown;
  /** What has become different since the sender was shown what the command would do. */
  readonly difference?: Changed;
}

type Changed = DifferenceView | OutdatedHandover['difference'] | OutdatedClosing['difference'];

/** A problem document (RFC 9457). Its sentences are in the caller's language; `code` is for programs. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly rules?: readonly { readonly rule: string; readonly message: string }[];
  readonly fields?: readonly { readonly path: string; readonly code: string; readonly message: string }[];
  readonly problems?: readonly { readonly code: string; readonly pointer: string; readonly message: string }[];
  readonly items?: readonly {
    readonly task: string;
    readonly paragraph: number;
    readonly title: string;
    readonly code: string;
    readonly detail: string;
  }[];
  readonly deficiencies?: Refused['deficiencies'];
  readonly current?: unknown;
  readonly difference?: Changed;
}

/** A refusal on its way to the caller, with the fresh view of the case where there is one. */
export class CurrentRefusedError extends RefusedError {
  constructor(
    refusal: Refusal,
    readonly current: unknown,
  ) {
    super(refusal);
  }
}

const titles: Readonly<Record<number, Required<Text>>> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '需要登录', en: 'Not signed in' },
  403: { zh: '没有权限', en: 'Not permitted' },
  404: { zh: '找不到', en: 'Not found' },
  409: { zh: '情况已变化', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不支持', en: 'Unsupported type' },
  422: { zh: '无法执行', en: 'Cannot be done' },
  428: { zh: '需要二次确认', en: 'Confirmation required' },
  429: { zh: '请稍后再试', en: 'Too many attempts' },
  500: { zh: '系统错误', en: 'Internal error' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
};

export function problemOf(refusal: Refusal & Particulars, language: Language): Problem {
  const code = isProblemCode(refusal.code) ? refusal.code : 'request.refused';
  const status = statuses[code];
  const particulars = particularsOf(refusal, language);
  const { rules = [], fields, problems } = particulars;
  const params = {
    count: (fields ?? problems ?? []).length,
    rules: rules.map(({ rule, message }) => `${message} (${rule})`).join(language === 'zh' ? '；' : '; '),
    ...refusal.params,
    ...(refusal.params?.['outcome'] !== undefined && { outcome: verbWord(refusal.params['outcome'], language) }),
  };
  return {
    type: `urn:shenpi:problem:${code}`,
    title: titleOf(status, language),
    status,
    detail: fill(texts[code][language], params),
    code,
    ...particulars,
  };
}

function particularsOf({ rules, fields, problems, items, deficiencies, current, difference }: Particulars, language: Language) {
  return {
    ...(rules && { rules: rules.map(({ rule, message }) => ({ rule, message: inLanguage(message, language) })) }),
    ...(fields && {
      fields: fields.map(({ path, code, expected = '' }) => ({ path, code, message: fill(fieldTexts[code][language], { expected }) })),
    }),
    ...(problems && { problems: problems.map(({ code, pointer, message }) => ({ code, pointer, message: message[language] })) }),
    ...(items && { items: items.map((item) => itemOf(item, language)) }),
    ...(deficiencies && { deficiencies }),
    ...(current !== undefined && { current }),
    ...(difference !== undefined && { difference }),
  };
}

function itemOf({ task, paragraph, title, refusal }: HinderingItem, language: Language) {
  const { code, detail } = problemOf(refusal, language);
  return { task, paragraph, title, code, detail };
}

const titleOf = (status: number, language: Language): string => titles[status]?.[language] ?? '';

const inLanguage = (text: Text, language: Language): string => text[language] ?? text.zh;

const fill = (sentence: string, params: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

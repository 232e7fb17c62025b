import type { Text } from '../definition/basics.ts';

/** A function as it is offered to whoever writes an expression. */
export interface OfferedFunction {
  readonly name: string;
  /** The type whose values have it; without it, it stands by itself. */
  readonly of?: 'string' | 'list' | 'timestamp' | 'duration' | 'optional';
  /** Its parameters as people read them. */
  readonly parameters: readonly string[];
  readonly yields: string;
  readonly title: Required<Text>;
}

const said = (zh: string, en: string): Required<Text> => ({ zh, en });

/** What expressions may call, of CEL and of ours; what the engine refuses is not among it. */
export const offeredFunctions: readonly OfferedFunction[] = [
  { name: 'has', parameters: ['field'], yields: 'bool', title: said('字段是否有值', 'Whether a field has a value') },
  {
    name: 'size',
    parameters: ['list'],
    yields: 'number',
    title: said('列表的项数，或文本的字数', 'How many items, or how long a text is'),
  },
  { name: 'sum', parameters: ['numbers'], yields: 'number', title: said('列表中数字之和', 'The sum of a list of numbers') },
  {
    name: 'timestamp',
    parameters: ['text'],
    yields: 'timestamp',
    title: said('由 ISO 8601 文本得到时间', 'The instant that an ISO 8601 text names'),
  },
  { name: 'duration', parameters: ['text'], yields: 'duration', title: said('时长，如 "36h"', 'A length of time such as "36h"') },
  { name: 'string', parameters: ['value'], yields: 'string', title: said('写成文本', 'The value as a text') },
  { name: 'double', parameters: ['text'], yields: 'number', title: said('把文本读作数字', 'The number that a text says') },
  {
    name: 'all',
    of: 'list',
    parameters: ['x', 'condition'],
    yields: 'bool',
    title: said('每一项都符合条件', 'Whether every item keeps a condition'),
  },
  {
    name: 'exists',
    of: 'list',
    parameters: ['x', 'condition'],
    yields: 'bool',
    title: said('至少一项符合条件', 'Whether some item keeps a condition'),
  },
  {
    name: 'exists_one',
    of: 'list',
    parameters: ['x', 'condition'],
    yields: 'bool',
    title: said('恰有一项符合条件', 'Whether exactly one item keeps a condition'),
  },
  {
    name: 'filter',
    of: 'list',
    parameters: ['x', 'condition'],
    yields: 'list',
    title: said('只留符合条件的项', 'The items that keep a condition'),
  },
  { name: 'map', of: 'list', parameters: ['x', 'value'], yields: 'list', title: said('由每一项得到一个值', 'A value of each item') },
  { name: 'size', of: 'list', parameters: [], yields: 'number', title: said('列表的项数', 'How many items there are') },
  { name: 'join', of: 'list', parameters: ['separator'], yields: 'string', title: said('把文本连成一段', 'The texts joined to one') },
  { name: 'size', of: 'string', parameters: [], yields: 'number', title: said('文本的字数', 'How long the text is') },
  {
    name: 'like',
    of: 'string',
    parameters: ['pattern'],
    yields: 'bool',
    title: said('是否符合正则表达式（RE2）', 'Whether a pattern (RE2) is found in it'),
  },
  { name: 'startsWith', of: 'string', parameters: ['text'], yields: 'bool', title: said('是否以此开头', 'Whether it begins with a text') },
  { name: 'endsWith', of: 'string', parameters: ['text'], yields: 'bool', title: said('是否以此结尾', 'Whether it ends with a text') },
  { name: 'contains', of: 'string', parameters: ['text'], yields: 'bool', title: said('是否含有', 'Whether it contains a text') },
  {
    name: 'indexOf',
    of: 'string',
    parameters: ['text'],
    yields: 'number',
    title: said('从 0 数起的位置，没有则为 -1', 'Where a text is in it, counted from 0; -1 where it is not'),
  },
  {
    name: 'substring',
    of: 'string',
    parameters: ['from', 'to'],
    yields: 'string',
    title: said('其中一段，从 0 数起', 'A part of it, counted from 0'),
  },
  { name: 'split', of: 'string', parameters: ['separator'], yields: 'list', title: said('按分隔符拆开', 'Its parts between separators') },
  { name: 'trim', of: 'string', parameters: [], yields: 'string', title: said('去掉两端空白', 'Without blanks at its ends') },
  { name: 'lowerAscii', of: 'string', parameters: [], yields: 'string', title: said('转为小写', 'In small letters') },
  { name: 'upperAscii', of: 'string', parameters: [], yields: 'string', title: said('转为大写', 'In capital letters') },
  { name: 'getFullYear', of: 'timestamp', parameters: ['zone'], yields: 'number', title: said('年份', 'Its year') },
  {
    name: 'getMonth',
    of: 'timestamp',
    parameters: ['zone'],
    yields: 'number',
    title: said('月份，从 0 数起', 'Its month, counted from 0'),
  },
  { name: 'getDate', of: 'timestamp', parameters: ['zone'], yields: 'number', title: said('几号', 'Its day of the month') },
  {
    name: 'getDayOfWeek',
    of: 'timestamp',
    parameters: ['zone'],
    yields: 'number',
    title: said('星期几，星期日为 0', 'Its day of the week; Sunday is 0'),
  },
  { name: 'getHours', of: 'timestamp', parameters: ['zone'], yields: 'number', title: said('几点', 'Its hour') },
  { name: 'getMinutes', of: 'timestamp', parameters: ['zone'], yields: 'number', title: said('几分', 'Its minute') },
  { name: 'getHours', of: 'duration', parameters: [], yields: 'number', title: said('时长的小时数', 'How many hours it is') },
  { name: 'getMinutes', of: 'duration', parameters: [], yields: 'number', title: said('时长的分钟数', 'How many minutes it is') },
  { name: 'orValue', of: 'optional', parameters: ['otherwise'], yields: 'any', title: said('没有值时用这个', 'This where there is none') },
  { name: 'hasValue', of: 'optional', parameters: [], yields: 'bool', title: said('是否有值', 'Whether there is one') },
];

/** The functions that values of a type have, by the type's name in CEL; undefined for those that stand by themselves. */
export function functionsOf(type: string | undefined): readonly OfferedFunction[] {
  const kind =
    type === undefined
      ? undefined
      : type.startsWith('list<')
        ? 'list'
        : type.startsWith('optional<')
          ? 'optional'
          : (kinds[type] ?? 'none');
  return offeredFunctions.filter(({ of }) => of === kind);
}

const kinds: Readonly<Record<string, string>> = {
  string: 'string',
  'google.protobuf.Timestamp': 'timestamp',
  'google.protobuf.Duration': 'duration',
};

/** How a function is written with its parameters: `filter(x, condition)`. */
export const signatureOf = ({ name, parameters }: OfferedFunction): string => `${name}(${parameters.join(', ')})`;

import type { Text } from '../definition/basics.ts';
import { typeWords } from './words.ts';

type Said = Required<Text>;

const tokenNames: Readonly<Record<string, string>> = {
  RPAREN: ')',
  LPAREN: '(',
  RBRACKET: ']',
  LBRACKET: '[',
  RBRACE: '}',
  LBRACE: '{',
  COLON: ':',
  COMMA: ',',
  DOT: '.',
  QUESTION: '?',
  EQ: '==',
  NE: '!=',
  AND: '&&',
  OR: '||',
  PLUS: '+',
  MINUS: '-',
  MULTIPLY: '*',
  DIVIDE: '/',
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
  NOT: '!',
  IN: 'in',
};
const tokenText = (name: string): Said => {
  if (name === 'EOF') return { zh: '结尾', en: 'the end' };
  if (name === 'IDENTIFIER') return { zh: '名称', en: 'a name' };
  const written = tokenNames[name] ?? name.toLowerCase();
  return { zh: `“${written}”`, en: `"${written}"` };
};
const typesOf = (list: string): { readonly zh: string; readonly en: string } => {
  const types = list === '' ? [] : list.split(/, (?![^<]*>)/).map(typeWords);
  return { zh: types.map(({ zh }) => zh).join('、'), en: types.map(({ en }) => en).join(', ') };
};

/** What the parser, the type checker and the evaluator say in English, by how it is said, in words for whoever writes rules. */
const sayings: readonly (readonly [pattern: RegExp, say: (...parts: readonly string[]) => Said])[] = [
  [/^Unexpected token: EOF$/, () => ({ zh: '还没有写完', en: 'it is not complete' })],
  [
    /^Unexpected token: (\w+)$/,
    (token = '') => ({ zh: `此处不应有${tokenText(token).zh}`, en: `${tokenText(token).en} cannot stand here` }),
  ],
  [
    /^Expected (\w+), got (\w+)$/,
    (wanted = '', got = '') => ({
      zh: `此处应为${tokenText(wanted).zh}，却是${tokenText(got).zh}`,
      en: `${tokenText(wanted).en} is wanted here, not ${tokenText(got).en}`,
    }),
  ],
  [/^Unexpected character: '?(.)'?$/, (found = '') => ({ zh: `此处不应有“${found}”`, en: `"${found}" cannot stand here` })],
  [/^Unterminated /, () => ({ zh: '文本缺少结尾的引号', en: 'a text lacks its closing quote' })],
  [/^Newlines not allowed/, () => ({ zh: '文本中不能换行', en: 'a text cannot go over a line' })],
  [/^Reserved identifier: (.+)$/, (name = '') => ({ zh: `“${name}”是保留的名称`, en: `"${name}" is reserved` })],
  [/^Exceeded (\w+)/, () => ({ zh: '表达式过长或过深', en: 'it is too long or too deep' })],
  [/^No such key: index out of bounds.*?(?:index (-?\d+))?/, () => ({ zh: '列表中没有这一项', en: 'the list has no such item' })],
  [/^No such key: (.+)$/, (key = '') => ({ zh: `没有“${key}”`, en: `there is no "${key}"` })],
  [/^Unknown variable: (.+)$/, (name = '') => ({ zh: `没有“${name}”这个名称`, en: `there is no name "${name}"` })],
  [
    /^no such overload: (.+) (==|!=|<=|>=|<|>|\+|-|\*|\/|%|in) (.+)$/,
    (left = '', operator = '', right = '') => ({
      zh: `${typeWords(left).zh}与${typeWords(right).zh}之间不能用“${operator}”`,
      en: `"${operator}" does not go between ${typeWords(left).en} and ${typeWords(right).en}`,
    }),
  ],
  [
    /^no such overload: ([!-])(.+)$/,
    (operator = '', type = '') => ({
      zh: `${typeWords(type).zh}前不能用“${operator}”`,
      en: `"${operator}" does not go before ${typeWords(type).en}`,
    }),
  ],
  [
    /^found no matching overload for '(?:(.+)\.)?(\w+)\((.*)\)'$/,
    (receiver = '', name = '', given = '') => {
      const of = receiver === '' ? undefined : typeWords(receiver);
      const { zh, en } = typesOf(given);
      return {
        zh: `${of?.zh ?? ''}没有函数 ${name}(${zh})`,
        en: `${of === undefined ? 'there is no function' : `${of.en} has no function`} ${name}(${en})`,
      };
    },
  ],
  [
    /^Ternary condition must be bool, got '(.+)'$/,
    (type = '') => ({ zh: `“?”前应为条件，却是${typeWords(type).zh}`, en: `a condition is wanted before "?", not ${typeWords(type).en}` }),
  ],
  [
    /^Logical operator requires bool operands, got '(.+)'$/,
    (type = '') => ({
      zh: `“&&”和“||”两边应为条件，却有${typeWords(type).zh}`,
      en: `conditions are wanted beside "&&" and "||", not ${typeWords(type).en}`,
    }),
  ],
  [
    /^Ternary branches must have the same type, got '(.+)' and '(.+)'$/,
    (one = '', other = '') => ({
      zh: `“:”两边应为同一类型，却是${typeWords(one).zh}和${typeWords(other).zh}`,
      en: `both sides of ":" must be of one type, not ${typeWords(one).en} and ${typeWords(other).en}`,
    }),
  ],
  [/^has\(\) invalid argument/, () => ({ zh: 'has() 中应为一个字段', en: 'has() takes one field' })],
  [/cannot be range of a comprehension/, () => ({ zh: '此处应为列表', en: 'a list is wanted here' })],
  [/^List index must be int/, () => ({ zh: '列表的序号应为整数', en: 'a list is counted by whole numbers' })],
  [/^Cannot index type '(.+)'$/, (type = '') => ({ zh: `${typeWords(type).zh}没有成员`, en: `${typeWords(type).en} has no members` })],
  [/ISO 8601/, () => ({ zh: '时间应按 ISO 8601 书写', en: 'an instant is written as ISO 8601 says' })],
];

/** What is wrong, in both languages; where we have no words for it, in the checker's own. */
export function inWords(summary: string): Said {
  for (const [pattern, say] of sayings) {
    const found = pattern.exec(summary);
    if (found !== null) return say(...found.slice(1).map((part: string | undefined) => part ?? ''));
  }
  return { zh: summary, en: summary };
}

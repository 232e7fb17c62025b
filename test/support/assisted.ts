import { type Definition, expressionAt, field, formOf, offersAt, rule, rules } from '#engine';
import { draft, final, processOf } from './definitions.ts';

const form = formOf(
  {
    amount: field.whole(['数量', 'Amount']),
    level: field.choice(['等级', 'Level'], { low: ['初级', 'Low'], high: ['高级', 'High'] }),
    note: field.text(['备注', 'Note']),
    day: field.date(['日期', 'Day']),
    tags: field.list(['标签', 'Tags'], field.text(['标签', 'Tag'])),
    lines: field.table(
      ['明细', 'Lines'],
      { grade: field.text(['级别', 'Grade']), students: field.whole(['人数', 'Students']) },
      { required: ['students'] },
    ),
  },
  ['amount', 'level', 'day', 'tags', 'lines'],
);

export const catalogue = {
  certificate: { parameters: { id: 'string' }, fields: { minimum: 'double', closes: 'timestamp', majors: 'list<string>' } },
} as const;

export const guardAt = '/machine/states/draft/on/submit/guard/params/all/0/when';

export const document = (when: string): Definition =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: {
          ...draft('end'),
          on: { submit: { target: 'end', guard: rules(rule('R-1-1', when, { zh: '人数 {form.amount} 不符' })) }, told: 'end' },
        },
        waiting: {
          meta: {
            children: {
              definition: 'other',
              each: 'form.lines',
              form: { grade: 'item.grade' },
              wait: 'all',
              output: { fee: { type: 'number', title: '费用' } },
            },
          },
          on: { childrenDone: { target: 'end', guard: rules(rule('R-1-2', 'children.passed > 1', { zh: '不够' })) } },
        },
        end: final,
      },
    },
    {
      form,
      facts: { certificate: { source: 'certificate', with: { id: 'form.level' } } },
      signals: {
        told: {
          title: { zh: '告知' },
          payload: { type: 'object', properties: { fee: { type: 'number', title: '费用' } }, additionalProperties: false },
        },
      },
    },
  );

export const at = (pointer: string, definition = document('true')) => {
  const placed = expressionAt(definition, pointer, catalogue);
  if (placed === undefined) throw new Error(`nothing belongs at ${pointer}`);
  return placed;
};

/** What is offered where `|` stands. */
export const offered = (typed: string, pointer = guardAt) => {
  const position = typed.indexOf('|');
  return offersAt(typed.replace('|', ''), position, at(pointer))?.offers ?? [];
};

export const written = (typed: string, pointer = guardAt) => offered(typed, pointer).map((offer) => offer.written);

import { expect } from '@jest/globals';
import { type Definition, field, formOf } from '#engine';
import { cast, draft, final, one, post, processOf, step } from './definitions.ts';
import { begin, type Play } from './play.ts';

export type Children = NonNullable<NonNullable<Definition['machine']['meta']>['children']>;

const form = formOf(
  {
    amount: field.whole(['数量', 'Amount']),
    lines: field.table(
      ['申报明细', 'Lines'],
      { certificate: field.text(['证书', 'Certificate']), students: field.whole(['人数', 'Students']), note: field.text(['备注', 'Note']) },
      { maxItems: 300, required: ['certificate', 'students'] },
    ),
  },
  ['lines'],
);

export const perLine: Children = {
  definition: 'line-case',
  each: 'form.lines',
  form: { certificate: 'item.certificate', students: 'item.students * 2', note: 'item.?note.orValue("无")' },
  passes: ['approved'],
  wait: 'all',
  output: { hours: { type: 'number', title: '学时' } },
};

/** A school hands in a batch, each line is a case of its own, and the office reads what came of them. */
export const batch = (children: Partial<Children> = {}): Definition =>
  processOf(
    {
      initial: 'draft',
      on: { withdraw: '.withdrawn' },
      states: {
        draft: draft('lines'),
        lines: {
          meta: { children: { ...perLine, ...children } },
          on: {
            childrenDone: {
              target: 'office',
              actions: {
                type: 'set',
                params: { hours: 'sum(children.results.map(r, has(r.hours) ? r.hours : 0))', passed: 'children.passed' },
              },
            },
            childrenFailed: { target: 'failed', actions: { type: 'set', params: { passed: 'children.passed' } } },
          },
        },
        office: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'done', reject: 'draft' } },
        done: final,
        failed: final,
        withdrawn: final,
      },
    },
    {
      form,
      data: {
        type: 'object',
        properties: { hours: { type: 'number', title: '学时' }, passed: { type: 'number', title: '通过' } },
        additionalProperties: false,
      },
    },
  );

export const three = [
  { certificate: 'WPS办公应用', students: 30 },
  { certificate: 'Web前端开发', students: 20, note: '第二批' },
  { certificate: '传感网应用开发', students: 10 },
];

export function submitted(children: Partial<Children> = {}, lines: readonly object[] = three): Play {
  const play = begin(batch(children), { cast }).start('clerk', { lines: lines as never });
  expect(play.decide('clerk', 'submit').kind).toBe('advanced');
  return play;
}

export const kinds = (play: Play) => (play.last.kind === 'advanced' ? play.last.effects.map(({ kind }) => kind) : []);

export const entry = (play: Play) => (play.last.kind === 'advanced' ? play.last.entries.at(-1) : undefined);

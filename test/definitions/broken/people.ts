import { type AssigneeRule, field, formOf, type Policy } from '#engine';
import { applicant, one, post, step } from '../../support/definitions.ts';
import { type Broken, ending, process, type State } from '../sample.ts';

const vote = (pass: Extract<Policy, { by: 'vote' }>['pass'], of: 'eligible' | 'cast' = 'eligible'): Policy => ({
  by: 'vote',
  count: 'head',
  of,
  pass,
});

const voted = (assignees: AssigneeRule[], policy: Policy): State => ({
  meta: step(assignees, policy),
  on: { approve: 'end', reject: 'end' },
});

const nobody = (assignees: AssigneeRule[], others: AssigneeRule[]): State => ({
  meta: step(assignees, one('approve'), { whenNobody: { assign: others } }),
  on: { approve: 'end' },
});

const each = (name: string): AssigneeRule => ({ post: name, at: 'school', each: true });

const children = (wait: { atLeast: number }, list?: string): State => ({
  meta: { children: { definition: 'line-case', form: {}, passes: ['approved'], wait, ...(list !== undefined && { each: list }) } },
  on: { childrenDone: 'end', childrenFailed: 'end' },
});

const table = formOf({ lines: field.table(['明细', 'Lines'], { name: field.text(['名称', 'Name']) }, { maxItems: 3 }) }, ['lines']);

/** Steps that cannot come to what they should with the people they ask. */
export const people: readonly Broken[] = [
  [
    'a vote for which more than all have to be',
    process(voted([each('dean')], vote({ moreThan: '1/1' }))),
    'vote.never-passes',
    '/machine/states/second/meta/step/decide/pass',
  ],
  [
    'a vote for which more than all that were cast have to be',
    process(voted([post('dean')], vote({ moreThan: '3/3' }, 'cast'))),
    'vote.never-passes',
    '/machine/states/second/meta/step/decide/pass',
  ],
  [
    'a vote of the applicant',
    process(voted([applicant], vote({ atLeast: '1/2' }))),
    'vote.alone',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a vote of the applicant, twice',
    process(voted([applicant], vote({ moreThan: '1/2' }, 'cast'))),
    'vote.alone',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a stand-in who is the same post',
    process(nobody([post('head')], [post('head')])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'stand-ins who are all asked already',
    process(nobody([post('head'), each('dean')], [post('dean')])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'an applicant who stands in for themselves',
    process(nobody([applicant], [applicant])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'a draft by the applicant of a case that the system begins',
    process(ending, {}, { start: { posts: [], bySystem: true } }),
    'nobody.applicant',
    '/machine/states/draft/meta/step/assignees',
  ],
  [
    'a draft by the applicant of a case that the system may begin',
    process(ending, {}, { start: { posts: ['clerk'], bySystem: true } }),
    'nobody.applicant',
    '/machine/states/draft/meta/step/assignees',
  ],
  ['three children of one', process(children({ atLeast: 3 })), 'children.too-few', '/machine/states/second/meta/children/wait'],
  [
    'four children of three lines at most',
    process(children({ atLeast: 4 }, 'form.lines'), {}, { form: table }),
    'children.too-few',
    '/machine/states/second/meta/children/wait',
  ],
  [
    'a post that is asked twice',
    process({ meta: step([post('head'), post('head')], one('approve')), on: { approve: 'end' } }),
    'assignee.duplicate',
    '/machine/states/second/meta/step/assignees/1',
  ],
  [
    'a post that is asked as one and each',
    process({ meta: step([post('dean'), each('dean')], one('approve')), on: { approve: 'end' } }),
    'assignee.duplicate',
    '/machine/states/second/meta/step/assignees/1',
  ],
  [
    'two outcomes of one title',
    process({
      meta: step(post('head'), one('approve', { name: 'agree', title: { zh: '同意' }, kind: 'pass' })),
      on: { approve: 'end', agree: 'draft' },
    }),
    'outcome.duplicate-title',
    '/machine/states/second/meta/step/decide/outcomes/1',
  ],
  [
    'two declared outcomes of one title',
    process({
      meta: step(
        post('head'),
        one({ name: 'keep', title: { zh: '办理' }, kind: 'pass' }, { name: 'stop', title: { zh: '办理' }, kind: 'refuse' }),
      ),
      on: { keep: 'end', stop: 'draft' },
    }),
    'outcome.duplicate-title',
    '/machine/states/second/meta/step/decide/outcomes/1',
  ],
];

import { one, post, step } from '../../support/definitions.ts';
import { type Broken, calculated, decided, decidedCompound, ending, process } from '../sample.ts';

export const steps: readonly Broken[] = [
  ['a step on a compound state', process({ ...decidedCompound(), onDone: 'end' }), 'step.not-atomic', '/machine/states/second/meta/step'],
  [
    'an unknown field',
    process({ ...ending, meta: step(post('head'), one('approve'), { fields: { colour: 'write' } }) }),
    'step.field-unknown',
    '/machine/states/second/meta/step/fields/colour',
  ],
  [
    'a calculated field to write',
    process(
      { ...ending, meta: step(post('head'), one('approve'), { fields: { twice: 'write' } }) },
      {},
      { form: calculated('form.amount * 2') },
    ),
    'step.field-calculated',
    '/machine/states/second/meta/step/fields/twice',
  ],
  [
    'a skip with an unknown outcome',
    process({ ...ending, meta: step(post('head'), one('approve'), { whenNobody: { skip: 'reject' } }) }),
    'step.skip-unknown',
    '/machine/states/second/meta/step/whenNobody/skip',
  ],
  [
    'an outcome listed twice',
    process({ ...ending, meta: step(post('head'), one('approve', 'approve')) }),
    'outcome.duplicate',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'no way to pass',
    process({ meta: decided('reject'), on: { reject: 'end' } }),
    'outcome.without-pass',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'an outcome without transition',
    process({ ...ending, meta: decided('approve', 'reject') }),
    'outcome.without-transition',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a vote without a way to reject',
    process({ ...ending, meta: step(post('head'), { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } }) }),
    'outcome.without-transition',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a threshold above one',
    process({
      meta: step(post('head'), { by: 'vote', count: 'head', of: 'cast', pass: { atLeast: '3/2' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'policy.fraction',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'the superior of a post that has none',
    process({ meta: step(post('head'), one('approve'), { whenNobody: { superior: true } }), on: { approve: 'end' } }),
    'superior.unknown',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'the superior of the applicant',
    process({ meta: step({ applicant: true }, one('approve'), { whenNobody: { superior: true } }), on: { approve: 'end' } }),
    'superior.of-nobody',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'an applicant who decides and does not',
    process({
      meta: step(post('head'), one('approve'), { applicantMayDecide: true, samePerson: { applicant: 'superior' } }),
      on: { approve: 'end' },
    }),
    'same-person.applicant',
    '/machine/states/second/meta/step/samePerson/applicant',
  ],
  [
    'a vote that is counted for those who have approved',
    process({
      meta: step(
        post('dean'),
        { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } },
        { samePerson: { alreadyApproved: 'pass' } },
      ),
      on: { approve: 'end', reject: 'end' },
    }),
    'same-person.approved',
    '/machine/states/second/meta/step/samePerson/alreadyApproved',
  ],
  [
    'an applicant’s step that is carried over',
    process({ meta: step({ applicant: true }, one('approve'), { carry: true }), on: { approve: 'end' } }),
    'carry.not-possible',
    '/machine/states/second/meta/step/carry',
  ],
  [
    'a meeting of a body that is not asked',
    process({ meta: step(post('dean'), one('approve', 'reject'), { meeting: { body: 'head' } }), on: { approve: 'end', reject: 'end' } }),
    'meeting.body-not-asked',
    '/machine/states/second/meta/step/meeting/body',
  ],
  [
    'a meeting of each of a post’s holders',
    process({
      meta: step({ post: 'head', at: 'school', each: true }, one('approve', 'reject'), { meeting: { body: 'head' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.body-not-asked',
    '/machine/states/second/meta/step/meeting/body',
  ],
  [
    'a meeting that cannot say no',
    process({ meta: step(post('head'), one('approve'), { meeting: { body: 'head' } }), on: { approve: 'end' } }),
    'meeting.outcomes',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a meeting whose number goes into a number',
    process({
      meta: step(post('head'), one('approve', 'reject'), { meeting: { body: 'head', number: 'amount' }, fields: { amount: 'write' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.number-field',
    '/machine/states/second/meta/step/meeting/number',
  ],
  [
    'a meeting whose number goes where the step may not write',
    process({
      meta: step(post('head'), one('approve', 'reject'), { meeting: { body: 'head', number: 'opinion' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.number-field',
    '/machine/states/second/meta/step/meeting/number',
  ],
];

import { describe, expect, it } from '@jest/globals';
import { applicant, draft, final, one, post, processOf, step } from '../../../test/support/definitions.ts';
import { compiled } from '../../../test/support/play.ts';
import { accessAtStart } from './beginning.ts';

describe('what may be filled in while a case is begun', () => {
  it('is what the first step lets its people write', () => {
    const own = { '*': 'write', opinion: 'read' } as const;
    const first = { meta: step(applicant, one('submit'), { fields: own }), on: { submit: 'done' } };
    const workflow = compiled(processOf({ initial: 'fill', states: { fill: first, done: final } }));
    expect(accessAtStart(workflow)).toEqual({ amount: 'write', reason: 'write', opinion: 'read' });
  });

  it('is what any of them lets them write, where a case begins in several, however deep', () => {
    const opinions = { meta: step(post('head'), one('approve'), { fields: { opinion: 'required' } }), on: { approve: 'end' } };
    const machine = {
      type: 'parallel' as const,
      states: {
        form: { initial: 'inner', states: { inner: { initial: 'fill', states: { fill: draft('out'), out: final } } } },
        opinion: { initial: 'say', states: { say: opinions, end: final } },
      },
    };
    const workflow = compiled(processOf({ initial: 'both', states: { both: { ...machine, onDone: 'end' }, end: final } }));
    expect(accessAtStart(workflow)).toEqual({ amount: 'write', reason: 'write', opinion: 'required' });
  });

  it('is nothing, where it begins without people', () => {
    const workflow = compiled(processOf({ initial: 'wait', states: { wait: { after: { PT1H: 'end' } }, end: final } }));
    expect(accessAtStart(workflow)).toEqual({ amount: 'read', reason: 'read', opinion: 'read' });
  });
});

import type { Deficiency, Definition, Step } from '#engine';
import { applicant, cast, final, one, post, processOf, step } from './definitions.ts';
import { begin, type Play } from './play.ts';

/** The head and then finance look at a draft; finance sees no opinion, and the applicant's step may have a due time. */
export function inLine(own: Partial<Step> = {}, reentry: 'restart' | 'resume' = 'restart'): Definition {
  return processOf({
    initial: 'draft',
    states: {
      draft: {
        meta: step(applicant, one('submit'), { fields: { '*': 'write', opinion: 'hidden' }, ...own }),
        on: { submit: 'head', withdraw: 'withdrawn' },
      },
      head: {
        meta: step(post('head'), one('approve', 'return'), { fields: { opinion: 'write' } }),
        on: { approve: 'finance', return: 'draft' },
      },
      finance: {
        meta: step(post('finance'), one('approve', 'return', 'reject'), {
          return: { reentry, to: ['head'] },
          fields: { opinion: 'hidden' },
        }),
        on: { approve: 'done', return: 'draft', reject: 'done' },
      },
      done: final,
      withdrawn: final,
    },
  });
}

export const scan: Deficiency = { fields: ['amount'], text: '请核实人数' };

export const general: Deficiency = { text: '请补充说明用途' };

export const because = { comment: '请补正' };

export function atFinance(document: Definition = inLine()): Play {
  const play = begin(document, { cast }).start('clerk', { amount: 1, reason: '初稿' });
  play.decide('clerk', 'submit');
  play.decide('head', 'approve');
  return play;
}

export function returned(items: readonly Deficiency[] = [scan, general], document?: Definition): Play {
  const play = atFinance(document);
  play.decide('finance', 'return', { ...because, items });
  return play;
}

import { expect, it } from '@jest/globals';
import { draft, final, processOf } from '../../../../test/support/definitions.ts';
import { rule, rules } from '../define.ts';
import { readsIn } from './document-reads.ts';

const catalogue = { certificate: { parameters: {}, fields: { name: 'string', closes: 'timestamp' } } } as const;

const reading = (when: string) =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: {
          ...draft('end'),
          on: { submit: { target: 'end', guard: rules(rule('R-1-1', when, { zh: '{facts.certificate.name}不符' })) } },
        },
        end: final,
      },
    },
    {
      summary: { zh: '申请' },
      facts: { certificate: { source: 'certificate', with: {} } },
      delays: { closed: { at: 'facts["certificate"].closes' } },
      description: { zh: '{facts.certificate.closes}' },
    },
  );
const at = '/machine/states/draft/on/submit/guard/params/all/0';
const found = (when: string) => readsIn(reading(when), catalogue).map(({ pointer, path }) => `${pointer} ${path.join('.')}`);

it('what a document reads is found in its expressions and in the braces of its texts, however it is written, and nowhere else', () => {
  expect(found('now <= facts.certificate.closes && "facts.certificate.name" != ""').toSorted()).toEqual(
    [
      '/delays/closed/at facts.certificate.closes',
      `${at}/message/zh facts.certificate.name`,
      `${at}/when now`,
      `${at}/when facts.certificate.closes`,
    ].toSorted(),
  );
});

it('what cannot be read yet is passed over', () => {
  expect(found('now <= ').toSorted()).toEqual(['/delays/closed/at facts.certificate.closes', `${at}/message/zh facts.certificate.name`]);
});

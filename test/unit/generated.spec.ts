import { type Schema, Validator } from '@cfworker/json-schema';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Definition } from '#engine';
import { configurationPage } from '../../config/generate/configuration-page.ts';
import { definitionSchema } from '../../config/generate/definition-schema.ts';
import { arbitraryProcess } from '../support/arbitrary-process.ts';
import { applicant, draft, final, one, post, processOf, step } from '../support/definitions.ts';

describe('the schema of definitions', () => {
  const schema = JSON.parse(definitionSchema()) as Schema;
  const validator = new Validator(schema, '2020-12');
  const sample = processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: {
        meta: step([post('head'), applicant], one('approve', 'return')),
        on: { approve: 'end', return: 'draft' },
        after: { late: 'end' },
      },
      end: final,
    },
  });

  it('takes what the engine takes', () => {
    expect(validator.validate(sample).errors).toEqual([]);
    fc.assert(
      fc.property(arbitraryProcess, (definition) => validator.validate(JSON.parse(JSON.stringify(definition))).valid),
      { numRuns: 50 },
    );
  });

  it.each([
    ['a key with capitals', { ...sample, key: 'Sample' }],
    ['a field nobody knows', { ...sample, surprise: true }],
    ['no machine', { ...sample, machine: undefined }],
    ['a step without assignees', { ...sample, machine: { initial: 'a', states: { a: { meta: step([], one('approve')) } } } }],
    [
      'a policy nobody knows',
      { ...sample, machine: { meta: { step: { ...step(applicant, one('submit')).step, decide: { by: 'lot' } } } } },
    ],
  ])('refuses %s, as the engine does', (_, broken) => {
    const document: unknown = JSON.parse(JSON.stringify(broken));
    expect(Definition.safeParse(document).success).toBe(false);
    expect(validator.validate(document).valid).toBe(false);
  });

  it('says of every part what it is', () => {
    const silent = Object.entries(schema.$defs as Record<string, { description?: string }>).filter(
      ([, { description }]) => description === undefined,
    );
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});

describe('the page of settings', () => {
  it('has a line for each, in both languages', () => {
    const rows = configurationPage()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.filter((row) => !/\| [A-Z`].+ \| .*\p{Script=Han}.* \|$/u.test(row))).toEqual([]);
  });
});

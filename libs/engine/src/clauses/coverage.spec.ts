import { describe, expect, it } from '@jest/globals';
import { final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled } from '../../../../test/support/play.ts';
import { workflowCatalogue } from '../../../../workflows/catalogue.ts';
import { rules } from '../define.ts';
import type { Definition } from '../definition/definition.ts';
import { rulesIn } from '../exchange/guide/clauses.ts';
import { citationsIn } from './citations.ts';
import { coverageOf } from './coverage.ts';

const reviewed = step(post('head'), one('approve'), {
  title: { zh: '审核', en: 'Review' },
  basis: ['R-1-1'],
  due: 'P3D',
  remind: [{ before: 'P1D', basis: ['R-1-2'] }, { at: 'due' }],
  escalate: [{ after: 'P1D', do: 'remind', to: [post('dean')], basis: ['R-1-3', 'R-1-1'] }],
});
const guard = rules({ rule: 'R-1-4', when: 'form.amount > 1', message: { zh: '不足' } });
const process = (more: Partial<Definition> = {}): Definition =>
  processOf(
    {
      initial: 'review',
      states: {
        review: { meta: reviewed, on: { approve: { target: 'waiting', guard } } },
        waiting: { meta: { title: { zh: '等待答复', en: 'Waiting' } }, after: { late: 'end' } },
        end: final,
      },
    },
    {
      key: 'purchase',
      title: { zh: '采购' },
      basis: ['R-1-9'],
      delays: { late: 'P9D' },
      delayBasis: { late: ['R-1-5'] },
      longest: { within: 'P90D', basis: 'R-1-6' },
      ...more,
    },
  );

describe('the clauses of a definition', () => {
  it('are found in the process, its steps, ways, reminders, rungs, delays and limit, each with its place', () => {
    const definition = compiled(process()).definition;
    const review = { state: 'review', title: { zh: '审核', en: 'Review' }, examples: [] };
    const at = '/machine/states/review/meta/step';
    expect(citationsIn(definition)).toEqual([
      { rule: 'R-1-9', kind: 'process', pointer: '/basis/0', examples: [] },
      { rule: 'R-1-6', kind: 'limit', pointer: '/longest/basis', examples: [] },
      { rule: 'R-1-5', kind: 'delay', pointer: '/delayBasis/late/0', title: { zh: '等待答复', en: 'Waiting' }, examples: [] },
      { rule: 'R-1-1', kind: 'step', pointer: `${at}/basis/0`, ...review },
      { rule: 'R-1-2', kind: 'reminder', pointer: `${at}/remind/0/basis/0`, ...review },
      { rule: 'R-1-3', kind: 'rung', pointer: `${at}/escalate/0/basis/0`, ...review },
      { rule: 'R-1-1', kind: 'rung', pointer: `${at}/escalate/0/basis/1`, ...review },
      { rule: 'R-1-4', kind: 'way', pointer: '/machine/states/review/on/approve/guard/params/all/0/rule', ...review },
    ]);
  });

  it('come with the examples that pass the step', () => {
    const example = { title: { zh: '两日办结' }, expected: { states: ['end'], route: ['review', 'waiting', 'end'] } };
    const definition = {
      ...process(),
      examples: [{ ...example, at: '2024-03-18T01:00:00.000Z', moves: [{ kind: 'turn-to-next' as const }] }],
    };
    const byKind = new Map(citationsIn(definition).map(({ kind, examples }) => [kind, examples]));
    expect(byKind.get('step')).toEqual([{ zh: '两日办结' }]);
    expect(byKind.get('process')).toEqual([]);
  });
});

describe('the coverage of clauses', () => {
  it('a clause that a process only names as a whole is not covered; one that no source has is told apart', () => {
    const { clauses, unknown } = coverageOf(['R-1-1', 'R-1-7', 'R-1-9'], [process(), process({ key: 'sale', basis: ['R-1-9'] })]);
    expect(clauses.map(({ number, isCovered }) => [number, isCovered])).toEqual([
      ['R-1-1', true],
      ['R-1-7', false],
      ['R-1-9', false],
    ]);
    expect(clauses[2]?.citations.map(({ definition, kind }) => `${definition} ${kind}`)).toEqual(['purchase process', 'sale process']);
    expect(unknown.map(({ number }) => number)).toEqual(['R-1-2', 'R-1-3', 'R-1-4', 'R-1-5', 'R-1-6']);
  });

  it('nothing that our processes name is left out, whatever it is named by', () => {
    for (const definition of workflowCatalogue) {
      const { form: _form, examples: _examples, ...rest } = definition;
      const named = [...JSON.stringify(rest).matchAll(/"(R-[A-Z0-9]+-\d+)"/g)].map(([, number = '']) => number);
      expect(rulesIn(definition)).toEqual([...new Set(named)].toSorted());
    }
  });
});

import { rule, rules } from '#engine';
import { type Broken, decided, line, process } from '../sample.ts';

export const errands: readonly Broken[] = [
  [
    'a step that also waits for child cases',
    process({ meta: { ...decided('approve'), children: line }, on: { approve: 'end', childrenDone: 'end' } }),
    'errand.not-alone',
    '/machine/states/second/meta',
  ],
  [
    'child cases whose end leads nowhere',
    process({ meta: { children: line }, on: { withdraw: 'end' } }),
    'errand.without-transition',
    '/machine/states/second/on',
  ],
  [
    'child cases whose end may be kept in the state by a rule',
    process({
      meta: { children: line },
      on: { childrenDone: { target: 'end', guard: rules(rule('R-1-1', 'children.passed > 1', { zh: '不符' })) } },
    }),
    'errand.no-way-out',
    '/machine/states/second/on/childrenDone',
  ],
  [
    'child cases whose end leads to where they were waited for',
    process({ meta: { children: line }, on: { childrenDone: 'second', withdraw: 'end' }, after: { P30D: 'end' } }),
    'errand.no-way-out',
    '/machine/states/second/on/childrenDone',
  ],
  [
    'an output of child cases that every result has',
    process({ meta: { children: { ...line, output: { passed: { type: 'boolean', title: '通过' } } } }, on: { childrenDone: 'end' } }),
    'errand.output-taken',
    '/machine/states/second/meta/children/output/passed',
  ],
];

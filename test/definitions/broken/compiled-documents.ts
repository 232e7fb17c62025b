import { documentLimits, rule, rules } from '#engine';
import { draft, final, processOf } from '../../support/definitions.ts';
import { type Broken, decided, ending, process } from '../sample.ts';

export const documents: readonly Broken[] = [
  ['not an object', 'text', 'document.invalid', ''],
  ['a misspelt key', { ...process(ending), tittle: {} }, 'document.invalid', ''],
  [
    'a step without whenNobody',
    process({ meta: { step: { ...decided('approve').step, whenNobody: undefined } as never }, on: { approve: 'end' } }),
    'document.invalid',
    '/machine/states/second/meta/step/whenNobody',
  ],
  ['an invoke', process({ ...ending, invoke: { src: 'fetch' } } as never), 'document.invalid', '/machine/states/second'],
  ['more than half a megabyte', { ...process(ending), description: { zh: 'x'.repeat(documentLimits.bytes) } }, 'document.too-large', ''],
  ['a hundred levels', JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`), 'document.too-deep', ''],
  [
    'too many states',
    processOf({ initial: 's0', states: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`s${index}`, final])) }),
    'document.too-many-states',
    '/machine',
  ],
  [
    'two states of one id',
    process(
      { ...ending, id: 'same' },
      { states: { draft: draft('second'), second: { ...ending, id: 'same' }, end: { ...final, id: 'same' } } },
    ),
    'state.id-taken',
    '/machine/states/end/id',
  ],
  ['a compound state without initial', process({ states: { a: final }, onDone: 'end' }), 'state.initial-missing', '/machine/states/second'],
  [
    'an unknown initial',
    process({ initial: 'b', states: { a: final }, onDone: 'end' }),
    'state.initial-unknown',
    '/machine/states/second/initial',
  ],
  ['a final state with a way out', process({ type: 'final', on: { approve: 'end' } }), 'state.shape', '/machine/states/second'],
  ['a parallel state without regions', process({ type: 'parallel', onDone: 'end' }), 'state.shape', '/machine/states/second'],
  [
    'a state nothing leads to',
    process(ending, { states: { draft: draft('end'), second: ending, end: final } }),
    'state.unreachable',
    '/machine/states/second',
  ],
  ['a state nothing leads out of', process({}), 'state.dead-end', '/machine/states/second'],
  [
    'a ring without an end',
    process(
      { meta: decided('approve'), on: { approve: 'third' } },
      {
        states: {
          draft: draft('second'),
          second: { meta: decided('approve'), on: { approve: 'third' } },
          third: { meta: decided('approve'), on: { approve: 'second' } },
        },
      },
    ),
    'state.never-ends',
    '/machine/states/second',
  ],
  [
    'two states that pass the case to each other',
    process(
      { always: [{ target: 'third', guard: rules() }, { target: 'end' }] },
      {
        states: {
          draft: draft('second'),
          second: { always: { target: 'third' } },
          third: { always: [{ target: 'second', guard: rules(rule('R-1-1', 'form.amount > 1', { zh: '大' })) }, { target: 'end' }] },
          end: final,
        },
      },
    ),
    'cycle.immediate',
    '/machine/states/second',
  ],
];

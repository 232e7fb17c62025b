import { final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, decided, process, type State } from '../sample.ts';

export const region = (name: string, next: string): State => ({
  initial: name,
  states: { [name]: { meta: decided('approve'), on: { approve: next } }, done: final },
});

export const beside = (b: State, more: Partial<State> = {}): State => ({
  type: 'parallel',
  onDone: 'end',
  states: { a: region('first', 'done'), b },
  ...more,
});

export const withdrawn = { on: { withdraw: '.end' } };

const signals = { signals: { recall: { title: { zh: '收回' } } } };

export const waiting = { initial: 'open', states: { open: { meta: decided('approve'), on: { approve: 'shelf' } }, shelf: {} } };

export const ring: State = {
  initial: 'one',
  states: { one: { meta: decided('approve'), on: { approve: 'two' } }, two: { meta: decided('approve'), on: { approve: 'one' } } },
};

/** States that hold a case for good, unless it is withdrawn. */
export const endings: readonly Broken[] = [
  [
    'a state that only a withdrawal leads out of',
    process({ meta: { title: { zh: '搁置' } } }, withdrawn),
    'case.stuck',
    '/machine/states/second',
  ],
  [
    'a state that only a signal to every state leads out of',
    process(
      { after: { P1D: { actions: { type: 'notify', params: { to: [post('head')], message: { zh: '仍未办结' } } } } } },
      { on: { recall: '.end' } },
      signals,
    ),
    'case.stuck',
    '/machine/states/second',
  ],
  [
    'an inner end that nothing follows',
    process({ initial: 'inner', states: { inner: { meta: decided('approve'), on: { approve: 'over' } }, over: final } }, withdrawn),
    'case.stuck',
    '/machine/states/second/states/over',
  ],
  [
    'two steps that send the case to each other until it is withdrawn',
    process(
      { meta: decided('approve'), on: { approve: 'third' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve'), on: { approve: 'third' } },
          third: { meta: decided('approve'), on: { approve: 'second' } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/third',
  ],
  [
    'a case that a rejection puts aside',
    process(
      { meta: decided('approve', 'reject'), on: { approve: 'end', reject: 'aside' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve', 'reject'), on: { approve: 'end', reject: 'aside' } },
          aside: { meta: { title: { zh: '不予受理' } } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/aside',
  ],
  [
    'an overdue step that ends up nowhere',
    process(
      { meta: decided('approve'), on: { approve: 'end' }, after: { P5D: 'lost' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve'), on: { approve: 'end' }, after: { P5D: 'lost' } },
          lost: { meta: { title: { zh: '逾期' } } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/lost',
  ],
  [
    'an inner group that a return never leaves',
    processOf({
      initial: 'fill',
      ...withdrawn,
      states: {
        fill: { meta: decided('approve'), on: { approve: 'check' } },
        check: { meta: decided('approve', 'return'), on: { approve: 'fill', return: 'fill' } },
        end: final,
      },
    }),
    'case.stuck',
    '/machine/states/check',
  ],
];

import { final, processOf } from '../../support/definitions.ts';
import { type Broken, decided, ending, process } from '../sample.ts';

const signal = { title: { zh: '信号' } };

/** What is declared and never used. */
export const idle: readonly Broken[] = [
  ['a signal that nobody listens to', process(ending, {}, { signals: { recall: signal } }), 'signal.unused', '/signals/recall'],
  [
    'a second signal that nobody listens to',
    process({ ...ending, on: { approve: 'end', recall: 'draft' } }, {}, { signals: { recall: signal, cancel: signal } }),
    'signal.unused',
    '/signals/cancel',
  ],
  [
    'a fact that nothing reads',
    process(ending, {}, { facts: { paper: { source: 'certificate', with: { id: '"1"' } } } }),
    'fact.unused',
    '/facts/paper',
  ],
  [
    'a fact that something of another name reads',
    process(
      {
        ...ending,
        on: {
          approve: {
            target: 'end',
            guard: { type: 'rules', params: { all: [{ rule: 'R-1-1', when: 'facts.papers.cancelled', message: { zh: '已取消' } }] } },
          },
        },
      },
      {},
      {
        facts: { paper: { source: 'certificate', with: { id: '"1"' } }, papers: { source: 'certificate', with: { id: '"2"' } } },
      },
    ),
    'fact.unused',
    '/facts/paper',
  ],
  ['a delay that no timer uses', process(ending, {}, { delays: { late: 'P5D' } }), 'delay.unused', '/delays/late'],
  [
    'a delay beside one that is used',
    process({ ...ending, after: { soon: 'end' } }, {}, { delays: { soon: 'P1D', late: 'P5D' } }),
    'delay.unused',
    '/delays/late',
  ],
  [
    'data that nothing sets',
    process(
      ending,
      {},
      { data: { type: 'object', properties: { count: { type: 'integer', title: '次数' } }, additionalProperties: false } },
    ),
    'data.never-set',
    '/data/properties/count',
  ],
  [
    'data that is only read',
    process(
      {
        ...ending,
        after: { P5D: { target: 'end', guard: { type: 'rules', params: { when: 'data.?count.orValue(0.0) > 3.0', all: [] } } } },
      },
      {},
      {
        data: { type: 'object', properties: { count: { type: 'integer', title: '次数' } }, additionalProperties: false },
      },
    ),
    'data.never-set',
    '/data/properties/count',
  ],
  [
    'a withdrawal of what the system began',
    processOf(
      { initial: 'one', on: { withdraw: '.end' }, states: { one: { meta: decided('approve'), on: { approve: 'end' } }, end: final } },
      { start: { posts: [], bySystem: true } },
    ),
    'withdraw.nobody',
    '/machine/on/withdraw',
  ],
  [
    'a withdrawal from one step of what the system began',
    processOf(
      { initial: 'one', states: { one: { meta: decided('approve'), on: { approve: 'end', withdraw: 'end' } }, end: final } },
      { start: { posts: [], bySystem: true } },
    ),
    'withdraw.nobody',
    '/machine/states/one/on/withdraw',
  ],
  [
    'a point of no withdrawal where nothing can be withdrawn',
    process(ending, {}, { withdraw: { until: ['second'] } }),
    'withdraw.unheard',
    '/withdraw',
  ],
  ['two such points', process(ending, {}, { withdraw: { until: ['second', 'end'] } }), 'withdraw.unheard', '/withdraw'],
];

import { describe, expect, it } from '@jest/globals';
import { choices } from '../../../../test/definitions/broken/choices.ts';
import { cycles } from '../../../../test/definitions/broken/cycles.ts';
import { endings } from '../../../../test/definitions/broken/endings.ts';
import { idle } from '../../../../test/definitions/broken/idle.ts';
import { joins } from '../../../../test/definitions/broken/joins.ts';
import { lengths } from '../../../../test/definitions/broken/lengths.ts';
import { moves } from '../../../../test/definitions/broken/moves.ts';
import { people } from '../../../../test/definitions/broken/people.ts';
import { returnsAstray } from '../../../../test/definitions/broken/returns-astray.ts';
import { sheets } from '../../../../test/definitions/broken/sheets.ts';
import { catalogue } from '../../../../test/definitions/sample.ts';
import { titled } from '../../../../test/definitions/titled.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compiled } from '../../../../test/support/play.ts';
import type { CounterExample } from '../verify/counter-example.ts';
import { verify } from '../verify/verify.ts';
import { playCounter } from './counter-example.ts';

const scene = { at: '2024-03-22T01:00:00.000Z' };

const workflow = compiled(
  processOf({
    initial: 'draft',
    states: {
      draft: draft('panel'),
      panel: {
        meta: step(post('dean'), { by: 'all', outcomes: ['approve', 'return'] }),
        on: { approve: 'office', return: 'draft' },
      },
      office: {
        meta: step(post('head'), one('approve'), { whenNobody: { skip: 'approve' } }),
        on: { approve: 'waiting' },
      },
      waiting: { meta: step(post('finance'), one('approve', 'reject')), on: { approve: 'stuck', reject: 'done' }, after: { P3D: 'stuck' } },
      stuck: { after: { P900D: 'done' } },
      done: final,
    },
  }),
);

const counter: CounterExample = {
  moves: [
    { kind: 'start', to: ['draft'] },
    { kind: 'decide', step: 'draft', outcome: 'submit', to: ['panel'] },
    { kind: 'decide', step: 'panel', outcome: 'return', to: ['draft'] },
    { kind: 'decide', step: 'draft', outcome: 'submit', to: ['panel'] },
    { kind: 'decide', step: 'panel', outcome: 'approve', to: ['office'] },
    { kind: 'skip', step: 'office', outcome: 'approve', to: ['waiting'] },
    { kind: 'time', state: 'waiting', delay: 'P3D', to: ['stuck'] },
  ],
  about: ['stuck'],
};

it('plays a counter-example on the engine, move by move', () => {
  const stages = playCounter(workflow, scene, counter);
  expect(stages.map(({ stands, isThere }) => [stands.join(), isThere])).toEqual(counter.moves.map(({ to }) => [to.join(), true]));
});

it('stops where the engine does not follow', () => {
  const elsewhere: CounterExample = {
    moves: [
      { kind: 'start', to: ['draft'] },
      { kind: 'signal', signal: 'never', to: ['stuck'] },
      { kind: 'withdraw', to: ['done'] },
    ],
    about: ['stuck'],
  };
  const [, stopped, ...rest] = playCounter(workflow, scene, elsewhere);
  expect(stopped).toMatchObject({ stands: ['draft'], isThere: false });
  expect(rest).toEqual([]);
});

describe('of a broken definition the counter-example plays on the engine: ', () => {
  const surroundings = { dueTime: plainDueTime, facts: catalogue };
  const corpus = [...endings, ...joins, ...choices, ...moves, ...cycles, ...returnsAstray, ...people, ...sheets, ...lengths, ...idle];
  const played = corpus.flatMap(([name, document]) =>
    verify(titled(document), surroundings).flatMap(({ code, counterExample }) =>
      counterExample === undefined ? [] : [[`${name}: ${code}`, document, code, counterExample] as const],
    ),
  );

  it.each(played)('%s', (_, document, code, counterExample) => {
    const stages = playCounter(compiled(titled(document), surroundings), scene, counterExample);
    const last = stages.at(-1);
    // Where time runs in a circle the engine says so itself, before the circle is closed.
    if (last?.refused?.code === 'case.endless') return expect(['cycle.at-once', 'cycle.instants']).toContain(code);
    expect(stages.map(({ stands }) => [...stands].sort())).toEqual(counterExample.moves.map(({ to }) => [...to].sort()));
    expect(stages.every(({ isThere }) => isThere)).toBe(true);
    expect([undefined, 'outcome.not-possible']).toContain(last?.refused?.code);
  });

  it('there are many', () => {
    expect(played.length).toBeGreaterThanOrEqual(50);
  });
});

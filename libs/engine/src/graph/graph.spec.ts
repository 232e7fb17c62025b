import { describe, expect, it } from '@jest/globals';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { type GraphEdge, graphOf } from './graph.ts';

const arrows = (edges: readonly GraphEdge[]) =>
  edges.map(({ from, to, kind, outcome = '' }) => `${from} -${kind} ${outcome}> ${to}`.replace(' >', '>'));

describe('the picture of a process', () => {
  it('has its places in the order in which a case passes them, whatever order they are written in, and what leads where', () => {
    const { nodes, edges } = graphOf(
      processOf({
        initial: 'draft',
        on: { cancelled: '.rejected' },
        states: {
          rejected: final,
          approved: final,
          mended: { ...draft('second', 'resubmit') },
          second: {
            meta: step(post('finance'), one('approve', 'return', 'reject'), { return: { to: ['first'], reentry: 'restart' } }),
            on: { approve: 'approved', return: 'mended', reject: 'rejected' },
            after: { P3D: 'lapsed' },
          },
          lapsed: final,
          sorted: { always: [{ target: 'second' }] },
          first: { meta: step(post('head'), one('approve')), on: { approve: 'sorted', withdraw: 'rejected', cancelled: 'rejected' } },
          draft: draft('first'),
        },
      }),
    );
    expect(nodes.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'draft step',
      'first step',
      'second step',
      'mended step',
      'approved end',
      'rejected end',
      'lapsed end',
    ]);
    expect(arrows(edges).toSorted()).toEqual([
      'draft -pass submit> first',
      'first -other> rejected',
      'first -pass approve> second',
      'first -withdraw> rejected',
      'mended -pass resubmit> second',
      'second -pass approve> approved',
      'second -refuse reject> rejected',
      'second -return return> first',
      'second -return return> mended',
      'second -time> lapsed',
    ]);
  });

  it('leads from every region on to what comes when all are done', () => {
    const region = (name: string) => ({
      initial: 'asked',
      states: { asked: { meta: step(post(name), one('approve')), on: { approve: 'done' } }, done: final },
    });
    const { nodes, edges } = graphOf(
      processOf({
        initial: 'draft',
        states: {
          draft: draft('both'),
          both: { type: 'parallel', states: { money: region('finance'), rooms: region('assets') }, onDone: 'last' },
          last: { meta: step(post('head'), one('approve')), on: { approve: 'approved' } },
          approved: final,
        },
      }),
    );
    expect(nodes.map(({ path }) => path)).toEqual(['draft', 'both.money.asked', 'both.rooms.asked', 'last', 'approved']);
    expect(nodes[1]?.assignees).toEqual([post('finance')]);
    expect(arrows(edges).toSorted()).toEqual([
      'both.money.asked -pass approve> last',
      'both.rooms.asked -pass approve> last',
      'draft -pass submit> both.money.asked',
      'draft -pass submit> both.rooms.asked',
      'last -pass approve> approved',
    ]);
  });
});

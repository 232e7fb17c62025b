import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cast, draft, final, one, post, processOf, step } from '../../../test/support/definitions.ts';
import { begin, compiled, type Play } from '../../../test/support/play.ts';
import type { Definition } from './definition/definition.ts';
import { field, formOf } from './fields.ts';

type Wait = NonNullable<NonNullable<Definition['machine']['meta']>['children']>['wait'];

const form = formOf({ lines: field.list(['证书', 'Certificates'], field.text(['证书', 'Certificate'])) }, ['lines']);
const lines = (target: string, wait: Wait): Definition['machine'] => ({
  meta: { children: { definition: 'line-case', each: 'form.lines', form: { certificate: 'item' }, passes: ['approved'], wait } },
  on: {
    childrenDone: { target, actions: counted('children.passed') },
    childrenFailed: { target: 'failed', actions: counted('0 - children.failed') },
  },
});
const counted = (result: string) => ({ type: 'set' as const, params: { result } });

/** Children beside a step and a delay, so that their state is also left from beside it. */
const processes = (wait: Wait) => ({
  alone: processOf(
    {
      initial: 'draft',
      on: { withdraw: '.withdrawn' },
      states: { draft: draft('lines'), lines: lines('office', wait), failed: final, ...rest },
    },
    { form, data },
  ),
  beside: processOf(
    {
      initial: 'draft',
      on: { withdraw: '.withdrawn' },
      states: {
        draft: draft('both'),
        both: {
          type: 'parallel',
          states: {
            batch: { initial: 'lines', states: { lines: lines('over', wait), over: final, failed: final } },
            check: {
              initial: 'dean',
              states: {
                dean: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'over', reject: '#sample-process.rejected' } },
                over: final,
              },
            },
          },
          after: { P9D: 'office' },
          onDone: 'office',
        },
        rejected: final,
        ...rest,
      },
    },
    { form, data },
  ),
});
const data: NonNullable<Definition['data']> = {
  type: 'object',
  properties: { result: { type: 'number', title: '结果' } },
  additionalProperties: false,
};
const rest = {
  office: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'done', reject: 'draft' } },
  done: final,
  withdrawn: final,
};

const waits: fc.Arbitrary<Wait> = fc.oneof(
  fc.constantFrom<Wait>('all', 'any'),
  fc.integer({ min: 1, max: 6 }).map((atLeast) => ({ atLeast })),
  fc.constantFrom<Wait>({ atLeast: '1/2' }, { atLeast: '2/3' }, { atLeast: '1/1' }),
);

type Move =
  | { readonly kind: 'end'; readonly child: number; readonly state: string }
  | { readonly kind: 'refuse'; readonly child: number }
  | {
      readonly kind:
        | 'retry'
        | 'suspend'
        | 'resume'
        | 'withdraw'
        | 'terminate'
        | 'jump'
        | 'head-approves'
        | 'head-rejects'
        | 'again'
        | 'timer';
    };
const child = fc.integer({ min: 1, max: 5 });
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('end' as const), child, state: fc.constantFrom('approved', 'rejected', 'terminated') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refuse' as const), child }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('withdraw' as const, 'terminate' as const, 'jump' as const, 'timer' as const) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'retry' as const,
        'suspend' as const,
        'resume' as const,
        'head-approves' as const,
        'head-rejects' as const,
        'again' as const,
      ),
    }),
  },
);

function make(play: Play, move: Move): void {
  const comment = '有理由';
  switch (move.kind) {
    case 'end':
      return void play.childEnded(move.child, move.state);
    case 'refuse':
      return void play.childRefused(move.child);
    case 'retry':
      for (const step of play.incidents) play.send('officer', { kind: 'retry', step });
      return;
    case 'jump':
      return void play.send('officer', { kind: 'jump', to: 'office', comment });
    case 'withdraw':
      return void play.withdraw('clerk', comment);
    case 'head-approves':
      return void play.decide('head', 'approve');
    case 'head-rejects':
      return void play.decide('head', 'reject', { comment });
    case 'again':
      return void play.decide('clerk', 'submit');
    case 'timer':
      return void ([...play.timers].length > 0 && play.fire('P9D'));
    default:
      return void play.send('officer', { kind: move.kind, comment });
  }
}

/** By the rules of arithmetic, what those who have ended come to. */
function expected(wait: Wait, total: number, ends: readonly boolean[]): 'done' | 'failed' | undefined {
  const passed = ends.filter(Boolean).length;
  const open = total - ends.length;
  const share = (count: number): boolean => {
    if (wait === 'all') return count === total;
    if (wait === 'any') return count >= 1;
    if (typeof wait.atLeast === 'number') return count >= wait.atLeast;
    const [part = 0, whole = 1] = wait.atLeast.split('/').map(Number);
    return count * whole >= total * part;
  };
  if (share(passed)) return 'done';
  return share(passed + open) ? undefined : 'failed';
}

describe('child cases, whatever comes in whatever order', () => {
  it('settle their state once, as arithmetic says, and none runs on when nobody waits for it', () => {
    let settled = 0;
    fc.assert(
      fc.property(
        waits,
        fc.constantFrom('alone' as const, 'beside' as const),
        fc.integer({ min: 0, max: 4 }).map((count) => Array.from({ length: count }, (_, index) => `证书${index}`)),
        fc.array(move, { maxLength: 25 }),
        (wait, which, items, moves) => {
          const play = begin(workflowOf(wait, which), { cast }).start('clerk', { lines: items });
          play.decide('clerk', 'submit');
          for (const each of moves) {
            const { state: before, last: earlier } = play;
            make(play, each);
            const { state, last } = play;
            if (last === earlier) continue;
            const open = Object.entries(state.children ?? {});
            // Who runs is who is waited for: no orphan, and nobody waited for who was never started.
            expect([...play.children]).toEqual(open.flatMap(([, { running }]) => running));
            for (const [, { total, running, results }] of open) {
              expect(results.length + running.length).toBe(total);
              expect(
                expected(
                  wait,
                  total,
                  results.map(({ passed }) => passed),
                ),
              ).toBeUndefined();
            }
            const held = open.filter(([, group]) => group.held !== undefined).map(([path]) => path);
            expect([...play.incidents].sort()).toEqual(held.sort());
            if (last.kind !== 'advanced') {
              expect(state).toBe(before);
              continue;
            }
            for (const entry of last.entries.filter(({ kind }) => kind === 'child-ended' && last.kind === 'advanced')) {
              const group = before.children?.[entry.step ?? ''];
              const ends = [...(group?.results ?? []).map(({ passed }) => passed), entry.outcome === 'approved'];
              expect(entry.settled).toBe(expected(wait, group?.total ?? 0, ends));
              if (entry.settled !== undefined) settled += 1;
            }
          }
        },
      ),
      { numRuns: 150 },
    );
    expect(settled).toBeGreaterThan(3);
  });
});

const workflows = new Map<string, ReturnType<typeof compiled>>();
function workflowOf(wait: Wait, which: 'alone' | 'beside') {
  const key = JSON.stringify([wait, which]);
  const known = workflows.get(key) ?? compiled(processes(wait)[which]);
  workflows.set(key, known);
  return known;
}

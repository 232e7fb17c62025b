import { expect, it } from '@jest/globals';
import { type Finding, playCounter, verify } from '#engine';
import { isGone, isShown, marksOf, type Playing } from '../../apps/console/src/designer/player/marks.ts';
import { draft, final, one, post, processOf, step } from '../support/definitions.ts';
import { plainDueTime } from '../support/plain-due-time.ts';
import { compiled } from '../support/play.ts';

const document = processOf({
  initial: 'draft',
  on: { withdraw: '.done' },
  states: {
    draft: draft('both'),
    both: {
      type: 'parallel',
      onDone: 'done',
      states: {
        one: { initial: 'asked', states: { asked: { meta: step(post('dean'), one('approve')), on: { approve: 'over' } }, over: final } },
        other: {
          initial: 'asked',
          states: {
            asked: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'over', reject: 'aside' } },
            aside: {},
            over: final,
          },
        },
      },
    },
    done: final,
  },
});

function playing(): Playing {
  const finding = verify(document, { dueTime: plainDueTime, facts: {} }).find(({ code }) => code === 'join.waits') as Finding;
  const counterExample = finding.counterExample ?? { moves: [], about: [] };
  const workflow = compiled(document);
  const stages = playCounter(workflow, { at: '2024-03-22T01:00:00.000Z' }, counterExample);
  return { finding, workflow, ...counterExample, stages, at: 0, isRunning: false };
}

const begun = playing();
const over: Playing = { ...begun, at: begun.stages.length - 1 };

it('lights the states move by move, and in the end where the case is stuck', () => {
  expect([...marksOf(begun)]).toEqual([['draft', 'here']]);
  expect(isShown(begun)).toBe(false);
  const marks = Object.fromEntries(marksOf(over));
  expect(marks).toMatchObject({ draft: 'been', 'both.other.asked': 'been', 'both.other.aside': 'stuck' });
  expect(isShown(over)).toBe(true);
});

it('marks the way that the last move went, by what was said', () => {
  expect(isGone(begun, 'draft', 'both.one.asked', 'submit')).toBe(false);
  expect(isGone({ ...begun, at: 1 }, 'draft', 'both.one.asked', 'submit')).toBe(true);
  expect(isGone({ ...begun, at: 1 }, 'draft', 'both.one.asked', 'withdraw')).toBe(false);
});

it('does not call it stuck where the engine goes another way', () => {
  const stages = over.stages.map((stage, index) => (index === over.at ? { ...stage, isThere: false } : stage));
  const elsewhere: Playing = { ...over, stages };
  expect(isShown(elsewhere)).toBe(false);
  expect([...marksOf(elsewhere).values()]).not.toContain('stuck');
  expect([...marksOf(undefined)]).toEqual([]);
});

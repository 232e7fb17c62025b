import type { Definition, Step } from '#engine';
import { draft, final, one, plainForm, post } from '../../support/definitions.ts';

type State = Definition['machine'];

const key = 'forty-steps';

/** Counts the steps, so that each has a name and a title of its own. */
class Steps {
  private count = 0;

  /** Steps one after another, the last of which leads to a sibling. */
  line(length: number, end: string, more: Partial<Step> = {}): Record<string, State> {
    const first = this.count + 1;
    this.count += length;
    return Object.fromEntries(
      Array.from({ length }, (_, index) => {
        const next = index === length - 1 ? end : `s${first + index + 1}`;
        return [`s${first + index}`, this.step(first + index, next, more)];
      }),
    );
  }

  group(length: number, after: Record<string, State> = {}): State {
    const states = { ...this.line(length, Object.keys(after)[0] ?? 'done'), ...after, done: final };
    return { initial: Object.keys(states)[0] ?? '', states };
  }

  private step(number: number, next: string, more: Partial<Step>): State {
    const step: Step = {
      title: { zh: `环节${number}`, en: `Step ${number}` },
      assignees: [post(`office-${number}`)],
      whenNobody: { hold: true },
      decide: one('approve', 'return', 'reject'),
      due: { workingDays: 3 },
      remind: [{ before: { workingDays: 1 } }],
      ...more,
    };
    return { meta: { step }, on: { approve: next, return: `#${key}.returned`, reject: `#${key}.rejected` } };
  }
}

/** A process of forty steps, of which most stand in regions within regions. */
export function fortySteps(): Definition {
  const steps = new Steps();
  const inner = (...lengths: number[]): Record<string, State> => {
    const states = Object.fromEntries(lengths.map((length, index) => [`r${index + 1}`, steps.group(length)]));
    return { together: { type: 'parallel', onDone: 'done', states } };
  };
  const before = steps.line(3, 'review');
  const review: State = {
    type: 'parallel',
    onDone: 'decision',
    states: { a: steps.group(3, inner(4, 3, 3)), b: steps.group(3, inner(5, 4)), c: steps.group(4, inner(3, 2)) },
  };
  return {
    format: 1,
    key,
    title: { zh: '四十个环节', en: 'Forty steps' },
    basis: [],
    subject: 'school',
    start: { posts: ['clerk'] },
    summary: { zh: '四十个环节' },
    form: plainForm,
    machine: {
      initial: 'draft',
      states: {
        draft: draft('s1'),
        ...before,
        review,
        decision: { meta: { title: { zh: '汇总' } }, always: 's38' },
        ...steps.line(1, 'approved'),
        returned: { ...draft('s1', 'resubmit') },
        approved: final,
        rejected: final,
      },
    },
  };
}

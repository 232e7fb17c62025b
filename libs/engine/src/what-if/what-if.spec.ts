import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess, compiledOnce } from '../../../../test/support/arbitrary-process.ts';
import { arbitraryAttempt, personId, subjectByIds, tryOn } from '../../../../test/support/case-attempts.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled, Play } from '../../../../test/support/play.ts';
import type { Definition } from '../definition/definition.ts';
import type { Happening } from '../replay/replay.ts';
import type { Workflow } from '../workflow.ts';
import { daysOf, whatIf } from './what-if.ts';

type State = Definition['machine'];

const review = (next: string, more: Partial<State> = {}): State => ({
  meta: step(post('head'), one('approve', 'return', 'reject'), { due: 'P5D', remind: [{ before: 'P1D' }] }),
  on: { approve: next, return: 'draft', reject: 'rejected' },
  ...more,
});

const approval = (states: Readonly<Record<string, State>>): Workflow =>
  compiled(processOf({ initial: 'draft', states: { draft: draft('review'), ...states, approved: final, rejected: final } }));

const plain = approval({ review: review('approved') });

const cast = { 'clerk@school': ['clerk'], 'head@school': ['head'], 'dean@school': ['dean'] };

/** Plays a case, and keeps what is written down of it. */
class Recorded extends Play {
  readonly happenings: Happening[] = [];

  override perform(command: Parameters<Play['perform']>[0]) {
    const result = super.perform(command);
    this.note(command.id, command.at);
    return result;
  }

  begin(): this {
    this.start('clerk', { amount: 3 });
    this.note('command-1', this.issue().at);
    return this;
  }

  private note(id: string, at: string): void {
    if (this.last.kind !== 'advanced' || this.last.entries.length === 0) return;
    this.happenings.push(JSON.parse(JSON.stringify({ id, at, entries: this.last.entries, fields: this.last.state.form.fields })));
  }
}

function returnedOnce(workflow = plain): readonly Happening[] {
  const play = new Recorded(workflow, { cast }).begin();
  play.decide('clerk', 'submit');
  play.turnTo('2024-03-24T01:00:00.000Z');
  play.decide('head', 'return', { comment: '请补充' });
  play.decide('clerk', 'submit', { fields: { amount: 4 } });
  play.fire('remind-1', '2024-03-28T01:00:05.000Z');
  play.decide('head', 'approve');
  return play.happenings;
}

describe('what if a closed case had gone by another workflow', () => {
  it('by its own it goes as it went', () => {
    expect(whatIf(plain, approval({ review: review('approved') }), returnedOnce())).toMatchObject({
      differs: { route: false, days: false, asked: false },
      unknown: [],
      would: { route: ['draft', 'review', 'draft', 'review', 'approved'] },
    });
  });

  it('a step more is one whose decision nobody knows: it is supposed to pass', () => {
    const second = approval({
      review: review('second'),
      second: { meta: step(post('dean'), one('approve', 'reject')), on: { approve: 'approved', reject: 'rejected' } },
    });
    expect(whatIf(plain, second, returnedOnce())).toMatchObject({
      differs: { route: true, days: false, asked: true },
      unknown: [{ kind: 'decision', step: 'second', outcome: 'approve' }],
      would: { route: ['draft', 'review', 'draft', 'review', 'second', 'approved'] },
    });
  });

  it('a step less is one that is not asked any more', () => {
    const second = approval({
      review: review('second'),
      second: { meta: step(post('dean'), one('approve', 'reject')), on: { approve: 'approved', reject: 'rejected' } },
    });
    const play = new Recorded(second, { cast }).begin();
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    play.turnTo('2024-03-25T01:00:00.000Z');
    play.decide('dean', 'approve');
    const found = whatIf(second, plain, play.happenings);
    expect(found).toMatchObject({ differs: { route: true, days: true, asked: true }, unknown: [] });
    expect([found && daysOf(found.was), found && daysOf(found.would)]).toEqual([3, 0]);
  });

  it('a shorter limit ends it where it was still being thought about', () => {
    const hasty = approval({ review: review('approved', { after: { P1D: 'rejected' } }) });
    expect(whatIf(plain, hasty, returnedOnce())).toMatchObject({
      differs: { route: true, days: true },
      would: { route: ['draft', 'review', 'rejected'], endedAt: '2024-03-23T01:00:00.000Z' },
    });
  });

  it('a new rule may refuse what was said then', () => {
    const strict = approval({
      review: review('approved', {
        on: {
          approve: {
            target: 'approved',
            guard: { type: 'rules', params: { all: [{ rule: 'R-XX-01', when: 'form.amount > 10.0', message: { zh: '数量不足' } }] } },
          },
          return: 'draft',
          reject: 'rejected',
        } as never,
      }),
    });
    expect(whatIf(plain, strict, returnedOnce())?.unknown).toEqual([
      { kind: 'refused', step: 'review', code: 'rule.broken', rules: ['R-XX-01'] },
      { kind: 'stays', step: 'review' },
    ]);
  });

  it('says nothing of a history that does not come to its case', () => {
    const [first, ...rest] = returnedOnce();
    expect(first && whatIf(plain, plain, [first, ...rest.slice(1)])).toBeUndefined();
    expect(whatIf(plain, plain, [])).toBeUndefined();
  });
});

it('whatever was done to whatever process: by the same workflow nothing differs, and nothing is unknown', () => {
  const holders = fc.constant({
    'clerk@school': [personId('clerk')],
    'head@school': [personId('head')],
    'dean@school': [personId('dean-1'), personId('dean-2'), personId('dean-3')],
    'finance@school': [personId('finance')],
  });
  fc.assert(
    fc.property(arbitraryProcess, holders, fc.array(arbitraryAttempt, { minLength: 5, maxLength: 30 }), (document, changing, attempts) => {
      const workflow = compiledOnce(document);
      const cast: Record<string, readonly string[]> = { ...changing };
      const play = new Play(workflow, { cast, subject: subjectByIds }).start(personId('clerk'), { amount: 1 });
      const happenings: Happening[] = [];
      const note = (id: string, at: string): void => {
        if (play.last.kind !== 'advanced' || play.last.entries.length === 0) return;
        happenings.push({ id, at, entries: play.last.entries, fields: play.last.state.form.fields });
      };
      note('begun', play.issue().at);
      for (const attempt of attempts) {
        const done = tryOn(play, cast, attempt, []);
        if (done !== undefined) note(done.command.id, done.command.at);
      }
      const found = whatIf(workflow, workflow, JSON.parse(JSON.stringify(happenings)) as Happening[]);
      if (play.state.machine.status === 'done') {
        expect(found).toMatchObject({ differs: { route: false, days: false, asked: false }, unknown: [] });
      }
    }),
    { numRuns: 30 },
  );
});

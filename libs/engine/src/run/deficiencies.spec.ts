import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, Deficiency, Step } from '#engine';
import { all, applicant, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { atFinance, because, general, inLine, returned, scan } from '../../../../test/support/mended.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

describe('a return with a list of what is to be mended', () => {
  it('keeps it in the case and in the history, numbered', () => {
    const play = returned();
    expect(play.last).toMatchObject({
      entries: [
        {
          kind: 'decided',
          outcome: 'return',
          items: [
            { number: 1, ...scan },
            { number: 2, fields: [], text: general.text },
          ],
        },
      ],
    });
    expect(play.state.returned).toEqual([
      {
        from: 'finance',
        to: 'draft',
        task: 3,
        by: 'finance',
        formVersion: 1,
        items: [
          { number: 1, ...scan, was: { amount: 1 } },
          { number: 2, fields: [], text: general.text },
        ],
      },
    ]);
  });

  it.each<[string, string, object]>([
    ['with an approval', 'deficiency.not-a-return', { outcome: 'approve', items: [scan] }],
    ['of too many items', 'deficiency.too-many', { items: Array.from({ length: 51 }, () => general) }],
    ['that is too long', 'deficiency.too-many', { items: [{ text: '长'.repeat(1001) }] }],
    ['that says nothing', 'deficiency.text-missing', { items: [{ fields: ['amount'], text: ' ' }] }],
    ['of a field there is not', 'deficiency.field-unknown', { items: [{ fields: ['ghost'], text: '补' }] }],
    ['of a field the returner does not see', 'deficiency.field-unknown', { items: [{ fields: ['opinion'], text: '补' }] }],
    ['that is due already', 'deficiency.due-past', { items: [{ ...scan, dueAt: '2024-03-22T01:00:00.000Z' }] }],
  ])('is refused %s', (_what, code, { outcome = 'return', ...details }: { outcome?: string; items?: readonly Deficiency[] }) => {
    const play = atFinance();
    const before = play.state;
    expect(play.decide('finance', outcome, { ...because, ...details })).toMatchObject({ kind: 'refused', code });
    expect(play.state).toBe(before);
  });

  it('is refused of a field that whoever is to mend it does not see', () => {
    const play = begin(inLine(), { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    const items = [{ fields: ['opinion'], text: '补' }];
    expect(play.decide('head', 'return', { ...because, items })).toMatchObject({
      code: 'deficiency.field-unknown',
      params: { field: 'opinion' },
    });
  });

  it('is refused where nobody would answer it', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('head'),
        head: { meta: step(post('head'), one('approve', 'return')), on: { approve: 'end', return: 'end' } },
        end: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    expect(play.decide('head', 'return', { ...because, items: [general] })).toMatchObject({ code: 'deficiency.nobody-to-answer' });
    expect(play.decide('head', 'return', because).kind).toBe('advanced');
  });
});

describe('the resubmission', () => {
  it('is refused with the items that are unanswered', () => {
    const play = returned();
    expect(play.decide('clerk', 'submit')).toMatchObject({
      kind: 'refused',
      code: 'deficiency.unanswered',
      params: { count: 2 },
      deficiencies: [
        { number: 1, text: scan.text },
        { number: 2, text: general.text },
      ],
    });
    expect(play.decide('clerk', 'submit', { fields: { amount: 2 } })).toMatchObject({ deficiencies: [{ number: 2 }] });
    expect(
      play.decide('clerk', 'submit', {
        answers: [
          { item: 1, note: '无误' },
          { item: 2, note: '  ' },
        ],
      }),
    ).toMatchObject({
      deficiencies: [{ number: 2 }],
    });
  });

  it('answers each by a changed field or a note, and the reviewer sees which until they pass', () => {
    const play = returned();
    play.save('clerk', { amount: 2 });
    expect(play.decide('clerk', 'submit', { answers: [{ item: 2, note: '用于实训' }] })).toMatchObject({
      kind: 'advanced',
      entries: [
        {
          kind: 'decided',
          items: [
            { number: 1, changed: ['amount'] },
            { number: 2, note: '用于实训', changed: [] },
          ],
        },
      ],
    });
    expect(play.state.changedAt).toEqual({ amount: 2 });
    play.decide('head', 'approve');
    expect(play.state.returned).toMatchObject([
      { from: 'finance', formVersion: 1, answeredIn: 2, items: [{ changed: ['amount'] }, { note: '用于实训' }] },
    ]);
    play.decide('finance', 'approve');
    expect(play.state.returned).toBeUndefined();
  });

  it('with a field changed and changed back has changed nothing', () => {
    const play = returned([scan]);
    play.save('clerk', { amount: 2 });
    play.save('clerk', { amount: 1 });
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'deficiency.unanswered' });
  });

  it('answers no item that is not open', () => {
    const play = returned([general]);
    expect(play.decide('clerk', 'submit', { answers: [{ item: 9, note: '好' }] })).toMatchObject({
      code: 'deficiency.item-unknown',
      params: { item: 9 },
    });
    play.decide('clerk', 'submit', { answers: [{ item: 1, note: '好' }] });
    expect(play.decide('head', 'approve', { answers: [{ item: 1, note: '好' }] })).toMatchObject({ code: 'deficiency.item-unknown' });
  });

  it('need not answer to be withdrawn', () => {
    const play = returned();
    expect(play.withdraw('clerk', '不再申请').kind).toBe('advanced');
    expect(play.state.returned).toBeUndefined();
  });

  it('straight back to the returner is asked for the answers too', () => {
    const play = returned([general], inLine({}, 'resume'));
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'deficiency.unanswered' });
    play.decide('clerk', 'submit', { answers: [{ item: 1, note: '好' }] });
    expect(play.view().states).toEqual(['finance']);
  });

  it('of those who submit together is complete when the last of them has answered', () => {
    for (const policy of [all('submit'), sequence('submit')]) {
      const document = inLine();
      const states = document.machine.states as Record<string, { meta: { step: Record<string, unknown> } }>;
      Object.assign(states['draft']?.meta.step ?? {}, { assignees: [applicant, post('assets')], decide: policy });
      const play = begin(document, { cast }).start('clerk', { amount: 1 });
      for (const [person, outcome] of [
        ['clerk', 'submit'],
        ['assets', 'submit'],
        ['head', 'approve'],
      ] as const)
        play.decide(person, outcome);
      play.decide('finance', 'return', { ...because, items: [general, scan] });
      play.decide('clerk', 'submit', { answers: [{ item: 1, note: '好' }] });
      expect(play.decide('assets', 'submit')).toMatchObject({ deficiencies: [{ number: 2 }] });
      expect(play.decide('assets', 'submit', { answers: [{ item: 2, note: '属实' }] }).kind).toBe('advanced');
      expect(play.view().states).toEqual(['head']);
    }
  });

  it('that is taken back has its answers open again; so has a return that is taken back its list gone', () => {
    const play = atFinance();
    const before = play.state.returned;
    play.decide('finance', 'return', { ...because, items: [general] });
    const { returned: list } = play.state;
    play.decide('clerk', 'submit', { answers: [{ item: 1, note: '好' }] });
    play.send('clerk', { kind: 'take-back', task: 4 });
    expect(play.state.returned).toEqual(list);
    expect(play.decide('clerk', 'submit')).toMatchObject({ code: 'deficiency.unanswered' });

    const other = returned();
    other.send('finance', { kind: 'take-back', task: 3 });
    expect(other.state.returned).toEqual(before);
  });

  it('meets the lists of two steps at once', () => {
    const play = returned([general]);
    play.decide('clerk', 'submit', { answers: [{ item: 1, note: '好' }] });
    play.decide('head', 'return', { ...because, items: [scan] });
    expect(play.state.returned?.map(({ from, items }) => [from, items.map(({ number }) => number)])).toEqual([
      ['finance', [1]],
      ['head', [2]],
    ]);
    expect(play.decide('clerk', 'submit')).toMatchObject({ deficiencies: [{ number: 2 }] });
  });
});

describe('what is to be mended is due', () => {
  const dueAt = '2024-03-25T01:00:00.000Z';
  const dueOf = (play: Play) => play.state.steps['draft']?.dueAt;

  it('on the earliest day that an item names', () => {
    expect(
      dueOf(
        returned([
          { ...scan, dueAt: '2024-03-28T01:00:00.000Z' },
          { ...general, dueAt },
        ]),
      ),
    ).toBe(dueAt);
    expect(dueOf(returned())).toBeUndefined();
  });

  it('never later than the step itself, and with its reminders', () => {
    const own: Partial<Step> = { due: 'P10D', remind: [{ before: 'P1D' }] };
    const play = returned([{ ...scan, dueAt }], inLine(own));
    expect(dueOf(play)).toBe(dueAt);
    expect(play.view().timers).toEqual(['remind-1 2024-03-24T01:00:00.000Z']);
    expect(dueOf(returned([{ ...scan, dueAt }], inLine({ due: 'P1D' })))).toBe('2024-03-23T01:00:00.000Z');
  });

  it('although the case was suspended meanwhile: a day that was named stays', () => {
    const play = returned([{ ...scan, dueAt }], inLine({ due: 'P10D', remind: [{ before: 'P1D' }] }));
    play.send('officer', { kind: 'suspend', comment: '核查' });
    play.turnTo('2024-03-23T01:00:00.000Z');
    play.send('officer', { kind: 'resume', comment: '核查完毕' });
    expect(dueOf(play)).toBe(dueAt);
  });
});

it('a state saved before there was any of this goes on', () => {
  const play = returned([general]);
  const { returned: _returned, ...old } = play.state;
  play.state = old;
  expect(play.decide('clerk', 'submit').kind).toBe('advanced');
});

/** Whatever is listed and however it is answered: nothing passes with an item that nothing was said or done about. */
it('never goes on with an item that is unanswered', () => {
  const item = fc.record({ fields: fc.subarray(['amount', 'reason'] as string[]), text: fc.constantFrom('补', '改') });
  const answer: fc.Arbitrary<Answer> = fc.record({ item: fc.integer({ min: 1, max: 4 }), note: fc.constantFrom('', ' ', '好') });
  const fields = fc.record({ amount: fc.constantFrom(1, 2), reason: fc.constantFrom('初稿', '改稿') }, { requiredKeys: [] });
  let [passed, stopped] = [0, 0];
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), fc.array(answer, { maxLength: 4 }), fields, (items, answers, changes) => {
      const play = returned(items);
      const result = play.decide('clerk', 'submit', { answers, fields: changes });
      const isChanged = { amount: changes.amount === 2, reason: changes.reason === '改稿' } as Record<string, boolean>;
      const isAnswered = (number: number, { fields: named = [] }: Deficiency) =>
        named.some((field) => isChanged[field]) || answers.some(({ item: to, note }) => to === number && note.trim() !== '');
      const open = items.flatMap((each, index) => (isAnswered(index + 1, each) ? [] : [index + 1]));
      const isUnknown = answers.some(({ item: to }) => to > items.length);
      if (isUnknown) expect(result).toMatchObject({ code: 'deficiency.item-unknown' });
      else if (open.length > 0)
        expect(result).toMatchObject({ code: 'deficiency.unanswered', deficiencies: open.map((number) => ({ number })) });
      else expect(result.kind).toBe('advanced');
      if (result.kind === 'advanced') passed += 1;
      else stopped += 1;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(passed, stopped)).toBeGreaterThan(0);
});

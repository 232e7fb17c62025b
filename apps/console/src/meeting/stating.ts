import i18next from 'i18next';
import { type Finding, type FindingDraft, type Outcome, outcomes, useFindings } from './findings.ts';
import type { Item, Meeting } from './meetings.ts';
import { unanimous, votersOf } from './tally.ts';

/** What the minutes say of an item until somebody says it better. Minutes are written in Chinese, whatever their secretary reads. */
const phraseOf: Readonly<Record<Outcome, 'phrasePassed' | 'phraseConditional' | 'phraseDeferred' | 'phraseNotPassed'>> = {
  passed: 'phrasePassed',
  'passed-with-conditions': 'phraseConditional',
  deferred: 'phraseDeferred',
  'not-passed': 'phraseNotPassed',
};
const phrase = (outcome: Outcome): string => i18next.getFixedT('zh', 'meeting')(phraseOf[outcome]);

/** An item as it is about to be recorded: what was recorded, with what was changed since. */
export interface Stated extends Omit<FindingDraft, 'recusals' | 'text'> {
  readonly recusals: readonly string[];
  readonly text: string;
}

export function statedOf({ finding }: Item, draft: FindingDraft | undefined): Stated {
  const { recusals = [], text = '', ...others } = { ...finding, ...draft };
  return { ...others, recusals, text };
}

/** What is sent; undefined while something is missing. */
export function findingOf(
  { outcome, text, recusals, tally, conditions, fields, formVersion }: Stated,
  present: number,
): Finding | undefined {
  if (outcome === undefined || text.trim() === '') return undefined;
  const isConditional = outcome === 'passed-with-conditions';
  if (isConditional && (conditions ?? '').trim() === '') return undefined;
  return {
    outcome,
    text: text.trim(),
    formVersion: formVersion ?? present,
    recusals: [...recusals],
    ...(tally !== undefined && outcome !== 'deferred' && { tally }),
    ...(isConditional && { conditions: (conditions ?? '').trim() }),
    ...(fields !== undefined && { fields }),
  };
}

/** Says of an item what the meeting came to. */
export function useStating(meeting: Meeting) {
  const write = useFindings((state) => state.write);
  const say = (item: Item, change: FindingDraft): void =>
    write(meeting.id, item.task.id, { formVersion: item.formVersion, fault: undefined, isReady: false, ...change });
  return {
    say,
    choose: (item: Item, stated: Stated, outcome: Outcome): Stated => {
      const isOwn = stated.text !== '' && !outcomes.some((one) => phrase(one) === stated.text);
      const isKept = stated.outcome === outcome && stated.tally !== undefined;
      const change = {
        outcome,
        text: isOwn ? stated.text : phrase(outcome),
        tally: isKept ? stated.tally : unanimous(outcome, votersOf(meeting, stated.recusals)),
      };
      say(item, change);
      return { ...stated, ...change, formVersion: item.formVersion };
    },
  };
}

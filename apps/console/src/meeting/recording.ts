import { type RefObject, useEffect, useState } from 'react';
import { isTyping } from '../case/keys.ts';
import { type Outcome, outcomes, useDrafts } from './findings.ts';
import type { Item, Meeting } from './meetings.ts';
import { findingOf, statedOf, useStating } from './stating.ts';

type Keys = Readonly<Record<string, () => void>>;

/** Which item is being recorded, and how one goes from it to the next. */
export function useRecording(meeting: Meeting, list: RefObject<HTMLElement | null>) {
  const { items } = meeting;
  const drafts = useDrafts(meeting.id);
  const { say, choose: state } = useStating(meeting);
  const [chosen, setChosen] = useState<string>();
  const active = items.find(({ task }) => task.id === chosen) ?? items.find((item) => item.finding === undefined) ?? items[0];
  const choose = (item: Item | undefined): void => {
    if (item !== undefined) setChosen(item.task.id);
  };
  const go = (step: number, from = active): void => choose(items[items.findIndex((item) => item === from) + step]);
  const focusIn = (selector: string): void => {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[aria-current] ${selector}`)?.focus());
  };
  /** Whatever is complete goes out, and the next one is there. */
  const confirm = (item: Item): void => {
    if (findingOf(statedOf(item, drafts[item.task.id]), item.formVersion) === undefined) return;
    say(item, { isReady: true });
    (document.activeElement as HTMLElement | null)?.blur();
    go(1, item);
  };
  /** What passes and what is put off is said with one key; the others have words of their own. */
  const decide = (item: Item, outcome: Outcome): void => {
    choose(item);
    state(item, statedOf(item, drafts[item.task.id]), outcome);
    if (outcome === 'passed-with-conditions') focusIn('[data-part=conditions]');
    else if (outcome === 'not-passed') focusIn('[data-part=text]');
    else {
      say(item, { isReady: true });
      go(1, item);
    }
  };
  const keys: Keys = {
    ...Object.fromEntries(outcomes.map((outcome, index) => [String(index + 1), () => active && decide(active, outcome)])),
    ArrowDown: () => go(1),
    j: () => go(1),
    ArrowUp: () => go(-1),
    k: () => go(-1),
    t: () => focusIn('[data-part=text]'),
    v: () => focusIn('[data-part=votes] input'),
    Enter: () => active && confirm(active),
  };
  return { active, choose, decide, confirm, keys };
}

/** Wherever on the page one is not typing. */
export function useKeys(keys: Keys): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || isTyping(event) || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

/** A button that has the focus is pressed by Enter, and tabs move by arrows. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest('[role=tablist]') !== null || (key === 'Enter' && target.closest('button, a') !== null);
}

import type { Text } from '../../definition/basics.ts';
import type { Step } from '../../definition/step.ts';
import { bodyText, dueText, levelText, type PostTitles, policyText } from '../wording.ts';

/** What a step asks, line by line, for tools that have no place for it. */
export function stepNotes(step: Step, posts: PostTitles, say: (text: Text) => string): string {
  const who = step.assignees.map((rule) => {
    const name = say(bodyText(rule, posts));
    return 'post' in rule ? `${name} (${say(levelText(rule.at))})` : name;
  });
  const lines = [
    [{ zh: '办理', en: 'Decided by' }, who.join(', ')],
    [{ zh: '规则', en: 'How' }, say(policyText(step.decide))],
    [{ zh: '期限', en: 'Due' }, step.due === undefined ? '' : say(dueText(step.due))],
    [{ zh: '依据', en: 'Basis' }, (step.basis ?? []).join(' ')],
  ] as const;
  return lines.flatMap(([label, value]) => (value === '' ? [] : [`${say(label)}: ${value}`])).join('\n');
}

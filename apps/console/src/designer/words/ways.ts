import { useTranslation } from 'react-i18next';
import { type Definition, type Due, dueText, type OutlineWay, ownEventTitles, type Text, valueAt } from '#engine';
import { useText } from '../../words/language.ts';
import { useDefinition } from '../document/designed.ts';

/** By what a way is taken, in a word. */
export const useWayWord = (): WayWord => useWayWordOf(useDefinition());

type WayWord = (way: Pick<OutlineWay, 'trigger' | 'name' | 'outcome'>) => string;

/** The same of any definition. */
export function useWayWordOf(definition: Definition): WayWord {
  const { t } = useTranslation('designer');
  const text = useText();
  const afterWord = (delay: Due): string => {
    if (typeof delay === 'object' && 'at' in delay && !('workingDays' in delay)) return t('way-afterInstant');
    return t('way-after', { delay: typeof delay === 'string' && !delay.startsWith('P') ? delay : text(dueText(delay)) });
  };
  return ({ trigger, name, outcome }) => {
    if (outcome !== undefined) return text(outcome.title);
    if (trigger === 'always') return t('way-always');
    if (trigger === 'onDone') return t('way-onDone');
    if (trigger === 'after') return afterWord(definition.delays?.[name] ?? name);
    const title = ownEventTitles.get(name) ?? (valueAt(definition, `/signals/${name}/title`) as Text | undefined);
    return title === undefined ? name : text(title);
  };
}

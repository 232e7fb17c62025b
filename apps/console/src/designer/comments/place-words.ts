import { useTranslation } from 'react-i18next';
import { type OutlinePlace, valueAt } from '#engine';
import { useText } from '../../words/language.ts';
import { useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { placeAround } from '../document/selection.ts';
import { useWayWord } from '../words/ways.ts';

/** What a place of the document is called; undefined where it is not there any more. */
export function usePlaceWords(): (pointer: string) => string | undefined {
  const { t } = useTranslation('designer');
  const text = useText();
  const wayWord = useWayWord();
  const definition = useDefinition();
  const outline = useOutline();
  return (pointer) => {
    if (pointer === '') return t('commentWhole');
    if (pointer.startsWith('/form')) return formWords(pointer);
    const place = placeAround(outline, pointer);
    if (place === undefined || !isThere(place, pointer)) return valueAt(definition, pointer) === undefined ? undefined : t('commentWhole');
    const way = place.ways.find((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`));
    const title = place.kind === 'process' ? t('commentWhole') : text(place.title);
    return way === undefined ? title : t('commentWay', { place: title, way: wayWord(way) });
  };

  function formWords(pointer: string): string | undefined {
    const [field] = /^\/form\/schema\/properties\/[^/]+/.exec(pointer) ?? [];
    if (field === undefined) return t('form');
    const found = valueAt(definition, field) as { readonly title: string; readonly 'x-en'?: string } | undefined;
    return found && text({ zh: found.title, ...(found['x-en'] !== undefined && { en: found['x-en'] }) });
  }
}

/** A state around that is not the one that was meant holds none of its places. */
const isThere = ({ pointer }: OutlinePlace, at: string): boolean => !/\/states\/[^/]+/.test(at.slice(pointer.length));

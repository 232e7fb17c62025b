import { Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { holdersFor } from '#engine';
import { useText } from '../../words/language.ts';
import { moveTo } from '../document/deeds.ts';
import { useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { Labelled } from '../inputs/labelled.tsx';

/** Within what a state stands, where it could stand within something else. */
export function HolderInput({ path }: { readonly path: string }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const definition = useDefinition();
  const outline = useOutline();
  const holders = useMemo(() => holdersFor(definition, path), [definition, path]);
  if (holders.length === 0) return null;
  const named = (at: string): string => {
    const keys = at.split('.');
    const titles = keys.map((_, index) => outline.find((place) => place.path === keys.slice(0, index + 1).join('.'))?.title);
    return at === '' ? t('wholeProcess') : titles.map((title) => (title === undefined ? '' : text(title))).join(' › ');
  };
  const now = path.split('.').slice(0, -1).join('.');
  return (
    <Labelled label={t('holder')} hint={t('holderHint')}>
      {(id) => (
        <Select<string>
          id={id}
          value={now}
          popupMatchSelectWidth={false}
          options={[now, ...holders].map((at) => ({ value: at, label: named(at) }))}
          onChange={(into) => moveTo(path, into)}
        />
      )}
    </Labelled>
  );
}

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../words/language.ts';
import { change, useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { Labelled } from '../inputs/labelled.tsx';
import { useSurroundings } from '../surroundings.ts';
import { bindStart, boundWindow } from './binding.ts';
import { handingIn, windowRegister, windowRoles } from './windows.ts';

/** Binds handing in to a window: outside of it, the first step's ways on refuse, and say when it is. */
export function StartWindow() {
  const { t } = useTranslation('designer');
  const text = useText();
  const { facts } = useSurroundings();
  const definition = useDefinition();
  const outline = useOutline();
  const at = handingIn(definition);
  if (facts[windowRegister] === undefined || at === undefined) return <p>{t('notHandedIn')}</p>;
  const place = outline.find(({ path }) => path === at.path);
  const kinds = windowRoles.map((role) => ({ value: role as string, label: t(`window-${role}`) }));
  return (
    <Labelled label={t('startWindow')} hint={t('startWindowHint', { place: place === undefined ? '' : text(place.title) })}>
      {(id) => (
        <Select
          id={id}
          value={boundWindow(definition, facts) ?? ''}
          options={[{ value: '', label: t('anyTime') }, ...kinds]}
          onChange={(chosen) =>
            change((document) =>
              bindStart(
                document,
                facts,
                windowRoles.find((role) => role === chosen),
              ),
            )
          }
        />
      )}
    </Labelled>
  );
}

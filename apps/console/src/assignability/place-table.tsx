import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import own from './assignability.module.css';
import { PlaceStep, type Places } from './place-step.tsx';
import { placeName } from './staffing-list.tsx';

/** Organisations down, steps across. */
export function PlaceTable({ places: { steps, items }, level }: { readonly places: Places; readonly level: string }) {
  const { t } = useTranslation('assignability');
  const text = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className={own.scroll} tabIndex={0} aria-label={t('table')}>
      <table className={own.table}>
        <thead>
          <tr>
            <th scope="col">{t('place')}</th>
            {steps.map(({ path, title }) => (
              <th key={path} scope="col">
                {text(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ place, steps: found }) => (
            <tr key={place.id}>
              <th scope="row">{placeName(place, level)}</th>
              {found.map((step, index) => (
                <td key={steps[index]?.path} data-severity={step.severity}>
                  <PlaceStep step={step} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

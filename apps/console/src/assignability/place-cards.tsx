import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import own from './assignability.module.css';
import { PlaceStep, type Places } from './place-step.tsx';
import { placeName } from './staffing-list.tsx';

/** The same on a phone: one organisation after another, each opens into its steps. */
export function PlaceCards({ places: { steps, items }, level }: { readonly places: Places; readonly level: string }) {
  const { t } = useTranslation('assignability');
  const text = useText();
  return (
    <ul className={own.cards}>
      {items.map(({ place, steps: found }) => {
        const count = found.filter(({ kinds }) => kinds.length > 0).length;
        return (
          <li key={place.id}>
            <details>
              <summary>
                <span>{placeName(place, level)}</span>
                {count > 0 && <small>{t('troubles', { count })}</small>}
              </summary>
              <dl>
                {found.map((step, index) => (
                  <div key={steps[index]?.path}>
                    <dt>{steps[index] && text(steps[index].title)}</dt>
                    <dd>
                      <PlaceStep step={step} />
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        );
      })}
    </ul>
  );
}

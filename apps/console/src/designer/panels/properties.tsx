import { useTranslation } from 'react-i18next';
import { useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { existing, placeAround, useSelection } from '../document/selection.ts';
import { FormPanel } from './form-panel.tsx';
import styles from './panels.module.css';
import { ProcessPanel } from './process-panel.tsx';
import { StatePanel } from './state-panel.tsx';
import { WayPanel } from './way-panel.tsx';

/** What can be said of whatever is selected. */
export function Properties() {
  const { t } = useTranslation('designer');
  return (
    <section className={styles.properties} aria-label={t('properties')} data-part="properties">
      <Panel />
    </section>
  );
}

function Panel() {
  const definition = useDefinition();
  const outline = useOutline();
  const pointer = existing(
    definition,
    useSelection((state) => state.pointer),
  );
  if (pointer.startsWith('/form')) return <FormPanel key={pointer} pointer={pointer} />;
  const place = placeAround(outline, pointer);
  if (place === undefined) return <ProcessPanel />;
  const way = place.ways.find((each) => pointer === each.pointer || pointer.startsWith(`${each.pointer}/`));
  if (way !== undefined) return <WayPanel key={way.pointer} place={place} way={way} />;
  return place.kind === 'process' ? <ProcessPanel /> : <StatePanel key={place.pointer} place={place} />;
}

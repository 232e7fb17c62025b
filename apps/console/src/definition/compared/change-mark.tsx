import { useTranslation } from 'react-i18next';
import own from '../definition.module.css';
import type { Change } from './merged.ts';

/** Beside the word, for whoever does not see the colours. */
export const changeSigns = { added: '＋', removed: '－', changed: '△' } as const satisfies Record<Change, string>;

/** What has become of something: by colour, sign and word. */
export function ChangeMark({ change }: { readonly change: Change }) {
  const { t } = useTranslation('definitions');
  return (
    <span className={own.kind} data-kind={change}>
      <span aria-hidden>{changeSigns[change]}</span> {t(change)}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import { Labelled } from '../inputs/labelled.tsx';
import { useTitle } from '../inputs/plain.tsx';
import styles from './expression.module.css';
import { Tried, Typed } from './expression-input.tsx';

interface MessageInputProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
}

/** A sentence in both languages with expressions in its braces; English may be left out. */
export function MessageInput({ pointer, label, hint }: MessageInputProps) {
  const { t } = useTranslation('designer');
  const { zh, en, write } = useTitle(pointer);
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <div className={styles.pair}>
          <Typed id={id} label={t('inChinese', { label })} pointer={pointer} value={zh} onChange={(typed) => write('zh', typed)} />
          <Tried pointer={pointer} label={t('inChinese', { label })} written={zh} />
          <Typed id={`${id}-en`} label={t('inEnglish', { label })} pointer={pointer} value={en} onChange={(typed) => write('en', typed)} />
          <Tried pointer={pointer} label={t('inEnglish', { label })} written={en} />
        </div>
      )}
    </Labelled>
  );
}

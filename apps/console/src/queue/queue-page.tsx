import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../frame/page.tsx';
import { useWide } from '../theme/media.ts';
import { Filters } from './filters.tsx';
import { type ListName, listNames, useLooking } from './lists.ts';
import { OpenList } from './open-list.tsx';
import { CopiedList, DecidedList, StartedList } from './other-lists.tsx';
import styles from './queue.module.css';

/** What waits for me, what I decided, what I started, what was copied to me. */
export function QueuePage() {
  const { t } = useTranslation('queue');
  const [looking, look] = useLooking();
  const isWide = useWide();
  useTitle(t(looking.list));
  const props = { looking, look, isWide };
  return (
    <div className={isWide ? styles.beside : styles.alone}>
      <div className={styles.head}>
        <h1 className="unseen">{t(looking.list)}</h1>
        <Segmented<ListName>
          block
          value={looking.list}
          aria-label={t('lists')}
          onChange={(list) => look({ list, case: undefined, due: undefined })}
          options={listNames.map((name) => ({ value: name, label: t(name) }))}
        />
        <Filters looking={looking} look={look} />
      </div>
      {looking.list === 'open' && <OpenList {...props} />}
      {looking.list === 'decided' && <DecidedList {...props} />}
      {looking.list === 'started' && <StartedList {...props} />}
      {looking.list === 'copied' && <CopiedList {...props} />}
    </div>
  );
}

import { DisconnectOutlined, SyncOutlined } from '@ant-design/icons';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStream } from '../frame/live.ts';
import styles from './states.module.css';

/** Above every page while there is no network, and quietly while the server is not heard. */
export function OfflineBanner() {
  const { t } = useTranslation('states');
  const isOnline = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  const isCut = useStream((state) => state.isCut);
  if (isOnline)
    return (
      <div aria-live="polite">
        {isCut && (
          <p className={styles.cut}>
            <SyncOutlined aria-hidden /> {t('cut')}
          </p>
        )}
      </div>
    );
  return (
    <div className={styles.offline} role="alert">
      <DisconnectOutlined aria-hidden /> {t('offline')}
    </div>
  );
}

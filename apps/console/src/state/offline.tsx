import { DisconnectOutlined } from '@ant-design/icons';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

/** Above every page while there is no network. */
export function OfflineBanner() {
  const { t } = useTranslation('states');
  const isOnline = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  if (isOnline) return null;
  return (
    <div className={styles.offline} role="alert">
      <DisconnectOutlined aria-hidden /> {t('offline')}
    </div>
  );
}

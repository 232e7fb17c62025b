import { BugOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Place } from './place.tsx';
import styles from './states.module.css';

/** In place of a page that broke. The frame around it goes on working. */
export function BrokenPage() {
  const { t } = useTranslation('states');
  const error = useRouteError();
  return (
    <Place
      icon={<BugOutlined aria-hidden />}
      title={t('broken')}
      hint={
        <>
          {t('brokenHint')}
          <span className={styles.detail}>{error instanceof Error ? error.message : String(error)}</span>
        </>
      }
    >
      <Button type="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </Place>
  );
}

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { present } from '../session/session.ts';
import { dayOf } from '../time/zone.ts';
import styles from './administration.module.css';

/** The year in the address, or this one; and what goes to those beside it. */
export function useYear(): readonly [number, (year: number) => void] {
  const [address, setAddress] = useSearchParams();
  const year = Number(address.get('year') ?? dayOf(present()).slice(0, 4));
  return [year, (to) => setAddress({ year: String(to) }, { replace: true })];
}

export function YearSteps({ year, go }: { readonly year: number; readonly go: (year: number) => void }) {
  const { t } = useTranslation('system');
  return (
    <div className={styles.actions}>
      <Button icon={<LeftOutlined />} aria-label={t('yearBefore')} onClick={() => go(year - 1)} />
      <strong className={styles.year}>{t('year', { year })}</strong>
      <Button icon={<RightOutlined />} aria-label={t('yearAfter')} onClick={() => go(year + 1)} />
    </div>
  );
}

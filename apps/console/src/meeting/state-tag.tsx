import { CheckCircleOutlined, ClockCircleOutlined, StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import styles from './meeting.module.css';
import type { Meeting } from './meetings.ts';

const signs = {
  open: <ClockCircleOutlined aria-hidden />,
  closed: <CheckCircleOutlined aria-hidden />,
  cancelled: <StopOutlined aria-hidden />,
};

export function StateTag({ state }: { readonly state: Meeting['state'] }) {
  const { t } = useTranslation('meeting');
  return (
    <span className={styles.state} data-state={state}>
      {signs[state]} {t(state)}
    </span>
  );
}

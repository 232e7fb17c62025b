import { Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import styles from './administration.module.css';

interface OncePasswordProps {
  readonly newcomer: components['schemas']['Newcomer'];
  readonly onClose: () => void;
}

/** The password somebody signs in with once; it is not to be had again. */
export function OncePassword({ newcomer: { person, password }, onClose }: OncePasswordProps) {
  const { t } = useTranslation('organisations');
  return (
    <Modal
      open
      title={t('onceTitle')}
      okText={t('done')}
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
      onOk={onClose}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>
          {person.name} · {person.account}
        </p>
        <Typography.Text copyable code className={styles.once} data-testid="once">
          {password}
        </Typography.Text>
        <p className={styles.small}>{t('onceHint')}</p>
      </div>
    </Modal>
  );
}

import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './queue.module.css';

const keys = [
  ['J', 'keyNext'],
  ['K', 'keyPrevious'],
  ['A', 'keyApprove'],
  ['B', 'keyReturn'],
  ['R', 'keyReject'],
  ['X', 'keySelect'],
  ['Esc', 'keyLeave'],
  ['?', 'keyHelp'],
] as const;

export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('queue');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('keys')} width={360}>
      <dl className={styles.keys}>
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

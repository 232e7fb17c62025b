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

interface KeysDialogProps {
  readonly isOpen: boolean;
  /** Of a list in which nothing is selected. */
  readonly isRead?: boolean;
  readonly onClose: () => void;
}

export function KeysDialog({ isOpen, isRead = false, onClose }: KeysDialogProps) {
  const { t } = useTranslation('queue');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('keys')} width={360}>
      <dl className={styles.keys}>
        {keys
          .filter(([key]) => !isRead || key !== 'X')
          .map(([key, word]) => (
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

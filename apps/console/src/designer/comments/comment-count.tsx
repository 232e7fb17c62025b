import { MessageOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import styles from './comments.module.css';
import { useOpenCount } from './comments.ts';

interface CommentCountProps {
  readonly pointer: string;
  /** Whether what stands within counts too. */
  readonly isWhole: boolean;
}

/** How many comments are open here. */
export function CommentCount({ pointer, isWhole }: CommentCountProps) {
  const { t } = useTranslation('designer');
  const count = useOpenCount(pointer, isWhole);
  if (count === 0) return null;
  return (
    <span className={styles.count} title={t('commentsHere', { count })}>
      <MessageOutlined aria-hidden /> <span aria-hidden>{count}</span>
      <span className="unseen">{t('commentsHere', { count })}</span>
    </span>
  );
}

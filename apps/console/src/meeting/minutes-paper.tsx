import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './meeting.module.css';

/** As it goes on paper: A4, when it is printed nothing else is. */
export function MinutesPaper({ text }: { readonly text: string }) {
  const { t } = useTranslation('meeting');
  const [title = '', number = '', ...lines] = text.split('\n');
  return (
    <section aria-label={t('minutes')}>
      <div className={styles.printing}>
        <Button icon={<PrinterOutlined />} onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
      <article className={styles.sheet} lang="zh-CN">
        <h2>{title}</h2>
        <p className={styles.sheetNumber}>{number}</p>
        <div className={styles.minutesText}>{lines.join('\n').trim()}</div>
      </article>
    </section>
  );
}

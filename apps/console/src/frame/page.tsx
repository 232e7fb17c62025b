import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: what one can do here, or filter by. */
  readonly aside?: ReactNode;
  /** The whole width, for pages with columns of their own. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page: its heading, its title in the browser, its measure. */
export function Page({ title, aside, isWide = false, children }: PageProps) {
  useTitle(title);
  return (
    <div className={isWide ? styles.widePage : styles.page}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {aside}
      </div>
      {children}
    </div>
  );
}

/** What the browser calls the page. */
export function useTitle(title: string): void {
  const { t } = useTranslation('frame');
  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);
}

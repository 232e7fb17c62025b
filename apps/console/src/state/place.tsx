import type { ReactNode } from 'react';
import styles from './states.module.css';

interface PlaceProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint?: ReactNode;
  readonly children?: ReactNode;
}

/** Said in place of what is not there: what it is, why, what can be done. */
export function Place({ icon, title, hint, children }: PlaceProps) {
  return (
    <div className={styles.place}>
      {icon}
      <p className={styles.title}>{title}</p>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

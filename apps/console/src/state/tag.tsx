import type { ReactNode } from 'react';
import styles from './tag.module.css';

interface TagProps {
  /** How it stands; without it, it is only called so. */
  readonly tone?: 'good' | 'soon' | 'bad' | 'system' | undefined;
  readonly children: ReactNode;
}

/** A word or two about something, set apart from its name. */
export function Tag({ tone, children }: TagProps) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

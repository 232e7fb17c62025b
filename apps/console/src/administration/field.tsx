import type { ReactNode } from 'react';
import styles from './administration.module.css';

/** A field of a form below its name. */
export function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span aria-hidden>{name}</span>
      {children}
    </div>
  );
}

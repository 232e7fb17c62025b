import type { ReactNode } from 'react';
import type { components } from '../api/schema.d.ts';
import styles from './guide.module.css';

export type Guide = components['schemas']['Guide'];

/** A chapter of the guide. */
export const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.part}>
    <h2>{title}</h2>
    {children}
  </section>
);

import type { ReactNode } from 'react';
import { select } from '../document/selection.ts';
import styles from './inputs.module.css';

interface PlaceLinkProps {
  /** Pointer into the document. */
  readonly to: string;
  readonly children: ReactNode;
}

/** Goes to another place of the document. */
export function PlaceLink({ to, children }: PlaceLinkProps) {
  return (
    <button type="button" className={styles.link} onClick={() => select(to)}>
      {children}
    </button>
  );
}

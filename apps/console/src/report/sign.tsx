import type { ReactNode } from 'react';
import styles from './sign.module.css';
import type { Obligation } from './types.ts';

type Look = 'kept' | 'late' | 'missed' | 'exempted' | 'open' | 'returned' | 'slow' | 'ahead';

const looks: Readonly<Record<Obligation['state'], Look>> = {
  scheduled: 'ahead',
  open: 'open',
  drafted: 'open',
  submitted: 'kept',
  returned: 'returned',
  accepted: 'kept',
  uploaded: 'kept',
  monitored: 'kept',
  slow: 'slow',
  normal: 'kept',
  missed: 'missed',
  late: 'late',
  exempted: 'exempted',
};

/** Shapes that are told apart without their colours. */
const shapes: Readonly<Record<Look, ReactNode>> = {
  kept: <path d="M5 9.5l3 3 5.5-6.5" />,
  late: <path d="M9 5v4.5l3 2" />,
  missed: <path d="M5.5 5.5l7 7m0-7l-7 7" />,
  exempted: <path d="M5.5 9h7" />,
  open: null,
  returned: <path d="M12.5 12.5V8H6m2.5-3L5.5 8l3 3" />,
  slow: <path d="M9 4.8v5.4m0 2.9v.1" />,
  ahead: null,
};

/** What has become of a report, as a small square. The words for it stand beside it, or in what it stands in. */
export function Sign({ state }: { readonly state: Obligation['state'] }) {
  const look = looks[state];
  return (
    <svg className={`${styles.sign} ${styles[look]}`} viewBox="0 0 18 18" width="18" height="18" aria-hidden>
      <rect x="1" y="1" width="16" height="16" rx="3" />
      {shapes[look]}
    </svg>
  );
}

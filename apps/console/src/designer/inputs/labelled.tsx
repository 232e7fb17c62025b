import { type ReactNode, useId } from 'react';
import { useText } from '../../words/language.ts';
import { useFindings } from '../findings/findings.ts';
import styles from './inputs.module.css';

interface LabelledProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Whose findings are said below it. */
  readonly pointer?: string;
  readonly children: (id: string) => ReactNode;
}

/** Something that is typed or chosen, with its label above and what is wrong with it below. */
export function Labelled({ label, hint, pointer, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={styles.labelled}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {pointer !== undefined && <Wrong pointer={pointer} />}
    </div>
  );
}

interface WrongProps {
  readonly pointer: string;
  /** Whether what was found inside it is said elsewhere. */
  readonly isAlone?: boolean;
}

/** What was found at a place of the document, or inside it. */
export function Wrong({ pointer, isAlone = false }: WrongProps) {
  const text = useText();
  const found = useFindings().filter((finding) => finding.pointer === pointer || (!isAlone && finding.pointer.startsWith(`${pointer}/`)));
  return found.map(({ code, pointer: at, message, severity }) => (
    <p key={`${code} ${at}`} className={styles.wrong} data-severity={severity}>
      {text(message)}
    </p>
  ));
}

interface SectionProps {
  readonly title: string;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of a panel that can be folded away. */
export const Section = ({ title, isOpen = false, children }: SectionProps) => (
  <details className={styles.section} open={isOpen}>
    <summary>{title}</summary>
    <div>{children}</div>
  </details>
);

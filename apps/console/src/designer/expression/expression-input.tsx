import { lazy, Suspense } from 'react';
import { put, useAt } from '../document/designed.ts';
import { Labelled } from '../inputs/labelled.tsx';
import styles from './expression.module.css';
import { usePlaced } from './placed.ts';
import { TrialLine } from './trial-line.tsx';

const ExpressionEditor = lazy(() => import('./expression-editor.tsx'));

interface ExpressionInputProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  /** Whether there may be none. */
  readonly isOptional?: boolean;
}

/** An expression over the form, the case and what registers know: completed, checked while it is typed, and tried below. */
export function ExpressionInput({ pointer, label, hint, isOptional = false }: ExpressionInputProps) {
  const value = useAt<string>(pointer) ?? '';
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <>
          <Typed
            id={id}
            label={label}
            pointer={pointer}
            value={value}
            onChange={(typed) => put(pointer, typed === '' && isOptional ? undefined : typed)}
          />
          <Tried pointer={pointer} label={label} written={value} />
        </>
      )}
    </Labelled>
  );
}

interface TypedProps {
  readonly id: string;
  readonly label: string;
  readonly pointer: string;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** What is typed where expressions are understood; until the editor has come it is shown as it stands. */
export function Typed({ id, label, pointer, value, onChange }: TypedProps) {
  const placed = usePlaced(pointer);
  return (
    <Suspense fallback={<div className={styles.typed}>{value}</div>}>
      <ExpressionEditor id={id} label={label} placed={placed} value={value} onChange={onChange} />
    </Suspense>
  );
}

/** What it comes to with sample values. */
export function Tried({ pointer, label, written }: { readonly pointer: string; readonly label: string; readonly written: string }) {
  const placed = usePlaced(pointer);
  return placed === undefined ? null : <TrialLine label={label} written={written} placed={placed} />;
}

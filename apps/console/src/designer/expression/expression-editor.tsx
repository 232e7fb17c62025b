import { forceLinting } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, repositionTooltips } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Placed } from '#engine';
import { useLanguage } from '../../words/language.ts';
import { useFound } from '../findings/findings.ts';
import { writing } from './editing.ts';
import styles from './expression.module.css';

interface ExpressionEditorProps {
  readonly id: string;
  readonly label: string;
  /** What is known of expressions here; without it, anything is typed. */
  readonly placed: Placed | undefined;
  readonly value: string;
  readonly onChange: (typed: string) => void;
}

/** What another view has changed. */
const fromOutside = Annotation.define<boolean>();

/** Where expressions are typed, alone or in the braces of a text. Undoing is the document's. */
export default function ExpressionEditor({ id, label, placed, value, onChange }: ExpressionEditorProps) {
  const { t } = useTranslation('designer');
  const language = useLanguage();
  const parent = useRef<HTMLDivElement>(null);
  const now = useRef({ placed, value, onChange });
  const shown = useRef<EditorView>(undefined);
  useEffect(() => {
    now.current = { placed, value, onChange };
    const view = shown.current;
    if (view === undefined) return;
    const typed = view.state.doc.toString();
    if (typed !== value) view.dispatch({ changes: { from: 0, to: typed.length, insert: value }, annotations: fromOutside.of(true) });
    forceLinting(view);
  }, [placed, value, onChange]);
  useEffect(() => {
    if (parent.current === null) return undefined;
    const view = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: now.current.value,
        extensions: [
          writing(() => now.current.placed, { language, optional: t('mayBeAbsent') }),
          EditorState.phrases.of({ Completions: t('completions'), Diagnostics: t('findings') }),
          EditorView.contentAttributes.of({ id, 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'false' }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (docChanged && !transactions.some((each) => each.annotation(fromOutside))) now.current.onChange(state.doc.toString());
          }),
        ],
      }),
    });
    shown.current = view;
    // What is said above and below moves the field, and what hangs on it has to follow.
    const stop = useFound.subscribe(() => repositionTooltips(view));
    return () => {
      stop();
      shown.current = undefined;
      view.destroy();
    };
  }, [id, label, language, t]);
  return <div ref={parent} className={styles.typed} />;
}

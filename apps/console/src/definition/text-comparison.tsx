import { json } from '@codemirror/lang-json';
import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import own from './definition.module.css';

interface TextComparisonProps {
  readonly before: unknown;
  readonly after: unknown;
  readonly names: readonly [one: string, other: string];
}

/** The whole of two documents beside each other; what is the same in both is folded away. */
export function TextComparison({ before, after, names: [one, other] }: TextComparisonProps) {
  const { t } = useTranslation('definitions');
  const folded = t('unchangedLines');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    const side = (document: unknown, name: string) => ({
      doc: JSON.stringify(document, null, 2),
      extensions: [
        json(),
        lineNumbers(),
        EditorState.phrases.of({ '$ unchanged lines': folded }),
        EditorState.readOnly.of(true),
        EditorView.editable.of(false),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': name, tabindex: '0' }),
      ],
    });
    const view = new MergeView({
      a: side(before, one),
      b: side(after, other),
      parent: place.current,
      highlightChanges: true,
      gutter: true,
      // Beyond its 500 steps it calls whole pages different.
      diffConfig: { scanLimit: 10_000, timeout: 1000 },
      collapseUnchanged: { margin: 3, minSize: 4 },
    });
    return () => view.destroy();
  }, [before, after, one, other, folded]);
  return <div ref={place} className={own.text} />;
}

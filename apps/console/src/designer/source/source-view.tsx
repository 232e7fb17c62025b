import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { languageTag } from '../../words/language.ts';
import { change, useDesigned } from '../document/designed.ts';
import { editing } from './editing.ts';
import { foundIn } from './found-in.ts';
import styles from './source.module.css';

/** What another view has changed. */
const fromOutside = Annotation.define<boolean>();

const written = (document: unknown): string => JSON.stringify(document, null, 2);

/** The document itself. What is typed goes into the other views as soon as it can be read. */
export default function SourceView() {
  const { t } = useTranslation('designer');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return undefined;
    let known = useDesigned.getState().document;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: written(known),
        extensions: [
          editing,
          json(),
          linter(jsonParseLinter()),
          foundIn(languageTag() === 'en' ? 'en' : 'zh'),
          EditorView.contentAttributes.of({ 'aria-label': t('sourceOf') }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (!docChanged || transactions.some((each) => each.annotation(fromOutside))) return;
            const read = readIn(state.doc.toString());
            if (read === undefined) return;
            known = read;
            change(() => read, '/');
          }),
        ],
      }),
    });
    const stop = useDesigned.subscribe(({ document }) => {
      if (document === known) return;
      known = document;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written(document) }, annotations: fromOutside.of(true) });
    });
    return () => {
      stop();
      view.destroy();
    };
  }, [t]);
  return <div ref={place} className={styles.source} data-part="source" />;
}

/** An object, or undefined while it is none. */
function readIn(typed: string): object | undefined {
  try {
    const read: unknown = JSON.parse(typed);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

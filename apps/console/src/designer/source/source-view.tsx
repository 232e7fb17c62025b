import { WarningFilled } from '@ant-design/icons';
import { autocompletion } from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { schemaOfDefinition } from '#engine';
import { languageTag } from '../../words/language.ts';
import { change, useDesigned } from '../document/designed.ts';
import { keepUnread, useUnread } from '../document/unread.ts';
import { editing } from './editing.ts';
import { foundIn } from './found-in.ts';
import type { Schema } from './schema.ts';
import { schemaCompletion, schemaHover } from './schema-completion.ts';
import styles from './source.module.css';

/** What another view has changed. */
const fromOutside = Annotation.define<boolean>();

const schema: Schema = schemaOfDefinition();

const written = (document: unknown): string => JSON.stringify(document, null, 2);

const write = (view: EditorView, document: unknown): void =>
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: written(document) }, annotations: fromOutside.of(true) });

/** The document itself. What is typed goes into the other views as soon as it can be read; until then it is kept here. */
export default function SourceView() {
  const { t } = useTranslation('designer');
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<EditorView>(undefined);
  /** The document that stands here. */
  const known = useRef<unknown>(undefined);
  useEffect(() => {
    if (place.current === null) return undefined;
    known.current = useDesigned.getState().document;
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: useUnread.getState().typed ?? written(known.current),
        extensions: [
          editing,
          json(),
          autocompletion({ override: [schemaCompletion(schema, { required: t('required') })], icons: false, interactionDelay: 0 }),
          schemaHover(schema),
          foundIn(languageTag() === 'en' ? 'en' : 'zh', (detail) => t('unreadable', { detail })),
          EditorState.phrases.of({ Completions: t('completions'), Diagnostics: t('findings') }),
          EditorView.contentAttributes.of({ 'aria-label': t('sourceOf'), tabindex: '0' }),
          EditorView.updateListener.of(({ docChanged, state, transactions }) => {
            if (!docChanged || transactions.some((each) => each.annotation(fromOutside))) return;
            const typed = state.doc.toString();
            const read = readIn(typed);
            keepUnread(read === undefined ? typed : undefined);
            if (read === undefined || written(read) === written(useDesigned.getState().document)) return;
            known.current = read;
            change(() => read, '/');
          }),
        ],
      }),
    });
    shown.current = view;
    const stop = useDesigned.subscribe(({ document }) => {
      if (document === known.current || useUnread.getState().typed !== undefined) return;
      known.current = document;
      write(view, document);
    });
    return () => {
      stop();
      shown.current = undefined;
      view.destroy();
    };
  }, [t]);
  const forget = (): void => {
    keepUnread(undefined);
    known.current = useDesigned.getState().document;
    if (shown.current !== undefined) write(shown.current, known.current);
  };
  return (
    <div className={styles.whole}>
      <div ref={place} className={styles.source} data-part="source" />
      <Unread onForget={forget} />
    </div>
  );
}

/** That what is typed is no document, so that the other views still have the one before. */
function Unread({ onForget }: { readonly onForget: () => void }) {
  const { t } = useTranslation('designer');
  const isUnread = useUnread(({ typed }) => typed !== undefined);
  if (!isUnread) return null;
  return (
    <output className={styles.unread}>
      <WarningFilled aria-hidden />
      {t('unread')}
      <Button size="small" onClick={onForget}>
        {t('forgetUnread')}
      </Button>
    </output>
  );
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

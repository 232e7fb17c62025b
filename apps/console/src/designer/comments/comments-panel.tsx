import { Button, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../state/failed.tsx';
import { Loading } from '../../state/loading.tsx';
import { useDefinition } from '../document/designed.ts';
import { existing, useSelection } from '../document/selection.ts';
import { CommentItem } from './comment-item.tsx';
import styles from './comments.module.css';
import { type DraftComment, isOpen, say, useCommented } from './comments.ts';
import { usePlaceWords } from './place-words.ts';

const none: readonly DraftComment[] = [];

/** What people say to each other about the draft: here, and everywhere. */
export function CommentsPanel() {
  const { t } = useTranslation('designer');
  const items = useCommented((state) => state.items);
  const [isAll, showAll] = useState(false);
  const pointer = useHere();
  const shown = (items ?? none).filter((comment) => isAll || isOpen(comment));
  const here = shown.filter((comment) => comment.pointer === pointer);
  const elsewhere = shown.filter((comment) => comment.pointer !== pointer);
  const settled = (items ?? none).length - (items ?? none).filter(isOpen).length;
  return (
    <section className={styles.panel} aria-label={t('comments')} data-part="comments">
      <Writing pointer={pointer} />
      <ul className={styles.list} aria-label={t('commentsAt')}>
        {here.map((comment) => (
          <CommentItem key={comment.id} of={comment} />
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <>
          <h3>{t('commentsElsewhere')}</h3>
          <ul className={styles.list} aria-label={t('commentsElsewhere')}>
            {elsewhere.map((comment) => (
              <CommentItem key={comment.id} of={comment} isPlaced />
            ))}
          </ul>
        </>
      )}
      {items === undefined && <Loading lines={3} />}
      {items !== undefined && shown.length === 0 && <p className={styles.faint}>{t('noComments')}</p>}
      {settled > 0 && (
        <label className={styles.all}>
          <Switch size="small" checked={isAll} onChange={showAll} /> {t('showSettled', { count: settled })}
        </label>
      )}
    </section>
  );
}

/** What is selected, as far as it is there. */
function useHere(): string {
  const definition = useDefinition();
  return existing(
    definition,
    useSelection((state) => state.pointer),
  );
}

/** What is typed and not sent stays with its place. */
function Writing({ pointer }: { readonly pointer: string }) {
  const { t } = useTranslation('designer');
  const said = useSaid();
  const placeWords = usePlaceWords();
  const [typed, type] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const text = typed[pointer] ?? '';
  const place = placeWords(pointer) ?? t('commentWhole');
  const send = async (): Promise<void> => {
    setSending(true);
    setFailed(undefined);
    try {
      await say(pointer, text.trim());
      type((all) => ({ ...all, [pointer]: '' }));
    } catch (error) {
      setFailed(error);
    }
    setSending(false);
  };
  return (
    <div className={styles.writing}>
      <h2>{t('commentOn', { place })}</h2>
      <Input.TextArea
        aria-label={t('commentOn', { place })}
        placeholder={t('commentHint')}
        value={text}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => type((all) => ({ ...all, [pointer]: target.value }))}
      />
      {failed !== undefined && (
        <p role="alert" className={styles.fault}>
          {said(failed)}
        </p>
      )}
      <Button type="primary" size="small" loading={isSending} disabled={text.trim() === ''} onClick={() => void send()}>
        {t('commentSend')}
      </Button>
    </div>
  );
}

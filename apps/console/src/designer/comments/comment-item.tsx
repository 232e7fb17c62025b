import { CheckCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../state/failed.tsx';
import { Instant } from '../../time/instant.tsx';
import { PlaceLink } from '../inputs/place-link.tsx';
import styles from './comments.module.css';
import { type DraftComment, settle } from './comments.ts';
import { usePlaceWords } from './place-words.ts';

interface CommentItemProps {
  readonly of: DraftComment;
  /** Whether it is said where it stands, as a way there. */
  readonly isPlaced?: boolean;
}

/** Who said what, when, and whether it is dealt with. */
export function CommentItem({ of: { id, pointer, text, author, writtenAt, resolved }, isPlaced = false }: CommentItemProps) {
  const { t } = useTranslation('designer');
  const said = useSaid();
  const placeWords = usePlaceWords();
  const [failed, setFailed] = useState<unknown>();
  const place = placeWords(pointer);
  const turn = (): void => {
    setFailed(undefined);
    settle(id, resolved === undefined).catch(setFailed);
  };
  return (
    <li className={styles.comment} data-settled={resolved !== undefined}>
      {isPlaced && (
        <p className={styles.where}>
          {place === undefined ? (
            <span className={styles.faint}>{t('commentNowhere', { place: pointer })}</span>
          ) : (
            <PlaceLink to={pointer}>{place}</PlaceLink>
          )}
        </p>
      )}
      <p className={styles.head}>
        <strong>{author.name}</strong>
        <span className={styles.faint}>
          <Instant at={writtenAt} />
        </span>
      </p>
      <p className={styles.text}>{text}</p>
      {resolved !== undefined && (
        <p className={styles.settled}>
          <CheckCircleOutlined aria-hidden /> {t('commentSettled', { name: resolved.by.name })} <Instant at={resolved.at} />
        </p>
      )}
      {failed !== undefined && (
        <p role="alert" className={styles.fault}>
          {said(failed)}
        </p>
      )}
      <Button type="link" size="small" onClick={turn}>
        {t(resolved === undefined ? 'commentSettle' : 'commentReopen')}
      </Button>
    </li>
  );
}

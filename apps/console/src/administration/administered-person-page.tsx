import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Tag } from '../state/tag.tsx';
import { dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import { AccountCard } from './account-card.tsx';
import styles from './administration.module.css';
import { AssignDialog } from './assign-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';

type Person = components['schemas']['AdministeredPerson'];
type Held = components['schemas']['HeldPost'];

/** Somebody, as an administrator looks after them: their posts, their account, their hand-over. */
export function AdministeredPersonPage() {
  const { t } = useTranslation('organisations');
  const { id = '' } = useParams();
  const person = api.useQuery('get', '/api/directory/people/{id}', { params: { path: { id } } });
  const { name = t('people'), posts = [] } = person.data ?? {};
  const at = posts[0]?.organisation.id;
  return (
    <Page
      title={name}
      aside={
        <div className={styles.actions}>
          <Link className="ant-btn" to={at === undefined ? '/organisations' : `/organisations?at=${at}`}>
            {t('title')}
          </Link>
        </div>
      }
    >
      <Answer of={person}>
        {(shown) => (
          <div className={styles.cards}>
            <Posts of={shown} />
            <AccountCard person={shown} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

function Posts({ of: person }: { readonly of: Person }) {
  const { t } = useTranslation('organisations');
  const [ended, end] = useState<Held>();
  const [isAssigning, setAssigning] = useState(false);
  return (
    <section className={styles.card} aria-labelledby="posts-title">
      <header className={styles.cardHead}>
        <h2 id="posts-title">{t('posts')}</h2>
        <div className={styles.actions}>
          <Link to={`/organisations/people/${person.id}/handover`}>{t('handover')}</Link>
          <Button type="primary" onClick={() => setAssigning(true)}>
            {t('assign')}
          </Button>
        </div>
      </header>
      <ul className={styles.rows}>
        {person.posts.map((held) => (
          <PostRow key={held.id} held={held} end={() => end(held)} />
        ))}
      </ul>
      {ended && <EndDialog person={person} held={ended} onClose={() => end(undefined)} />}
      {isAssigning && <AssignDialog person={person} onClose={() => setAssigning(false)} />}
    </section>
  );
}

function PostRow({ held, end }: { readonly held: Held; readonly end: () => void }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { post, organisation, from, until, isHeld } = held;
  const isToCome = from > dayOf(present());
  const state = isHeld ? 'held' : isToCome ? 'notYet' : 'ended';
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{text(post.title)}</strong>
          <span>{organisation.name}</span>
          <Tag tone={isHeld ? 'good' : undefined}>{t(state)}</Tag>
        </p>
        <p className={styles.small}>{until === null ? t('openEnded', { from }) : t('period', { from, until })}</p>
      </div>
      {(isHeld || isToCome) && <Button onClick={end}>{t('end')}</Button>}
    </li>
  );
}

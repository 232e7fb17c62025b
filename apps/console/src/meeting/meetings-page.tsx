import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Due } from '../time/due.tsx';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { type Body, useBodies } from './bodies.ts';
import { ConveneDialog } from './convene-dialog.tsx';
import styles from './meeting.module.css';
import { useMeetings, useWaiting, type Waiting } from './meetings.ts';
import { StateTag } from './state-tag.tsx';

/** A body's meetings, and what waits to be heard. */
export function MeetingsPage() {
  const { t } = useTranslation('meeting');
  const text = useText();
  const { bodies, body, look, nameOf } = useBodies();
  const [isConvening, setConvening] = useState(false);
  if (body === undefined) {
    return (
      <Page title={t('title')}>
        <Empty title={t('notSecretary')} hint={t('notSecretaryHint')} />
      </Page>
    );
  }
  return (
    <Page
      title={bodies.length === 1 ? `${body.organisation.name}${text(body.title)}` : t('title')}
      aside={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setConvening(true)}>
          {t('convene')}
        </Button>
      }
    >
      {bodies.length > 1 && (
        <Segmented
          className={styles.bodies}
          aria-label={t('body')}
          value={nameOf(body)}
          options={bodies.map((one) => ({ value: nameOf(one), label: `${text(one.title)} · ${one.organisation.name}` }))}
          onChange={look}
        />
      )}
      <div className={styles.columns} key={nameOf(body)}>
        <Held body={body} />
        <WaitingList body={body} />
      </div>
      {isConvening && <ConveneDialog body={body} onClose={() => setConvening(false)} />}
    </Page>
  );
}

function Held({ body }: { readonly body: Body }) {
  const { t } = useTranslation('meeting');
  const written = useWritten();
  const meetings = useMeetings(body);
  return (
    <section className={styles.card} aria-labelledby="held-title">
      <header>
        <h2 id="held-title">{t('held')}</h2>
      </header>
      <Answer of={meetings}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('noneHeld')} hint={t('noneHeldHint')} />;
          return (
            <ul className={styles.list}>
              {items.map(({ id, number, heldAt, state }) => (
                <li key={id}>
                  <Link to={`/meetings/${id}`}>{number}</Link>
                  <StateTag state={state} />
                  <p>
                    <time dateTime={heldAt}>{written(heldAt, 'exact')}</time>
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
      {meetings.hasNextPage && (
        <Button type="link" block loading={meetings.isFetchingNextPage} onClick={() => void meetings.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function WaitingList({ body }: { readonly body: Body }) {
  const { t } = useTranslation('meeting');
  const waiting = useWaiting(body);
  return (
    <section className={styles.card} aria-labelledby="waiting-title">
      <header>
        <h2 id="waiting-title">{t('waiting')}</h2>
      </header>
      <Answer of={waiting}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={t('noneWaiting')} hint={t('noneWaitingHint')} />;
          return (
            <ul className={styles.list}>
              {items.map((item) => (
                <WaitingRow key={item.id} of={item} />
              ))}
            </ul>
          );
        }}
      </Answer>
      {waiting.hasNextPage && (
        <Button type="link" block loading={waiting.isFetchingNextPage} onClick={() => void waiting.fetchNextPage()}>
          {t('moreWaiting')}
        </Button>
      )}
    </section>
  );
}

function WaitingRow({ of: { instance, title, step, openedAt, dueAt, meeting } }: { readonly of: Waiting }) {
  const { t } = useTranslation('meeting');
  const text = useText();
  return (
    <li>
      <Link to={`/cases/${instance}`}>{text(title)}</Link>
      <p>
        <span>{text(step.title)}</span>
        <span>
          {t('cameAt')} <Instant at={openedAt} />
        </span>
        <Due at={dueAt} />
        {meeting && <Link to={`/meetings/${meeting.id}`}>{t('onAgenda', { number: meeting.number })}</Link>}
      </p>
    </li>
  );
}

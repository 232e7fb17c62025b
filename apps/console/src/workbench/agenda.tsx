import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Body } from '../meeting/bodies.ts';
import { useMeetings, useWaiting } from '../meeting/meetings.ts';
import { Answer } from '../state/answer.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import styles from './workbench.module.css';

/** The meetings that a body has before it, and how much waits for one; as the page of its meetings has it. */
export function Agenda({ body }: { readonly body: Body }) {
  const { t } = useTranslation('workbench');
  const text = useText();
  const written = useWritten();
  const id = useId();
  const meetings = useMeetings(body);
  const address = `/meetings?body=${body.key}.${body.organisation.id}`;
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{text(body.title)}</h2>
        <Link to={address}>{t('agenda')}</Link>
      </header>
      <Answer of={meetings} lines={2}>
        {({ pages }) => (
          <ul className={styles.lines}>
            <Waiting body={body} address={address} />
            {pages
              .flatMap(({ items }) => items)
              .filter(({ state }) => state === 'open')
              .map((meeting) => (
                <li key={meeting.id}>
                  <Link to={`/meetings/${meeting.id}`}>{meeting.number}</Link>
                  <time className={styles.faint} dateTime={meeting.heldAt}>
                    {written(meeting.heldAt, 'exact')}
                  </time>
                </li>
              ))}
          </ul>
        )}
      </Answer>
    </section>
  );
}

function Waiting({ body, address }: { readonly body: Body; readonly address: string }) {
  const { t } = useTranslation('workbench');
  const { data, hasNextPage } = useWaiting(body);
  const count = data?.pages.flatMap(({ items }) => items).filter(({ meeting }) => meeting === undefined).length;
  if (count === undefined) return null;
  return (
    <li>
      <Link to={address}>{t(hasNextPage ? 'agendaWaitingMore' : 'agendaWaiting', { count })}</Link>
    </li>
  );
}

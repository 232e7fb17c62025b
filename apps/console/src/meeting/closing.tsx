import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, server } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { queries } from '../api/query-client.ts';
import type { components } from '../api/schema.d.ts';
import { Foretold } from '../case/foretold.tsx';
import { Failed, useSaid } from '../state/failed.tsx';
import { Loading } from '../state/loading.tsx';
import styles from './meeting.module.css';
import { type Meeting, show } from './meetings.ts';
import { MinutesPaper } from './minutes-paper.tsx';

type Preview = components['schemas']['ClosingPreview'];

interface ClosingProps {
  readonly of: Meeting;
  readonly onItem: () => void;
}

/** What closing would sign and do, and then the closing itself: as it was shown, or not at all. */
export function Closing({ of, onItem }: ClosingProps) {
  const { t } = useTranslation('meeting');
  const said = useSaid();
  const { foretold, close } = useClosing(of);
  if (foretold.error !== null) return <Hindrances error={foretold.error} onItem={onItem} retry={() => void foretold.refetch()} />;
  if (foretold.data === undefined) return <Loading />;
  const { expected, minutes, items } = foretold.data;
  const isOutdated = close.error instanceof ProblemError && close.error.code === 'meeting.outdated';
  return (
    <>
      {close.error !== null && (
        <Alert
          type={isOutdated ? 'warning' : 'error'}
          showIcon
          role="alert"
          className={styles.notice}
          title={isOutdated ? t('outdated') : said(close.error)}
        />
      )}
      <div className={styles.closing}>
        <MinutesPaper text={minutes} />
        <section className={styles.card} aria-labelledby="becomes-title">
          <header>
            <h2 id="becomes-title">{t('whatBecomes')}</h2>
          </header>
          <ol className={styles.becomes} tabIndex={0} aria-labelledby="becomes-title">
            {items.map(({ task, paragraph, title, preview }) => (
              <li key={task}>
                <p>
                  {paragraph}. {title}
                </p>
                <Foretold preview={preview} />
              </li>
            ))}
          </ol>
          <footer className={styles.confirm}>
            <p className={styles.faint}>{t('closeHint')}</p>
            <Button
              type="primary"
              block
              loading={close.isPending}
              onClick={() => close.mutate({ params: { path: { id: of.id }, header: { 'If-Match': expected } } })}
            >
              {t('close')}
            </Button>
          </footer>
        </section>
      </div>
    </>
  );
}

/** First shown, then done as it was shown: when it would come to something else by now, that is shown instead. */
function useClosing(of: Meeting) {
  const { t } = useTranslation('meeting');
  const { message } = App.useApp();
  const queryKey = ['closing', of.id];
  const foretold = useQuery<Preview, ProblemError>({ queryKey, queryFn: () => previewOf(of.id), retry: false, gcTime: 0 });
  const close = api.useMutation('post', '/api/meetings/{id}/closing', {
    onSuccess: (meeting) => {
      if (!('state' in meeting)) return;
      show(meeting);
      void message.success(t('closedDone', { count: meeting.items.length }));
    },
    onError: (error) => {
      const now = error instanceof ProblemError ? (error.difference as { readonly now?: Preview } | undefined)?.now : undefined;
      if (now === undefined) void foretold.refetch();
      else queries.setQueryData(queryKey, now);
    },
  });
  return { foretold, close };
}

async function previewOf(id: string): Promise<Preview> {
  const { data } = await server.POST('/api/meetings/{id}/closing', { params: { path: { id }, query: { dryRun: 'true' } } });
  return data as Preview;
}

interface HindrancesProps {
  readonly error: ProblemError;
  readonly onItem: () => void;
  readonly retry: () => void;
}

/** Which items are in the way, and why. */
function Hindrances({ error, onItem, retry }: HindrancesProps) {
  const { t } = useTranslation('meeting');
  const said = useSaid();
  if (error.items.length === 0) return <Failed error={error} retry={retry} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('cannotClose')}
      description={
        <>
          <p>{said(error)}</p>
          <ul className={styles.hindrances}>
            {error.items.map(({ task, paragraph, title, detail }) => (
              <li key={task}>
                <strong>
                  {paragraph}. {title}
                </strong>
                <span>{detail}</span>
                <Button size="small" onClick={onItem}>
                  {t('toItem', { paragraph })}
                </Button>
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

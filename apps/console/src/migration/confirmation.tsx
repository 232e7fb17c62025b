import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './migration.module.css';
import type { Plan, Preview } from './migration-preview.ts';

interface ConfirmationProps {
  readonly definition: string;
  readonly plan: Plan;
  readonly preview: Preview;
  readonly onBegun: (id: string) => void;
  readonly refresh: () => void;
}

/** Puts the migration of all cases down that can go, with why. */
export function Confirmation({ definition: key, plan, preview: { cases }, onBegun, refresh }: ConfirmationProps) {
  const { t } = useTranslation('migration');
  const said = useSaid();
  const [comment, setComment] = useState('');
  const begin = api.useMutation('post', '/api/definitions/{key}/migrations', {
    onSuccess: ({ id }) => onBegun(id),
    onError: refresh,
  });
  const ready = cases.flatMap(({ id, expected, verdict }) =>
    expected !== undefined && (verdict === 'safe' || verdict === 'chosen') ? [{ id, expected }] : [],
  );
  if (ready.length === 0) return null;
  const body = { ...plan, comment: comment.trim(), cases: ready };
  return (
    <section className={`${styles.card} ${styles.form}`} aria-label={t('title')}>
      <Input.TextArea
        aria-label={t('comment')}
        placeholder={t('comment')}
        value={comment}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => setComment(target.value)}
      />
      {begin.error !== null && <Alert type="error" showIcon role="alert" title={said(begin.error)} />}
      <div>
        <Button
          type="primary"
          disabled={comment.trim() === ''}
          loading={begin.isPending}
          onClick={() => begin.mutate({ params: { path: { key } }, body })}
        >
          {t('migrate', { count: ready.length })}
        </Button>
      </div>
    </section>
  );
}

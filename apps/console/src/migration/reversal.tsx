import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './migration.module.css';

type MigrationReport = components['schemas']['MigrationReport'];

interface ReversalProps {
  readonly path: { readonly key: string; readonly id: string };
  readonly report: MigrationReport;
  readonly take: (report: MigrationReport) => void;
}

/** 撤销迁移: puts back what nobody has touched since, a slice at a time until none is left. */
export function Reversal({ path, report: { reversible }, take }: ReversalProps) {
  const { t } = useTranslation('migration');
  const said = useSaid();
  const [comment, setComment] = useState('');
  const reverse = useMutation<void, ProblemError>({
    mutationFn: async () => {
      for (let left = reversible; left > 0; ) {
        const body = { comment: comment.trim() };
        const { data } = await server.POST('/api/definitions/{key}/migrations/{id}/reversal', { params: { path }, body });
        const report = data as MigrationReport;
        take(report);
        // What cannot be put back any more is not tried again and again.
        left = report.reversible < left ? report.reversible : 0;
      }
    },
  });
  return (
    <section className={`${styles.card} ${styles.form}`} aria-label={t('reverse')}>
      <p className={styles.small}>{t('reversibleHint')}</p>
      <Input
        aria-label={t('reverseWhy')}
        placeholder={t('reverseWhy')}
        value={comment}
        maxLength={2000}
        onChange={({ target }) => setComment(target.value)}
      />
      {reverse.error !== null && <Alert type="error" showIcon role="alert" title={said(reverse.error)} />}
      <div>
        <Button disabled={comment.trim() === ''} loading={reverse.isPending} onClick={() => reverse.mutate()}>
          {t('reverseAll', { count: reversible })}
        </Button>
      </div>
    </section>
  );
}

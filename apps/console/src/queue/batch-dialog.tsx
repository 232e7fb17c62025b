import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { Loading } from '../state/loading.tsx';
import { BatchReport, LeftOut } from './batch-report.tsx';
import styles from './queue.module.css';

type Schemas = components['schemas'];
type Outcome = 'approve' | 'return' | 'reject';

interface BatchDialogProps {
  readonly tasks: readonly Schemas['WaitingTask'][];
  readonly onClose: () => void;
}

/** Many with one outcome: first what each of them would come to, then the decision, then the report. */
export function BatchDialog({ tasks, onClose }: BatchDialogProps) {
  const { t } = useTranslation(['queue', 'frame']);
  const said = useSaid();
  const [outcome, setOutcome] = useState<Outcome>('approve');
  const [comment, setComment] = useState('');
  const shown = useFormVersions(tasks);
  const outlook = useOutlook(shown.data, outcome);
  const decide = api.useMutation('post', '/api/tasks/decisions');
  if (decide.data !== undefined) return <BatchReport report={decide.data} onClose={onClose} />;
  const isSilent = outcome !== 'approve' && comment.trim() === '';
  const possible = outlook.data?.possible ?? 0;
  const error = decide.error ?? outlook.error ?? shown.error;
  return (
    <Modal
      open
      width={640}
      title={t('batchTitle', { count: tasks.length })}
      okText={t('batchConfirm', { outcome: t(outcome), count: possible })}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: possible === 0 || isSilent, loading: decide.isPending, danger: outcome === 'reject' }}
      onOk={() => decide.mutate({ body: { tasks: shown.data ?? [], outcome, ...(comment.trim() !== '' && { comment: comment.trim() }) } })}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        <Segmented<Outcome>
          block
          value={outcome}
          aria-label={t('outcome')}
          options={(['approve', 'return', 'reject'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={setOutcome}
        />
        <Input.TextArea
          aria-label={t('comment')}
          placeholder={t('comment')}
          value={comment}
          maxLength={5000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={({ target }) => setComment(target.value)}
        />
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
        {outlook.data === undefined && error === null && <Loading lines={3} />}
        {outlook.data && <LeftOut possible={outlook.data.possible} tasks={outlook.data.tasks} />}
      </div>
    </Modal>
  );
}

/** The versions of the forms that are decided upon: a form that somebody changes meanwhile is left out. */
const useFormVersions = (tasks: readonly Schemas['WaitingTask'][]) =>
  useQuery<Schemas['Batch']['tasks'], ProblemError>({
    queryKey: ['forms of a batch', tasks.map(({ id }) => id)],
    queryFn: () => Promise.all(tasks.map(formVersionOf)),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

async function formVersionOf({ id, instance }: Schemas['WaitingTask']) {
  const { data } = await server.GET('/api/instances/{id}', { params: { path: { id: instance } } });
  return { id, formVersion: data?.form.version ?? 0 };
}

const useOutlook = (tasks: Schemas['Batch']['tasks'] | undefined, outcome: Outcome) =>
  useQuery<Schemas['BatchOutlook'], ProblemError>({
    queryKey: ['outlook', tasks, outcome],
    queryFn: async () => {
      const { data } = await server.POST('/api/tasks/decisions/preview', { body: { tasks: tasks ?? [], outcome, comment: '…' } });
      return data as Schemas['BatchOutlook'];
    },
    enabled: tasks !== undefined,
    gcTime: 0,
  });

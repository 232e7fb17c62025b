import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import styles from './queue.module.css';

type Schemas = components['schemas'];
type Row = Schemas['BatchReport']['tasks'][number] | Schemas['BatchOutlook']['tasks'][number];

interface BatchReportProps {
  readonly report: Schemas['BatchReport'];
  readonly onClose: () => void;
}

/** What became of each, and the chance to take all of it back for a moment. */
export function BatchReport({ report, onClose }: BatchReportProps) {
  const { t } = useTranslation('queue');
  const said = useSaid();
  const undo = api.useMutation('post', '/api/tasks/decisions/{id}/undo');
  return (
    <Modal open width={640} title={t('reportDone', { count: report.decided })} footer={null} onCancel={onClose}>
      <div className={styles.dialog}>
        <LeftOut done={report.decided} tasks={report.tasks} />
        {undo.error !== null && <Alert type="error" showIcon role="alert" title={said(undo.error)} />}
        {undo.isSuccess && <Alert type="success" showIcon title={t('undone')} />}
        <div className={styles.dialogButtons}>
          {report.undoUntil !== undefined && !undo.isSuccess && (
            <Button loading={undo.isPending} onClick={() => undo.mutate({ params: { path: { id: report.id } } })}>
              {t('undo')}
            </Button>
          )}
          <Button type="primary" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface LeftOutProps {
  readonly possible?: number;
  readonly done?: number;
  readonly tasks: readonly Row[];
}

/** How many, and of each that is left out the reason in the rule's words. */
export function LeftOut({ possible, done, tasks }: LeftOutProps) {
  const { t } = useTranslation('queue');
  const text = useText();
  const out = tasks.filter(({ refusal }) => refusal !== undefined);
  return (
    <>
      <p className={styles.good}>
        <CheckCircleOutlined aria-hidden />{' '}
        {possible === undefined ? t('reportDone', { count: done ?? 0 }) : t('possible', { count: possible })}
      </p>
      {out.length > 0 && (
        <>
          <p className={styles.bad}>
            <ExclamationCircleOutlined aria-hidden /> {t(possible === undefined ? 'reportLeftOut' : 'leftOut', { count: out.length })}
          </p>
          <ul className={styles.out}>
            {out.map(({ task, title, refusal }) => (
              <li key={task}>
                <strong>{title && text(title)}</strong>
                <p>{refusal?.detail}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

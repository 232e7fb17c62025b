import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { addDays, dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { askedIn, fieldsOf, reports } from './scheme-draft.ts';
import { SchemePreview } from './scheme-preview.tsx';
import { ReportRow } from './scheme-report-row.tsx';

interface SchemeDialogProps {
  readonly of: components['schemas']['ReportScheme'];
  readonly onClose: () => void;
}

/** Changes what schools report from a day on that is still to come; what that means is shown before it is done. */
export function SchemeDialog({ of, onClose }: SchemeDialogProps) {
  const { t } = useTranslation(['rules', 'frame', 'system']);
  const text = useText();
  const said = useSaid();
  const { message } = App.useApp();
  const tomorrow = addDays(dayOf(present()), 1);
  const [fields, setFields] = useState(() => fieldsOf(of));
  const [since, setSince] = useState(tomorrow);
  const [source, setSource] = useState('');
  const save = api.useMutation('put', '/api/report-schemes/{key}', {
    onSuccess: () => {
      void message.success(t('schemeSaved'));
      onClose();
    },
  });
  const asked = askedIn(fields);
  const params = { path: { key: of.key }, header: { 'If-Match': of.version } };
  return (
    <Modal
      open
      width={620}
      title={text(of.title)}
      okText={t('system:save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: source.trim() === '' || asked.length === 0 || since === '', loading: save.isPending }}
      onOk={() => save.mutate({ params, body: { since, source: source.trim(), reports: asked } })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        {reports.map((report) => (
          <ReportRow
            key={report}
            report={report}
            of={fields[report]}
            put={(change) => setFields((before) => ({ ...before, [report]: { ...before[report], ...change } }))}
          />
        ))}
        <div className={styles.pair}>
          <Field name={t('since')}>
            <Input type="date" aria-label={t('since')} value={since} min={tomorrow} onChange={({ target }) => setSince(target.value)} />
          </Field>
          <Field name={t('schemeSource')}>
            <Input
              aria-label={t('schemeSource')}
              placeholder={t('documentHint')}
              value={source}
              maxLength={300}
              onChange={({ target }) => setSource(target.value)}
            />
          </Field>
        </div>
        <p className={styles.small}>{t('schemeHint')}</p>
        {asked.length > 0 && since !== '' && <SchemePreview params={params} body={{ since, reports: asked }} />}
        {save.error !== null && <Alert type="error" showIcon role="alert" title={said(save.error)} />}
      </div>
    </Modal>
  );
}

import { Alert, App, Button, Input, Modal, Upload } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { readHolidays } from './holiday-list.ts';
import { ImportPreview } from './import-preview.tsx';

interface ImportDialogProps {
  readonly of: components['schemas']['CalendarYear'];
  readonly onClose: () => void;
}

/** Takes a year's holidays from a text or a file; what they come to is shown before they are taken. */
export function ImportDialog({ of, onClose }: ImportDialogProps) {
  const { t } = useTranslation(['system', 'frame']);
  const said = useSaid();
  const { message } = App.useApp();
  const { year } = of;
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const given = useDeferredValue(text);
  const list = useMemo(() => readHolidays(given, year), [given, year]);
  const take = api.useMutation('post', '/api/calendars/{year}/import', {
    onSuccess: () => {
      void message.success(t('importDone', { year }));
      onClose();
    },
  });
  const isReady = list.days.length > 0 && list.unread.length === 0 && source.trim() !== '';
  const body = { source: source.trim(), days: list.days.map((day) => ({ ...day })) };
  return (
    <Modal
      open
      width={620}
      title={`${t('importYear')} · ${t('year', { year })}`}
      okText={t('importNow')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !isReady, loading: take.isPending }}
      onOk={() => take.mutate({ params: { path: { year } }, body })}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p className={styles.small}>{t('importHint')}</p>
        <Field name={t('importText')}>
          <Input.TextArea aria-label={t('importText')} rows={6} value={text} onChange={({ target }) => setText(target.value)} />
        </Field>
        <Upload
          accept=".txt,.csv,.tsv,.json,text/plain,text/csv,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(setText);
            return false;
          }}
        >
          <Button>{t('importFile')}</Button>
        </Upload>
        <Field name={t('source')}>
          <Input
            aria-label={t('source')}
            placeholder={t('sourceHint')}
            value={source}
            maxLength={300}
            onChange={({ target }) => setSource(target.value)}
          />
        </Field>
        <ImportPreview year={of} list={list} />
        {take.error !== null && <Alert type="error" showIcon role="alert" title={said(take.error)} />}
      </div>
    </Modal>
  );
}

import { Alert, App, Button, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { useWritten } from '../time/formats.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';

interface DayDialogProps {
  readonly year: components['schemas']['CalendarYear'];
  readonly date: string;
  readonly onClose: () => void;
}

interface Draft {
  readonly isOffDay: boolean;
  readonly name: string;
  readonly source: string;
}

/** What a day is, where that stands, and what it is corrected to. */
export function DayDialog({ year: { year, days }, date, onClose }: DayDialogProps) {
  const { t } = useTranslation(['system', 'frame']);
  const said = useSaid();
  const written = useWritten();
  const { message } = App.useApp();
  const known = days.find((day) => day.date === date);
  const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
  const [draft, setDraft] = useState<Draft>({ isOffDay: known?.isOffDay ?? isWeekend, name: known?.name ?? '', source: '' });
  const onSuccess = ({ openDueTimes }: components['schemas']['CalendarChanged']): void => {
    void message.success(openDueTimes === 0 ? t('corrected') : t('correctedWith', { count: openDueTimes }));
    onClose();
  };
  const correct = api.useMutation('put', '/api/calendars/{year}/{date}', { onSuccess });
  const restore = api.useMutation('delete', '/api/calendars/{year}/{date}', { onSuccess });
  const params = { path: { year, date } };
  const error = correct.error ?? restore.error;
  const body = { ...draft, name: draft.name.trim(), source: draft.source.trim() };
  return (
    <Modal
      open
      title={written(`${date}T00:00:00+08:00`, 'today')}
      onCancel={onClose}
      footer={
        <div className={styles.dialogButtons}>
          {known?.correction && (
            <Button loading={restore.isPending} onClick={() => restore.mutate({ params })}>
              {t('restore')}
            </Button>
          )}
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button
            type="primary"
            disabled={body.name === '' || body.source === ''}
            loading={correct.isPending}
            onClick={() => correct.mutate({ params, body })}
          >
            {t('correctDay')}
          </Button>
        </div>
      }
    >
      <div className={styles.form}>
        {known && <According to={known} />}
        <CorrectionFields of={draft} put={(change) => setDraft((before) => ({ ...before, ...change }))} />
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
      </div>
    </Modal>
  );
}

function According({ to: { name, source, correction } }: { readonly to: components['schemas']['CalendarDay'] }) {
  const { t } = useTranslation('system');
  return (
    <p className={styles.small}>
      {t('accordingTo', { name, source })}
      {correction && ` ${t('correctedBy', { by: correction.by })}`}
    </p>
  );
}

function CorrectionFields({ of: { isOffDay, name, source }, put }: { readonly of: Draft; readonly put: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation('system');
  return (
    <>
      <Segmented
        block
        aria-label={t('dayKind')}
        value={isOffDay ? 'rest' : 'work'}
        options={[
          { value: 'rest', label: t('restDay') },
          { value: 'work', label: t('workingDay') },
        ]}
        onChange={(kind) => put({ isOffDay: kind === 'rest' })}
      />
      <Field name={t('dayName')}>
        <Input aria-label={t('dayName')} value={name} maxLength={40} onChange={({ target }) => put({ name: target.value })} />
      </Field>
      <Field name={t('source')}>
        <Input
          aria-label={t('source')}
          placeholder={t('sourceHint')}
          value={source}
          maxLength={300}
          onChange={({ target }) => put({ source: target.value })}
        />
      </Field>
    </>
  );
}

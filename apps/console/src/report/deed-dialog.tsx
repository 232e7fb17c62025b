import { useMutation } from '@tanstack/react-query';
import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { addDays, dayOf } from '../time/zone.ts';
import type { Deed } from './deeds.ts';
import styles from './report.module.css';
import type { Key } from './types.ts';

interface DeedDialogProps {
  readonly deed: Deed;
  /** The reports it is done to, one after the other. */
  readonly keys: readonly Key[];
  readonly onClose: () => void;
}

/** How long a returned report may take, unless somebody says otherwise. */
const usualGrace = 5;

/** Takes the reason, and does it to each of the reports. What was done stays done when a later one is refused. */
export function DeedDialog({ deed, keys, onClose }: DeedDialogProps) {
  const { t } = useTranslation(['reports', 'frame']);
  const { message } = App.useApp();
  const said = useSaid();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(addDays(dayOf(present()), usualGrace));
  const [done, setDone] = useState(0);
  const title = t(deed.name);
  const doing = useMutation({
    mutationFn: async () => {
      for (const key of keys.slice(done)) {
        await deed.send(key, { reason: reason.trim(), day });
        setDone((count) => count + 1);
      }
    },
    onSuccess: () => {
      void message.success(t('done', { deed: title }));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: deed.needs !== undefined && reason.trim() === '', loading: doing.isPending }}
      onOk={() => doing.mutate()}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {deed.hint && <p className={styles.faint}>{t(deed.hint)}</p>}
        {doing.error && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={done > 0 ? t('partly', { count: done }) : said(doing.error)}
            description={done > 0 ? said(doing.error) : undefined}
          />
        )}
        <ReasonInput needs={deed.needs} value={reason} onChange={setReason} />
        {deed.needs === 'reason and day' && (
          <label>
            <span>{t('graceDay')}</span>
            <Input type="date" value={day} min={dayOf(present())} onChange={({ target }) => setDay(target.value)} />
          </label>
        )}
      </div>
    </Modal>
  );
}

interface ReasonInputProps {
  readonly needs: Deed['needs'];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ReasonInput({ needs, value, onChange }: ReasonInputProps) {
  const { t } = useTranslation('reports');
  const isShort = needs === 'reference';
  return (
    <label>
      <span>{t(isShort ? 'reference' : needs === undefined ? 'reasonOptional' : 'reason')}</span>
      {isShort ? (
        <Input autoFocus value={value} maxLength={200} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <Input.TextArea
          autoFocus
          value={value}
          maxLength={2000}
          autoSize={{ minRows: 3 }}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </label>
  );
}

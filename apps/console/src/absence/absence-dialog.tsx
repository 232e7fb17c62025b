import { Alert, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { useSettled } from '../state/settled.ts';
import { dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import styles from './absence.module.css';

export type Absence = components['schemas']['Absence'];
type Request = components['schemas']['AbsenceRequest'];

interface AbsenceDialogProps {
  /** What is changed; without it, a new one is set. */
  readonly of: Absence | undefined;
  readonly onClose: () => void;
}

/** Who decides in my place, on which days, in which processes. */
export function AbsenceDialog({ of, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation(['absence', 'frame']);
  const text = useText();
  const said = useSaid();
  const [id] = useState(() => of?.id ?? crypto.randomUUID());
  const [deputy, setDeputy] = useState(of?.deputy.id);
  const [firstDay, setFirstDay] = useState(of?.firstDay ?? dayOf(present()));
  const [lastDay, setLastDay] = useState(of?.lastDay ?? '');
  const [definitions, setDefinitions] = useState(of?.definitions ?? []);
  const [reason, setReason] = useState(of?.reason ?? '');
  const processes = api.useQuery('get', '/api/definitions').data?.items ?? [];
  const put = api.useMutation('put', '/api/me/absences/{id}', { onSuccess: onClose });
  const save = (absence: Request): void => put.mutate({ params: { path: { id } }, body: absence });
  const send = (): void => {
    if (deputy === undefined) return;
    const limits = {
      ...(definitions.length > 0 && { definitions: [...definitions] }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    };
    save({ deputy, firstDay, lastDay, ...limits });
  };
  return (
    <Modal
      open
      title={t('set')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: deputy === undefined || firstDay === '' || lastDay === '', loading: put.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {put.error !== null && <Alert type="error" showIcon role="alert" title={said(put.error)} />}
        <DeputyChoice known={of?.deputy} value={deputy} onChange={setDeputy} />
        <div className={styles.days}>
          <label>
            {t('firstDay')}
            <Input type="date" value={firstDay} onChange={({ target }) => setFirstDay(target.value)} />
          </label>
          <label>
            {t('lastDay')}
            <Input type="date" value={lastDay} min={firstDay} onChange={({ target }) => setLastDay(target.value)} />
          </label>
        </div>
        <Select
          mode="multiple"
          aria-label={t('processes')}
          placeholder={t('processes')}
          value={[...definitions]}
          options={processes.map(({ key, title }) => ({ value: key, label: text(title) }))}
          onChange={setDefinitions}
        />
        <Input
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={200}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
    </Modal>
  );
}

interface DeputyChoiceProps {
  readonly known: Absence['deputy'] | undefined;
  readonly value: string | undefined;
  readonly onChange: (person: string) => void;
}

function DeputyChoice({ known, value, onChange }: DeputyChoiceProps) {
  const { t } = useTranslation('absence');
  const text = useText();
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const found = api.useQuery('get', '/api/people', { params: { query: { q, limit: 20 } } }).data?.items ?? [];
  const options = found.map(({ id, name, posts }) => ({ value: id, label: [name, ...posts.map(({ title }) => text(title))].join(' · ') }));
  const isListed = known === undefined || options.some((option) => option.value === known.id);
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setTyped }}
      aria-label={t('deputy')}
      placeholder={`${t('deputy')} · ${t('deputyHint')}`}
      value={value ?? null}
      options={isListed ? options : [{ value: known.id, label: known.name }, ...options]}
      onChange={(person: string | null) => person !== null && onChange(person)}
    />
  );
}

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

interface Wanted {
  readonly deputy: string | undefined;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly definitions: readonly string[];
  readonly reason: string;
}

interface AbsenceDialogProps {
  /** What is changed; without it, a new one is set. */
  readonly of: Absence | undefined;
  readonly onClose: () => void;
}

/** Who decides in my place, on which days, in which processes. */
export function AbsenceDialog({ of, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation(['absence', 'frame']);
  const said = useSaid();
  const [id] = useState(() => of?.id ?? crypto.randomUUID());
  const [wanted, want] = useState(() => proposed(of));
  const { deputy, firstDay, lastDay, definitions, reason } = wanted;
  const write = (change: Partial<Wanted>): void => want({ ...wanted, ...change });
  const put = api.useMutation('put', '/api/me/absences/{id}', { onSuccess: onClose });
  const request = requestOf(wanted);
  const send = (): void => {
    if (request !== undefined) put.mutate({ params: { path: { id } }, body: request });
  };
  return (
    <Modal
      open
      title={t('set')}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: request === undefined, loading: put.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {put.error !== null && <Alert type="error" showIcon role="alert" title={said(put.error)} />}
        <DeputyChoice known={of?.deputy} value={deputy} onChange={(person) => write({ deputy: person })} />
        <div className={styles.days}>
          <label>
            {t('firstDay')}
            <Input type="date" value={firstDay} onChange={({ target }) => write({ firstDay: target.value })} />
          </label>
          <label>
            {t('lastDay')}
            <Input type="date" value={lastDay} min={firstDay} onChange={({ target }) => write({ lastDay: target.value })} />
          </label>
        </div>
        <ProcessesChoice value={definitions} onChange={(keys) => write({ definitions: keys })} />
        <Input
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          maxLength={200}
          onChange={({ target }) => write({ reason: target.value })}
        />
      </div>
    </Modal>
  );
}

const proposed = (of: Absence | undefined): Wanted =>
  of === undefined
    ? { deputy: undefined, firstDay: dayOf(present()), lastDay: '', definitions: [], reason: '' }
    : { ...of, deputy: of.deputy.id, definitions: of.definitions ?? [], reason: of.reason ?? '' };

/** What is sent; undefined while something is missing. */
function requestOf({ deputy, firstDay, lastDay, definitions, reason }: Wanted): Request | undefined {
  if (deputy === undefined || firstDay === '' || lastDay === '') return undefined;
  const said = reason.trim();
  return {
    deputy,
    firstDay,
    lastDay,
    ...(definitions.length > 0 && { definitions: [...definitions] }),
    ...(said !== '' && { reason: said }),
  };
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

interface ProcessesChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (keys: string[]) => void;
}

function ProcessesChoice({ value, onChange }: ProcessesChoiceProps) {
  const { t } = useTranslation('absence');
  const text = useText();
  const processes = api.useQuery('get', '/api/definitions').data?.items ?? [];
  return (
    <Select
      mode="multiple"
      aria-label={t('processes')}
      placeholder={t('processes')}
      value={[...value]}
      options={processes.map(({ key, title }) => ({ value: key, label: text(title) }))}
      onChange={onChange}
    />
  );
}

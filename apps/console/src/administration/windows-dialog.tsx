import { Alert, App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { dayOf } from '../time/zone.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';

type Windows = components['schemas']['ApplicationWindows'];
type Days = { readonly from: string; readonly to: string };
type Season = 'spring' | 'autumn';
type Role = 'school' | 'city' | 'province';

const seasons = ['spring', 'autumn'] as const;
const roles = ['school', 'city', 'province'] as const;

interface WindowsDialogProps {
  readonly year: number;
  readonly of: Windows;
  readonly onClose: () => void;
}

/** Enters the windows of a year's notice, or changes them. What is over is shown and stays. */
export function WindowsDialog({ year, of, onClose }: WindowsDialogProps) {
  const { t } = useTranslation(['rules', 'frame', 'system']);
  const said = useSaid();
  const { message } = App.useApp();
  const [document, setDocument] = useState(of.entered === undefined ? '' : (of.items[0]?.notice ?? ''));
  const [days, setDays] = useState(() => daysOf(of));
  const save = api.useMutation('put', '/api/calendars/{year}/windows', {
    onSuccess: ({ openDueTimes }) => {
      void message.success(openDueTimes === 0 ? t('windowsSaved') : t('windowsSavedWith', { count: openDueTimes }));
      onClose();
    },
  });
  const put = (season: Season, role: Role, change: Partial<Days>): void =>
    setDays((before) => ({ ...before, [season]: { ...before[season], [role]: { ...before[season][role], ...change } } }));
  const isComplete = document.trim() !== '' && seasons.every((season) => roles.every((role) => isFilled(days[season][role])));
  return (
    <Modal
      open
      width={620}
      title={t('windowsOf', { year })}
      okText={t('system:save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !isComplete, loading: save.isPending }}
      onOk={() =>
        save.mutate({
          params: { path: { year }, header: { 'If-Match': of.version } },
          body: { document: document.trim(), seasons: days },
        })
      }
      onCancel={onClose}
    >
      <div className={styles.form}>
        <Field name={t('document')}>
          <Input
            aria-label={t('document')}
            placeholder={t('documentHint')}
            value={document}
            maxLength={100}
            onChange={({ target }) => setDocument(target.value)}
          />
        </Field>
        <SeasonFields windows={of} days={days} put={put} />
        <p className={styles.small}>
          {t('windowsHint')} {t('windowsKept')}
        </p>
        {save.error !== null && <Alert type="error" showIcon role="alert" title={said(save.error)} />}
      </div>
    </Modal>
  );
}

interface SeasonFieldsProps {
  readonly windows: Windows;
  readonly days: Record<Season, Record<Role, Days>>;
  readonly put: (season: Season, role: Role, change: Partial<Days>) => void;
}

function SeasonFields({ windows, days, put }: SeasonFieldsProps) {
  const { t } = useTranslation('rules');
  return seasons.map((season) => (
    <fieldset key={season} className={styles.windows}>
      <legend>{t(season)}</legend>
      {roles.map((role) => (
        <WindowFields
          key={role}
          name={`${t(season)} · ${t(role)}`}
          role={role}
          of={days[season][role]}
          held={heldIn(windows, season, role)}
          put={(change) => put(season, role, change)}
        />
      ))}
    </fieldset>
  ));
}

interface WindowFieldsProps {
  readonly name: string;
  readonly role: Role;
  readonly of: Days;
  /** As it holds now; without it, nothing does. */
  readonly held: Days | undefined;
  readonly put: (change: Partial<Days>) => void;
}

function WindowFields({ name, role, of: { from, to }, held, put }: WindowFieldsProps) {
  const { t } = useTranslation('rules');
  const today = dayOf(present());
  const isOver = held !== undefined && held.to < today;
  const hasBegun = held !== undefined && held.from <= today;
  return (
    <>
      <span>{t(role)}</span>
      <Input
        type="date"
        aria-label={t('fromDay', { window: name })}
        value={from}
        disabled={hasBegun}
        onChange={({ target }) => put({ from: target.value })}
      />
      <Input
        type="date"
        aria-label={t('toDay', { window: name })}
        value={to}
        min={today}
        disabled={isOver}
        onChange={({ target }) => put({ to: target.value })}
      />
    </>
  );
}

const isFilled = ({ from, to }: Days): boolean => from !== '' && to !== '';

const heldIn = ({ items }: Windows, season: Season, role: Role): Days | undefined =>
  items.find((window) => window.season === season && window.role === role)?.printed;

function daysOf(windows: Windows): Record<Season, Record<Role, Days>> {
  const none = { from: '', to: '' };
  const season = (name: Season) => ({
    school: heldIn(windows, name, 'school') ?? none,
    city: heldIn(windows, name, 'city') ?? none,
    province: heldIn(windows, name, 'province') ?? none,
  });
  return { spring: season('spring'), autumn: season('autumn') };
}

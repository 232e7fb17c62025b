import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import styles from './absence.module.css';
import { type Absence, AbsenceDialog } from './absence-dialog.tsx';

/** When I am away and who decides meanwhile, and for whom I do. */
export function AbsencePage() {
  const { t } = useTranslation('absence');
  const absences = api.useQuery('get', '/api/me/absences');
  const [edited, edit] = useState<{ readonly absence: Absence | undefined }>();
  return (
    <Page
      title={t('title')}
      aside={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => edit({ absence: undefined })}>
          {t('set')}
        </Button>
      }
    >
      <p className={styles.intro}>{t('intro')}</p>
      <Answer of={absences}>
        {({ items, representing }) => (
          <>
            <section className={styles.card} aria-labelledby="mine-title">
              <h2 id="mine-title">{t('mine')}</h2>
              {items.length === 0 && <Empty title={t('none')} hint={t('noneHint')} />}
              <ul>
                {items.map((absence) => (
                  <li key={absence.id}>
                    <Told of={absence} who={t('deputyIs', { name: absence.deputy.name })} />
                    <Verbs of={absence} onChange={() => edit({ absence })} />
                  </li>
                ))}
              </ul>
            </section>
            {representing.length > 0 && (
              <section className={styles.card} aria-labelledby="representing-title">
                <h2 id="representing-title">{t('representing')}</h2>
                <ul>
                  {representing.map((absence) => (
                    <li key={absence.id}>
                      <Told of={absence} who={t('forOther', { name: absence.person.name })} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Answer>
      {edited && <AbsenceDialog of={edited.absence} onClose={() => edit(undefined)} />}
    </Page>
  );
}

function Told({ of: { firstDay, lastDay, definitions, reason }, who }: { readonly of: Absence; readonly who: string }) {
  const { t } = useTranslation(['absence', 'case']);
  const text = useText();
  const written = useWritten();
  const { data } = api.useQuery('get', '/api/definitions');
  const titles = (data?.items ?? []).filter(({ key }) => definitions?.includes(key) === true).map(({ title }) => text(title));
  const dayIn = (day: string): string => written(`${day}T00:00:00+08:00`, 'date');
  return (
    <div>
      <strong>{t('days', { first: dayIn(firstDay), last: dayIn(lastDay) })}</strong>
      <p>{who}</p>
      <p className={styles.faint}>{[titles.length === 0 ? t('all') : titles.join(t('case:comma')), reason ?? []].flat().join(' · ')}</p>
    </div>
  );
}

function Verbs({ of: { id }, onChange }: { readonly of: Absence; readonly onChange: () => void }) {
  const { t } = useTranslation(['absence', 'frame']);
  const said = useSaid();
  const remove = api.useMutation('delete', '/api/me/absences/{id}');
  return (
    <div className={styles.buttons}>
      {remove.error !== null && <Alert type="error" showIcon role="alert" title={said(remove.error)} />}
      <Button onClick={onChange}>{t('change')}</Button>
      <Popconfirm
        title={t('end')}
        description={t('endConfirm')}
        okText={t('end')}
        cancelText={t('frame:back')}
        onConfirm={() => remove.mutate({ params: { path: { id } } })}
      >
        <Button loading={remove.isPending}>{t('end')}</Button>
      </Popconfirm>
    </div>
  );
}

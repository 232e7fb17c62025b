import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { labelled } from '../words/punctuation.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';
import { HandoverPreviewCard } from './handover-preview.tsx';
import { HandoverReport } from './handover-report.tsx';
import { PersonPicker } from './person-picker.tsx';
import { type SuccessionDraft, useHandoverPreview } from './succession.ts';

type Schemas = components['schemas'];

/** 离职交接: to whom what somebody has to do goes, what that would come to, and what became of it. */
export function HandoverPage() {
  const { t } = useTranslation('organisations');
  const { id = '' } = useParams();
  const person = api.useQuery('get', '/api/directory/people/{id}', { params: { path: { id } } });
  const [report, setReport] = useState<Schemas['HandoverReport']>();
  const name = person.data?.name ?? '';
  return (
    <Page title={`${t('handover')}${name === '' ? '' : ` · ${name}`}`}>
      <Permitted to="person.hand-over">
        <p className={styles.about}>{t('handoverAbout')}</p>
        <div className={styles.cards}>
          {report === undefined ? (
            <Planning person={id} onDone={setReport} />
          ) : (
            <HandoverReport report={report}>
              <Link to={`/organisations/people/${id}`}>{t('nowEnd')}</Link>
            </HandoverReport>
          )}
          <Before person={id} />
        </div>
      </Permitted>
    </Page>
  );
}

interface PlanningProps {
  readonly person: string;
  readonly onDone: (report: Schemas['HandoverReport']) => void;
}

function Planning({ person, onDone }: PlanningProps) {
  const { t } = useTranslation('organisations');
  const [draft, setDraft] = useState<SuccessionDraft>({ successor: undefined, byDefinition: {}, byTask: {}, claimed: 'release' });
  const put = (change: Partial<SuccessionDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const preview = useHandoverPreview(person, draft);
  return (
    <>
      <section className={`${styles.card} ${styles.padded} ${styles.form}`} aria-label={t('successor')}>
        <div className={styles.pair}>
          <Field name={t('successor')}>
            <PersonPicker label={t('successor')} value={draft.successor} without={person} onChange={(successor) => put({ successor })} />
          </Field>
          <Field name={t('claimed')}>
            <Select
              aria-label={t('claimed')}
              value={draft.claimed}
              options={(['release', 'transfer'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(claimed) => put({ claimed })}
            />
          </Field>
        </div>
        {preview.data && <ByProcess of={preview.data} draft={draft} put={put} person={person} />}
      </section>
      {draft.successor === undefined ? (
        <section className={styles.card}>
          <Empty title={t('handover')} hint={t('chooseSuccessor')} />
        </section>
      ) : (
        <Answer of={preview}>
          {(seen) => <HandoverPreviewCard preview={seen} draft={draft} put={put} refresh={() => void preview.refetch()} onDone={onDone} />}
        </Answer>
      )}
    </>
  );
}

interface ByProcessProps {
  readonly of: Schemas['HandoverPreview'];
  readonly draft: SuccessionDraft;
  readonly put: (change: Partial<SuccessionDraft>) => void;
  readonly person: string;
}

/** Where tasks are of several processes, somebody else for single ones. */
function ByProcess({ of: { tasks }, draft, put, person }: ByProcessProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const processes = new Map(tasks.map(({ definition: { key, title } }) => [key, title]));
  const [isOpen, setOpen] = useState(false);
  if (processes.size < 2) return null;
  if (!isOpen) {
    return (
      <div>
        <Button type="link" className={styles.linkButton} onClick={() => setOpen(true)}>
          {t('byProcess')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      {[...processes].map(([key, title]) => (
        <Field key={key} name={text(title)}>
          <PersonPicker
            label={labelled(text(title), t('asDefault'))}
            value={draft.byDefinition[key]}
            without={person}
            onChange={(chosen) => {
              const { [key]: _former, ...others } = draft.byDefinition;
              put({ byDefinition: chosen === undefined ? others : { ...others, [key]: chosen } });
            }}
          />
        </Field>
      ))}
    </div>
  );
}

/** The hand-overs so far. */
function Before({ person }: { readonly person: string }) {
  const { t } = useTranslation('organisations');
  const { data } = api.useQuery('get', '/api/people/{person}/handovers', { params: { path: { person } } });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="handovers-title">
      <header className={styles.cardHead}>
        <h2 id="handovers-title">{t('handovers')}</h2>
      </header>
      <ul className={styles.rows}>
        {data.items.map(({ id, comment, handedBy, begunAt, finishedAt }) => (
          <li key={id}>
            <p>{comment}</p>
            <p className={styles.small}>
              {t('handedBy', { name: handedBy.name })} · <Instant at={begunAt} />
              {finishedAt === undefined && ` · ${t('interrupted')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

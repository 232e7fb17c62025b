import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, server } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { EditableForm } from '../form/editable-form.tsx';
import type { Checked } from '../form/fields-form.tsx';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Loading } from '../state/loading.tsx';
import { NotFound } from '../state/not-found.tsx';
import { useText } from '../words/language.ts';
import { useStartDryRun } from './dry-run.ts';
import type { ServerDraft } from './reconcile.ts';
import { PartedDrafts, SavedMark } from './saved-mark.tsx';
import styles from './start.module.css';
import { useStartDraft } from './start-draft.ts';
import { StartPanel } from './start-panel.tsx';
import type { StartForm } from './startable.ts';

/** Fills in what a case is begun with. */
export function FillPage() {
  const { t } = useTranslation('start');
  const { definition = '' } = useParams();
  const form = api.useQuery(
    'get',
    '/api/definitions/{key}/start',
    { params: { path: { key: definition } } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const found = useFoundDraft(definition);
  return (
    <Answer of={form}>
      {(of) => {
        if (of.startAt.length === 0) return <NotFound hint={t('notYours')} />;
        return found.isPending ? <Loading /> : <Filling key={definition} of={of} found={found.data} />;
      }}
    </Answer>
  );
}

/** Once, when the form is opened: what is typed afterwards is newer than any answer. */
function useFoundDraft(definition: string) {
  const { person } = useMe();
  return useQuery<ServerDraft | null>({
    queryKey: ['start draft', person.id, definition],
    queryFn: async () => {
      try {
        const { data } = await server.GET('/api/me/drafts/{definition}', { params: { path: { definition } } });
        return data ?? null;
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'draft.unknown') return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnMount: 'always',
    retry: false,
  });
}

function Filling({ of, found }: { readonly of: StartForm; readonly found: ServerDraft | null | undefined }) {
  const { t } = useTranslation('start');
  const text = useText();
  const draft = useStartDraft(of.key, found);
  const [isWanted, want] = useState(false);
  const [checked, check] = useState<Checked>({ problems: [], wanted: 0 });
  const { fields } = draft.draft;
  const organisation = draft.draft.organisation ?? of.startAt[0]?.id ?? '';
  const foretold = useStartDryRun({ definition: of.key, organisation, fields });
  return (
    <Page title={text(of.title)} aside={<SavedMark of={draft} />}>
      <PartedDrafts of={draft} />
      <div className={styles.columns}>
        <section className={styles.paper} aria-labelledby="fill-title">
          <h2 id="fill-title">{t('form')}</h2>
          <EditableForm
            name="start"
            form={of.form}
            access={of.access}
            fields={fields}
            problems={foretold.error?.fields}
            isWanted={isWanted}
            calculated={foretold.data?.calculated}
            onChange={(changed) => draft.write({ fields: changed })}
            onChecked={check}
          />
        </section>
        <StartPanel of={of} draft={draft} organisation={organisation} foretold={foretold} checked={checked} onWanted={() => want(true)} />
      </div>
    </Page>
  );
}

import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { useSaid } from '../state/failed.tsx';
import { useWritten } from '../time/formats.ts';
import own from './definition.module.css';
import { StateTag, useMayDefine } from './parts.tsx';
import { Restoring, Retiring } from './retiring.tsx';

type Process = components['schemas']['DefinitionVersions'];
type Version = Process['items'][number];

/** Every version with what runs on it; any two can be compared. */
export function Versions({ process: { key, items } }: { readonly process: Process }) {
  const { t } = useTranslation('definitions');
  const goTo = useNavigate();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const choose = (version: number, isChosen: boolean) =>
    setChosen((before) => (isChosen ? [...before, version].slice(-2) : before.filter((other) => other !== version)));
  const [one, other] = [...chosen].sort((first, second) => first - second);
  return (
    <section className={styles.card} aria-labelledby="versions-title">
      <header className={styles.cardHead}>
        <h2 id="versions-title">{t('versions')}</h2>
      </header>
      <ul className={styles.rows}>
        {items.map((version) => (
          <li key={version.version}>
            <div className={own.versionRow}>
              {items.length > 1 && (
                <Checkbox
                  aria-label={t('choose', { version: version.version })}
                  checked={chosen.includes(version.version)}
                  onChange={({ target }) => choose(version.version, target.checked)}
                />
              )}
              <About version={version} />
            </div>
            <Verbs version={version} />
          </li>
        ))}
      </ul>
      {items.length > 1 && (
        <div className={own.compareBar}>
          <span className={styles.small}>{t('chooseTwo')}</span>
          <Button disabled={other === undefined} onClick={() => void goTo(`/definitions/${key}/compare?one=${one}&other=${other}`)}>
            {t('compareChosen')}
          </Button>
        </div>
      )}
    </section>
  );
}

function About({
  version: { version, state, note, publishedBy, confirmedBy, publishedAt, effectiveAt, running, contentHash, retired },
}: {
  readonly version: Version;
}) {
  const { t } = useTranslation('definitions');
  const written = useWritten();
  return (
    <div>
      <p className={styles.line}>
        <strong>{t('versionNumber', { version })}</strong>
        <StateTag state={state} />
        <span className={styles.small}>{running === 0 ? t('runningNone') : t('running', { count: running })}</span>
      </p>
      {note !== undefined && <p className={own.note}>{note}</p>}
      <p className={styles.small}>
        {publishedBy?.name ?? t('withSoftware')} {written(publishedAt, 'date')}
        {confirmedBy && ` · ${t('confirmedBy', { name: confirmedBy.name })}`}
        {effectiveAt !== publishedAt && ` · ${t('takesEffect', { day: written(effectiveAt, 'date') })}`}
      </p>
      {retired && <p className={styles.small}>{t('retiredBy', { name: retired.by.name, note: retired.note })}</p>}
      <p className={own.hash} title={contentHash}>
        {t('hash', { hash: contentHash.slice(0, 12) })}
      </p>
    </div>
  );
}

function Verbs({ version: { key, version, state } }: { readonly version: Version }) {
  const { t } = useTranslation('definitions');
  const said = useSaid();
  const goTo = useNavigate();
  const { mayEdit, mayPublish } = useMayDefine();
  const [asked, ask] = useState<'retire' | 'restore'>();
  const draft = api.useMutation('post', '/api/definitions/drafts', { onSuccess: ({ id }) => void goTo(`/definitions/drafts/${id}`) });
  const close = () => ask(undefined);
  return (
    <>
      <div className={styles.actions}>
        {mayEdit && (
          <Button loading={draft.isPending} onClick={() => draft.mutate({ body: { kind: 'version', key, version } })}>
            {t('draftFrom')}
          </Button>
        )}
        {mayPublish &&
          (state === 'retired' ? (
            <Button onClick={() => ask('restore')}>{t('restore')}</Button>
          ) : (
            <Button onClick={() => ask('retire')}>{t('retire')}</Button>
          ))}
      </div>
      {draft.error !== null && <Alert className={styles.changes} type="error" showIcon role="alert" title={said(draft.error)} />}
      {asked === 'retire' && <Retiring of={key} version={version} onClose={close} />}
      {asked === 'restore' && <Restoring of={key} version={version} onClose={close} />}
    </>
  );
}

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ExportMenu } from '../exchange/export-menu.tsx';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useText } from '../words/language.ts';
import own from './definition.module.css';
import { Drafts } from './drafts.tsx';
import { useMayDefine } from './parts.tsx';
import { Proposals } from './proposals.tsx';
import { Retiring } from './retiring.tsx';
import { SecondPerson } from './second-person.tsx';
import { Versions } from './versions.tsx';

type Process = components['schemas']['DefinitionVersions'];

/** A process: its versions with what runs on them, what is proposed, and what is being drafted. */
export function ProcessPage() {
  const { key = '' } = useParams();
  const { t } = useTranslation('definitions');
  const text = useText();
  const { mayEither } = useMayDefine();
  const versions = api.useQuery('get', '/api/definitions/{key}/versions', { params: { path: { key } } });
  const title = versions.data === undefined ? t('process') : text(versions.data.title);
  return (
    <Page title={title} aside={<Ways of={key} isInForce={versions.data?.items.some(({ state }) => state === 'in-force') === true} />}>
      <Answer of={versions}>
        {(process) => (
          <div className={own.parts}>
            {mayEither && <Proposals of={key} processes={[{ ...process, state: 'in-force', versions: process.items }]} />}
            <Versions process={process} />
            {mayEither && <Drafts of={key} />}
            {mayEither && <Settings process={process} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

/** What else there is of a process: what can be read, tried, told again, moved over, taken along. */
function Ways({ of: key, isInForce }: { readonly of: string; readonly isInForce: boolean }) {
  const { t } = useTranslation('definitions');
  const { permissions } = useMe();
  return (
    <nav className={own.ways} aria-label={t('process')}>
      {isInForce && <WaysInForce of={key} />}
      {permissions.includes('definition.migrate') && <Link to={`/definitions/${key}/migration`}>{t('migrate')}</Link>}
      {isInForce && <ExportMenu definition={key} />}
      <Link to="/definitions">{t('allProcesses')}</Link>
    </nav>
  );
}

function WaysInForce({ of: key }: { readonly of: string }) {
  const { t } = useTranslation('definitions');
  const { mayEdit, mayEither } = useMayDefine();
  return (
    <>
      <Link to={`/definitions/${key}/guide`}>{t('guide')}</Link>
      {mayEdit && <Link to={`/definitions/${key}/try`}>{t('tryIt')}</Link>}
      {mayEdit && <Link to={`/definitions/${key}/duration`}>{t('duration')}</Link>}
      {mayEdit && <Link to={`/definitions/${key}/what-if`}>{t('whatIf')}</Link>}
      {mayEither && <Link to={`/definitions/${key}/assignability`}>{t('assignability')}</Link>}
      <Link to={`/definitions/coverage?definition=${key}`}>{t('coverage')}</Link>
    </>
  );
}

/** Whether publishing takes two, and an end to all of it. */
function Settings({ process }: { readonly process: Process }) {
  const { t } = useTranslation('definitions');
  const { mayPublish } = useMayDefine();
  const [isRetiring, setRetiring] = useState(false);
  const isAlive = process.items.some(({ state }) => state !== 'retired');
  return (
    <section className={styles.card}>
      <div className={own.compareBar} style={{ borderTop: 0 }}>
        <SecondPerson of={process.key} />
        {mayPublish && isAlive && (
          <Button danger onClick={() => setRetiring(true)}>
            {t('retireProcess')}
          </Button>
        )}
      </div>
      {isRetiring && <Retiring of={process.key} onClose={() => setRetiring(false)} />}
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ToProcess } from '../definition/parts.tsx';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { useAddress } from '../state/address.ts';
import { Answer } from '../state/answer.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './migration.module.css';
import { Planning } from './planning.tsx';
import { Report } from './report.tsx';

type Schemas = components['schemas'];

/** 迁移: what would become of running cases in another version, moving them there, and putting them back. */
export function MigrationPage() {
  const { t } = useTranslation('migration');
  const text = useText();
  const { key = '' } = useParams();
  const latest = api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } });
  const name = latest.data === undefined ? '' : ` · ${text(latest.data.title)}`;
  return (
    <Page title={`${t('title')}${name}`} aside={<ToProcess of={key} />}>
      <Permitted to="definition.migrate">
        <p className={styles.about}>{t('about')}</p>
        <Answer of={latest}>{({ version }) => <Migrations definition={key} latest={version} />}</Answer>
      </Permitted>
    </Page>
  );
}

function Migrations({ definition: key, latest }: { readonly definition: string; readonly latest: number }) {
  const [address, look] = useAddress<'migration'>();
  const migrations = api.useQuery('get', '/api/definitions/{key}/migrations', { params: { path: { key } } });
  const id = address.get('migration');
  return (
    <div className={styles.cards}>
      {id === null ? (
        <Answer of={migrations}>
          {({ versions }) => (
            <Planning definition={key} latest={latest} versions={versions} onBegun={(begun) => look({ migration: begun })} />
          )}
        </Answer>
      ) : (
        <Report key={id} definition={key} id={id} onLeave={() => look({ migration: undefined })} />
      )}
      {migrations.data && <Earlier items={migrations.data.items} shown={id} look={(chosen) => look({ migration: chosen })} />}
    </div>
  );
}

interface EarlierProps {
  readonly items: readonly Schemas['MigrationSummary'][];
  readonly shown: string | null;
  readonly look: (id: string) => void;
}

function Earlier({ items, shown, look }: EarlierProps) {
  const { t } = useTranslation('migration');
  const others = items.filter(({ id }) => id !== shown);
  if (others.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="earlier-title">
      <header className={styles.cardHead}>
        <h2 id="earlier-title">{t('earlier')}</h2>
      </header>
      <ul className={styles.rows}>
        {others.map(({ id, to, comment, begunBy, begunAt }) => (
          <li key={id}>
            <p className={styles.line}>
              <button type="button" className={styles.link} onClick={() => look(id)}>
                {t('toVersion', { version: to })}
              </button>
              <span>{comment}</span>
            </p>
            <p className={styles.small}>
              {t('by', { name: begunBy.name })} · <Instant at={begunAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

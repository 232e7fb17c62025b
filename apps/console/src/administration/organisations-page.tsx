import { PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSettled } from '../state/settled.ts';
import { Tag } from '../state/tag.tsx';
import styles from './administration.module.css';
import { OrganisationHead } from './organisation-head.tsx';
import { OrganisationTree } from './organisation-tree.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { PostPeriod } from './post-period.tsx';

/** Organisations as a tree, and who is where. */
export function OrganisationsPage() {
  const { t } = useTranslation('organisations');
  const [address, setAddress] = useSearchParams();
  const organisations = api.useQuery('get', '/api/directory/organisations');
  return (
    <Page title={t('title')} isWide>
      <Permitted to="directory.manage">
        <Answer of={organisations}>
          {({ items }) => {
            const chosen = items.find(({ id }) => id === address.get('at')) ?? items[0];
            return (
              <div className={styles.columns}>
                <OrganisationTree organisations={items} chosen={chosen?.id} choose={(at) => setAddress({ at }, { replace: true })} />
                {chosen && (
                  <div className={styles.cards}>
                    <OrganisationHead key={chosen.id} organisation={chosen} choose={(at) => setAddress({ at }, { replace: true })} />
                    <People organisation={chosen} />
                  </div>
                )}
              </div>
            );
          }}
        </Answer>
      </Permitted>
    </Page>
  );
}

interface PeopleProps {
  readonly organisation: { readonly id: string; readonly kind: string; readonly name: string; readonly closedOn: string | null };
}

/** Who holds or held a post there; with something typed, whoever is called so anywhere. */
function People({ organisation }: PeopleProps) {
  const { t } = useTranslation('organisations');
  const [typed, setTyped] = useState('');
  const [isAdding, setAdding] = useState(false);
  const q = useSettled(typed.trim());
  const query = q === '' ? { organisation: organisation.id } : { q };
  const people = api.useQuery('get', '/api/directory/people', { params: { query } });
  return (
    <section className={styles.card} aria-labelledby="people-title">
      <header className={styles.cardHead}>
        <h2 id="people-title">{t('people')}</h2>
        <div className={styles.actions}>
          <Input.Search
            allowClear
            className={styles.finder}
            placeholder={t('findPeople')}
            aria-label={t('findPeople')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {organisation.closedOn === null && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('addPerson')}
            </Button>
          )}
        </div>
      </header>
      <Answer of={people}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={q === '' ? t('noPeople') : t('nobodyFound')} hint={q === '' ? t('noPeopleHint') : ''} />
          ) : (
            <ul className={styles.rows}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </ul>
          )
        }
      </Answer>
      {isAdding && <PersonDialog organisation={organisation} onClose={() => setAdding(false)} />}
    </section>
  );
}

function PersonRow({
  person: { id, name, account, isLocked, isNew, posts },
}: {
  readonly person: components['schemas']['AdministeredPerson'];
}) {
  const { t } = useTranslation('organisations');
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/organisations/people/${id}`}>
            <strong>{name}</strong>
          </Link>
          <span className={styles.small}>{account}</span>
          {isLocked && <Tag tone="bad">{t('locked')}</Tag>}
          {isNew && !isLocked && <Tag>{t('isNew')}</Tag>}
        </p>
        <ul>
          {posts.map((held) => (
            <li key={held.id} className={styles.small}>
              <PostPeriod of={held} />
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

import { Checkbox, Input, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import styles from '../administration/administration.module.css';
import { ToProcess } from '../definition/parts.tsx';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { usePhone } from '../theme/media.ts';
import { useText } from '../words/language.ts';
import { useAssignability, useLooking, usePlaces } from './asking.ts';
import own from './assignability.module.css';
import { PlaceCards } from './place-cards.tsx';
import { PlaceTable } from './place-table.tsx';
import { StaffingList } from './staffing-list.tsx';

/** Who would be asked by a process, or by a draft of one, in every step at every organisation. */
export function AssignabilityPage() {
  const { key, id } = useParams();
  const { t } = useTranslation('assignability');
  const text = useText();
  const found = useAssignability({ key, id });
  const title = found.data === undefined ? t('seeAll') : t('title', { title: text(found.data.title) });
  return (
    <Page
      title={title}
      isWide
      aside={id === undefined ? <ToProcess of={key ?? ''} /> : <Link to={`/definitions/drafts/${id}`}>{t('toDraft')}</Link>}
    >
      <p className={styles.about}>{t('about')}</p>
      <Answer of={found}>
        {({ level, places, withoutStarter, findings }) => (
          <div className={styles.cards}>
            <section className={styles.card} aria-labelledby="staffing-findings">
              <header className={styles.cardHead}>
                <h2 id="staffing-findings">{t('findings')}</h2>
                {withoutStarter > 0 && <span className={styles.small}>{t('withoutStarter', { count: withoutStarter })}</span>}
              </header>
              <div className={own.padded}>
                {findings.length === 0 ? (
                  <p>{t(places === 0 ? 'nowhere' : 'allStaffed', { count: places })}</p>
                ) : (
                  <StaffingList findings={findings} level={level} />
                )}
              </div>
            </section>
            <Places source={{ key, id }} level={level} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

interface PlacesProps {
  readonly source: { readonly key: string | undefined; readonly id: string | undefined };
  readonly level: string;
}

function Places({ source, level }: PlacesProps) {
  const { t } = useTranslation('assignability');
  const { looking, look } = useLooking();
  const places = usePlaces(source, looking);
  const Shown = usePhone() ? PlaceCards : PlaceTable;
  return (
    <section className={styles.card} aria-labelledby="staffing-places">
      <header className={styles.cardHead}>
        <h2 id="staffing-places">{t('table')}</h2>
        <div className={own.looking}>
          <Input.Search
            aria-label={t('search')}
            placeholder={t('search')}
            defaultValue={looking.search}
            onSearch={(search) => look({ search, page: 1 })}
          />
          <Checkbox checked={looking.isTroubled} onChange={({ target }) => look({ isTroubled: target.checked, page: 1 })}>
            {t('onlyFindings')}
          </Checkbox>
        </div>
      </header>
      <Answer of={places}>
        {(data) =>
          data.items.length === 0 ? (
            <Empty title={t('noPlaces')} hint={t('noPlacesHint')} />
          ) : (
            <>
              <Shown places={data} level={level} />
              <footer className={styles.cardFoot}>
                <span className={styles.small}>{t('shown', { count: data.total })}</span>
                {data.total > data.size && (
                  <Pagination
                    size="small"
                    showSizeChanger={false}
                    current={data.page}
                    pageSize={data.size}
                    total={data.total}
                    onChange={(page) => look({ page })}
                  />
                )}
              </footer>
            </>
          )
        }
      </Answer>
    </section>
  );
}

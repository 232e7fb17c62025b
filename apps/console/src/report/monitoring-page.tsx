import { LockOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Loading } from '../state/loading.tsx';
import { Place } from '../state/place.tsx';
import { GridView } from './grid-view.tsx';
import { kinds, type Look, type Looking, spans, stateFilters, useLooking, views } from './looking.ts';
import styles from './monitoring.module.css';
import { fits, type Schools, useSchools } from './schools.ts';
import { StandingsView } from './standings-view.tsx';

const ChartView = lazy(async () => ({ default: (await import('./chart-view.tsx')).ChartView }));

const viewWords = { grid: 'viewGrid', standings: 'viewStandings', chart: 'viewChart' } as const;
const spanWords = { '60': 'days60', '180': 'days180', '365': 'days365' } as const;

/** How schools report, for the offices above them. */
export function MonitoringPage() {
  const { t } = useTranslation(['reports', 'states']);
  const { areas } = useMe();
  if (areas.includes('monitoring')) return <Monitoring />;
  return (
    <Page title={t('monitoring')}>
      <Place icon={<LockOutlined aria-hidden />} title={t('states:notPermitted')} hint={t('states:notPermittedHint')} />
    </Page>
  );
}

function Monitoring() {
  const { t } = useTranslation('reports');
  const [looking, look] = useLooking();
  const schools = useSchools(looking);
  return (
    <Page
      title={t('monitoring')}
      isWide
      aside={
        <Segmented<Looking['view']>
          aria-label={t('views')}
          value={looking.view}
          options={views.map((view) => ({ value: view, label: t(viewWords[view]) }))}
          onChange={(view) => look({ view: view === 'grid' ? undefined : view })}
        />
      }
    >
      <Filters looking={looking} look={look} schools={schools.data} />
      <Answer of={schools} lines={10}>
        {(found) => <Shown found={found} looking={looking} look={look} />}
      </Answer>
    </Page>
  );
}

function Shown({ found, looking, look }: { readonly found: Schools; readonly looking: Looking; readonly look: Look }) {
  const { t } = useTranslation('reports');
  const schools = found.schools.filter((school) => fits(school, looking));
  if (found.schools.length === 0) return <Empty title={t('noSchools')} hint={t('noSchoolsHint')} />;
  if (schools.length === 0) {
    return (
      <Empty title={t('noneFits')} hint={t('countSchools', { count: found.schools.length })}>
        <Button onClick={() => look({ city: undefined, state: undefined })}>{t('clearFilters')}</Button>
      </Empty>
    );
  }
  const shown = { periods: found.periods, schools };
  if (looking.view === 'standings') return <StandingsView schools={schools} />;
  if (looking.view === 'grid') return <GridView of={shown} report={looking.report} />;
  return (
    <Suspense fallback={<Loading />}>
      <ChartView of={shown} />
    </Suspense>
  );
}

interface FiltersProps {
  readonly looking: Looking;
  readonly look: Look;
  readonly schools: Schools | undefined;
}

function Filters({ looking, look, schools }: FiltersProps) {
  const { t } = useTranslation('reports');
  const cities = new Map(schools?.schools.flatMap(({ row: { city } }) => (city === undefined ? [] : [[city.id, city.name] as const])));
  const unless =
    (usual: string, name: keyof Looking) =>
    (chosen: string | undefined): void =>
      look({ [name]: chosen === usual ? undefined : chosen });
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('reportKind')}
        value={looking.report}
        options={kinds.map((value) => ({ value, label: t(value) }))}
        onChange={unless('fortnightly', 'report')}
      />
      <Select
        allowClear
        aria-label={t('city')}
        placeholder={t('allCities')}
        value={looking.city}
        options={[...cities].map(([value, label]) => ({ value, label }))}
        onChange={unless('', 'city')}
      />
      <Select
        allowClear
        aria-label={t('state')}
        placeholder={t('allStates')}
        value={looking.state}
        options={stateFilters.map((value) => ({ value, label: t(value) }))}
        onChange={unless('', 'state')}
      />
      <Select
        aria-label={t('time')}
        value={looking.span}
        options={spans.map((value) => ({ value, label: t(spanWords[value]) }))}
        onChange={unless('60', 'span')}
      />
    </div>
  );
}

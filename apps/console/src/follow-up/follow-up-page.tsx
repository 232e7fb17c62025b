import { DownloadOutlined, LockOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Place } from '../state/place.tsx';
import { useText } from '../words/language.ts';
import styles from './follow-up.module.css';
import { addressOf, filtersOf, type Look, type Looking, periodOf, spans, useLooking, views } from './looking.ts';
import { OnTimeView } from './on-time-view.tsx';
import { StuckView } from './stuck-view.tsx';
import { WaitingView } from './waiting-view.tsx';

const viewWords = { waiting: 'waiting', stuck: 'stuck', 'on-time': 'onTime' } as const;
const spanWords = { '30': 'days30', '90': 'days90', '365': 'days365' } as const;

/** Where cases are and how long they stay, for those who may read every case of an organisation. */
export function FollowUpPage() {
  const { t } = useTranslation(['followUp', 'states']);
  const { areas } = useMe();
  if (areas.includes('follow-up')) return <FollowUp />;
  return (
    <Page title={t('title')}>
      <Place icon={<LockOutlined aria-hidden />} title={t('states:notPermitted')} hint={t('states:notPermittedHint')} />
    </Page>
  );
}

function FollowUp() {
  const { t } = useTranslation('followUp');
  const [looking, look] = useLooking();
  const { view } = looking;
  return (
    <Page
      title={t('title')}
      isWide
      aside={
        <Segmented<Looking['view']>
          aria-label={t('views')}
          value={view}
          options={views.map((name) => ({ value: name, label: t(viewWords[name]) }))}
          onChange={(chosen) => look({ view: chosen === 'waiting' ? undefined : chosen })}
        />
      }
    >
      <Filters looking={looking} look={look} />
      {view === 'waiting' && <WaitingView looking={looking} />}
      {view === 'stuck' && <StuckView looking={looking} />}
      {view === 'on-time' && <OnTimeView looking={looking} />}
    </Page>
  );
}

function Filters({ looking, look }: { readonly looking: Looking; readonly look: Look }) {
  const { t } = useTranslation('followUp');
  const text = useText();
  const definitions = api.useQuery('get', '/api/definitions', {}, { staleTime: 300_000 });
  const organisations = api.useQuery('get', '/api/organisations', {}, { staleTime: 300_000 });
  const workbook = addressOf('/api/follow-up/workbook', { ...filtersOf(looking), ...periodOf(looking.span) });
  return (
    <div className={styles.filters}>
      <Select
        allowClear
        aria-label={t('process')}
        placeholder={t('allProcesses')}
        value={looking.definition}
        options={(definitions.data?.items ?? []).map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChange={(definition: string | undefined) => look({ definition })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('organisation')}
        placeholder={t('allOrganisations')}
        value={looking.organisation}
        options={(organisations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(organisation: string | undefined) => look({ organisation })}
      />
      {looking.view === 'on-time' && (
        <Select
          aria-label={t('period')}
          value={looking.span}
          options={spans.map((value) => ({ value, label: t(spanWords[value]) }))}
          onChange={(span: string) => look({ span: span === '30' ? undefined : span })}
        />
      )}
      <Button icon={<DownloadOutlined />} href={workbook} download>
        {t('export')}
      </Button>
    </div>
  );
}

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useMe } from '../session/session.ts';
import { throughOf } from '../session/through.ts';
import { useText } from '../words/language.ts';
import type { LookingProps } from './filters.tsx';

const forLong = { staleTime: 300_000 };

/** The filters that are used now and then: each narrows on the server. */
export function NarrowTo({ looking, look }: LookingProps) {
  const { t } = useTranslation('queue');
  const text = useText();
  const { posts } = useMe();
  const processes = api.useQuery('get', '/api/definitions', {}, forLong).data?.items ?? [];
  const organisations = api.useQuery('get', '/api/organisations', {}, forLong).data?.items ?? [];
  const process = processes.find(({ key }) => key === looking.definition);
  return (
    <>
      <Choice
        label={t('processLabel')}
        all={t('process')}
        value={looking.definition}
        options={processes.map(({ key, title }) => ({ value: key, label: text(title) }))}
        onChoose={(definition) => look({ definition, step: undefined, case: undefined })}
      />
      <Choice
        label={t('stepLabel')}
        all={process === undefined ? t('stepAfterProcess') : t('step')}
        value={looking.step}
        options={(process?.steps ?? []).map(({ path, title }) => ({ value: path, label: text(title) }))}
        onChoose={(step) => look({ step, case: undefined })}
      />
      <Choice
        label={t('organisationLabel')}
        all={t('organisation')}
        value={looking.organisation}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(organisation) => look({ organisation, case: undefined })}
      />
      {looking.list !== 'started' && (
        <Choice
          label={t('throughLabel')}
          all={t('through')}
          value={looking.through}
          options={[
            { value: 'own', label: t('throughOwn') },
            ...posts.map((post) => ({ value: throughOf(post), label: `${text(post.title)} · ${post.organisation.name}` })),
          ]}
          onChoose={(through) => look({ through, case: undefined })}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string | undefined) => void;
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={all}
      value={value}
      disabled={options.length === 0}
      options={[...options]}
      onChange={(chosen: string | undefined) => onChoose(chosen)}
    />
  );
}

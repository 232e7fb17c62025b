import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { Field } from './field.tsx';

export interface PostingDraft {
  readonly post: string | undefined;
  readonly organisation: string;
  readonly from: string;
  readonly until: string;
}

interface PostingFieldsProps {
  readonly of: PostingDraft;
  readonly put: (change: Partial<PostingDraft>) => void;
}

/** Which post, where, and when; the posts are those there are at the organisation's level. */
export function PostingFields({ of: { post, organisation, from, until }, put }: PostingFieldsProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const organisations = api.useQuery('get', '/api/directory/organisations');
  const catalogue = api.useQuery('get', '/api/directory/posts', {}, { staleTime: 300_000 });
  const open = (organisations.data?.items ?? []).filter(({ closedOn }) => closedOn === null);
  const kind = open.find(({ id }) => id === organisation)?.kind;
  return (
    <>
      <Field name={t('organisation')}>
        <Select
          aria-label={t('organisation')}
          value={organisation}
          showSearch={{ optionFilterProp: 'label' }}
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(chosen) => put({ organisation: chosen, post: undefined })}
        />
      </Field>
      <Field name={t('post')}>
        <Select
          aria-label={t('post')}
          value={post ?? null}
          options={(catalogue.data?.items ?? [])
            .filter(({ at }) => at === kind)
            .map(({ key, title }) => ({ value: key, label: text(title) }))}
          onChange={(chosen) => put({ post: chosen ?? undefined })}
        />
      </Field>
      <div className={styles.pair}>
        <Field name={t('from')}>
          <Input type="date" aria-label={t('from')} value={from} onChange={({ target }) => put({ from: target.value })} />
        </Field>
        <Field name={t('until')}>
          <Input type="date" aria-label={t('until')} value={until} onChange={({ target }) => put({ until: target.value })} />
        </Field>
      </div>
    </>
  );
}

/** As the server takes it; undefined while something is missing. */
export const postingOf = ({ post, organisation, from, until }: PostingDraft) =>
  post === undefined || from === '' ? undefined : { post, organisation, from, ...(until !== '' && { until }) };

import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { type Session, useMe } from '../session/session.ts';
import { useText } from '../words/language.ts';
import styles from './frame.module.css';

/** On a demo start alone: to be somebody else without signing out first. */
export function StepInto({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const { t } = useTranslation('frame');
  const text = useText();
  const { person } = useMe();
  const { data } = api.useQuery('get', '/api/session/demo', {}, { staleTime: Number.POSITIVE_INFINITY });
  const signIn = api.useMutation('post', '/api/session', { onSuccess: onSignedIn });
  if (data === undefined || data.people.length === 0) return null;
  return (
    <Select
      className={styles.stepInto}
      showSearch={{ optionFilterProp: 'label' }}
      value={null}
      placeholder={t('switchPost')}
      aria-label={t('switchPost')}
      loading={signIn.isPending}
      options={data.people
        .filter(({ account }) => account !== person.account)
        .map(({ account, organisation, post }) => ({ value: account, label: `${organisation} · ${text(post)}` }))}
      onChange={(account: string | null) => account !== null && signIn.mutate({ body: { account, password: data.password ?? '' } })}
    />
  );
}

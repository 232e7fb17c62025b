import { Alert, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import own from './definition.module.css';
import { useMayDefine } from './parts.tsx';

/** Whether publishing takes two: of a process, or without one of all of them. To do without takes two as well. */
export function SecondPerson({ of: key }: { readonly of?: string }) {
  const { t } = useTranslation('definitions');
  const said = useSaid();
  const { mayPublish } = useMayDefine();
  const second = api.useQuery('get', '/api/definitions/second-person');
  const set = api.useMutation('put', '/api/definitions/second-person');
  const items = second.data?.items ?? [];
  const here = items.find((item) => item.key === key);
  const isFromAbove = key !== undefined && items.some((item) => item.key === undefined);
  const name = t(key === undefined ? 'secondPersonAll' : 'secondPerson');
  return (
    <div>
      <p className={own.setting}>
        <Switch
          size="small"
          aria-label={name}
          checked={here !== undefined || isFromAbove}
          disabled={!mayPublish || isFromAbove || second.data === undefined}
          loading={set.isPending}
          onChange={(isRequired) => set.mutate({ body: { ...(key !== undefined && { key }), isRequired } })}
        />
        <strong>{name}</strong> <span className={styles.small}>{t(isFromAbove ? 'secondPersonFromAbove' : 'secondPersonHint')}</span>
      </p>
      {here?.waivedBy !== undefined && <p className={styles.small}>{t('secondPersonWaived', { name: here.waivedBy.name })}</p>}
      {set.error !== null && <Alert type="error" showIcon role="alert" title={said(set.error)} />}
    </div>
  );
}

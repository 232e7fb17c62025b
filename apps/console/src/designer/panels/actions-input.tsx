import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { put, useAt, useDefinition } from '../document/designed.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import { MessageInput } from '../expression/message-input.tsx';
import { AssigneesInput } from '../inputs/assignees-input.tsx';
import { Labelled } from '../inputs/labelled.tsx';
import { ListInput } from '../inputs/list-input.tsx';
import { ValuesInput } from '../inputs/values-input.tsx';

interface Action {
  readonly type: 'notify' | 'set' | 'signal';
}

const fresh = {
  notify: { type: 'notify', params: { to: [{ applicant: true }], message: { zh: '申请有了新的进展。' } } },
  set: { type: 'set', params: {} },
  signal: { type: 'signal', params: { instance: '""', signal: 'signal' } },
} as const;

/** What is done on the way: people are told, values are kept, other cases are signalled. */
export function ActionsInput({ pointer }: { readonly pointer: string }) {
  const { t } = useTranslation('designer');
  const written = useAt<unknown>(pointer);
  // One action may stand without a list around it.
  if (written !== undefined && !Array.isArray(written)) return <OneAction at={pointer} />;
  return (
    <ListInput pointer={pointer} name={t('action')} fresh={() => fresh.notify}>
      {(at) => <OneAction at={at} />}
    </ListInput>
  );
}

function OneAction({ at }: { readonly at: string }) {
  const { t } = useTranslation('designer');
  const action = useAt<Action>(at);
  const { data, signals } = useDefinition();
  if (action === undefined) return null;
  return (
    <>
      <Labelled label={t('actionType')} pointer={at}>
        {(id) => (
          <Select<Action['type']>
            id={id}
            value={action.type}
            options={(['notify', 'set', 'signal'] as const).map((value) => ({ value, label: t(`action-${value}`) }))}
            onChange={(chosen) => put(at, fresh[chosen])}
          />
        )}
      </Labelled>
      {action.type === 'notify' && (
        <>
          <AssigneesInput pointer={`${at}/params/to`} label={t('notifyTo')} />
          <MessageInput pointer={`${at}/params/message`} label={t('message')} hint={t('messageHint')} />
        </>
      )}
      {action.type === 'set' && <ValuesInput pointer={`${at}/params`} names={Object.keys(data?.properties ?? {})} label={t('setValues')} />}
      {action.type === 'signal' && (
        <>
          <ExpressionInput pointer={`${at}/params/instance`} label={t('signalCase')} />
          <ValuesInput pointer={`${at}/params/payload`} names={[]} label={t('payload')} />
          <Labelled label={t('signal')}>
            {(id) => (
              <Select
                id={id}
                value={(action as unknown as { params: { signal: string } }).params.signal}
                options={Object.keys(signals ?? {}).map((value) => ({ value, label: value }))}
                onChange={(chosen) => put(`${at}/params/signal`, chosen)}
              />
            )}
          </Labelled>
        </>
      )}
    </>
  );
}

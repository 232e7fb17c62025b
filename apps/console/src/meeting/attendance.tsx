import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import styles from './meeting.module.css';
import { show } from './meetings.ts';
import { type Member, MembersInput } from './members-input.tsx';
import type { PartProps } from './part.ts';

/** Who belongs to it and who came. */
export function Attendance({ of: { id, members }, isWorking }: PartProps) {
  const { t } = useTranslation('meeting');
  const said = useSaid();
  const { message } = App.useApp();
  const [changed, setChanged] = useState<readonly Member[]>();
  const save = api.useMutation('put', '/api/meetings/{id}/members', {
    onSuccess: (meeting) => {
      show(meeting);
      setChanged(undefined);
      void message.success(t('membersSaved'));
    },
  });
  const shown = changed ?? members;
  return (
    <section className={styles.paper} aria-label={t('attendance')}>
      <MembersInput value={shown} onChange={setChanged} isFixed={!isWorking} />
      {save.error !== null && <Alert type="error" showIcon role="alert" title={said(save.error)} />}
      {isWorking && (
        <Button
          type="primary"
          disabled={changed === undefined || shown.length === 0}
          loading={save.isPending}
          onClick={() => save.mutate({ params: { path: { id } }, body: { members: [...shown] } })}
        >
          {t('saveMembers')}
        </Button>
      )}
    </section>
  );
}

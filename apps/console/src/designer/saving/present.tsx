import { TeamOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { listed } from '../../words/punctuation.ts';
import { type Saver, useSaving } from './saver.ts';
import styles from './saving.module.css';

/** How often it is said that the draft is open here, in milliseconds. */
const interval = 20_000;

/** Who else has the draft open; what they save comes onto this screen while nothing is changed here. */
export function Present({ id, saver }: { readonly id: string; readonly saver: Saver | undefined }) {
  const { t } = useTranslation('designer');
  const [others, meet] = useState<components['schemas']['DraftPresence']['others']>([]);
  useEffect(() => {
    const path = { id };
    const attend = async (): Promise<void> => {
      const { data } = await server.POST('/api/definitions/drafts/{id}/presence', { params: { path } });
      if (data === undefined) return;
      meet(data.others);
      if (saver === undefined || data.revision <= useSaving.getState().revision) return;
      const { data: draft } = await server.GET('/api/definitions/drafts/{id}', { params: { path } });
      if (draft !== undefined) saver.follow(draft);
    };
    // Without a connection nobody can be met; saving says so.
    const again = (): void => void attend().catch(() => undefined);
    again();
    const timer = setInterval(again, interval);
    return () => clearInterval(timer);
  }, [id, saver]);
  if (others.length === 0) return null;
  return (
    <span className={styles.mark}>
      <TeamOutlined aria-hidden /> {t('alsoHere', { names: listed(others.map(({ name }) => name)) })}
    </span>
  );
}

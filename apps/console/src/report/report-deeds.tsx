import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session/session.ts';
import { DeedDialog } from './deed-dialog.tsx';
import { type Deed, deedsFor } from './deeds.ts';
import styles from './report.module.css';
import type { Key, Report } from './types.ts';

/** What can be done about a report besides filing it. */
export function ReportDeeds({ of, name }: { readonly of: Report; readonly name: Key }) {
  const { t } = useTranslation('reports');
  const { permissions } = useMe();
  const [chosen, choose] = useState<Deed>();
  const possible = deedsFor(of, permissions);
  if (possible.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="deeds-title">
      <h2 id="deeds-title">{t('deeds')}</h2>
      <div className={styles.deeds}>
        {possible.map((deed) => (
          <Button key={deed.name} onClick={() => choose(deed)}>
            {t(deed.name)}
          </Button>
        ))}
      </div>
      {chosen && <DeedDialog deed={chosen} keys={[name]} onClose={() => choose(undefined)} />}
    </section>
  );
}

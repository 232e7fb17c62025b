import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../api/client.ts';
import { useTitle } from '../frame/page.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { CaseView } from './case-view.tsx';

/** One case at an address of its own. */
export function CasePage() {
  const { t } = useTranslation('case');
  const text = useText();
  const { id = '' } = useParams();
  const { data } = api.useQuery('get', '/api/instances/{id}', { params: { path: { id } } });
  useTitle(data === undefined ? t('title') : text(data.title));
  return (
    <div className={styles.page}>
      <CaseView id={id} isPage />
    </div>
  );
}

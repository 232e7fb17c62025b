import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { create } from 'zustand';
import { api } from '../../api/client.ts';
import { type Assignability, StaffingList } from '../../assignability/staffing-list.tsx';
import { show } from '../document/selection.ts';
import { useSaving } from '../saving/saver.ts';
import styles from './findings.module.css';
import { useFound } from './findings.ts';

interface Staffed {
  readonly draft: string;
  /** Of the draft as it was saved last, where nothing else is wrong with it. */
  readonly found: Assignability | undefined;
}

export const useStaffed = create<Staffed>(() => ({ draft: '', found: undefined }));

/** Has the server say who would be asked by a draft, after every saving of a document that is sound. */
export function useStaffing(draft: string): void {
  const { kind, revision } = useSaving();
  const isSound = useFound(({ findings }) => findings?.every(({ severity }) => severity !== 'error') === true);
  const params = { path: { id: draft } };
  const { data, refetch } = api.useQuery('get', '/api/definitions/drafts/{id}/assignability', { params }, { enabled: false, gcTime: 0 });
  useEffect(() => {
    if (isSound && kind === 'resting' && revision >= 0) void refetch();
  }, [isSound, kind, revision, refetch]);
  useEffect(() => useStaffed.setState({ draft, found: isSound ? data : undefined }), [draft, data, isSound]);
}

/** What was found of who would be asked, step by step. */
export function StaffedFindings() {
  const { t } = useTranslation('assignability');
  const { draft, found } = useStaffed();
  if (found === undefined || found.findings.length === 0) return null;
  return (
    <div className={styles.staffed}>
      <StaffingList findings={found.findings} level={found.level} goTo={show} />
      <Link to={`/definitions/drafts/${draft}/assignability`}>{t('seeAll')}</Link>
    </div>
  );
}

import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import own from './assignability.module.css';

export type Places = components['schemas']['StaffedPlaces'];
type Step = Places['items'][number]['steps'][number];

/** What is the matter most; being alone goes without saying where one person answers twice. */
const gravest = ['nobody', 'applicant', 'twice', 'alone'] as const;

/** Who would be asked in a step at an organisation, and what is the matter with that. */
export function PlaceStep({ step: { people, count, isApplicant, kinds, severity } }: { readonly step: Step }) {
  const { t } = useTranslation('assignability');
  if (isApplicant) return <span className={own.faint}>{t('applicantStep')}</span>;
  const kind = gravest.find((one) => kinds.includes(one));
  return (
    <div className={own.step}>
      {people.length > 0 && (
        <span>
          {people.map(({ name }) => name).join(t('comma'))}
          {count > people.length && <span className={own.faint}> {t('more', { count })}</span>}
        </span>
      )}
      {kind !== undefined && (
        <span className={own.trouble} data-severity={severity}>
          {severity === 'error' ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
          {t(kind === 'nobody' && severity === 'warning' ? 'skipped' : kind)}
        </span>
      )}
    </div>
  );
}

import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useText } from '../words/language.ts';
import { labelled } from '../words/punctuation.ts';
import styles from './assignability.module.css';

export type Assignability = components['schemas']['Assignability'];
type Finding = components['schemas']['StaffingFinding'];
type Place = components['schemas']['StaffedPlace'];

/** Departments are told apart by their school; a school needs no other name. */
export const placeName = ({ name, above }: Place, level: string): string =>
  level === 'department' && above !== undefined ? `${above} ${name}` : name;

interface StaffingListProps {
  readonly findings: readonly Finding[];
  readonly level: string;
  /** Goes to the place of the document that a finding is about. */
  readonly goTo?: (pointer: string) => void;
}

/** What is the matter with who would be asked, step by step; each opens into the organisations it is so at. */
export function StaffingList({ findings, level, goTo }: StaffingListProps) {
  const { t } = useTranslation('assignability');
  const text = useText();
  return (
    <ul className={styles.findings}>
      {findings.map(({ code, step, severity, message, pointer, places, count }) => (
        <li key={`${code} ${step}`} data-severity={severity}>
          <details>
            <summary>
              {severity === 'error' ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
              <span className="unseen">{labelled(t(severity), '')}</span>
              <span>{text(message)}</span>
            </summary>
            <p>
              {places.map((place) => placeName(place, level)).join(t('comma'))}
              {count > places.length && t('andMore', { count: count - places.length })}
            </p>
            {goTo !== undefined && (
              <Button size="small" type="link" onClick={() => goTo(pointer)}>
                {t('toStep')}
              </Button>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

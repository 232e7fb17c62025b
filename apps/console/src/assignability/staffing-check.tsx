import { Alert, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, type Asked } from '../state/answer.tsx';
import styles from './assignability.module.css';
import { type Assignability, StaffingList } from './staffing-list.tsx';

/** Who would be asked, looked at by whoever publishes: whether it stands in the way, and what of it they accept. */
export function useStaffingCheck(staffing: Asked<Assignability>) {
  const [accepted, setAccepted] = useState<string>();
  const { fingerprint, findings } = staffing.data ?? {};
  const isAccepted = fingerprint !== undefined && accepted === fingerprint;
  return {
    isClear: findings?.every(({ severity }) => severity !== 'error') === true && (findings.length === 0 || isAccepted),
    accepts: isAccepted ? { accepts: accepted } : {},
    shown: <StaffingCheck staffing={staffing} isAccepted={isAccepted} onAccept={(is) => setAccepted(is ? fingerprint : undefined)} />,
  };
}

interface StaffingCheckProps {
  readonly staffing: Asked<Assignability>;
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

function StaffingCheck({ staffing, isAccepted, onAccept }: StaffingCheckProps) {
  const { t } = useTranslation('assignability');
  return (
    <Answer of={staffing} lines={2}>
      {({ findings, level, places }) => {
        if (findings.length === 0)
          return (
            <Alert
              type={places === 0 ? 'warning' : 'success'}
              showIcon
              title={t(places === 0 ? 'nowhere' : 'allStaffed', { count: places })}
            />
          );
        const errors = findings.filter(({ severity }) => severity === 'error');
        const isStopped = errors.length > 0;
        return (
          <Alert
            type={isStopped ? 'error' : 'warning'}
            showIcon
            title={isStopped ? t('stopped', { count: errors.length }) : t('toAccept', { count: findings.length })}
            description={
              <div className={styles.check}>
                <StaffingList findings={isStopped ? errors : findings} level={level} />
                {!isStopped && (
                  <Checkbox checked={isAccepted} onChange={({ target }) => onAccept(target.checked)}>
                    {t('accept')}
                  </Checkbox>
                )}
              </div>
            }
          />
        );
      }}
    </Answer>
  );
}

import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Due } from '#engine';
import { put, useAt } from '../document/designed.ts';
import { ExpressionInput } from '../expression/expression-input.tsx';
import styles from './inputs.module.css';
import { Labelled } from './labelled.tsx';

type Unit = 'none' | 'workingDays' | 'workingHours' | 'days' | 'hours' | 'iso' | 'instant';

interface DelayInputProps {
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  /** Whether there may be none. */
  readonly isOptional?: boolean;
  /** Whether an expression may say the instant itself. */
  readonly mayBeInstant?: boolean;
}

const amountOf = (due: Due | undefined): number => {
  if (typeof due === 'string') return Number(/\d+/.exec(due)?.[0] ?? 1);
  if (due === undefined) return 1;
  return 'workingDays' in due ? due.workingDays : 'workingHours' in due ? due.workingHours : 1;
};

function unitOf(due: Due | undefined): Unit {
  if (due === undefined) return 'none';
  if (typeof due === 'string') return /^P\d+D$/.test(due) ? 'days' : /^PT\d+H$/.test(due) ? 'hours' : 'iso';
  return 'workingDays' in due ? 'workingDays' : 'workingHours' in due ? 'workingHours' : 'instant';
}

function dueOf(unit: Unit, amount: number): Due | undefined {
  switch (unit) {
    case 'none':
      return undefined;
    case 'workingDays':
      return { workingDays: amount };
    case 'workingHours':
      return { workingHours: amount };
    case 'days':
      return `P${amount}D`;
    case 'hours':
      return `PT${amount}H`;
    case 'iso':
      return 'P1M';
    case 'instant':
      return { at: 'now' };
  }
}

/** A length of time in working days or hours, on the calendar, or until an instant that is reckoned. */
export function DelayInput({ pointer, label, hint, isOptional = false, mayBeInstant = false }: DelayInputProps) {
  const { t } = useTranslation('designer');
  const due = useAt<Due>(pointer);
  const unit = unitOf(due);
  const units: readonly Unit[] = ['workingDays', 'workingHours', 'days', 'hours', 'iso'];
  const offered = [...(isOptional ? (['none'] as const) : []), ...units, ...(mayBeInstant ? (['instant'] as const) : [])];
  return (
    <Labelled label={label} hint={hint} pointer={pointer}>
      {(id) => (
        <>
          <div className={styles.line}>
            {['workingDays', 'workingHours', 'days', 'hours'].includes(unit) && (
              <InputNumber<number>
                min={1}
                max={2000}
                aria-label={t('amountOf', { label })}
                value={amountOf(due)}
                onChange={(amount) => amount !== null && put(pointer, withTime(dueOf(unit, amount), due))}
              />
            )}
            <Select<Unit>
              id={id}
              className={styles.grow ?? ''}
              value={unit}
              options={offered.map((value) => ({ value, label: t(`unit-${value}`) }))}
              onChange={(chosen) => put(pointer, dueOf(chosen, amountOf(due)))}
            />
          </div>
          {unit === 'iso' && (
            <Input aria-label={t('isoOf', { label })} value={due as string} onChange={({ target }) => put(pointer, target.value)} />
          )}
          {typeof due === 'object' && 'workingDays' in due && (
            <Input
              prefix={t('timeOfDay')}
              placeholder="17:30"
              aria-label={t('timeOfDayOf', { label })}
              value={due.at ?? ''}
              onChange={({ target }) => put(pointer, { workingDays: due.workingDays, ...(target.value !== '' && { at: target.value }) })}
            />
          )}
          {unit === 'instant' && <ExpressionInput pointer={`${pointer}/at`} label={t('instantOf', { label })} />}
        </>
      )}
    </Labelled>
  );
}

/** The time of day stays when only the number of days is another. */
function withTime(next: Due | undefined, before: Due | undefined): Due | undefined {
  const hasTime = typeof before === 'object' && 'workingDays' in before && before.at !== undefined;
  return hasTime && typeof next === 'object' && 'workingDays' in next ? { ...next, at: before.at } : next;
}

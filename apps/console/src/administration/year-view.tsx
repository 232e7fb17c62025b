import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { addDays, dayOf } from '../time/zone.ts';
import { useLanguage } from '../words/language.ts';
import styles from './calendar.module.css';

type Year = components['schemas']['CalendarYear'];
type Day = components['schemas']['CalendarDay'];

interface YearViewProps {
  readonly of: Year;
  readonly choose: (date: string) => void;
}

/** Twelve months; the days that are not what their weekday says are marked by colour and by a character. */
export function YearView({ of: { year, days }, choose }: YearViewProps) {
  const { t } = useTranslation('system');
  const special = new Map(days.map((day) => [day.date, day]));
  return (
    <section aria-label={t('yearView')}>
      <p className={styles.legend}>
        <span data-kind="rest">{t('markRest')}</span> {t('legendRest')} <span data-kind="work">{t('markWork')}</span> {t('legendWork')}{' '}
        <span data-kind="weekend">6</span> {t('legendWeekend')}
      </p>
      <div className={styles.months}>
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month} special={special} choose={choose} />
        ))}
      </div>
    </section>
  );
}

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly special: ReadonlyMap<string, Day>;
  readonly choose: (date: string) => void;
}

function Month({ year, month, special, choose }: MonthProps) {
  const language = useLanguage();
  const tag = language === 'en' ? 'en-GB' : 'zh-CN';
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const dates = daysOfMonth(first);
  const gap = (weekdayOf(first) + 6) % 7;
  const title = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' }).format(Date.parse(first));
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'narrow', timeZone: 'UTC' });
  return (
    <section className={styles.month} aria-label={`${year} ${title}`}>
      <h3>{title}</h3>
      <div className={styles.week} aria-hidden>
        {Array.from({ length: 7 }, (_, day) => (
          // 1 January 2024 was a Monday.
          <span key={day}>{weekday.format(Date.UTC(2024, 0, 1 + day))}</span>
        ))}
      </div>
      <div className={styles.days}>
        {dates.map((date, index) => (
          <DayButton key={date} date={date} column={index === 0 ? gap + 1 : undefined} day={special.get(date)} choose={choose} />
        ))}
      </div>
    </section>
  );
}

interface DayButtonProps {
  readonly date: string;
  readonly column: number | undefined;
  readonly day: Day | undefined;
  readonly choose: (date: string) => void;
}

function DayButton({ date, column, day, choose }: DayButtonProps) {
  const { t } = useTranslation('system');
  const isWeekend = [0, 6].includes(weekdayOf(date));
  const kind = kindOf(day, isWeekend);
  const said = `${date} ${t(kind === 'rest' || kind === 'weekend' ? 'restDay' : 'workingDay')}${day === undefined ? '' : ` ${day.name}`}`;
  return (
    <button
      type="button"
      data-kind={kind}
      data-corrected={day?.origin === 'corrected' || undefined}
      aria-current={date === dayOf(present()) ? 'date' : undefined}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      aria-label={said}
      title={said}
      onClick={() => choose(date)}
    >
      {Number(date.slice(8))}
      {(kind === 'rest' || kind === 'work') && <i aria-hidden>{t(kind === 'rest' ? 'markRest' : 'markWork')}</i>}
    </button>
  );
}

function kindOf(day: Day | undefined, isWeekend: boolean): 'rest' | 'work' | 'weekend' | 'ordinary' {
  if (day !== undefined) return day.isOffDay ? 'rest' : 'work';
  return isWeekend ? 'weekend' : 'ordinary';
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();

function daysOfMonth(first: string): string[] {
  const dates = Array.from({ length: 31 }, (_, index) => addDays(first, index));
  return dates.filter((date) => date.slice(0, 7) === first.slice(0, 7));
}

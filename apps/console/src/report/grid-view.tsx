import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { remarked } from '../words/punctuation.ts';
import { Legend } from './legend.tsx';
import styles from './monitoring.module.css';
import { runsOf, type School, type Schools } from './schools.ts';
import { Sign } from './sign.tsx';
import { useSpan } from './span.ts';
import { StandingTag } from './standing-tag.tsx';

interface GridViewProps {
  readonly of: Schools;
  readonly report: string;
}

/** Schools down, periods across: who reported when, with what they are flagged for joined in red. */
export function GridView({ of: { periods, schools }, report }: GridViewProps) {
  const { t } = useTranslation('reports');
  const written = useWritten();
  return (
    <>
      <Legend />
      <section className={styles.frame} tabIndex={0} aria-label={t('gridLabel')}>
        <table className={styles.grid}>
          <thead>
            <tr>
              <th scope="col">{t('countSchools', { count: schools.length })}</th>
              {periods.map(({ key, due }) => (
                <th key={key} scope="col" title={written(due, 'exact')}>
                  {t('dueOn', { day: written(due, 'day') })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {schools.map((school) => (
              <Row key={school.row.school.id} school={school} periods={periods} report={report} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Row({ school, periods, report }: { readonly school: School; readonly periods: Schools['periods']; readonly report: string }) {
  const { row, standing } = school;
  const runs = runsOf(school, periods, report);
  return (
    <tr>
      <th scope="row">
        <Link to={`/reports/${row.school.id}`}>{row.school.name}</Link>
        <span className={styles.under}>
          {row.city?.name} {standing && <StandingTag standing={standing} />}
        </span>
      </th>
      {periods.map((period, place) => (
        <Cell key={period.key} row={row} period={period} report={report} joint={jointAt(runs, place)} />
      ))}
    </tr>
  );
}

type Joint = 'first' | 'within' | 'last' | undefined;

function jointAt(runs: readonly { readonly from: number; readonly to: number }[], place: number): Joint {
  const run = runs.find(({ from, to }) => place >= from && place <= to);
  if (run === undefined || run.from === run.to) return undefined;
  return place === run.from ? 'first' : place === run.to ? 'last' : 'within';
}

interface CellProps {
  readonly row: School['row'];
  readonly period: Schools['periods'][number];
  readonly report: string;
  readonly joint: Joint;
}

/** What is joined leads to what the flag rests on, anything else to the report. */
function Cell({ row, period, report, joint }: CellProps) {
  const { t } = useTranslation('reports');
  const text = useText();
  const spanOf = useSpan();
  const cell = row.cells[period.key];
  if (cell === undefined) {
    return (
      <td className={styles.nothing}>
        <span className="unseen">{t('owedNothing')}</span>
      </td>
    );
  }
  const isAppealed = cell.appeal === 'filed';
  const state = isAppealed ? remarked(text(cell.stateTitle), t('appealFiled')) : text(cell.stateTitle);
  const said = t('cell', { school: row.school.name, period: spanOf(period), state });
  const own = `/reports/${row.school.id}/${report}/${period.key}`;
  return (
    <td data-joint={joint} data-state={cell.state}>
      <Link
        to={joint === undefined ? own : `/reports/${row.school.id}/standing`}
        aria-label={said}
        title={said}
        data-appealed={isAppealed || undefined}
      >
        <Sign state={cell.state} />
      </Link>
    </td>
  );
}

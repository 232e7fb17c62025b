import { Alert, Input, InputNumber, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { latestStart, outlineOf, type Stay, type Workflow } from '#engine';
import { present } from '../session/session.ts';
import { useWritten } from '../time/formats.ts';
import { addDays, dayOf, instantOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import styles from './duration.module.css';
import { milestonesOf, type Reckoned, reckoned } from './extent.ts';

/** How long a case takes at the longest, by which way, and when it has to be handed in to be over in time. */
export function Longest({ of: workflow }: { readonly of: Workflow }) {
  const { t } = useTranslation('duration');
  const text = useText();
  const [day, setDay] = useState(() => dayOf(present()));
  const [returns, setReturns] = useState(0);
  const [to, setTo] = useState('');
  const milestones = useMemo(() => milestonesOf(workflow.definition), [workflow]);
  const from = new Date(instantOf(`${day}T09:00`)).toISOString();
  const result = useMemo(
    () => reckoned(workflow, milestones, from, { returns, ...(to !== '' && { to }) }),
    [workflow, milestones, from, returns, to],
  );
  const titles = useMemo(() => new Map(outlineOf(workflow.definition).map(({ path, title }) => [path, title])), [workflow]);
  const named = (path: string): string => text(titles.get(path) ?? { zh: path });
  return (
    <div className={styles.parts}>
      <form className={styles.asked} onSubmit={(event) => event.preventDefault()}>
        <label>
          {t('submitted')}
          <Input type="date" value={day} onChange={({ target }) => target.value !== '' && setDay(target.value)} />
        </label>
        <label>
          {t('returns')}
          <InputNumber
            className={styles.number ?? ''}
            min={0}
            max={5}
            precision={0}
            value={returns}
            onChange={(value) => setReturns(value ?? 0)}
          />
        </label>
        <label>
          {t('to')}
          <Select
            value={to}
            popupMatchSelectWidth={false}
            options={[{ value: '', label: t('whole') }, ...milestones.map(({ path, title }) => ({ value: path, label: text(title) }))]}
            onChange={setTo}
          />
        </label>
      </form>
      <Answered of={result} named={named} />
      {result.found !== undefined && <Latest of={workflow} extent={result.extent} />}
    </div>
  );
}

function Answered({ of: { found, extent, unbounded }, named }: { readonly of: Reckoned; readonly named: (path: string) => string }) {
  const { t } = useTranslation('duration');
  const written = useWritten();
  const time = found && written(found.until, 'exact');
  const why = unbounded?.because === 'round' ? 'round' : found === undefined ? 'within' : (unbounded?.because ?? 'within');
  return (
    <section className={styles.card} aria-labelledby="longest-title">
      <h2 id="longest-title">{t('longest')}</h2>
      <output className={styles.answer}>
        {found && (extent.to === undefined ? t('over', { time }) : t('there', { time, place: named(extent.to) }))}
      </output>
      {unbounded !== undefined && <Alert type="info" showIcon title={t(why, { place: named(unbounded.state) })} />}
      {found !== undefined && <Way stays={found.path} named={named} />}
    </section>
  );
}

function Way({ stays, named }: { readonly stays: readonly Stay[]; readonly named: (path: string) => string }) {
  const { t } = useTranslation('duration');
  const written = useWritten();
  return (
    <table className={styles.way}>
      <caption className="unseen">{t('longestWay')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('step')}</th>
          <th scope="col">{t('from')}</th>
          <th scope="col">{t('until')}</th>
        </tr>
      </thead>
      <tbody>
        {stays.map(({ state, from, until }) => (
          <tr key={`${state} ${from}`}>
            <th scope="row">{named(state)}</th>
            <td data-label={t('from')}>{written(from, 'exact')}</td>
            <td data-label={t('until')}>{written(until, 'exact')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Latest({ of: workflow, extent }: { readonly of: Workflow; readonly extent: Reckoned['extent'] }) {
  const { t } = useTranslation('duration');
  const written = useWritten();
  const [end, setEnd] = useState('');
  const latest = useMemo(
    () => (end === '' ? undefined : latestStart(workflow, new Date(instantOf(`${addDays(end, 1)}T00:00`)).toISOString(), extent)),
    [workflow, end, extent],
  );
  return (
    <section className={styles.card} aria-labelledby="latest-title">
      <h2 id="latest-title">{t('latest')}</h2>
      <label className={styles.asked}>
        {t('end')}
        <Input type="date" value={end} onChange={({ target }) => setEnd(target.value)} />
      </label>
      <output className={styles.answer}>
        {end !== '' && (latest === undefined ? t('latestNone') : t('latestIs', { time: written(latest, 'exact') }))}
      </output>
    </section>
  );
}

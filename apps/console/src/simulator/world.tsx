import { Input, InputNumber, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FactType, Fields, Json, Simulation } from '#engine';
import { instantOf, wallOf } from '../time/zone.ts';
import { listed } from '../words/punctuation.ts';
import type { Names } from './names.ts';
import type { Run } from './run.ts';
import styles from './simulator.module.css';

interface WorldProps {
  readonly run: Run;
  readonly names: Names;
}

/** The invented world: when it begins, what the registers say, which posts somebody holds. */
export function World({ run, names }: WorldProps) {
  const { t } = useTranslation('simulator');
  const { simulation } = run;
  const { scene, moves, facts } = simulation;
  return (
    <details className={styles.card}>
      <summary>{t('world')}</summary>
      <p className={styles.faint}>{t('worldHint')}</p>
      {moves.length === 0 && (
        <label className={styles.pair}>
          <span>{t('beginsAt')}</span>
          <Input
            type="datetime-local"
            value={wallOf(Date.parse(scene.at))}
            onChange={({ target: { value } }) => value !== '' && run.again({ ...scene, at: new Date(instantOf(value)).toISOString() })}
          />
        </label>
      )}
      {Object.entries(facts).map(([name, said]) => (
        <Fact
          key={name}
          name={name}
          said={said}
          simulation={simulation}
          onChange={(changed) => run.make({ kind: 'facts', facts: { [name]: changed } }, 'world')}
        />
      ))}
      <Posts run={run} names={names} />
    </details>
  );
}

interface FactProps {
  readonly name: string;
  readonly said: Fields | null;
  readonly simulation: Simulation;
  readonly onChange: (said: Fields | null) => void;
}

function Fact({ name, said, simulation: { workflow }, onChange }: FactProps) {
  const { t } = useTranslation('simulator');
  const types = Object.entries(workflow.factTypes.get(name) ?? {});
  return (
    <fieldset className={styles.facts}>
      <legend>{t('fact', { name })}</legend>
      <label className={styles.pair}>
        <span>{t('isKnown')}</span>
        <Switch checked={said !== null} onChange={(known) => onChange(known ? {} : null)} />
      </label>
      {said !== null &&
        types.map(([field, type]) => (
          <div key={field} className={styles.pair}>
            <span>{field}</span>
            <Value label={`${name} ${field}`} type={type} value={said[field]} onChange={(value) => onChange({ [field]: value })} />
          </div>
        ))}
    </fieldset>
  );
}

interface ValueProps {
  readonly label: string;
  readonly type: FactType;
  readonly value: Json | undefined;
  readonly onChange: (value: Json) => void;
}

/** One thing that a register says; taken when one has written it. */
function Value({ label, type, value, onChange }: ValueProps) {
  const { t } = useTranslation('simulator');
  if (type === 'bool') return <Switch aria-label={label} checked={value === true} onChange={onChange} />;
  if (type === 'double') {
    return <InputNumber aria-label={label} value={Number(value)} onChange={(typed) => typed !== null && onChange(typed)} changeOnBlur />;
  }
  if (type === 'timestamp') {
    const wall = typeof value === 'string' ? wallOf(Date.parse(value)) : '';
    return (
      <Input
        aria-label={label}
        type="datetime-local"
        value={wall}
        onChange={({ target }) => target.value !== '' && onChange(new Date(instantOf(target.value)).toISOString())}
      />
    );
  }
  const isList = type === 'list<string>';
  const written = Array.isArray(value) ? listed(value) : typeof value === 'string' ? value : '';
  const taken = (typed: string): void => {
    if (typed === written) return;
    onChange(isList ? typed.split(/[、,，\s]+/).filter((part) => part !== '') : typed);
  };
  return (
    <Input
      key={written}
      aria-label={label}
      defaultValue={written}
      placeholder={isList ? t('listHint') : ''}
      onBlur={({ target }) => taken(target.value)}
    />
  );
}

function Posts({ run, names }: WorldProps) {
  const { t } = useTranslation('simulator');
  const { holders } = run.simulation;
  return (
    <fieldset className={styles.facts}>
      <legend>{t('posts')}</legend>
      {Object.entries(holders).map(([key, held]) => (
        <label key={key} className={styles.pair}>
          <span>{names.post(key)}</span>
          <Switch
            checked={held.length > 0}
            checkedChildren={t('held')}
            unCheckedChildren={t('vacant')}
            onChange={(isHeld) => run.make({ kind: 'appoint', post: key, holders: isHeld ? [key] : [] }, 'world')}
          />
        </label>
      ))}
    </fieldset>
  );
}

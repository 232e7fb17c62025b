import { BellOutlined, ClockCircleOutlined, EnvironmentOutlined, SendOutlined, UserOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Assignee, Beat, Effect } from '#engine';
import { useText } from '../words/language.ts';
import { Moment } from './moment.tsx';
import { useMoveWords } from './move-words.ts';
import type { Names } from './names.ts';
import type { Run } from './run.ts';
import styles from './simulator.module.css';

interface Line {
  readonly sign: ReactNode;
  readonly words: string;
  /** When it is to be, of a task or a timer. */
  readonly at?: string;
}

/** Everything that happened, what came last first. */
export function Log({ run, names }: { readonly run: Run; readonly names: Names }) {
  const { t } = useTranslation('simulator');
  const { simulation } = run;
  const said = useMoveWords(simulation.workflow, names);
  const lines = useLines(names);
  const moves = simulation.moves.map((move, index) => ({ move, index, beats: simulation.beats.filter((beat) => beat.move === index) }));
  return (
    <section className={styles.card} aria-labelledby="simulate-log">
      <h2 id="simulate-log">{t('log')}</h2>
      {moves.length === 0 && <p className={styles.faint}>{t('logEmpty')}</p>}
      <ol className={styles.log} reversed>
        {moves.toReversed().map(({ move, index, beats }) => (
          <li key={index}>
            <p>
              <strong>{said(move)}</strong>
            </p>
            {beats.map((beat) => (
              <Happened key={`${beat.at} ${beat.timer}`} beat={beat} lines={lines(beat)} names={names} />
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Happened({ beat: { at, timer }, lines, names }: { readonly beat: Beat; readonly lines: readonly Line[]; readonly names: Names }) {
  const { t } = useTranslation('simulator');
  return (
    <>
      <p className={styles.faint}>
        <Moment at={at} /> {timer !== undefined && t('fired', { timer: names.timer(timer) })}
      </p>
      <ul>
        {lines.map(({ sign, words, at: until }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and their order never changes
          <li key={index}>
            {sign} {words} {until !== undefined && <Moment at={until} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type Telling = { readonly [Kind in Effect['kind']]?: (effect: Extract<Effect, { kind: Kind }>) => Omit<Line, 'sign'> | undefined };

const signs: { readonly [Kind in Effect['kind']]?: ReactNode } = {
  'open-task': <UserOutlined aria-hidden />,
  'close-task': <UserOutlined aria-hidden />,
  'set-timer': <ClockCircleOutlined aria-hidden />,
  notify: <BellOutlined aria-hidden />,
  copy: <BellOutlined aria-hidden />,
  'open-incident': <WarningOutlined aria-hidden />,
  'start-child': <SendOutlined aria-hidden />,
  call: <SendOutlined aria-hidden />,
  signal: <SendOutlined aria-hidden />,
};

/** What is said of each effect; of those that are not there nobody wants to know. */
function useTelling(names: Names): Telling {
  const { t } = useTranslation('simulator');
  const text = useText();
  const who = (to: readonly Assignee[]): string => to.map(names.assignee).join(t('comma'));
  return {
    'open-task': ({ assignee, step, dueAt }) => {
      const said = { who: names.assignee(assignee), place: names.place(step) };
      return dueAt === undefined ? { words: t('taskOpened', said) } : { words: t('taskOpenedUntil', said), at: dueAt };
    },
    'close-task': ({ because, task }) => (because === 'decided' ? undefined : { words: t('taskClosed', { number: task }) }),
    'set-timer': ({ event, dueAt }) => ({ words: t('timerSet', { timer: names.timer(event) }), at: dueAt }),
    notify: ({ to, message }) => ({ words: t('told', { who: who(to), message: text(message) }) }),
    copy: ({ to }) => ({ words: t('copied', { who: who(to) }) }),
    'open-incident': ({ code, step }) => ({ words: t(code, { place: names.place(step) }) }),
    'start-child': ({ child, definition }) => ({ words: t('childStarted', { child, definition }) }),
    call: ({ call, to }) => ({ words: t('called', { call, to }) }),
    signal: ({ signal }) => ({ words: t('signalSent', { signal }) }),
  };
}

/** What of one beat people want to know, in order. */
function useLines(names: Names): (beat: Beat) => readonly Line[] {
  const { t } = useTranslation('simulator');
  const telling = useTelling(names);
  const lineOf = (effect: Effect): Line[] => {
    const told = (telling[effect.kind] as ((effect: Effect) => Omit<Line, 'sign'> | undefined) | undefined)?.(effect);
    return told === undefined ? [] : [{ sign: signs[effect.kind], ...told }];
  };
  return ({ from, to, effects, entries }) => {
    const came = [...new Set(entries.flatMap((entry) => entry.to.filter((path) => !entry.from.includes(path))))];
    const reached = came.length > 0 ? came : to.filter((path) => !from.includes(path));
    const places = reached.map(names.place).join(t('comma'));
    const arrival = reached.length === 0 ? [] : [{ sign: <EnvironmentOutlined aria-hidden />, words: t('reached', { places }) }];
    return [...arrival, ...effects.flatMap(lineOf)];
  };
}

import { CheckCircleFilled, ExclamationCircleFilled, PlayCircleOutlined, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#engine';
import { useText } from '../../words/language.ts';
import { labelled } from '../../words/punctuation.ts';
import { useOutline } from '../document/outlined.ts';
import { placeAround, show } from '../document/selection.ts';
import { usePlaying } from '../player/use-playing.ts';
import styles from './findings.module.css';
import { useFindings, useFound } from './findings.ts';
import { StaffedFindings, useStaffed } from './staffed.tsx';

/** What is wrong, like a compiler's list: each line leads to its place. */
export function FindingsList() {
  const { t } = useTranslation('designer');
  const text = useText();
  const outline = useOutline();
  const findings = useFindings();
  const staffing = useStaffed((state) => state.found?.findings) ?? [];
  const isStaffedFirst = staffing.some(({ severity }) => severity === 'error');
  return (
    <section className={styles.list} aria-label={t('findings')}>
      {findings.length === 0 && staffing.length === 0 && <p className={styles.none}>{t('noFindings')}</p>}
      {isStaffedFirst && <StaffedFindings />}
      <ul>
        {findings.map((finding) => {
          const { code, pointer, message, severity } = finding;
          const place = placeAround(outline, pointer);
          return (
            <li key={`${code} ${pointer} ${message.zh}`} data-severity={severity}>
              {severity === 'error' ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />}
              <button type="button" onClick={() => show(pointer)}>
                <span className="unseen">{labelled(t(severity), '')}</span>
                {text(message)}
                <small>{place === undefined || place.kind === 'process' ? pointer : text(place.title)}</small>
              </button>
              {finding.counterExample !== undefined && <Play finding={finding} />}
            </li>
          );
        })}
      </ul>
      {!isStaffedFirst && <StaffedFindings />}
    </section>
  );
}

/** Plays how it goes wrong, of the document as it is. */
function Play({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const play = usePlaying();
  const isCurrent = useFound((state) => state.isCurrent);
  return (
    <Button
      size="small"
      icon={<PlayCircleOutlined aria-hidden />}
      aria-label={t('playOf', { what: text(finding.message) })}
      disabled={!isCurrent}
      onClick={() => play(finding)}
    >
      {t('play')}
    </Button>
  );
}

const standingIcons = {
  looking: null,
  error: <ExclamationCircleFilled aria-hidden />,
  warning: <WarningFilled aria-hidden />,
  sound: <CheckCircleFilled aria-hidden />,
} as const;
const standingWords = { looking: 'looking', error: 'hasErrors', warning: 'hasWarnings', sound: 'sound' } as const;

/** Whether it could be published as it is, and if not, why not. */
export function Standing() {
  const { t } = useTranslation('designer');
  const text = useText();
  const { kind, word, count, first } = useStanding();
  return (
    <output className={styles.standing} data-kind={kind}>
      {standingIcons[kind]}
      <strong>{t(word, { count })}</strong>
      {first !== undefined && (
        <button type="button" onClick={() => show(first.pointer)}>
          {text(first.message)}
        </button>
      )}
    </output>
  );
}

/** Remarks on who is asked keep nobody from publishing: they are only counted where nothing else was found. */
function useStanding() {
  const findings = useFound((state) => state.findings);
  const staffing = useStaffed((state) => state.found?.findings) ?? [];
  if (findings === undefined) return { kind: 'looking', word: standingWords.looking, count: 0, first: undefined } as const;
  const errors = [...findings, ...staffing].filter(({ severity }) => severity === 'error');
  const [first] = [...errors, ...findings];
  if (first === undefined) {
    const word = staffing.length === 0 ? standingWords.sound : 'soundButStaffed';
    return { kind: 'sound', word, count: staffing.length, first } as const;
  }
  const kind = first.severity;
  return { kind, word: standingWords[kind], count: kind === 'error' ? errors.length : findings.length, first };
}

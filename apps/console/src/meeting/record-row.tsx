import {
  CheckCircleOutlined,
  CloudUploadOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
  LoadingOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../words/language.ts';
import { type FindingDraft, type Outcome, outcomes, useDrafts } from './findings.ts';
import styles from './meeting.module.css';
import type { Item, Meeting } from './meetings.ts';
import { RecordDetails } from './record-details.tsx';
import { type Stated, statedOf } from './stating.ts';

export interface RecordRowProps {
  readonly of: Meeting;
  readonly item: Item;
  readonly isWorking: boolean;
  readonly isActive: boolean;
  readonly isSent: boolean;
  readonly onActivate: () => void;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onConfirm: () => void;
}

export function RecordRow(props: RecordRowProps) {
  const { of, item, isWorking, isActive, isSent, onActivate, onOutcome } = props;
  const { t } = useTranslation('meeting');
  const text = useText();
  const draft = useDrafts(of.id)[item.task.id];
  const stated = statedOf(item, draft);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <li ref={row} aria-current={isActive ? 'true' : undefined} data-save={saveOf(item, draft, isSent)}>
      <div className={styles.row}>
        <span className={styles.place}>{item.paragraph}</span>
        <button type="button" className={styles.what} onClick={onActivate} aria-expanded={isActive}>
          <span>{text(item.task.title)}</span>
          <span className={styles.faint}>{t('caseNumber', { number: item.caseNumber })}</span>
        </button>
        {isWorking ? (
          <fieldset className={styles.outcomes} aria-label={t('outcomeOf', { paragraph: item.paragraph })}>
            {outcomes.map((outcome) => (
              <Button
                key={outcome}
                size="small"
                type={stated.outcome === outcome ? 'primary' : 'default'}
                danger={outcome === 'not-passed' && stated.outcome === outcome}
                aria-pressed={stated.outcome === outcome}
                onClick={() => onOutcome(outcome)}
              >
                {t(outcome)}
              </Button>
            ))}
          </fieldset>
        ) : (
          <strong>{stated.outcome && t(stated.outcome)}</strong>
        )}
        <Votes of={stated} />
        <SaveMark item={item} draft={draft} isSent={isSent} />
      </div>
      {draft?.fault !== undefined && (
        <p className={styles.fault} role="alert">
          {draft.fault}
        </p>
      )}
      {isActive && <RecordDetails {...props} stated={stated} />}
    </li>
  );
}

function Votes({ of: { tally, outcome } }: { readonly of: Stated }) {
  const { t } = useTranslation('meeting');
  if (tally === undefined || outcome === 'deferred') return <span className={styles.votes} />;
  const told = `${t('votesFor')} ${tally.for} ${t('votesAgainst')} ${tally.against} ${t('abstained')} ${tally.abstained}`;
  return (
    <span className={styles.votes} title={told}>
      {tally.for}–{tally.against}–{tally.abstained}
    </span>
  );
}

type Save = 'none' | 'recorded' | 'editing' | 'kept' | 'saving' | 'refused';

function saveOf({ finding }: Item, draft: FindingDraft | undefined, isSent: boolean): Save {
  if (isSent) return 'saving';
  if (draft?.fault !== undefined) return 'refused';
  if (draft?.isReady === true) return 'kept';
  if (draft?.outcome !== undefined || (draft !== undefined && finding !== undefined)) return 'editing';
  return finding === undefined ? 'none' : 'recorded';
}

const marks: Readonly<Record<Save, readonly [ReactNode, 'unrecorded' | 'saved' | 'editing' | 'keptHere' | 'saving' | 'refused']>> = {
  none: [<MinusCircleOutlined key="none" aria-hidden />, 'unrecorded'],
  recorded: [<CheckCircleOutlined key="recorded" aria-hidden />, 'saved'],
  editing: [<EditOutlined key="editing" aria-hidden />, 'editing'],
  kept: [<CloudUploadOutlined key="kept" aria-hidden />, 'keptHere'],
  saving: [<LoadingOutlined key="saving" aria-hidden />, 'saving'],
  refused: [<ExclamationCircleOutlined key="refused" aria-hidden />, 'refused'],
};

function SaveMark({ item, draft, isSent }: { readonly item: Item; readonly draft: FindingDraft | undefined; readonly isSent: boolean }) {
  const { t } = useTranslation('meeting');
  const save = saveOf(item, draft, isSent);
  const [sign, word] = marks[save];
  return (
    <span className={styles.mark} data-save={save}>
      {sign} {t(word)}
    </span>
  );
}

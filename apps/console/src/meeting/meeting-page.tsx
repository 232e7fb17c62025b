import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import frame from '../frame/frame.module.css';
import { useTitle } from '../frame/page.tsx';
import { present, useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { Agenda } from './agenda.tsx';
import { Attendance } from './attendance.tsx';
import { bodiesOf } from './bodies.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { useFindings } from './findings.ts';
import styles from './meeting.module.css';
import type { Meeting } from './meetings.ts';
import { MinutesPart } from './minutes-part.tsx';
import { RecordPart } from './record-part.tsx';
import { StateTag } from './state-tag.tsx';

const parts = ['agenda', 'attendance', 'record', 'minutes'] as const;
type Part = (typeof parts)[number];

/** One meeting, from its agenda to its minutes. */
export function MeetingPage() {
  const { id = '' } = useParams();
  const read = api.useQuery('get', '/api/meetings/{id}', { params: { path: { id } } });
  return <Answer of={read}>{(meeting) => <Read of={meeting} />}</Answer>;
}

function Read({ of }: { readonly of: Meeting }) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const [address, setAddress] = useSearchParams();
  const bodies = bodiesOf(useMe());
  const isSecretary = bodies.some(({ key, organisation }) => key === of.body.key && organisation.id === of.organisation.id);
  const part = parts.find((one) => one === address.get('part')) ?? firstPart(of);
  const forget = useFindings((state) => state.forget);
  const isOver = of.state !== 'open';
  useTitle(`${text(of.body.title)} ${of.number}`);
  useEffect(() => {
    if (isOver) forget(of.id);
  }, [isOver, forget, of.id]);
  const go = (next: Part): void => setAddress({ part: next }, { replace: true });
  const isWorking = isSecretary && !isOver;
  const shown = {
    agenda: <Agenda of={of} isWorking={isWorking} />,
    attendance: <Attendance key={of.id} of={of} isWorking={isWorking} />,
    record: <RecordPart of={of} isWorking={isWorking} onDone={() => go('minutes')} />,
    minutes: <MinutesPart of={of} isWorking={isWorking} onItem={() => go('record')} />,
  } satisfies Record<Part, unknown>;
  return (
    <div className={frame.page}>
      <Head of={of} isWorking={isWorking} isSecretary={isSecretary} />
      <Tabs
        activeKey={part}
        aria-label={t('parts')}
        destroyOnHidden
        items={parts.map((key) => ({ key, label: t(key), children: shown[key] }))}
        onChange={(key) => go(key as Part)}
      />
    </div>
  );
}

/** Where one is likely to go on. */
function firstPart({ state, items, heldAt }: Meeting): Part {
  if (state === 'closed') return 'minutes';
  return state === 'open' && items.length > 0 && Date.parse(heldAt) <= present() ? 'record' : 'agenda';
}

interface HeadProps {
  readonly of: Meeting;
  readonly isWorking: boolean;
  readonly isSecretary: boolean;
}

function Head({ of, isWorking, isSecretary }: HeadProps) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const written = useWritten();
  const [isCancelling, setCancelling] = useState(false);
  const { members, items, heldAt, cutOff, state, reason } = of;
  return (
    <header className={styles.head}>
      {isSecretary && (
        <Link to={`/meetings?body=${of.body.key}.${of.organisation.id}`} className={styles.back}>
          <ArrowLeftOutlined aria-hidden /> {t('back')}
        </Link>
      )}
      <div className={styles.between}>
        <h1>
          {text(of.body.title)} {of.number}
        </h1>
        {isWorking && <Button onClick={() => setCancelling(true)}>{t('cancel')}</Button>}
      </div>
      <p className={styles.facts}>
        <StateTag state={state} />
        <span>{of.organisation.name}</span>
        <time dateTime={heldAt}>{written(heldAt, 'exact')}</time>
        <span>
          {t('cutOff')} {written(cutOff, 'day')} {written(cutOff, 'clock')}
        </span>
        <span>{t('items', { count: items.length })}</span>
        <span>{t('presentOf', { members: members.length, present: members.filter(({ isPresent }) => isPresent).length })}</span>
      </p>
      {reason !== undefined && <p className={styles.reason}>{t('cancelledBecause', { reason })}</p>}
      {isCancelling && <CancelDialog of={of} onClose={() => setCancelling(false)} />}
    </header>
  );
}

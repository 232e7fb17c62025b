import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { Loading } from '../state/loading.tsx';
import { useSpecialDays } from '../time/calendar.ts';
import { Instant } from '../time/instant.tsx';
import { nextWorkingDay } from '../time/working-days.ts';
import { dayOf, instantOf, wallOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import { type Body, queryOf } from './bodies.ts';
import styles from './meeting.module.css';
import { type Meeting, useMeetings, useWaiting, type Waiting } from './meetings.ts';
import { type Member, MembersInput } from './members-input.tsx';

type Plan = components['schemas']['MeetingPlan'];

interface ConveneProps {
  readonly body: Body;
  readonly onClose: () => void;
}

/** Opens a meeting with what waits for it; what the last one was like is proposed. */
export function ConveneDialog({ body, onClose }: ConveneProps) {
  const { t } = useTranslation('meeting');
  const meetings = useMeetings(body);
  const waiting = useWaiting(body);
  const last = meetings.data?.pages[0]?.items[0];
  const before = api.useQuery('get', '/api/meetings/{id}', { params: { path: { id: last?.id ?? '' } } }, { enabled: last !== undefined });
  const isReady = meetings.data !== undefined && waiting.data !== undefined && (last === undefined || before.data !== undefined);
  if (!isReady) {
    return (
      <Modal open title={t('convene')} footer={null} onCancel={onClose}>
        <Loading />
      </Modal>
    );
  }
  const year = dayOf(present()).slice(0, 4);
  const thisYear = meetings.data.pages
    .flatMap((page) => page.items)
    .filter(({ heldAt, state }) => {
      return state !== 'cancelled' && dayOf(Date.parse(heldAt)).startsWith(year);
    });
  return (
    <Convene
      body={body}
      onClose={onClose}
      number={t('numberPlain', { year, number: thisYear.length + 1 })}
      members={before.data?.members.map((member) => ({ ...member, isPresent: true })) ?? []}
      waiting={waiting.data.pages.flatMap((page) => page.items).filter(({ meeting }) => meeting === undefined)}
    />
  );
}

interface ConveneFormProps extends ConveneProps {
  readonly number: string;
  readonly members: readonly Member[];
  readonly waiting: readonly Waiting[];
}

function Convene({ body, onClose, waiting, ...proposed }: ConveneFormProps) {
  const { t } = useTranslation(['meeting', 'frame']);
  const said = useSaid();
  const special = useSpecialDays();
  const [number, setNumber] = useState(proposed.number);
  const [heldAt, setHeldAt] = useState(`${nextWorkingDay(dayOf(present()), special)}T09:00`);
  const [cutOff, setCutOff] = useState(wallOf(present()));
  const [members, setMembers] = useState(proposed.members);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const isLate = ({ openedAt }: Waiting): boolean => wallOf(Date.parse(openedAt)) > cutOff;
  const tasks = waiting.filter((item) => !isLate(item) && !left.has(item.id)).map(({ id }) => id);
  const convene = useConvening();
  const isWhole = number.trim() !== '' && heldAt !== '' && cutOff !== '' && members.length > 0;
  // The whole of the minute belongs to it: what came just now may be heard.
  const until = (): string => new Date(Math.min(Date.parse(instantOf(heldAt)), Date.parse(instantOf(cutOff)) + 59_999)).toISOString();
  const send = (): void =>
    convene.mutate({
      plan: { ...queryOf(body), number: number.trim(), heldAt: instantOf(heldAt), cutOff: until(), members: [...members] },
      tasks,
    });
  return (
    <Modal
      open
      width={680}
      title={t('convene')}
      okText={tasks.length === 0 ? t('conveneEmpty') : t('conveneWith', { count: tasks.length })}
      cancelText={t('frame:cancel')}
      okButtonProps={{ disabled: !isWhole, loading: convene.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.dialog}>
        {convene.error !== null && <Alert type="error" showIcon role="alert" title={said(convene.error)} />}
        <label>
          {t('number')}
          <Input value={number} maxLength={60} onChange={({ target }) => setNumber(target.value)} />
        </label>
        <div className={styles.pair}>
          <label>
            {t('heldAt')}
            <Input type="datetime-local" value={heldAt} onChange={({ target }) => setHeldAt(target.value)} />
          </label>
          <label>
            {t('cutOff')}
            <Input type="datetime-local" value={cutOff} max={heldAt} onChange={({ target }) => setCutOff(target.value)} />
            <span className={styles.faint}>{t('cutOffHint')}</span>
          </label>
        </div>
        <section aria-labelledby="members-title">
          <h3 id="members-title">{t('membersTitle')}</h3>
          <MembersInput value={members} onChange={setMembers} />
        </section>
        <ItemsChoice waiting={waiting} isLate={isLate} left={left} onLeave={setLeft} />
      </div>
    </Modal>
  );
}

interface ItemsChoiceProps {
  readonly waiting: readonly Waiting[];
  readonly isLate: (item: Waiting) => boolean;
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}

function ItemsChoice({ waiting, isLate, left, onLeave }: ItemsChoiceProps) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const toggle = (id: string): void => {
    const others = [...left].filter((one) => one !== id);
    onLeave(new Set(left.has(id) ? others : [...left, id]));
  };
  return (
    <section aria-labelledby="items-title">
      <div className={styles.between}>
        <h3 id="items-title">{t('itemsTitle')}</h3>
        {waiting.length > 1 && (
          <Button type="link" size="small" onClick={() => onLeave(new Set(left.size === 0 ? waiting.map(({ id }) => id) : []))}>
            {t(left.size === 0 ? 'chooseNone' : 'chooseAll')}
          </Button>
        )}
      </div>
      <p className={styles.faint}>{waiting.length === 0 ? t('noneWaiting') : t('itemsHint')}</p>
      <ul className={styles.choices}>
        {waiting.map((item) => (
          <li key={item.id}>
            <Checkbox checked={!isLate(item) && !left.has(item.id)} disabled={isLate(item)} onChange={() => toggle(item.id)}>
              {text(item.title)}
            </Checkbox>
            <span className={styles.faint}>{isLate(item) ? t('late') : <Instant at={item.openedAt} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Convening {
  readonly plan: Plan;
  readonly tasks: readonly string[];
}

async function openMeeting(body: Plan): Promise<Meeting> {
  const { data } = await server.POST('/api/meetings', { body });
  return data as Meeting;
}

/** The meeting, and what is on it: if something cannot be, the meeting is there and says so. */
function useConvening() {
  const said = useSaid();
  const { message } = App.useApp();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async ({ plan, tasks }: Convening) => {
      const { id } = await openMeeting(plan);
      if (tasks.length === 0) return id;
      const putOn = server.POST('/api/meetings/{id}/items', { params: { path: { id } }, body: { tasks: [...tasks] } });
      await putOn.catch((error: unknown) => void message.error(said(error)));
      return id;
    },
    onSuccess: (id) => void navigate(`/meetings/${id}`),
  });
}

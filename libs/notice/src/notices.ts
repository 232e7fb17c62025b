import type { Caller } from '#directory';
import type { Text } from '#engine';
import { businessDay, type Clock } from '#platform';
import type { AnnouncementStore, Occasion } from './store/announcement.store.ts';
import type { NoticeKind } from './store/notice.entity.ts';
import type { NoticeRow, NoticeStore } from './store/notice.store.ts';

export interface TasksOpened {
  readonly instance: string;
  /** Numbers of the tasks within the case. */
  readonly tasks: readonly number[];
}

export interface MessageSent {
  /** The case it is about, if it is about one. */
  readonly instance: string | null;
  /** Assignee keys: `person:<id>` or `post:<post>@<organisation id>`. */
  readonly to: readonly string[];
  readonly text: Text;
  readonly cause: string;
  /** `message` unless it is said. */
  readonly kind?: Exclude<NoticeKind, 'task-opened'> | undefined;
  /** Numbers of the tasks it speaks of. All but a message is dropped when all of them are closed. */
  readonly tasks?: readonly number[] | undefined;
}

/** A notice as its person sees it. Times are ISO 8601. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: Text;
  readonly instance: string | null;
  /** Number of the task within the case, where it speaks of a single one. */
  readonly task: number | null;
  readonly createdAt: string;
  readonly readAt: string | null;
}

export interface Inbox {
  /** The newest first. */
  readonly notices: readonly Notice[];
  /** How many are unread in all, not only among these. */
  readonly unread: number;
}

export interface InboxRequest {
  readonly unreadOnly?: boolean;
  /** At most 100; 20 if not said. */
  readonly limit?: number;
  /** Id of the last notice of the page before. */
  readonly before?: string;
}

const minute = 60_000;
const week = 7 * 24 * 60 * minute;
const onTheirWay = 10 * minute;

type Reader = Pick<Caller, 'tenant' | 'person'>;

/** Notices in the app: written for people by what happens to cases, read by each their own. */
export class Notices {
  constructor(
    private readonly announcements: AnnouncementStore,
    private readonly store: NoticeStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Tells everybody who may decide these tasks today, as far as the tasks are still open. Called again, it tells only
   * those who were not told.
   * @returns how many were told.
   */
  announceTasks(tenant: string, opened: readonly TasksOpened[]): Promise<number> {
    const tasks = opened.flatMap(({ instance, tasks: numbers }) => numbers.map((number) => ({ instance, number })));
    return this.announcements.tasks(this.occasion(tenant), tasks);
  }

  /** Passes messages on to everybody behind the keys today. @returns how many notices were written that had not been before. */
  announce(tenant: string, messages: readonly MessageSent[]): Promise<number> {
    return this.announcements.messages(
      this.occasion(tenant),
      messages.map(({ instance, to, text, cause, kind = 'message', tasks = [] }) => ({
        cause,
        kind,
        tasks,
        title_zh: text.zh,
        title_en: text.en ?? null,
        instance_id: instance,
        addressees: to,
      })),
    );
  }

  /**
   * Makes up for a queue that lost its jobs: announces the open tasks of the last week of which nobody was told, but for
   * those whose jobs may still be on their way. @returns how many were told.
   */
  announceMissing(tenant: string): Promise<number> {
    const occasion = this.occasion(tenant);
    const before = (milliseconds: number): Date => new Date(occasion.now.getTime() - milliseconds);
    return this.announcements.missing(occasion, { from: before(week), to: before(onTheirWay) });
  }

  /** A page of the person's notices, and how many they have not read. */
  async inbox({ tenant, person }: Reader, { unreadOnly = false, limit = 20, before }: InboxRequest = {}): Promise<Inbox> {
    const selection = { unreadOnly, limit: Math.min(limit, 100), before };
    const { unread, rows } = await this.store.inbox(tenant, person, selection);
    return { unread, notices: rows.map(noticeOf) };
  }

  /** @returns how many were unread until now. Ids of other people's notices are passed over. */
  markRead(reader: Reader, ids: readonly string[] | 'all'): Promise<number> {
    return this.store.markRead(reader, ids, this.clock.now());
  }

  private occasion(tenant: string): Occasion {
    const now = this.clock.now();
    return { tenant, day: businessDay(now), now };
  }
}

const noticeOf = (row: NoticeRow): Notice => ({
  id: row.id,
  kind: row.kind,
  title: { zh: row.title_zh, ...(row.title_en !== null && { en: row.title_en }) },
  instance: row.instance_id,
  task: row.task,
  createdAt: row.created_at.toISOString(),
  readAt: row.read_at?.toISOString() ?? null,
});

import type { DayRange } from '#calendar';
import type { Caller } from '#directory';
import { type Amendment, type Amendments, businessDay, type Clock, type Database, type Refusal, statement } from '#platform';
import type { PilotRegisters } from '../pilot-registers.ts';
import { type MonthDays, type Season, seasons } from '../policy.ts';
import { type ListedWindow, roles, type WindowRole } from '../registers/window.ts';
import { type EnteredNotice, windowAmendments } from './amended-notices.ts';
import { faultOfPast, faultOfWindows, type PrintedWindow } from './window-faults.ts';

/** A notice as it is entered: with whole days, such as 2027-03-22. */
export interface NoticeDraft {
  readonly document: string;
  readonly seasons: Readonly<Record<Season, Readonly<Record<WindowRole, DayRange>>>>;
}

export interface WindowsChanged {
  readonly kind: 'changed';
  /** Open tasks that are due when a window closed that closes at another time now: they keep their due time. */
  readonly openDueTimes: number;
}

const countDueAt = statement(
  'window.due-at',
  `SELECT count(*)::integer AS count FROM task t WHERE t.tenant = $1 AND t.status = 'open' AND t.due_at = ANY($2::timestamptz[])`,
);

export interface WindowChangesParts {
  readonly registers: PilotRegisters;
  readonly amendments: Amendments;
  readonly database: Database;
  readonly clock: Clock;
}

/** A change of a year's windows, and what somebody must have seen who makes it. */
interface Amending {
  readonly caller: Pick<Caller, 'tenant' | 'person'>;
  readonly year: number;
  readonly version: number;
}

/** How an office enters the windows of a year's notice, and takes them back. */
export class WindowChanges {
  constructor(private readonly parts: WindowChangesParts) {}

  /** @returns a refusal: `window.changed`, and those of the days */
  async put(amending: Amending, draft: NoticeDraft): Promise<WindowsChanged | Refusal> {
    const fault = faultOfWindows(amending.year, printedIn(draft));
    if (fault !== undefined) return fault;
    return this.amend(amending, kept(draft), draft.document);
  }

  /** What came with the software holds again. @returns a refusal: `window.not-entered`, `window.changed`, and those of the days */
  async withdraw(amending: Amending, reason: string): Promise<WindowsChanged | Refusal> {
    const { caller, year } = amending;
    if (this.standing(caller.tenant, year).entered === undefined) return { kind: 'refused', code: 'window.not-entered', params: { year } };
    return this.amend(amending, null, reason);
  }

  private async amend(
    { caller, year, version }: Amending,
    content: EnteredNotice | null,
    source: string,
  ): Promise<WindowsChanged | Refusal> {
    const { registers, amendments, clock } = this.parts;
    const { tenant, person } = caller;
    await amendments.refresh();
    const key = String(year);
    const now = clock.now();
    const before = registers.windows(tenant, year);
    const after = registers.windowsBy(tenant, year, content);
    const fault = faultOfPast(before, after, businessDay(now));
    if (fault !== undefined) return fault;
    const number = version + 1;
    if (this.standing(tenant, year).version !== version) return changedMeanwhile;
    const subject = { kind: 'windows', id: key };
    const act = content === null ? 'windows.withdraw' : 'windows.enter';
    const audit = { tenant, person, at: now, act, subject, before: summaryOf(before), after: summaryOf(after), comment: source };
    if (!(await amendments.add({ kind: windowAmendments, key, number, content, source }, audit))) return changedMeanwhile;
    return { kind: 'changed', openDueTimes: await this.openDueAt(tenant, movedFrom(before, after)) };
  }

  /** How often the windows of a year were amended, and the entry that holds, if there is one. */
  standing(tenant: string, year: number): { readonly version: number; readonly entered?: Amendment } {
    const of = this.parts.amendments.of(tenant, windowAmendments).filter(({ key }) => key === String(year));
    const latest = of.at(-1);
    return { version: of.length, ...(latest !== undefined && latest.content !== null && { entered: latest }) };
  }

  private async openDueAt(tenant: string, instants: readonly string[]): Promise<number> {
    if (instants.length === 0) return 0;
    const [row] = await this.parts.database.query<{ count: number }>(countDueAt, [tenant, instants]);
    return row?.count ?? 0;
  }
}

const printedIn = ({ seasons: of }: NoticeDraft): PrintedWindow[] =>
  seasons.flatMap((season) => roles.map((role) => ({ season, role, printed: of[season][role] })));

/** Without the year, as notices are kept: the next year goes by them until it has its own. */
function kept({ document, seasons: { spring, autumn } }: NoticeDraft): EnteredNotice {
  const days = ({ from, to }: DayRange): MonthDays => ({ from: from.slice(5), to: to.slice(5) });
  const season = ({ school, city, province }: typeof spring) => ({ school: days(school), city: days(city), province: days(province) });
  return { document, seasons: { spring: season(spring), autumn: season(autumn) } };
}

const changedMeanwhile: Refusal = { kind: 'refused', code: 'window.changed' };

/** When those windows closed that close at another time now. */
const movedFrom = (before: readonly ListedWindow[], after: readonly ListedWindow[]): string[] =>
  before
    .filter(({ season, role, closes }) => after.find((other) => other.season === season && other.role === role)?.closes !== closes)
    .map(({ closes }) => closes);

/** What is put on record: the document, and the days by season and role. */
const summaryOf = (windows: readonly ListedWindow[]) => ({
  document: windows[0]?.notice ?? '',
  ...Object.fromEntries(windows.map(({ season, role, printed: { from, to } }) => [`${season}.${role}`, `${from} – ${to}`])),
});

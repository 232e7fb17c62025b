import type { Round } from '#clockwork';
import type { Directory, ImportStore, PostCatalogue } from '#directory';
import type { Notices } from '#notice';
import { type Calendars, neededYears } from '#pilot';
import { businessDay } from '#platform';

export interface CalendarRoundParts {
  readonly calendars: Calendars;
  readonly tenants: Pick<ImportStore, 'tenants'>;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly notices: Notices;
}

/**
 * Reminds whoever may correct the calendar that the official list of a year is missing: of this year at any time, of the
 * next from 1 November on, when the State Council has usually published it. Once a month until it is there.
 */
export function calendarRound({ calendars, tenants, directory, posts, notices }: CalendarRoundParts): Round {
  const keepers = Object.keys(posts).filter((post) => posts[post]?.permissions.includes('calendar.manage'));
  // What was said this month need not be looked up again each minute; that nobody is told twice does not rest on this.
  const said = new Set<string>();
  const remind = async (tenant: string, year: number, month: string): Promise<void> => {
    const cause = `calendar ${year} ${month}`;
    if (calendars.seen(tenant).knows(year) || said.has(`${tenant} ${cause}`)) return;
    await notices.announce(tenant, [{ instance: null, to: await directory.keysOf(tenant, keepers), text: missing(year), cause }]);
    said.add(`${tenant} ${cause}`);
  };
  return {
    name: 'calendar',
    next: async (now) => nextMonth(now),
    run: async (now) => {
      await calendars.refresh();
      const month = businessDay(now).slice(0, 7);
      for (const tenant of await tenants.tenants()) for (const year of neededYears(now)) await remind(tenant, year, month);
    },
  };
}

function nextMonth(now: Date): Date {
  const [year = 0, month = 0] = businessDay(now).split('-').map(Number);
  return new Date(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01T00:00:00+08:00`);
}

const missing = (year: number) => ({
  zh: `工作日历缺少 ${year} 年的法定节假日安排：跨入该年的期限只按周末计算。请导入国务院办公厅公布的名单。`,
  en: `The working calendar lacks the official list of ${year}: due times into that year are reckoned by weekends alone. Import the list of the State Council.`,
});

import pc from 'picocolors';
import type { Person } from './client.ts';

interface OfficialDay {
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
}

const zone = 'Asia/Shanghai';
const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
const timeOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
const weekdayOf = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, weekday: 'short' });

export const businessDayOf = (at: Date): string => dayOf.format(at);

/** What the server's calendar says about days, asked for once a year. */
export class OfficialDays {
  private readonly years = new Map<string, Promise<readonly OfficialDay[]>>();

  constructor(private readonly person: Person) {}

  /** The name of a day that differs from its weekday, and whether it is a rest day. */
  async find(date: string): Promise<{ readonly name: string; readonly isRestDay: boolean }> {
    const year = date.slice(0, 4);
    const days = this.years.get(year) ?? this.person.get<{ days: OfficialDay[] }>(`calendars/${year}`).then((body) => body.days);
    this.years.set(year, days);
    const official = (await days).find((day) => day.date === date);
    return { name: official?.name ?? '', isRestDay: official?.isOffDay ?? [0, 6].includes(new Date(date).getUTCDay()) };
  }
}

/** Such as `2024-04-05 周五 09:00  休 清明节`. */
export async function dayLine(days: OfficialDays, at: Date): Promise<string> {
  const date = businessDayOf(at);
  const { name, isRestDay } = await days.find(date);
  const note = isRestDay ? pc.green(`休 ${name}`) : name === '' ? '' : pc.red(`班 ${name}调休`);
  return `${pc.bold(date)} ${weekdayOf.format(at)} ${timeOf.format(at)}  ${note}`.trimEnd();
}

import pc from 'picocolors';
import type { Person } from './client.ts';
import type { Season } from './season-story.ts';
import { englishOf, type HistoryLine, whatHappened } from './timeline.ts';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly title: { readonly zh: string };
  readonly instance: string | null;
}

/** What has happened since it was last asked: what the cases' histories and people's notices say, not what the story meant. */
export class SeasonEvents {
  private readonly seenLines = new Map<string, number>();
  private readonly seenNotices = new Set<string>();

  constructor(
    private readonly season: Season,
    private readonly reader: Person,
  ) {}

  /** Lines to print, what the system did marked as such. */
  async happened(): Promise<string[]> {
    const lines = await Promise.all(this.season.cases.map(({ instance, school }) => this.linesOf(instance, school)));
    return lines.flat();
  }

  async noticed(): Promise<string[]> {
    const { schools, hefei, wuhu, province } = this.season.cast;
    const people = [...Object.values(schools).flatMap(({ affairs, experts }) => [affairs, experts]), hefei, wuhu, province];
    const lines = await Promise.all(people.map((person) => this.noticesOf(person)));
    return lines.flat();
  }

  private async linesOf(instance: string, school: string): Promise<string[]> {
    const { lines } = await this.reader.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`);
    const fresh = lines.slice(this.seenLines.get(instance) ?? 0);
    this.seenLines.set(instance, lines.length);
    return fresh.toReversed().map((line) => {
      const mark = line.by === undefined ? pc.yellow('⏰ 系统 system') : pc.cyan(line.by.name);
      return `    ${school}  ${mark}  ${whatHappened(line)}  ${pc.dim(englishOf(line))}`;
    });
  }

  /** New tasks are seen in the histories already; what is printed is what people are told beside them. */
  private async noticesOf(person: Person): Promise<string[]> {
    const { notices } = await person.get<{ notices: Notice[] }>('notices?limit=100');
    const ours = new Set(this.season.cases.map(({ instance }) => instance));
    const fresh = notices.filter(
      ({ id, kind, instance }) => kind !== 'task-opened' && ours.has(instance ?? '') && !this.seenNotices.has(id),
    );
    for (const { id } of notices) this.seenNotices.add(id);
    return fresh.map(({ title }) => pc.dim(`    🔔 ${person.name}：${title.zh}`));
  }
}

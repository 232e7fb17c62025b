import { taskId } from '../task-id.ts';
import type { NewsRow, TaskNews } from './news.store.ts';

/** What a screen is told at once: which things are new or not what they were. It reads them itself. */
export interface News {
  readonly tasks: readonly { readonly id: string; readonly instance: string; readonly change: TaskNews }[];
  readonly cases: readonly { readonly id: string; readonly sequence: number }[];
  /** How many times notices arrived. */
  readonly notices: number;
  /** More changed than is named: read the lists again. */
  readonly isMore?: true;
}

/** To whom news comes: their keys as in `readerOf`, and the subtrees of which they may read every case. */
export interface Audience {
  readonly keys: ReadonlySet<string>;
  readonly scopes: readonly string[];
}

/** Things of either kind that are named at most. */
const namedLimit = 100;

const reaches = ({ keys }: Audience, key: string, definition: string | null): boolean =>
  keys.has(key) || (definition !== null && keys.has(`${key} ${definition}`));

/** Whether a piece of news is for somebody at all. */
export const concerns = (audience: Audience, { readers, definition_key: definition, organisation_path: path }: NewsRow): boolean =>
  readers.some((key) => reaches(audience, key, definition)) || (path !== null && audience.scopes.some((scope) => path.startsWith(scope)));

/** Puts pieces of news for one person together: what happened twice to a thing is told once. */
export class Gathering {
  private readonly tasks = new Map<string, News['tasks'][number]>();
  private readonly cases = new Map<string, News['cases'][number]>();
  private notices = 0;

  get isEmpty(): boolean {
    return this.tasks.size + this.cases.size + this.notices === 0;
  }

  add(audience: Audience, row: NewsRow): void {
    const { kind, instance_id: instance, sequence, definition_key: definition, tasks } = row;
    if (kind === 'notice' || instance === null) {
      this.notices += 1;
      return;
    }
    this.cases.set(instance, { id: instance, sequence: sequence ?? 0 });
    for (const { number, assignee, change } of tasks) {
      if (!reaches(audience, assignee, definition)) continue;
      const id = taskId(instance, number);
      const before = this.tasks.get(id)?.change;
      this.tasks.set(id, { id, instance, change: before === 'opened' && change === 'changed' ? 'opened' : change });
    }
  }

  /** What was gathered, which is forgotten. */
  take(): News {
    const isMore = this.tasks.size > namedLimit || this.cases.size > namedLimit;
    const news: News = {
      tasks: [...this.tasks.values()].slice(0, namedLimit),
      cases: [...this.cases.values()].slice(0, namedLimit),
      notices: this.notices,
      ...(isMore && { isMore }),
    };
    this.tasks.clear();
    this.cases.clear();
    this.notices = 0;
    return news;
  }
}

import { type Caller, type Directory, type Duties, isWithinScopes, namedPost, notPermitted, type PersonDuties, scopesOf } from '#directory';
import type { Text } from '#engine';
import { isId, type Refusal } from '#platform';
import { RehearsedCases, type RehearsedCasesParts } from '../batch/rehearsed-cases.ts';
import type { CaseRefusal, Request } from '../door/sending.ts';
import { digestOf } from '../history/chain.ts';
import { namesOf } from '../queries/assignee-names.ts';
import { type ListedTask, listedTask, taskTitles } from '../queries/listed-task.ts';
import { taskId } from '../task-id.ts';
import type { HandoverStore, PersonalTaskRow } from './handover.store.ts';

/** Tasks that are handed over in one go at most. */
export const handoverLimit = 500;

/** To whom things go: the successor, unless their process or they themselves are given to somebody else. Ids of people. */
export interface Succession {
  readonly successor: string;
  /** By the key of the process. */
  readonly byDefinition?: Readonly<Record<string, string>> | undefined;
  readonly byTask?: Readonly<Record<string, string>> | undefined;
  /** What becomes of a post's task that the person has claimed: its post's again (`release`, unless it is said), or the successor's. */
  readonly claimed?: 'release' | 'transfer' | undefined;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PersonalTask extends ListedTask {
  /** Somebody applied themselves, and the case waits for them. */
  readonly isOwnCase?: true;
  /** Absent where it goes back to its post. */
  readonly successor?: Named;
  /** Why it would be left out. */
  readonly refusal?: CaseRefusal;
}

/** Everything somebody has to do, and what would become of it. Times are ISO 8601. */
export interface HandoverPreview {
  readonly person: Named;
  /** To be given back with the hand-over itself. */
  readonly expected: string;
  readonly possible: number;
  readonly leftOut: number;
  /** Tasks of theirs in organisations where the reader may hand on nothing. */
  readonly elsewhere: number;
  /** Whether there are more than are handed over in one go. */
  readonly hasMore: boolean;
  readonly tasks: readonly PersonalTask[];
  readonly posts: readonly (Omit<PersonDuties['posts'][number], 'post'> & {
    readonly post: { readonly key: string; readonly title: Text };
  })[];
  readonly absences: PersonDuties['absences'];
  /** Meetings yet to be closed that they opened or belong to. */
  readonly meetings: readonly {
    readonly id: string;
    readonly body: { readonly key: string; readonly title: Text };
    readonly number: string;
    readonly heldAt: string;
    readonly items: number;
  }[];
}

const parts = ['tasks', 'outcomes', 'posts', 'absences', 'meetings'] as const;
export type HandoverPart = (typeof parts)[number];

export interface HandoverPreviewParts extends RehearsedCasesParts {
  readonly store: HandoverStore;
  readonly duties: Duties;
  readonly directory: Directory;
}

/** What handing over somebody's work would come to; nothing is changed. */
export class HandoverPreviews {
  constructor(private readonly parts: HandoverPreviewParts) {}

  /** @returns a refusal: `permission.missing`, `handover.person-unknown`, `handover.successor-unknown`, `handover.successor-same` */
  async read(caller: Caller, person: string, succession: Succession): Promise<HandoverPreview | Refusal> {
    const duties = await this.dutiesFor(caller, person);
    const refusal = 'kind' in duties ? duties : await this.faultOf(caller.tenant, person, succession);
    if (refusal !== undefined || 'kind' in duties) return refusal ?? personUnknown;
    const { store, posts } = this.parts;
    const found = await store.tasks(caller.tenant, person, handoverLimit + 1);
    const scopes = scopesOf(posts, caller, 'task.reassign');
    const rows = found.slice(0, handoverLimit).filter(({ organisation_path }) => isWithinScopes(scopes, organisation_path));
    const tasks = await this.tasksOf(caller, person, rows, succession);
    const meetings = await store.meetings(caller.tenant, person);
    const leftOut = tasks.filter((task) => task.refusal !== undefined).length;
    const view = {
      person: { id: person, name: duties.name },
      possible: tasks.length - leftOut,
      leftOut,
      elsewhere: Math.min(found.length, handoverLimit) - rows.length,
      hasMore: found.length > handoverLimit,
      tasks,
      posts: duties.posts.map(({ post, ...held }) => ({ ...held, post: namedPost(posts, post) })),
      absences: duties.absences,
      meetings: meetings.map(({ id, body, number, held_at, items }) => ({
        id,
        body: namedPost(posts, body),
        number,
        heldAt: held_at.toISOString(),
        items,
      })),
    };
    return { ...view, expected: expectedOf(view) };
  }

  /** What there is of somebody, for whoever may hand it over. */
  async dutiesFor(caller: Caller, person: string): Promise<PersonDuties | Refusal> {
    const { posts, duties, clock } = this.parts;
    const scopes = scopesOf(posts, caller, 'person.hand-over');
    if (scopes.length === 0) return notPermitted('person.hand-over');
    const found = isId(person) ? await duties.of(caller.tenant, person, clock.now()) : undefined;
    return found?.paths.some((path) => isWithinScopes(scopes, path)) === true ? found : personUnknown;
  }

  private async faultOf(
    tenant: string,
    person: string,
    { successor, byDefinition = {}, byTask = {} }: Succession,
  ): Promise<Refusal | undefined> {
    const people = [...new Set([successor, ...Object.values(byDefinition), ...Object.values(byTask)])];
    if (people.includes(person)) return { kind: 'refused', code: 'handover.successor-same' };
    const active = people.every(isId) ? await this.parts.directory.activeAmong(tenant, people) : [];
    return active.length === people.length ? undefined : { kind: 'refused', code: 'handover.successor-unknown' };
  }

  private async tasksOf(caller: Caller, person: string, rows: readonly PersonalTaskRow[], succession: Succession): Promise<PersonalTask[]> {
    const { database, workflows } = this.parts;
    const cases = await RehearsedCases.read(
      this.parts,
      caller,
      rows.map(({ instance_id }) => instance_id),
    );
    const titles = await taskTitles(workflows, caller.tenant, rows);
    const names = await namesOf(database, caller.tenant, [...new Set(rows.flatMap((row) => successorFor(succession, row) ?? []))]);
    const tasks: PersonalTask[] = [];
    for (const row of rows) {
      const successor = successorFor(succession, row);
      const known = cases.get(row.instance_id);
      const result = known && (await cases.attempt(row.instance_id, requestOf(row.number, successor, '…')));
      tasks.push({
        ...listedTask(row, titles),
        ...(known?.state.applicant === person && { isOwnCase: true }),
        ...(successor !== null && { successor: { id: successor, name: names.get(successor) ?? '' } }),
        ...(result === undefined && { refusal: { kind: 'refused', code: 'task.unknown', params: {} } }),
        ...(result?.kind === 'refused' && { refusal: result }),
      });
    }
    return tasks;
  }
}

/** Null where the task goes back to its post. */
function successorFor({ successor, byDefinition = {}, byTask = {}, claimed = 'release' }: Succession, row: PersonalTaskRow): string | null {
  const named = byTask[taskId(row.instance_id, row.number)];
  if (named !== undefined) return named;
  if (row.claimed_by !== null && claimed === 'release') return null;
  return byDefinition[row.definition_key] ?? successor;
}

/** What is asked of the case of a task. */
const requestOf = (task: number, successor: string | null, comment: string): Extract<Request, { kind: 'release' | 'transfer' }> =>
  successor === null
    ? { kind: 'release', task, comment, isReassigning: true }
    : { kind: 'transfer', task, to: successor, comment, isReassigning: true };

const personUnknown: Refusal = { kind: 'refused', code: 'handover.person-unknown' };

const hashLength = 12;

function expectedOf({ tasks, elsewhere, posts, absences, meetings }: Omit<HandoverPreview, 'expected'>): string {
  const shown: Readonly<Record<HandoverPart, unknown>> = {
    tasks: [elsewhere, tasks.map(({ id, isClaimed = false }) => [id, isClaimed])],
    outcomes: tasks.map(({ successor, refusal }) => [successor?.id ?? null, refusal?.code ?? null]),
    posts,
    absences,
    meetings: meetings.map(({ id, items }) => [id, items]),
  };
  return parts.map((part) => digestOf(shown[part]).slice(0, hashLength)).join('.');
}

/** The parts of a preview that are not what they were. */
export function differentParts(expected: string, now: string): HandoverPart[] {
  const [seen, current] = [expected.split('.'), now.split('.')];
  return parts.filter((_part, index) => seen[index] !== current[index]);
}

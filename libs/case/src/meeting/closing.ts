import { type Caller, type Directory, namedPost, type PostCatalogue } from '#directory';
import type { DueTime, MeetingReference } from '#engine';
import { type Clock, isId, type Refusal, type Tx } from '#platform';
import type { Terms } from '../commands/sender.ts';
import type { Workflows } from '../definition/workflows.ts';
import type { Door } from '../door/door.ts';
import type { CaseRefusal, Request } from '../door/sending.ts';
import type { Rehearsal, Undertaking } from '../door/undertaking.ts';
import { taskTitles } from '../queries/listed-task.ts';
import type { PreviewView, PreviewViews } from '../queries/preview-view.ts';
import { type Finding, findingFault, quorumFault } from './finding.ts';
import type { ItemRow, MeetingRow, MeetingStore } from './meeting.store.ts';
import { idOfItem, type MeetingOutcome, memberOf } from './meetings.ts';
import { digestOfMinutes, minutesOf } from './minutes.ts';
import { unknownMeeting, workingFault } from './secretary.ts';

/** An item that keeps a meeting from being closed, and why. */
export interface HinderingItem {
  readonly task: string;
  readonly paragraph: number;
  readonly title: string;
  readonly refusal: CaseRefusal;
}

/** A meeting is not closed because of some of its items; nothing was done. */
export interface Hindered extends Refusal {
  readonly code: 'meeting.items-refused';
  readonly items: readonly HinderingItem[];
}

/** What closing a meeting would come to. Nothing was done. */
export interface ClosingPreview {
  /** Sent back with the closing itself: it is then closed only if this is still what it does. */
  readonly expected: string;
  /** What would be signed if it were closed now. */
  readonly minutes: string;
  readonly items: readonly (Pick<HinderingItem, 'task' | 'paragraph' | 'title'> & { readonly preview: PreviewView })[];
}

/** Closing the meeting would not do any more what the secretary was shown. */
export interface OutdatedClosing extends Refusal {
  readonly code: 'meeting.outdated';
  readonly difference: { readonly now: ClosingPreview };
}

export type ClosingTerms = Pick<Terms, 'isDryRun' | 'expected'>;
export type ClosingOutcome = MeetingOutcome | Hindered | OutdatedClosing | { readonly kind: 'shown'; readonly preview: ClosingPreview };

export interface ClosingParts {
  readonly door: Door;
  readonly store: MeetingStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly previews: PreviewViews;
  readonly posts: PostCatalogue;
  readonly dueTimeOf: (tenant: string) => DueTime;
  readonly clock: Clock;
}

interface Heard {
  readonly item: ItemRow;
  readonly finding: Finding;
  readonly formVersion: number;
}

/** The end of a meeting: its minutes are signed, and every case it heard goes on, in one transaction. */
export class Closing {
  constructor(private readonly parts: ClosingParts) {}

  /**
   * All of its items or none. Closed twice, by whomever, the second time finds it closed. As a dry run it is only shown what
   * would become of each item, and refused what would be refused.
   * @throws TransientError when a case is held by others for too long, or the database is away.
   */
  async close(caller: Caller, id: string, terms: ClosingTerms = {}): Promise<ClosingOutcome> {
    if (!isId(id)) return unknownMeeting;
    let drawn: Pick<Drawn, 'heard' | 'minutes'> = { heard: [], minutes: '' };
    const outcome = await this.parts.door.undertake<Refusal | Hindered>(async (tx) => {
      const meeting = await this.parts.store.lock(tx, caller.tenant, id);
      const fault = workingFault(this.parts.posts, caller, meeting);
      if (fault !== undefined || meeting === undefined) return fault ?? unknownMeeting;
      const attempt = await this.draw(tx, caller, meeting);
      if ('kind' in attempt) return attempt;
      drawn = attempt;
      return { ...this.undertaking(caller, meeting, attempt), ...rehearsalOf(terms) };
    });
    switch (outcome.kind) {
      case 'refused':
        return outcome;
      case 'accepted':
        return { kind: 'done', meeting: id };
      case 'hindered':
        return hinderedBy(drawn.heard, outcome.refusals);
      case 'rehearsed':
        return { kind: 'shown', preview: await this.previewOf(caller, drawn, outcome) };
      case 'outdated':
        return { kind: 'refused', code: 'meeting.outdated', difference: { now: await this.previewOf(caller, drawn, outcome) } };
    }
  }

  private async previewOf(
    caller: Caller,
    { heard, minutes }: Pick<Drawn, 'heard' | 'minutes'>,
    { rehearsed, confirmation }: Rehearsal,
  ): Promise<ClosingPreview> {
    const previews = await Promise.all(rehearsed.map((one) => this.parts.previews.view(caller, one)));
    return {
      expected: confirmation,
      minutes,
      items: heard.flatMap(({ item }, index) => previewedItem(item, index, previews[index]) ?? []),
    };
  }

  /** Everything the minutes need, or what is missing or wrong. */
  private async draw(tx: Tx, { tenant, name }: Caller, meeting: MeetingRow): Promise<Drawn | Refusal | Hindered> {
    const { store, posts, clock, workflows, directory } = this.parts;
    const at = clock.now();
    if (at < meeting.held_at) return { kind: 'refused', code: 'meeting.not-begun' };
    const rules = posts[meeting.body]?.meets;
    const members = (await store.members(tx, tenant, meeting.id)).map(memberOf);
    const items = await store.items(tx, tenant, meeting.id);
    const heard = items.flatMap((item) => heardItem(item) ?? []);
    if (items.length === 0) return { kind: 'refused', code: 'meeting.empty' };
    if (heard.length < items.length)
      return { kind: 'refused', code: 'meeting.items-unrecorded', params: { count: items.length - heard.length } };
    const quorum = quorumFault(rules, members);
    if (quorum !== undefined) return quorum;
    // The members may have been set anew since the items were recorded.
    const faults = heard.map(({ item, finding }) => findingFault(rules, members, finding, item.applicant));
    if (faults.some((fault) => fault !== undefined)) return hinderedBy(heard, faults);
    const titles = await taskTitles(workflows, tenant, items);
    const { onTheWall } = this.parts.dueTimeOf(tenant);
    const minutes = minutesOf({
      body: namedPost(posts, meeting.body).title.zh,
      organisation: (await directory.named(tenant, meeting.organisation_id)).name,
      number: meeting.number,
      heldAt: onTheWall(meeting.held_at.toISOString()),
      members,
      paragraphs: heard.map(({ item, finding }) => {
        const { definition, step } = titles(item);
        return { ...finding, caseNumber: item.case_number, title: item.title_zh, process: definition.zh, step: step.zh };
      }),
      secretary: name,
      signedAt: onTheWall(at.toISOString()),
    });
    return { heard, minutes, digest: digestOfMinutes(minutes), at };
  }

  private undertaking({ tenant, person }: Caller, meeting: MeetingRow, { heard, minutes, digest, at }: Drawn): Undertaking {
    const { id, number } = meeting;
    const commands = heard.map((one, index) => {
      const reference = { id, number, paragraph: index + 1, minutes: digest };
      return { instance: one.item.instance_id, request: requestOf(one, reference) };
    });
    return {
      kind: 'undertaking',
      sending: { tenant, person },
      commands,
      seal: (tx, accepted) => {
        const items = heard.map(({ item }, index) => ({
          instance: item.instance_id,
          task: item.number,
          sequence: accepted[index]?.sequence ?? 0,
        }));
        this.parts.store.seal(tx, tenant, id, { by: person, at, minutes, digest, items });
      },
    };
  }
}

interface Drawn {
  readonly heard: readonly Heard[];
  readonly minutes: string;
  readonly digest: string;
  readonly at: Date;
}

const rehearsalOf = ({ isDryRun = false, expected }: ClosingTerms): Pick<Undertaking, 'isRehearsal' | 'expected'> => ({
  isRehearsal: isDryRun,
  ...(expected !== undefined && { expected }),
});

const headOf = (item: ItemRow, index: number) => ({ task: idOfItem(item), paragraph: index + 1, title: item.title_zh });

const previewedItem = (item: ItemRow, index: number, preview: PreviewView | undefined) => preview && { ...headOf(item, index), preview };

/** What a finding asks of the case. */
function requestOf({ item, finding, formVersion }: Heard, reference: MeetingReference): Request {
  const { number: task, fields } = item;
  const { outcome, text: comment, conditions } = finding;
  if (outcome === 'deferred') return { kind: 'defer', task, comment, meeting: reference };
  return {
    kind: 'decide',
    task,
    outcome: outcome === 'not-passed' ? 'reject' : 'approve',
    formVersion,
    comment,
    ...(fields !== null && { fields }),
    meeting: { ...reference, ...(conditions !== undefined && { conditions }) },
  };
}

/** An item as it was recorded; undefined when it was not yet. */
function heardItem(item: ItemRow): Heard | undefined {
  const finding = findingOf(item);
  return finding === undefined || item.form_version === null ? undefined : { item, finding, formVersion: item.form_version };
}

export function findingOf(row: ItemRow): Finding | undefined {
  const { outcome, text, recusals, votes_for, votes_against, abstentions, conditions } = row;
  if (outcome === null || text === null) return undefined;
  const hasTally = votes_for !== null && votes_against !== null && abstentions !== null;
  return {
    outcome,
    text,
    recusals,
    tally: hasTally ? { for: votes_for, against: votes_against, abstained: abstentions } : undefined,
    conditions: conditions ?? undefined,
  };
}

function hinderedBy(heard: readonly Heard[], refusals: readonly (CaseRefusal | undefined)[]): Hindered {
  const items = heard.flatMap(({ item }, index): HinderingItem[] => {
    const refusal = refusals[index];
    return refusal === undefined ? [] : [{ ...headOf(item, index), refusal }];
  });
  return { kind: 'refused', code: 'meeting.items-refused', params: { count: items.length }, items };
}

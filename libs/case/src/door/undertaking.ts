import type { Tx } from '#platform';
import { digestOf } from '../history/chain.ts';
import type { Group } from './group.ts';
import type { Accepted, Answer, CaseRefusal, Errand, Foretold, Rehearsed, Request, Sending } from './sending.ts';

/** Several commands of one sender that are done together or not at all. */
export interface Undertaking {
  readonly kind: 'undertaking';
  readonly sending: Sending & { readonly person: string };
  /** In the order in which they are carried out. */
  readonly commands: readonly { readonly instance: string; readonly request: Request }[];
  /** Only to be told what it would come to: nothing is done. */
  readonly isRehearsal?: boolean;
  /** What the sender was told that all of it would come to; if that is not so any more, nothing is done. */
  readonly expected?: string;
  /** Puts down rows of the sender's own in the same transaction, when every command has been accepted. */
  readonly seal: (tx: Tx, accepted: readonly Accepted[]) => void;
}

/** What each command of an undertaking would come to by itself, as its case stands, and a hash of it all. */
export interface Rehearsal {
  readonly rehearsed: readonly Rehearsed[];
  /** What to send as `expected`. */
  readonly confirmation: string;
}

/** Because of these commands nothing was done; undefined in the place of those that are in nobody's way. */
interface Obstructed {
  readonly kind: 'hindered';
  readonly refusals: readonly (CaseRefusal | undefined)[];
}

/** What came of an undertaking: all of it is on disk, or nothing is. */
export type Undertaken =
  | { readonly kind: 'accepted' }
  /** It was only rehearsed, or would not come any more to what the sender was told. */
  | ({ readonly kind: 'rehearsed' | 'outdated' } & Rehearsal)
  | Obstructed;

/** What the door is asked for: the rehearsals, where somebody is to be told or has been, and then the commands. */
export function errandsOf({ sending, commands, isRehearsal = false, expected }: Undertaking): Errand[] {
  const asked = (isRehearsed: boolean) =>
    commands.map((command): Errand => {
      const errand = { kind: 'advance', tenant: sending.tenant, ...command, sending, isBackground: false } as const;
      return isRehearsed ? { ...errand, isRehearsal: true } : errand;
    });
  return [...(isRehearsal || expected !== undefined ? asked(true) : []), ...(isRehearsal ? [] : asked(false))];
}

/** Carries out the errands of an undertaking. Nothing is put down; it is for the caller to do so when all were accepted. */
export async function outcomeOf(
  { commands, isRehearsal = false, expected }: Undertaking,
  group: Group,
): Promise<Exclude<Undertaken, { readonly kind: 'accepted' }> | { readonly kind: 'accepted'; readonly accepted: readonly Accepted[] }> {
  const count = commands.length;
  if (isRehearsal || expected !== undefined) {
    const rehearsed = await allOf(group, { from: 0, count, kind: 'rehearsed' });
    if ('kind' in rehearsed) return rehearsed;
    const confirmation = digestOf(rehearsed.map((one) => one.confirmation));
    if (isRehearsal) return { kind: 'rehearsed', rehearsed, confirmation };
    if (confirmation !== expected) return { kind: 'outdated', rehearsed, confirmation };
  }
  const accepted = await allOf(group, { from: expected === undefined ? 0 : count, count, kind: 'accepted' });
  return 'kind' in accepted ? accepted : { kind: 'accepted', accepted };
}

interface Places<Kind> {
  readonly from: number;
  readonly count: number;
  readonly kind: Kind;
}

type AnswerOf<Kind> = Extract<Answer | Foretold, { readonly kind: Kind }>;

/** The answers at these places of a group, if all are of the kind they should be; otherwise who is in the way. */
async function allOf<Kind extends 'accepted' | 'rehearsed'>(
  group: Group,
  { from, count, kind }: Places<Kind>,
): Promise<AnswerOf<Kind>[] | Obstructed> {
  const answers: (Answer | Foretold)[] = [];
  for (let place = from; place < from + count; place += 1) answers.push(await answerAt(group, place));
  const wanted = answers.filter((answer): answer is AnswerOf<Kind> => answer.kind === kind);
  if (wanted.length === count) return wanted;
  return { kind: 'hindered', refusals: answers.map((answer) => (answer.kind === 'refused' ? answer : undefined)) };
}

/** @throws what a command failed with: a defect met with one of them is that of all. */
async function answerAt(group: Group, place: number): Promise<Answer | Foretold> {
  const settled = await group.carryOut(place);
  if (settled.kind === 'answered') return settled.answer;
  throw settled.kind === 'failed' ? settled.error : new Error('a case that is waited for is never contended');
}

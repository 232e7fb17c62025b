import { type Circle, everybody, holderOf, type Voice, voiceOf } from './circle.ts';
import type { Move } from './move.ts';
import { type Cast, holdersOf } from './people.ts';
import type { Topology } from './topology.ts';

export const applicant = 'clerk';
const postIn = (whose: string): string => whose.slice('post:'.length);

/** Who is asked, and who may act: by the posts they hold, unless they have recused themselves. */
export class Rights {
  readonly recused = new Set<string>();

  constructor(
    private readonly topology: Topology,
    public cast: Cast,
  ) {}

  mayActOrRepresent(step: string, voice: Voice, { by, represents }: Move): boolean {
    if (this.mayAct(step, voice, by)) return true;
    return represents !== undefined && !this.recused.has(by) && by !== applicant && this.mayAct(step, voice, represents);
  }

  mayAct(step: string, voice: Voice, person: string): boolean {
    const holder = holderOf(voice);
    const isTheirs = holder.startsWith('post:') ? holdersOf(this.cast, postIn(holder)).includes(person) : holder === person;
    if (!isTheirs || this.recused.has(person) || (person === applicant && step !== 'draft')) return false;
    return voice.taken === undefined || voice.taken === person;
  }

  /** Whether somebody may be brought in by another, in whose circle they are not yet. */
  isNew({ step, circle, voice }: Asked, by: string, person: string): boolean {
    const isApplicants = step === 'draft' && voice.addedBy === undefined;
    if ((person === applicant && !isApplicants) || this.recused.has(person) || person === by) return false;
    return !everybody(circle).has(person);
  }

  /** Whether it waits for a body's meeting. */
  isBodys(step: string, { whose, answering }: Voice): boolean {
    return this.topology.policy === 'one' && step !== 'draft' && whose === 'post:x' && answering === undefined;
  }

  /** Whether nobody is left to say it: a post is vacated when all who hold it have recused themselves. */
  isGone(whose: string): boolean {
    if (!whose.startsWith('post:')) return this.recused.has(whose);
    const holders = holdersOf(this.cast, postIn(whose));
    return holders.length > 0 && holders.every((person) => this.recused.has(person));
  }

  /** Who is asked when a step is entered. */
  circleOf(step: string): Circle {
    const { policy } = this.topology;
    if (step === 'draft') return { rule: 'one', voices: [voiceOf(applicant, 1)] };
    const present = (post: string) => holdersOf(this.cast, post).filter((person) => !this.recused.has(person));
    const isForOne = policy !== 'vote' && present('x').length > 0;
    const ofX = isForOne ? [voiceOf('post:x', 1)] : present('x').map((person) => voiceOf(person, 2));
    return { rule: policy, voices: [...ofX, ...present('y').map((person) => voiceOf(person, 1))] };
  }
}

/** A voice that is asked, in its step's circle. */
export interface Asked {
  readonly step: string;
  readonly circle: Circle;
  readonly voice: Voice;
}

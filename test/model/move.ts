import type { Cast } from './people.ts';

/** What somebody does, in the words of the reference: who, what, to whom. */
export interface Move {
  readonly verb:
    | 'decide'
    | 'defer'
    | 'save'
    | 'claim'
    | 'release'
    | 'transfer'
    | 'delegate'
    | 'resolve'
    | 'add-signers'
    | 'remove-signers'
    | 'recuse'
    | 'take-back'
    | 'withdraw'
    | 'comment'
    | 'copy'
    | 'supplement'
    | 'urge'
    | 'jump'
    | 'suspend'
    | 'resume'
    | 'terminate'
    | 'fire-timer'
    | 'signal'
    | 'retry'
    | 'child-ended'
    | 'child-refused'
    | 'call-answered'
    | 'call-failed'
    | 'end';
  readonly by: string;
  /** Hours since the beginning. */
  readonly at: number;
  readonly cast: Cast;
  readonly step: string;
  /** Whose task it is, as it was addressed when it was opened. */
  readonly holder: string;
  /** What the task is known by. */
  readonly token: number;
  readonly outcome: string;
  readonly returnTo: string | undefined;
  readonly to: string;
  readonly people: readonly string[];
  readonly place: 'before' | 'after' | 'beside';
  readonly rule: 'one' | 'all' | 'sequence';
  readonly hasReason: boolean;
  readonly isStale: boolean;
  readonly isReassigning: boolean;
  readonly inMeeting: boolean;
  /** Of a child that has ended: whether it was approved. */
  readonly isPassed: boolean;
  /** For whom they are a deputy. */
  readonly represents: string | undefined;
  readonly fields: Readonly<Record<string, number | string>>;
}

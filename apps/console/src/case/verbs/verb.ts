import type { components } from '../../api/schema.d.ts';
import type { Text } from '../../words/language.ts';

type Schemas = components['schemas'];

export type VerbWord =
  | 'claim'
  | 'release'
  | 'transfer'
  | 'delegate'
  | 'resolve'
  | 'addSigners'
  | 'removeSigners'
  | 'urge'
  | 'copy'
  | 'comment'
  | 'recuse'
  | 'suspend'
  | 'resume'
  | 'jump'
  | 'terminate'
  | 'withdraw'
  | 'takeBack'
  | 'supplement';

/** What is filled in for a verb. */
export interface Values {
  readonly comment: string;
  /** Ids of people; where posts may be named too, `post@organisation`. */
  readonly people: readonly string[];
  readonly place: Schemas['AddSigners']['place'];
  readonly policy: NonNullable<Schemas['AddSigners']['policy']>;
  readonly step: string;
  readonly fields: NonNullable<Schemas['Supplement']['fields']>;
}

export const nothing: Values = { comment: '', people: [], place: 'before', policy: 'all', step: '', fields: {} };

/** On what terms it is sent: only to see what it would do, or as it was shown. */
export interface Terms {
  readonly query: { readonly dryRun?: 'true' };
  readonly header: { readonly 'If-Match'?: string };
}

/** Something that is done to a case after one more look. */
export interface Verb {
  readonly key: string;
  readonly word: VerbWord;
  /** The step it is about, where the same may be done to several. */
  readonly of?: Text;
  readonly reason: 'required' | 'optional' | 'none';
  readonly reasonLimit: number;
  readonly asks?: 'person' | 'signing' | 'recipients' | 'signers' | 'step' | 'fields';
  /** What there is to choose from, of signers and steps. */
  readonly from?: readonly { readonly value: string; readonly label: Text }[];
  /** The fields that may be written. */
  readonly fields?: readonly string[];
  readonly isGrave?: true;
  /** It only adds words: there is nothing to foretell. */
  readonly isHarmless?: true;
  readonly send: (values: Values, terms: Terms) => Promise<{ readonly data?: unknown }>;
}

/** Whether all that it asks for has been filled in, but for the reason. */
export function isFilled({ asks }: Verb, { people, step, fields }: Values): boolean {
  if (asks === 'step') return step !== '';
  if (asks === 'fields') return Object.keys(fields).length > 0;
  return asks === undefined || people.length > 0;
}

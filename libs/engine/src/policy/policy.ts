/** What has been said in a step so far, and who is still to say something, each with their weight. */
export interface Tally {
  readonly cast: readonly { readonly outcome: string; readonly weight: number }[];
  readonly waiting: readonly number[];
}

/** The outcome a step has come to, or `undefined` while it is open. */
export type Settlement = string | undefined;

import type { Meeting } from './meetings.ts';

export interface PartProps {
  readonly of: Meeting;
  /** Whether the reader is its secretary and it is still open. */
  readonly isWorking: boolean;
}

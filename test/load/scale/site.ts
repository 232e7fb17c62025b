import type { Outcome } from '../figures.ts';
import type { Plan } from '../rounds.ts';

export interface ScalePlan extends Plan {
  /** Cases in the small database and in the large one. */
  readonly few: number;
  readonly many: number;
}

/** Where one group of rows after the other is measured. */
export interface Site {
  readonly folder: string;
  readonly plan: ScalePlan;
  tell(text: string): void;
  /** Makes a new database. @returns its address */
  database(name: string): Promise<string>;
}

export type Measured = Pick<Outcome, 'figures' | 'faults'>;

interface Closable {
  close(): Promise<void>;
}

type Opened = <Thing extends Closable>(thing: Thing) => Thing;

/** Does the work, and closes everything that was opened for it however it ended. */
export async function during<Result>(work: (opened: Opened) => Promise<Result>): Promise<Result> {
  const open: Closable[] = [];
  try {
    return await work((thing) => {
      open.push(thing);
      return thing;
    });
  } finally {
    await Promise.allSettled(open.map((thing) => thing.close()));
  }
}

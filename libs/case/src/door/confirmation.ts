import type { Preview, Workflow } from '#engine';
import { digestOf } from '../history/chain.ts';

/** The parts of a preview, in the order of their hashes. */
const parts = [
  'states',
  'left',
  'entered',
  'asked',
  'cancelled',
  'timersSet',
  'timersCleared',
  'dues',
  'notices',
  'signals',
  'passed',
  'childrenStarted',
  'childrenEnded',
  'calls',
] as const satisfies readonly (keyof Preview)[];
export type PreviewPart = (typeof parts)[number];

const hashLength = 12;

/** What somebody has agreed to: the history row the case stood at, and a hash of each part of what they were shown. */
export const confirmationOf = ({ dueTime }: Workflow, sequence: number, preview: Preview): string =>
  [sequence, ...parts.map((part) => digestOf(toTheDay(preview[part], dueTime.onTheWall)).slice(0, hashLength))].join('.');

/** How what would happen now differs from what somebody has agreed to; undefined when it does not. */
export interface Difference {
  /** The history row the case stood at then; undefined where the confirmation cannot be read. */
  readonly seen?: number;
  readonly parts: readonly PreviewPart[];
}

export function differenceOf(expected: string, confirmation: string): Difference | undefined {
  if (expected === confirmation) return undefined;
  const [seen = '', ...hashes] = expected.split('.');
  const [, ...current] = confirmation.split('.');
  const changed = parts.filter((_part, index) => hashes[index] !== current[index]);
  return { ...(/^\d{1,9}$/.test(seen) && { seen: Number(seen) }), parts: changed };
}

/** While somebody reads what they are to confirm, due times move on with the clock; their days do not. */
function toTheDay(value: unknown, onTheWall: (moment: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => toTheDay(item, onTheWall));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'dueAt' ? onTheWall(String(inner)).slice(0, 'YYYY-MM-DD'.length) : toTheDay(inner, onTheWall),
    ]),
  );
}

import type { Delay, Text } from '../definition/basics.ts';
import { dueText } from '../exchange/wording.ts';

/** What a short member says, as people say it. A draft may hold anything: what is no text and no length of time is not told. */
export function shortText(name: string, value: unknown): Required<Text> | undefined {
  if (name === 'due') return isDelay(value) ? dueText(value) : undefined;
  if (name !== 'title') return undefined;
  const { zh, en = zh } = (value ?? {}) as Partial<Text>;
  return zh === undefined || en === undefined ? undefined : { zh, en };
}

function isDelay(value: unknown): value is Delay {
  if (typeof value === 'string') return value.startsWith('P');
  const { workingDays, workingHours } = (value ?? {}) as { readonly workingDays?: unknown; readonly workingHours?: unknown };
  return typeof workingDays === 'number' || typeof workingHours === 'number';
}

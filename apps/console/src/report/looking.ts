import { useSearchParams } from 'react-router';

export const views = ['grid', 'standings', 'chart'] as const;
export const kinds = ['fortnightly', 'weekly', 'monthly'] as const;
export const stateFilters = ['flagged', 'missed', 'late', 'exempted', 'appealed'] as const;
export const spans = ['60', '180', '365'] as const;

/** What the address says is looked at: it can be sent to somebody else. */
export interface Looking {
  readonly view: (typeof views)[number];
  readonly report: (typeof kinds)[number];
  readonly state: (typeof stateFilters)[number] | undefined;
  /** Days back from today. */
  readonly span: (typeof spans)[number];
  /** Id of a city. */
  readonly city: string | undefined;
}

export type Look = (change: Readonly<Partial<Record<keyof Looking, string | undefined>>>) => void;

export function useLooking(): readonly [Looking, Look] {
  const [address, setAddress] = useSearchParams();
  const oneOf = <T extends string>(names: readonly T[], name: string): T | undefined => names.find((one) => one === address.get(name));
  const looking: Looking = {
    view: oneOf(views, 'view') ?? 'grid',
    report: oneOf(kinds, 'report') ?? 'fortnightly',
    state: oneOf(stateFilters, 'state'),
    span: oneOf(spans, 'span') ?? '60',
    city: address.get('city') ?? undefined,
  };
  const look: Look = (change) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { preventScrollReset: true },
    );
  return [looking, look];
}

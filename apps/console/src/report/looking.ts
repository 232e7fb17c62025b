import { type Look as AddressLook, useAddress } from '../state/address.ts';

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

export type Look = AddressLook<keyof Looking>;

export function useLooking(): readonly [Looking, Look] {
  const [address, look] = useAddress<keyof Looking>();
  const oneOf = <T extends string>(names: readonly T[], name: string): T | undefined => names.find((one) => one === address.get(name));
  const looking: Looking = {
    view: oneOf(views, 'view') ?? 'grid',
    report: oneOf(kinds, 'report') ?? 'fortnightly',
    state: oneOf(stateFilters, 'state'),
    span: oneOf(spans, 'span') ?? '60',
    city: address.get('city') ?? undefined,
  };
  return [looking, look];
}

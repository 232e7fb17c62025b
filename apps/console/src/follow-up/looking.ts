import { present } from '../session/session.ts';
import { type Look as AddressLook, useAddress } from '../state/address.ts';
import { addDays, dayOf } from '../time/zone.ts';

export const views = ['waiting', 'stuck', 'on-time'] as const;
export const spans = ['30', '90', '365'] as const;

/** What the address says is looked at: it can be sent to somebody else. */
export interface Looking {
  readonly view: (typeof views)[number];
  readonly definition: string | undefined;
  readonly organisation: string | undefined;
  /** Days back from today, for what was decided. */
  readonly span: (typeof spans)[number];
}

export type Look = AddressLook<keyof Looking>;

export function useLooking(): readonly [Looking, Look] {
  const [address, look] = useAddress<keyof Looking>();
  const looking: Looking = {
    view: views.find((name) => name === address.get('view')) ?? 'waiting',
    definition: address.get('definition') ?? undefined,
    organisation: address.get('organisation') ?? undefined,
    span: spans.find((name) => name === address.get('span')) ?? '30',
  };
  return [looking, look];
}

export const filtersOf = ({ definition, organisation }: Looking) => ({ definition, organisation });

/** From the beginning of a day until the end of today: whole days, so that what is asked for stays the same while they last. */
export function periodOf(span: Looking['span']): { readonly from: string; readonly until: string } {
  const today = dayOf(present());
  return { from: `${addDays(today, -Number(span))}T00:00:00+08:00`, until: `${addDays(today, 1)}T00:00:00+08:00` };
}

/** The address of a list: of what is given, as much as there is. */
export function addressOf(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `${path}?${new URLSearchParams(given).toString()}`;
}

import { useRememberedThrough } from '../session/through.ts';
import { type Change as AddressChange, type Look as AddressLook, useAddress } from '../state/address.ts';

export const listNames = ['open', 'decided', 'started', 'copied'] as const;
export type ListName = (typeof listNames)[number];

const dueNames = ['any', 'soon', 'overdue'] as const;
const orders = ['slack', 'due', 'opened'] as const;

/** What a list is narrowed to, by the names these have in the address and in a saved view. */
export const filterNames = ['definition', 'step', 'organisation', 'through', 'due', 'q'] as const;
export type FilterName = (typeof filterNames)[number];
type ParameterName = FilterName | 'list' | 'order' | 'columns' | 'view' | 'case';

/** What the address says is looked at: it can be sent to somebody else, and the browser's Back leads to the one before. */
export interface Looking {
  readonly list: ListName;
  readonly definition: string | undefined;
  readonly step: string | undefined;
  readonly organisation: string | undefined;
  /** `own`, or a post of mine as `<key>@<organisation>`. */
  readonly through: string | undefined;
  /** Pieces of a number, title or school, or their first letters in pinyin. */
  readonly q: string | undefined;
  /** `soon`: by the end of the next working day, what is overdue included. */
  readonly due: (typeof dueNames)[number];
  readonly order: (typeof orders)[number];
  /** Of a table; none where it is a list with the case beside it. */
  readonly columns: readonly string[] | undefined;
  /** The saved view that was opened. */
  readonly view: string | undefined;
  /** The case that is chosen, if one is. */
  readonly chosen: string | undefined;
}

export type Change = AddressChange<ParameterName>;
export type Look = AddressLook<ParameterName>;

export function useLooking(): readonly [Looking, Look] {
  const [address, put] = useAddress<ParameterName>();
  const [, remember] = useRememberedThrough();
  const given = (name: ParameterName): string | undefined => address.get(name) ?? undefined;
  const looking: Looking = {
    list: listNames.find((name) => name === given('list')) ?? 'open',
    definition: given('definition'),
    step: given('step'),
    organisation: given('organisation'),
    through: given('through'),
    q: given('q'),
    due: dueNames.find((name) => name === given('due')) ?? 'any',
    order: orders.find((name) => name === given('order')) ?? 'slack',
    columns: given('columns')?.split(','),
    view: given('view'),
    chosen: given('case'),
  };
  const look: Look = (change, isReplaced) => {
    if ('through' in change) remember(change.through);
    put(change, isReplaced);
  };
  return [looking, look];
}

/** Nothing narrowed, and nobody chosen, who may not be there any more. */
export const unfiltered: Change = { ...Object.fromEntries(filterNames.map((name) => [name, undefined])), case: undefined };

/** The filters that are set, as they stand in the address. */
export const filtersOf = (looking: Looking): Partial<Record<FilterName, string>> =>
  Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = looking[name];
      return value === undefined || value === 'any' ? [] : [[name, value]];
    }),
  );

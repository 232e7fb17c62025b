import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { changed } from '../state/address.ts';
import { type Change, filtersOf, type ListName, type Looking, unfiltered } from './looking.ts';

export type SavedView = components['schemas']['SavedView'];
type Settings = SavedView['settings'];
export type ViewedList = components['schemas']['SavedViewBody']['list'];

/** What the server calls the list. */
export const viewedList = (list: ListName): ViewedList => (list === 'open' ? 'tasks' : list);

/** How the list is looked at now, to be kept under a name. */
export const settingsOf = (looking: Looking): Settings => ({
  filters: filtersOf(looking),
  columns: [...(looking.columns ?? [])],
  order: looking.order,
});

/** What the address becomes when the view is opened. */
const openedAs = ({ id, list, settings: { filters, columns, order } }: SavedView): Change => ({
  ...unfiltered,
  ...filters,
  list: list === 'tasks' ? 'open' : list,
  order: order === 'slack' ? undefined : order,
  columns: columns.length === 0 ? undefined : columns.join(','),
  view: id,
});

/** Whether what is looked at is still what was saved. */
export const isAsSaved = (looking: Looking, { settings }: SavedView): boolean => written(settingsOf(looking)) === written(settings);

const written = ({ filters, columns, order = 'slack' }: Settings): string =>
  JSON.stringify([Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1)), columns, order]);

/**
 * The view an address names and nothing else: what it says is put into the address, where it can be changed without
 * changing the view. Undefined when there is nothing to open.
 */
export function useOpening() {
  const [address, setAddress] = useSearchParams();
  const id = address.has('list') ? null : address.get('view');
  const view = api.useQuery('get', '/api/views/{id}', { params: { path: { id: id ?? '' } } }, { enabled: id !== null });
  const { data } = view;
  useEffect(() => {
    if (id !== null && data?.id === id) setAddress((before) => changed(before, openedAs(data)), { replace: true });
  }, [id, data, setAddress]);
  return id === null ? undefined : view;
}

import { keepPreviousData } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';

/** A process by its key, or a draft by its id. */
export interface Source {
  readonly key?: string | undefined;
  readonly id?: string | undefined;
}

export interface Looking {
  readonly search: string;
  readonly isTroubled: boolean;
  readonly page: number;
}

/** What is looked for, kept in the address. */
export function useLooking() {
  const [address, setAddress] = useSearchParams();
  const looking: Looking = {
    search: address.get('search') ?? '',
    isTroubled: address.has('only'),
    page: Math.max(1, Number.parseInt(address.get('page') ?? '1', 10) || 1),
  };
  const look = (change: Partial<Looking>): void => {
    const { search, isTroubled, page } = { ...looking, ...change };
    setAddress(
      { ...(search !== '' && { search }), ...(isTroubled && { only: 'findings' }), ...(page > 1 && { page: String(page) }) },
      { replace: true },
    );
  };
  return { looking, look };
}

export function useAssignability({ key = '', id }: Source) {
  const ofProcess = api.useQuery(
    'get',
    '/api/definitions/{key}/assignability',
    { params: { path: { key } } },
    { enabled: id === undefined },
  );
  const ofDraft = api.useQuery(
    'get',
    '/api/definitions/drafts/{id}/assignability',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return id === undefined ? ofProcess : ofDraft;
}

export function usePlaces({ key = '', id }: Source, { search, isTroubled, page }: Looking) {
  const query = { page: String(page), ...(search !== '' && { search }), ...(isTroubled && { only: 'findings' as const }) };
  const ofProcess = api.useQuery(
    'get',
    '/api/definitions/{key}/assignability/places',
    { params: { path: { key }, query } },
    { enabled: id === undefined, placeholderData: keepPreviousData },
  );
  const ofDraft = api.useQuery(
    'get',
    '/api/definitions/drafts/{id}/assignability/places',
    { params: { path: { id: id ?? '' }, query } },
    { enabled: id !== undefined, placeholderData: keepPreviousData },
  );
  return id === undefined ? ofProcess : ofDraft;
}

import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';

/** A document by what the address calls it: a number of a version, or `draft:<id>`, or `proposal:<id>`. */
export function useDocument(key: string, called: string) {
  const { t } = useTranslation('definitions');
  const [kind, id = ''] = called.includes(':') ? called.split(':') : ['version', called];
  const version = api.useQuery(
    'get',
    '/api/definitions/{key}/versions/{version}',
    { params: { path: { key, version: id } } },
    { enabled: kind === 'version' },
  );
  const draft = api.useQuery('get', '/api/definitions/drafts/{id}', { params: { path: { id } } }, { enabled: kind === 'draft' });
  const proposal = api.useQuery('get', '/api/definitions/proposals/{id}', { params: { path: { id } } }, { enabled: kind === 'proposal' });
  const asked = kind === 'draft' ? draft : kind === 'proposal' ? proposal : version;
  const names: Readonly<Record<string, string>> = { draft: t('thisDraft'), proposal: t('thisProposal') };
  return {
    name: names[kind ?? ''] ?? t('versionNumber', { version: id }),
    data: asked.data?.document,
    error: asked.error,
    refetch: asked.refetch,
  };
}

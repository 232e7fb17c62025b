import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ForEditors } from './for-editors.tsx';
import { type Around, Tried } from './tried.tsx';

type Published = components['schemas']['PublishedDefinition'];

interface TriedPageProps {
  /** What the page is called for those who may not see it. */
  readonly title: string;
  readonly children: (published: Published, around: Around) => ReactNode;
}

/** The process that the address names, as it is published, and what it is tried in: for whoever may edit processes. */
export function TriedPage({ title, children }: TriedPageProps) {
  return (
    <ForEditors title={title}>
      <Asked>{children}</Asked>
    </ForEditors>
  );
}

function Asked({ children }: Pick<TriedPageProps, 'children'>) {
  return <Tried of={usePublished()}>{children}</Tried>;
}

/** The process that the address names, as it is published. */
export function usePublished() {
  const { key = '' } = useParams();
  return api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } });
}

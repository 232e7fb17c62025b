import type { Definition } from '#engine';
import { api } from '../api/client.ts';
import { FileMenu } from './file-menu.tsx';
import { titlesOf } from './titles.ts';

/** The published version of a process as a file. */
export function ExportMenu({ definition: key }: { readonly definition: string }) {
  const published = api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } }).data;
  const surroundings = api.useQuery('get', '/api/definitions/surroundings').data;
  const isKnown = published !== undefined && surroundings !== undefined;
  return (
    <FileMenu
      isKnown={isKnown}
      // What is published has been checked against the type.
      exportable={() =>
        isKnown
          ? { definition: published.document as Definition, version: published.version, posts: titlesOf(surroundings.posts) }
          : undefined
      }
    />
  );
}

import { useEffect } from 'react';
import { create } from 'zustand';
import { server } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { isWithinItem } from '../document/selection.ts';

export type DraftComment = components['schemas']['DraftComment'];

interface Commented {
  readonly draft: string;
  /** The oldest first; undefined until they have come. */
  readonly items: readonly DraftComment[] | undefined;
}

export const useCommented = create<Commented>(() => ({ draft: '', items: undefined }));

/** How often it is asked what others have said, in milliseconds. */
const interval = 20_000;

/** Keeps up with what is said about a draft. It is apart from the document: nobody's saving is in the way of it. */
export function useCommenting(draft: string): void {
  useEffect(() => {
    useCommented.setState({ draft, items: undefined });
    hear();
    const timer = setInterval(hear, interval);
    return () => clearInterval(timer);
  }, [draft]);
}

/** Asks what has been said by now. Without a connection nothing new is heard; saving says so. */
function hear(): void {
  const { draft } = useCommented.getState();
  const ask = async (): Promise<void> => {
    const { data } = await server.GET('/api/definitions/drafts/{id}/comments', { params: { path: { id: draft } } });
    take(draft, data);
  };
  void ask().catch(() => undefined);
}

/** What was said may stand elsewhere once the document was saved: it goes with its place. */
export function hearAfterSaving(): void {
  if (useCommented.getState().items?.some(({ pointer }) => pointer !== '') === true) hear();
}

/** @throws ProblemError where it is refused */
export async function say(pointer: string, text: string): Promise<void> {
  const { draft } = useCommented.getState();
  const { data } = await server.POST('/api/definitions/drafts/{id}/comments', {
    params: { path: { id: draft } },
    body: { pointer, text },
  });
  take(draft, data);
}

/** Says that a comment is dealt with, or that it is not. @throws ProblemError where it is refused */
export async function settle(comment: string, isResolved: boolean): Promise<void> {
  const { draft } = useCommented.getState();
  const { data } = await server.PUT('/api/definitions/drafts/{id}/comments/{comment}', {
    params: { path: { id: draft, comment } },
    body: { isResolved },
  });
  take(draft, data);
}

function take(draft: string, data: { readonly items: readonly DraftComment[] } | undefined): void {
  if (data !== undefined && useCommented.getState().draft === draft) useCommented.setState({ items: data.items });
}

export const isOpen = ({ resolved }: DraftComment): boolean => resolved === undefined;

/** How many comments are open at an item of the outline. */
export const useOpenCount = (pointer: string, isWhole: boolean): number =>
  useCommented(({ items = [] }) => items.filter((comment) => isOpen(comment) && isWithinItem(comment.pointer, pointer, isWhole)).length);

/** How many are open in all of the draft. */
export const useCommentTotal = (): number => useCommented(({ items = [] }) => items.filter(isOpen).length);

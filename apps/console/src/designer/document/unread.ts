import { create } from 'zustand';

interface Unread {
  /** What is typed and is no document yet; kept while another view is looked at. */
  readonly typed: string | undefined;
}

/** What was typed as the source and cannot be read. The document stays as it was. */
export const useUnread = create<Unread>(() => ({ typed: undefined }));

export const keepUnread = (typed: string | undefined): void => useUnread.setState({ typed });

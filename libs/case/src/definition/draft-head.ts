import { Definition, type Text } from '#engine';

/** What a document that may be half written says it is. */
export interface DraftHead {
  readonly key: string | null;
  readonly title: Text | null;
}

const { key: Key, title: Title } = Definition.shape;

/** Whatever in it is none says nothing. */
export function headOf({ key, title }: Readonly<Record<string, unknown>>): DraftHead {
  return { key: Key.safeParse(key).data ?? null, title: Title.safeParse(title).data ?? null };
}

/** What was changed and is not on the server yet. */
interface Copy {
  readonly revision: number;
  readonly document: unknown;
}

const place = (id: string): string => `shenpi.designer.${id}`;

export function keptCopy(id: string): Copy | undefined {
  const kept = localStorage.getItem(place(id));
  return kept === null ? undefined : (JSON.parse(kept) as Copy);
}

/** A document too large for this machine’s store is kept on the page alone. */
export function keepCopy(id: string, copy: Copy): void {
  try {
    localStorage.setItem(place(id), JSON.stringify(copy));
  } catch {
    localStorage.removeItem(place(id));
  }
}

export const dropCopy = (id: string): void => localStorage.removeItem(place(id));

import type { Definition, Text } from '#engine';

/** What people call a state: its step's title, its own, or its path. */
export function stateTitle({ machine }: Definition, path: string): Text {
  let node: Definition['machine'] | undefined = machine;
  for (const key of path.split('.')) node = node?.states?.[key];
  return node?.meta?.step?.title ?? node?.meta?.title ?? { zh: path };
}

export const textOf = (zh: string, en: string | null): Text => ({ zh, ...(en !== null && { en }) });

import { type Definition, type Text, terminatedState } from '#engine';

/** What people call a state: its step's title, its own, or its path. */
export function stateTitle({ machine }: Definition, path: string): Text {
  if (path === terminatedState) return { zh: '已终止', en: 'Terminated' };
  let node: Definition['machine'] | undefined = machine;
  for (const key of path.split('.')) node = node?.states?.[key];
  return node?.meta?.step?.title ?? node?.meta?.title ?? { zh: path };
}

export const textOf = (zh: string, en: string | null): Text => ({ zh, ...(en !== null && { en }) });

import { type Definition, type Text, terminatedState } from '#engine';

/** What people call a state: its step's title, that of what it waits for, its own, or its path. */
export function stateTitle({ machine }: Definition, path: string): Text {
  if (path === terminatedState) return { zh: '已终止', en: 'Terminated' };
  let node: Definition['machine'] | undefined = machine;
  for (const key of path.split('.')) node = node?.states?.[key];
  const { step, children, call, title } = node?.meta ?? {};
  return [step, children, call].find((part) => part?.title !== undefined)?.title ?? title ?? { zh: path };
}

/** A state, with what people call it. */
export interface Titled {
  readonly path: string;
  readonly title: Text;
}

export const titled = (definition: Definition, path: string): Titled => ({ path, title: stateTitle(definition, path) });

export const textOf = (zh: string, en: string | null): Text => ({ zh, ...(en !== null && { en }) });

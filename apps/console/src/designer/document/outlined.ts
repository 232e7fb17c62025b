import { useMemo } from 'react';
import { type Definition, type OutlinePlace, outlineOf } from '#engine';
import { useDefinition, useDesigned } from './designed.ts';

let known: { readonly definition: Definition; readonly outline: readonly OutlinePlace[] } | undefined;

/** The outline of the document, reckoned once for all who ask. */
function outlined(definition: Definition): readonly OutlinePlace[] {
  if (known?.definition !== definition) known = { definition, outline: outlineOf(definition) };
  return known.outline;
}

export function useOutline(): readonly OutlinePlace[] {
  const definition = useDefinition();
  return useMemo(() => outlined(definition), [definition]);
}

/** The outline as it is at this moment, for what is done to it. */
export const outlineNow = (): readonly OutlinePlace[] => outlined(useDesigned.getState().document as Definition);

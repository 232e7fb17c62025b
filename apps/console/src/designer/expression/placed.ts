import { useMemo } from 'react';
import { expressionAt, type Placed } from '#engine';
import { useDefinition } from '../document/designed.ts';
import { useSurroundings } from '../surroundings.ts';

/** What the engine knows of an expression at a place of the document as it is now. */
export function usePlaced(pointer: string): Placed | undefined {
  const definition = useDefinition();
  const { facts } = useSurroundings();
  return useMemo(() => expressionAt(definition, pointer, facts), [definition, pointer, facts]);
}

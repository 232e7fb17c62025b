import type { Finding } from '#engine';
import { surroundingsFrom } from '../../definition/surroundings.ts';
import { useSelection } from '../document/selection.ts';
import { useSurroundings } from '../surroundings.ts';
import { playFinding } from './player.ts';

/** Begins to play a finding where it can be seen; by itself only for whoever likes things to move. */
export function usePlaying(): (finding: Finding) => void {
  const surroundings = useSurroundings();
  const turnTo = useSelection((state) => state.turnTo);
  return (finding) => {
    turnTo('canvas');
    playFinding(finding, surroundingsFrom(surroundings), !matchMedia('(prefers-reduced-motion: reduce)').matches);
  };
}

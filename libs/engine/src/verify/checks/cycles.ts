import { delayOf } from '../../compile/check/delays.ts';
import { called, type Place } from '../../compile/tree.ts';
import { isInstant } from '../../definition/basics.ts';
import type { Landing } from '../behaviour/landing.ts';
import { after, joined, type Trail } from '../behaviour/trail.ts';
import type { Way } from '../behaviour/way.ts';
import { type Finding, finding } from '../finding.ts';
import type { FindingCode } from '../finding-texts.ts';
import type { Inspection } from '../inspection.ts';

/** No case goes round for ever by itself. */
export function checkCycles(inspection: Inspection): Finding[] {
  const lasts = (way: Way) => lengthOf(inspection, way);
  const timed =
    (...lengths: Length[]) =>
    (_: Place, way: Way) =>
      way.happening?.kind === 'time' && lengths.includes(lasts(way));
  const atOnce = cyclesOf(inspection, 'cycle.at-once', timed('nothing'));
  const instants = cyclesOf(inspection, 'cycle.instants', timed('nothing', 'instant'));
  const byTime = cyclesOf(inspection, 'cycle.by-time', (place, way) => isLeftByTime(inspection, place, way));
  const skipped = cyclesOf(inspection, 'cycle.skipped', isSkip);
  const isTold = (known: readonly Finding[]) => (one: Finding) => !known.some(({ pointer }) => pointer === one.pointer);
  const urgent = [...skipped, ...atOnce, ...instants.filter(isTold(atOnce))];
  return [...urgent, ...byTime.filter(isTold(urgent))];
}

type Length = 'nothing' | 'instant' | 'some';

function lengthOf({ definition, workflow }: Inspection, { happening }: Way): Length {
  const due = happening?.kind === 'time' ? delayOf(definition, happening.delay) : undefined;
  if (due === undefined) return 'some';
  if (isInstant(due)) return 'instant';
  const monday = '2024-03-18T01:00:00.000Z';
  return workflow.dueTime.after(due, monday) <= monday ? 'nothing' : 'some';
}

/** Nobody is found, and the step goes on by itself. */
const isSkip = ({ step }: Place, { happening }: Way): boolean =>
  happening?.kind === 'decide' && step !== undefined && 'skip' in step.whenNobody && step.whenNobody.skip === happening.outcome;

/** Whether time takes the case on in any case, and nowhere else. */
function isLeftByTime({ ways }: Inspection, place: Place, way: Way): boolean {
  const timed = ways.from(place).filter(({ happening, landings }) => happening?.kind === 'time' && landings.length > 0);
  return way.isCertain && timed.length === 1 && timed[0] === way;
}

interface Gone {
  readonly place: Place;
  readonly trail: Trail | undefined;
}

/** The cycles that lead through some of the ways, and besides them only through what happens at once. */
function cyclesOf(inspection: Inspection, code: FindingCode, counts: (place: Place, way: Way) => boolean): Finding[] {
  const done = new Set<Place>();
  const onward = (place: Place): { way: Way; landing: Landing; leaf: Place }[] => {
    const ways = inspection.ways.from(place).filter((way) => way.happening === undefined || counts(place, way));
    return ways.flatMap((way) => way.landings.flatMap((landing) => landing.leaves.map((leaf) => ({ way, landing, leaf }))));
  };
  const visit = (place: Place, line: readonly Gone[], trail: Trail | undefined): Finding[] => {
    const begin = line.findIndex((gone) => gone.place === place);
    if (begin >= 0) return [told(inspection, code, [...line.slice(begin).map((gone) => gone.place), place], trail)];
    if (done.has(place)) return [];
    done.add(place);
    return onward(place).flatMap(({ way, landing, leaf }) => visit(leaf, [...line, { place, trail }], after(trail, way, landing)));
  };
  return inspection.reached.flatMap((place) => visit(place, [], joined(inspection.trailTo(place), undefined)));
}

function told(inspection: Inspection, code: FindingCode, round: readonly Place[], trail: Trail | undefined): Finding {
  const [place = inspection.tree.root] = round;
  const cycle = called(round, ' → ');
  return finding(code, place.pointer, { parameters: { cycle }, counterExample: inspection.example(trail, [...new Set(round)]) });
}

import { called, isWithin, type Place } from '../../compile/tree.ts';
import { type Worst, WorstPositions } from '../behaviour/worst.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';

/** Every case can come to an end, wherever it has come to: no state holds it for good, no join waits for ever. */
export function checkEndings(inspection: Inspection): Finding[] {
  const { tree, beginning, exploration, abilities } = inspection;
  const stuck = new WorstPositions(exploration, abilities).from(tree.root, beginning).filter(({ bits }) => bits === 0);
  const joins = stuck.filter((worst) => worst.join !== undefined && isOwnFault(inspection, worst.join));
  const alone = stuck.filter(({ join }) => join === undefined);
  return [
    ...lastOf(inspection, alone, joins).map((worst) => stuckAt(inspection, worst)),
    ...joins.map((worst) => waiting(inspection, worst)),
  ];
}

/** Whether a join waits, or nothing follows it; where it goes on, what it goes on to is at fault. */
const isOwnFault = ({ ways }: Inspection, { parallel, unable }: NonNullable<Worst['join']>): boolean =>
  unable.length > 0 || ways.completing(parallel).every(({ landings }) => landings.length === 0);

/** Of places that lead to each other, those where it ends; of those that go round, the last. */
function lastOf(inspection: Inspection, stuck: readonly Worst[], joins: readonly Worst[]): Worst[] {
  const held = new Set(
    [...stuck, ...joins].flatMap(({ leaves, join }) => (join === undefined ? leaves : insideOf(inspection, join.parallel))),
  );
  const leadsOn = (place: Place) => inspection.after(place).some((next) => next !== place && held.has(next));
  const last = stuck.filter(({ leaves: [place] }) => place !== undefined && !leadsOn(place));
  return last.length > 0 || joins.length > 0 ? last : stuck.slice(-1);
}

const insideOf = ({ reached }: Inspection, parallel: Place): Place[] => reached.filter((place) => isWithin(place, parallel));

function stuckAt(inspection: Inspection, { leaves, trail }: Worst): Finding {
  const [place = inspection.tree.root] = leaves;
  const parameters = { state: called([place]) };
  return finding('case.stuck', place.pointer, { parameters, counterExample: inspection.example(trail, leaves) });
}

function waiting(inspection: Inspection, { join, leaves, trail }: Worst): Finding {
  const parallel = join?.parallel ?? inspection.tree.root;
  const unable = join?.unable ?? [];
  const [place = leaves[0] ?? parallel] = unable;
  const counterExample = inspection.example(trail, unable.length > 0 ? unable : leaves);
  return finding('join.waits', place.pointer, { parameters: { state: called([parallel]), region: called([place]) }, counterExample });
}

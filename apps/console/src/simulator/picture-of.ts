import { courseOf, type Simulation, standsIn } from '#engine';
import type { Graph } from '../case/path/places.ts';
import type { Names } from './names.ts';

/** The machine with where the simulated case stands and the way it has gone, as the picture of a case has it. */
export function pictureOf(simulation: Simulation, names: Names): Graph {
  const { workflow, beats } = simulation;
  const lines = beats.flatMap(({ at, entries }, index) =>
    entries.map(({ kind, author, outcome, settled, from, to }, line) => ({
      at,
      kind,
      ...(author.kind === 'person' && { by: { id: author.person, name: names.person(author.person) } }),
      ...(outcome !== undefined && { outcome }),
      ...(settled !== undefined && { settled }),
      from,
      to,
      isFirst: index + line === 0,
    })),
  );
  const titleOf = (path: string) => ({ zh: names.place(path) });
  const { nodes, edges } = courseOf(workflow.definition, { lines, standing: standsIn(simulation), titleOf });
  // Before it begins, all of it is still to come.
  const isBegun = simulation.state !== undefined;
  return {
    nodes: nodes.map(({ assignees, visits, ...node }) => ({
      ...node,
      ...(!isBegun && { standing: 'ahead' as const }),
      visits: [...visits],
      posts: assignees.flatMap((rule) => ('post' in rule ? [{ key: rule.post, title: { zh: names.post(rule.post) } }] : [])),
      isApplicants: assignees.some((rule) => 'applicant' in rule),
    })),
    edges: edges.map((edge) => (isBegun ? edge : { ...edge, isAhead: true })),
  };
}

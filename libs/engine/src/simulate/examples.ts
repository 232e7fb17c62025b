import { buildTree, called } from '../compile/tree.ts';
import type { Example } from '../definition/example.ts';
import { type Problem, pointerTo, problem } from '../problem.ts';
import type { Refused } from '../run/refusal.ts';
import { refusalTexts } from '../run/refusal-texts.ts';
import type { Workflow } from '../workflow.ts';
import { beginSimulation, playAll, routeOf, type Simulation, standsIn } from './simulation.ts';

/** What the examples that belong to a definition do not come to any more. */
export const exampleProblems = (workflow: Workflow): Problem[] =>
  (workflow.definition.examples ?? []).flatMap((example, index) => problemsOf(workflow, example, pointerTo('examples', index)));

function problemsOf(workflow: Workflow, example: Example, pointer: string): Problem[] {
  const { moves, title, expected } = example;
  const { simulation, refused } = playAll(beginSimulation(workflow, example), moves);
  if (refused !== undefined) {
    return [
      problem('example.refused', `${pointer}${pointerTo('moves', refused.move)}`, {
        title,
        move: refused.move + 1,
        reason: saidOf(refused),
      }),
    ];
  }
  const came = whereItCame(simulation);
  const { byPath } = buildTree(workflow.definition.key, workflow.definition.machine);
  const route = (paths: readonly string[]) =>
    called(
      paths.map((path) => byPath.get(path) ?? { path, key: path, title: undefined }),
      ' → ',
    );
  const told = (was: readonly string[], is: readonly string[]) => ({ title, expected: route(was), actual: route(is) });
  const endsElsewhere = [...came.states].sort().join() !== [...expected.states].sort().join();
  if (endsElsewhere) return [problem('example.ends-elsewhere', `${pointer}/expected/states`, told(expected.states, came.states))];
  if (came.route.join() !== expected.route.join())
    return [problem('example.goes-elsewhere', `${pointer}/expected/route`, told(expected.route, came.route))];
  return [];
}

/** What an example has to come to, as a run has come to it. */
export const whereItCame = (simulation: Simulation): Example['expected'] => ({ states: standsIn(simulation), route: routeOf(simulation) });

/** A refusal in words; of a rule in the rule's own. */
export function saidOf({ code, params = {}, rules = [], fields = [] }: Refused): { readonly zh: string; readonly en: string } {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
  const details = (language: 'zh' | 'en') => [
    ...rules.map(({ rule, message }) => `${rule} ${message[language] ?? message.zh}`),
    ...fields.map(({ path }) => path.slice(1)),
  ];
  const sentence = (language: 'zh' | 'en'): string => {
    const more = details(language);
    const base = fill(refusalTexts[code][language]);
    return more.length === 0 ? base : `${base} ${more.join(language === 'zh' ? '；' : '; ')}`;
  };
  return { zh: sentence('zh'), en: sentence('en') };
}

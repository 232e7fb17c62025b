import { type Arrow, arrowsOf } from '../../compile/tree.ts';
import type { Action } from '../../definition/machine.ts';
import { pointerTo } from '../../problem.ts';
import { type Finding, finding } from '../finding.ts';
import type { FindingCode } from '../finding-texts.ts';
import type { Inspection } from '../inspection.ts';

/** What is declared is used. */
export function checkUnused(inspection: Inspection): Finding[] {
  const { definition, tree, workflow } = inspection;
  const arrows = tree.places.flatMap(arrowsOf);
  const heard = new Set(arrows.flatMap(({ trigger, name }) => (trigger === 'on' ? [name] : [])));
  const timed = new Set(arrows.flatMap(({ trigger, name }) => (trigger === 'after' ? [name] : [])));
  const read = [...workflow.expressions.keys()].join('\n');
  const written = writtenData(inspection, arrows);
  const unused = (code: FindingCode, pointer: string, declared: object | undefined, isUsed: (name: string) => boolean): Finding[] =>
    Object.keys(declared ?? {})
      .filter((name) => !isUsed(name))
      .map((name) => finding(code, `${pointer}${pointerTo(name)}`, { parameters: { name } }));
  return [
    ...unused('signal.unused', '/signals', definition.signals, (name) => heard.has(name)),
    ...unused('fact.unused', '/facts', definition.facts, (name) => new RegExp(`\\bfacts\\.\\??${name}\\b`).test(read)),
    ...unused('delay.unused', '/delays', definition.delays, (name) => timed.has(name)),
    ...unused('data.never-set', '/data/properties', definition.data?.properties, (name) => written.has(name)),
    ...checkWithdrawal(inspection, heard.has('withdraw')),
  ];
}

function writtenData({ tree }: Inspection, arrows: readonly Arrow[]): ReadonlySet<string> {
  const inStates = tree.places.flatMap(({ node }) => [node.entry ?? [], node.exit ?? []]);
  const actions: Action[] = [...inStates, ...arrows.map(({ transition }) => transition.actions ?? [])].flat();
  return new Set(actions.flatMap((action) => (action.type === 'set' ? Object.keys(action.params) : [])));
}

function checkWithdrawal({ definition: { start, withdraw }, tree }: Inspection, isHeard: boolean): Finding[] {
  const isSystems = start.posts.length === 0 && start.asChild !== true;
  const listening = tree.places.flatMap(arrowsOf).find(({ trigger, name }) => trigger === 'on' && name === 'withdraw');
  return [
    ...(isSystems && listening !== undefined ? [finding('withdraw.nobody', listening.pointer)] : []),
    ...(withdraw !== undefined && !isHeard ? [finding('withdraw.unheard', '/withdraw')] : []),
  ];
}

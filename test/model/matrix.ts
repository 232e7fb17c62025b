import type { Command } from '#engine';
import { type PolicyName, policies, type TopologyName, topologies } from './topology.ts';

const returns = (variant: 'restart' | 'resume') =>
  ['the applicant', 'the previous step', 'an earlier step', 'another region'].map((target) => `return to ${target}, ${variant}`);

/** The rows of the matrix, by the commands they are of. A command that comes to the engine has to be given its rows here. */
const rowsOf: Readonly<Record<Command['kind'], readonly string[]>> = {
  claim: ['claim'],
  release: ['release'],
  transfer: ['transfer'],
  delegate: ['delegate'],
  resolve: ['resolve'],
  'add-signers': ['add-signers before', 'add-signers after', 'add-signers beside'],
  'remove-signers': ['remove-signers'],
  decide: ['approve', 'reject', 'abstain', ...returns('restart'), ...returns('resume')],
  'take-back': ['take-back'],
  save: ['save'],
  supplement: ['supplement'],
  comment: ['comment'],
  copy: ['copy'],
  urge: ['urge'],
  recuse: ['recuse'],
  withdraw: ['withdraw'],
  defer: ['defer'],
  jump: ['jump'],
  suspend: ['suspend'],
  resume: ['resume'],
  terminate: ['terminate'],
  retry: ['retry'],
  'fire-timer': ['fire-timer'],
  signal: ['signal'],
  'child-ended': ['child-ended'],
  'child-refused': ['child-refused'],
  'call-answered': ['call-answered'],
  'call-failed': ['call-failed'],
  end: ['end'],
};
export const rows = Object.values(rowsOf).flat();

const ofOthers: ReadonlySet<string> = new Set(['child-ended', 'child-refused', 'call-answered', 'call-failed']);

/** Why a verb is never accepted there, by a rule with a name; undefined where it can be. */
export function neverThere(row: string, policy: PolicyName, topology: TopologyName): keyof typeof rules | undefined {
  const isReturn = row.startsWith('return to');
  if (policy === 'vote' && row === 'claim') return 'in-person';
  if (policy === 'vote' && isReturn) return 'for-or-against';
  if (policy !== 'vote' && row === 'abstain') return 'no-abstention';
  if (policy !== 'one' && row === 'defer') return 'bodies-decide-as-one';
  if (ofOthers.has(row) && topology !== 'child') return 'asks-nobody';
  if (row.startsWith('return to an earlier step') && topology === 'single') return 'only-one-before';
  if (row.startsWith('return to another region') && !['parallel', 'nested'].includes(topology)) return 'no-regions';
  return undefined;
}

export const rules = {
  'in-person': {
    zh: '票签各人亲自投票，没有岗位待签收的任务',
    en: 'in a vote everybody votes in person, so no post has a task to be claimed',
  },
  'for-or-against': {
    zh: '票签只有同意、不同意、弃权',
    en: 'a vote is for, against or neither; what it comes to is approve or reject',
  },
  'no-abstention': { zh: '只有票签可以弃权', en: 'only a vote knows abstention' },
  'bodies-decide-as-one': { zh: '会议决定的环节是或签', en: 'a step that a body’s meetings decide has the policy one' },
  'only-one-before': { zh: '前面只有一个环节', en: 'there is only one step before it' },
  'asks-nobody': { zh: '没有子流程，也不调用外部系统', en: 'no child case and no webhook is waited for' },
  'no-regions': { zh: '没有并行分支', en: 'there is no other region to return to' },
} as const;

/** How often each verb was accepted under each policy in each topology. */
export class Tally {
  private readonly counts = new Map<string, number>();
  private readonly refusals = new Map<Command['kind'], Set<string>>();

  count(row: string, policy: PolicyName, topology: TopologyName): void {
    const cell = `${row}|${policy}|${topology}`;
    this.counts.set(cell, (this.counts.get(cell) ?? 0) + 1);
  }

  /** Notes with what code a verb was refused. */
  refused(kind: Command['kind'], code: string): void {
    const known = this.refusals.get(kind) ?? new Set<string>();
    this.refusals.set(kind, known.add(code));
  }

  refusalsOf(kind: Command['kind']): string[] {
    return [...(this.refusals.get(kind) ?? [])].sort();
  }

  of(row: string, policy: PolicyName, topology: TopologyName): number {
    return this.counts.get(`${row}|${policy}|${topology}`) ?? 0;
  }

  /** Cells that nothing was reached in although it could be, and those in which something was that never should. */
  faults(): string[] {
    return cells().flatMap(([row, policy, topology]) => {
      const isReached = this.of(row, policy, topology) > 0;
      const rule = neverThere(row, policy, topology);
      if (isReached === (rule === undefined)) return [];
      return [`${row} × ${policy} × ${topology}: ${isReached ? `accepted, against ${rule}` : 'never accepted'}`];
    });
  }

  unknownRows(): string[] {
    return [...new Set([...this.counts.keys()].map((cell) => cell.split('|')[0] ?? ''))].filter((row) => !rows.includes(row));
  }

  /** As Markdown: a table for each policy. */
  toString(): string {
    return policies.map((policy) => this.table(policy)).join('\n\n');
  }

  private table(policy: PolicyName): string {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const cell = (row: string) => (topology: TopologyName) => {
      const rule = neverThere(row, policy, topology);
      return rule === undefined ? String(this.of(row, policy, topology)) : `*${rule}*`;
    };
    return [
      `### ${policy}`,
      '',
      line([policy, ...topologies]),
      line(['---', ...topologies.map(() => '---:')]),
      ...rows.map((row) => line([row, ...topologies.map(cell(row))])),
    ].join('\n');
  }
}

const cells = (): [string, PolicyName, TopologyName][] =>
  rows.flatMap((row) =>
    policies.flatMap((policy) => topologies.map((topology): [string, PolicyName, TopologyName] => [row, policy, topology])),
  );

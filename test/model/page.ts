import type { Command } from '#engine';
import { rules, type Tally } from './matrix.ts';
import { verbs } from './verbs.ts';

export const pageFile = 'docs/verbs.md';

const intro = `# 办理动作 Verbs

每个动作是引擎的一条命令，在任何情形下都有确定的结果：受理，或以稳定的代码拒绝且不改变任何数据。
Each verb is one command of the engine, total over every situation: it is accepted, or refused with a stable code, and then
nothing has changed. \`npm run prove\` plays sequences of them by anybody, lawful or not, through the engine and through a
reference beside it that knows nothing of machines, tasks or rows (\`test/model/reference.ts\`), and writes this page with \`-- --write\`.
After every command both have to say the same: accepted or refused, where the case stands, who is asked. What else has to hold:
no task without a step and no child case or call without a state that waits for it; every decision in the history, which follows the case without a gap; twice is
once; saved and restored it goes on the same; the dry run is the outcome; any case can be terminated, and comes to its end where anybody is left to decide.
`;

/** What is the same whatever a run came to: every verb in one line. */
export const linesOf = (kind: Command['kind']): string => {
  const { zh, en, who } = verbs[kind];
  return `| \`${kind}\` | ${zh} | ${en} | ${who.zh} · ${who.en} |`;
};

/** The page, from what a run came to. */
export function pageOf(tally: Tally, totals: string): string {
  const kinds = Object.keys(verbs) as Command['kind'][];
  return [
    intro,
    '| 命令 command | 含义 | meaning | 谁 who | 拒绝 refused with |',
    '| --- | --- | --- | --- | --- |',
    ...kinds.map((kind) => `${linesOf(kind)} ${tally.refusalsOf(kind).join(', ')} |`),
    '',
    '## 组合 Combinations',
    '',
    `How often each verb was accepted under each policy in each topology: ${totals}. A cell without a number says by which rule a verb is never accepted there.`,
    '',
    ...Object.entries(rules).map(([name, { zh, en }]) => `- *${name}*: ${zh} · ${en}`),
    '',
    tally.toString(),
    '',
  ].join('\n');
}

import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

export const usage = `Usage: npm run bench -- [--quick] [--json FILE] [--markdown FILE]
  --quick          under a minute; the figures are rough
  --json FILE      writes the figures as a list
  --markdown FILE  puts the table between the two bench markers of FILE, which must have them
`;

export class UsageError extends Error {}

/** @throws UsageError for anything that is not understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const options = { quick: { type: 'boolean' }, json: { type: 'string' }, markdown: { type: 'string' } } as const;
    const { quick = false, json, markdown } = parseArgs({ args: [...args], options, allowPositionals: false }).values;
    if (json === '' || markdown === '') throw new Error('A file needs a name.');
    return { quick, json, markdown };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

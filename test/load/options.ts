import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  readonly peers: boolean;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

export const usage = `Usage: npm run bench -- [--quick] [--peers] [--json FILE] [--markdown FILE]
  --quick          under a minute; the figures are rough
  --peers          measures other engines on the same work too; installs them the first time
  --json FILE      writes the figures as a list
  --markdown FILE  puts the table between the two bench markers of FILE, which must have them
`;

export class UsageError extends Error {}

/** @throws UsageError for anything that is not understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const options = {
      quick: { type: 'boolean' },
      peers: { type: 'boolean' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    } as const;
    const { quick = false, peers = false, json, markdown } = parseArgs({ args: [...args], options, allowPositionals: false }).values;
    if (json === '' || markdown === '') throw new Error('A file needs a name.');
    return { quick, peers, json, markdown };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

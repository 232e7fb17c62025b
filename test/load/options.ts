import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  readonly peers: boolean;
  readonly scale: boolean;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

export const usage = `Usage: npm run bench -- [--quick] [--peers | --scale] [--json FILE] [--markdown FILE]
  --quick          under a minute; the figures are rough
  --peers          measures other engines on the same work too; installs them the first time
  --scale          in place of the usual table: many people, many cases, several processes
  --json FILE      writes the figures as a list
  --markdown FILE  puts the table between the two markers of FILE, which must have them
`;

export class UsageError extends Error {}

/** @throws UsageError for anything that is not understood. */
export function readOptions(args: readonly string[]): Options {
  try {
    const options = {
      quick: { type: 'boolean' },
      peers: { type: 'boolean' },
      scale: { type: 'boolean' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    const { quick = false, peers = false, scale = false, json, markdown } = values;
    if (peers && scale) throw new Error('--peers and --scale are two runs.');
    if (json === '' || markdown === '') throw new Error('A file needs a name.');
    return { quick, peers, scale, json, markdown };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

import { parseArgs } from 'node:util';

export interface Options {
  readonly quick: boolean;
  readonly peers: boolean;
  readonly scale: boolean;
  readonly timers: boolean;
  readonly profile: boolean;
  readonly console: boolean;
  readonly verify: boolean;
  readonly json: string | undefined;
  readonly markdown: string | undefined;
}

export const usage = `Usage: npm run bench -- [--quick] [--peers | --scale | --timers | --profile | --console | --verify] [--json FILE] [--markdown FILE]
  --quick          under a minute; the figures are rough
  --peers          measures other engines on the same work too; installs them the first time
  --scale          in place of the usual table: many people, many cases, several processes
  --timers         in place of the usual table: how late timers are, and how fast many of them are done with
  --profile        in place of the usual table: where the time of one decision goes, with 16 users
  --console        in place of the usual table: how quick the queue page is in a Chromium, with 5,000 open tasks
  --verify         in place of the usual table: how long it takes to prove a definition sound, in Node and in a Chromium
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
      timers: { type: 'boolean' },
      profile: { type: 'boolean' },
      console: { type: 'boolean' },
      verify: { type: 'boolean' },
      json: { type: 'string' },
      markdown: { type: 'string' },
    } as const;
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    const {
      quick = false,
      peers = false,
      scale = false,
      timers = false,
      profile = false,
      console = false,
      verify = false,
      json,
      markdown,
    } = values;
    if ([peers, scale, timers, profile, console, verify].filter(Boolean).length > 1)
      throw new Error('--peers, --scale, --timers, --profile, --console and --verify are runs of their own.');
    if (profile && json !== undefined) throw new Error('--profile has no list of figures.');
    if (json === '' || markdown === '') throw new Error('A file needs a name.');
    return { quick, peers, scale, timers, profile, console, verify, json, markdown };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

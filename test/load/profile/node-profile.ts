import { Session } from 'node:inspector/promises';

/** What Node's processor time goes to, in the order of the table. */
export const parts = [
  'engine: the rules, the machine, the step',
  'door and rows: what is read and what is written',
  'hashes of the history',
  'driver: sending to PostgreSQL and reading its answers',
  'memory being cleared',
  'Node itself: promises, sockets, timers',
  'the load generator',
] as const;
export type Part = (typeof parts)[number];

/** Microseconds of processor time by part. */
export type NodeProfile = ReadonlyMap<Part, number>;

interface Frame {
  readonly functionName: string;
  readonly url: string;
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: Frame;
  readonly children?: readonly number[] | undefined;
}

const samplingMicroseconds = 250;

/** Work under V8's sampling profiler. */
export async function profiled(work: () => Promise<void>): Promise<NodeProfile> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: samplingMicroseconds });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return shares(profile.nodes, profile.samples ?? [], profile.timeDeltas ?? []);
  } finally {
    session.disconnect();
  }
}

function shares(nodes: readonly ProfileNode[], samples: readonly number[], deltas: readonly number[]): NodeProfile {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map<number, Part | undefined>();
  const spent = new Map<Part, number>(parts.map((part) => [part, 0]));
  for (const [index, sample] of samples.entries()) {
    if (!known.has(sample)) known.set(sample, partOf(sample, byId, parentOf));
    const part = known.get(sample);
    if (part !== undefined) spent.set(part, (spent.get(part) ?? 0) + (deltas[index] ?? 0));
  }
  return spent;
}

/** What has no place of its own, such as Node's functions, belongs to whoever called it. Undefined is waiting. */
function partOf(id: number, byId: ReadonlyMap<number, ProfileNode>, parentOf: ReadonlyMap<number, number>): Part | undefined {
  for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
    const frame = byId.get(at)?.callFrame;
    if (frame === undefined) break;
    if (frame.functionName === '(idle)') return undefined;
    if (frame.functionName === '(garbage collector)') return 'memory being cleared';
    const found = places.find(([pattern]) => pattern.test(frame.url));
    if (found !== undefined) return found[1];
  }
  return 'Node itself: promises, sockets, timers';
}

const places: readonly (readonly [RegExp, Part])[] = [
  [/\/libs\/case\/src\/history\/|node_modules\/canonicalize\//, 'hashes of the history'],
  [
    /\/libs\/(engine|calendar)\/|node_modules\/(xstate|@marcbachmann|@cfworker|re2js|temporal-polyfill)\//,
    'engine: the rules, the machine, the step',
  ],
  [/node_modules\/pg(-[a-z]+)?\/|\/libs\/platform\/src\/database\//, 'driver: sending to PostgreSQL and reading its answers'],
  [/\/libs\//, 'door and rows: what is read and what is written'],
  [/\/test\/load\//, 'the load generator'],
];

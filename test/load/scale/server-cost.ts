import { setTimeout as wait } from 'node:timers/promises';
import { analyse } from '../databases.ts';
import type { Figure } from '../figures.ts';
import { introduce } from '../load.ts';
import { total } from '../metrics-text.ts';
import { median } from '../statistics.ts';
import { type Layout, ServerGroup } from './server-group.ts';
import { during, type Measured, type Site } from './site.ts';

const users = 64;
const idleFor = 5_000;

const complete: Layout = { name: 'server with its worker', servers: 1, workers: 0, isWorkerInside: true };
const bare: Layout = { name: 'server without a worker', servers: 1, workers: 0, isWorkerInside: false };

/** Memory and processor time of the server process alone, as it reports them itself; PostgreSQL's are not in them. */
export const measureServerCost = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const addresses = { complete: await site.database('server_complete'), bare: await site.database('server_bare') };
    const server = opened(await ServerGroup.open(complete, addresses.complete, site.folder));
    const alone = opened(await ServerGroup.open(bare, addresses.bare, site.folder));
    await wait(idleFor);
    const atRest = await memoryOf(server);
    await introduce([server, alone], site.plan.timing);
    await analyse(Object.values(addresses));
    const [withWorker, without]: [Cost[], Cost[]] = [[], []];
    for (let round = 1; round <= site.plan.rounds; round += 1) {
      withWorker.push(await costOf(server, site, round));
      without.push(await costOf(alone, site, round));
    }
    return {
      figures: [
        row('memory of the server at rest', null, 'MB', atRest),
        row('memory of the server under load, its highest', users, 'MB', Math.max(...withWorker.map(({ memory }) => memory))),
        row('CPU of the server a decision, its worker’s included', users, 'ms', median(withWorker.map(({ processor }) => processor))),
        row('CPU of the server a decision, without a worker', users, 'ms', median(without.map(({ processor }) => processor))),
      ],
      faults: [...(await server.faults()), ...(await alone.faults())],
    };
  });

const row = (name: string, concurrency: number | null, unit: string, value: number): Figure => ({
  name,
  concurrency,
  value,
  unit,
  floor: null,
  ratio: null,
  target: null,
  better: 'lower',
});

interface Cost {
  /** Milliseconds a decision. The start of a case is one command in five and is spread over its four decisions. */
  readonly processor: number;
  readonly memory: number;
}

/** From the first request until the background work is done, because that is part of what a decision costs. */
async function costOf(group: ServerGroup, { plan, tell }: Site, round: number): Promise<Cost> {
  const before = { used: await processorOf(group), ...group.acknowledged };
  let memory = 0;
  const watching = new AbortController();
  const watched = watch(group, watching.signal, (now) => (memory = Math.max(memory, now)));
  await group.run(users, plan.timing);
  watching.abort();
  await watched;
  await group.settle();
  const { starts, commands } = group.acknowledged;
  const decisions = commands - starts - (before.commands - before.starts);
  const processor = ((await processorOf(group)) - before.used) / decisions;
  tell(`round ${round} of ${plan.rounds}, ${group.name}: ${processor.toFixed(2)} ms a decision, ${Math.round(memory)} MB`);
  return { processor, memory };
}

async function watch(group: ServerGroup, signal: AbortSignal, see: (memory: number) => void): Promise<void> {
  while (!signal.aborted) {
    see(await memoryOf(group));
    await wait(500);
  }
}

const memoryOf = async (group: ServerGroup): Promise<number> => total(await group.metrics(), 'process_resident_memory_bytes') / 1e6;
/** User and system, in milliseconds. */
const processorOf = async (group: ServerGroup): Promise<number> => total(await group.metrics(), 'process_cpu_seconds_total') * 1000;

import { taskId } from '#case';
import type { Caller } from '#directory';
import { isRefused } from '#platform';
import { ask } from '../ask.ts';
import { recordOf } from '../command.ts';
import { analyse } from '../databases.ts';
import { Floor } from '../floor/floor.ts';
import { type Contender, introduce, type Sample, sampleOf, type Timing } from '../load.ts';
import { type OpenCases, openCases, publish } from '../open-cases.ts';
import { reviewing, tasks } from './bulk-process.ts';
import { directory, tenant } from './countersign-process.ts';
import { callersOf } from './countersigning.ts';
import { during, type Measured, type Site } from './site.ts';
import { figureOf, takeTurns } from './turns.ts';

/** The floor is the usual one with as many users as tasks of a batch are in line at once. */
const floorUsers = 32;

/** One person who decides two hundred tasks in one go, again and again. */
class BulkDeciding implements Contender {
  readonly name = `${tasks} tasks decided together`;
  private readonly found: string[] = [];

  private constructor(
    private readonly open: OpenCases,
    private readonly lead: Caller,
    private readonly expert: Caller,
  ) {}

  /** On an empty database. */
  static async open(address: string, folder: string): Promise<BulkDeciding> {
    const open = await openCases(address, folder);
    await open.directory.import(directory);
    await publish(open, tenant, reviewing);
    const [lead, expert] = await callersOf(address);
    if (lead === undefined || expert === undefined) throw new Error('nobody is there');
    return new BulkDeciding(open, lead, expert);
  }

  /** Always one batch after the other; beginning the cases does not count. A latency is that of a whole batch. */
  async run(_concurrency: number, { warmUp, window }: Timing): Promise<Sample> {
    await this.decideMany();
    const latencies: number[] = [];
    for (const until = performance.now() + warmUp + window; performance.now() < until; ) latencies.push(await this.decideMany());
    const time = latencies.reduce((sum, latency) => sum + latency, 0);
    const { perSecond, ...rest } = sampleOf(latencies, time);
    return { ...rest, perSecond: perSecond * tasks };
  }

  async settle(): Promise<void> {}

  /** Whatever was reported as decided has to be there, once. */
  async faults(): Promise<string[]> {
    const [found] = await ask<{ reported: number; decided: number; finished: number }>(
      this.open.address,
      `SELECT (SELECT count(*)::int FROM batch_row) AS reported, (SELECT count(*)::int FROM history WHERE kind = 'decided') AS decided,
         (SELECT count(*)::int FROM instance WHERE is_finished) AS finished`,
    );
    const isRight = found !== undefined && found.reported === found.decided && found.decided === found.finished;
    return isRight ? this.found : [...this.found, `${this.name}: ${JSON.stringify(found)}`];
  }

  close(): Promise<void> {
    return this.open.close();
  }

  /** @returns how long it took, in milliseconds */
  private async decideMany(): Promise<number> {
    const { commands, batches } = this.open.cases;
    const organisation = this.lead.posts[0]?.organisation ?? '';
    const begun = await Promise.all(
      Array.from({ length: tasks }, () => commands.start(this.lead, { definition: reviewing.key, organisation, fields: {} })),
    );
    const named = begun.map(recordOf).map(({ instance, formVersion }) => ({ id: taskId(instance, 1), formVersion }));
    const began = performance.now();
    const report = await batches.decide(this.expert, { tasks: named, outcome: 'approve' });
    const taken = performance.now() - began;
    if (isRefused(report) || report.decided !== tasks) this.found.push(`${this.name}: ${JSON.stringify(report).slice(0, 300)}`);
    return taken;
  }
}

export const measureBulk = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const addresses = { floor: await site.database('bulk_floor'), bulk: await site.database('bulk') };
    const floor = opened(await Floor.open(addresses.floor));
    const bulk = opened(await BulkDeciding.open(addresses.bulk, site.folder));
    await introduce([floor, bulk], site.plan.timing);
    await analyse(Object.values(addresses));
    const turns = await takeTurns({ measured: bulk, base: floor }, floorUsers, site);
    const name = `${tasks} tasks decided together; the floor has ${floorUsers} users`;
    return {
      figures: [
        figureOf({ name, concurrency: 1, of: 'perSecond', target: null }, turns),
        figureOf(
          { name: `p99 of ${tasks} tasks decided together; the floor’s of one decision`, concurrency: 1, of: 'p99', target: null },
          turns,
        ),
      ],
      faults: [...(await floor.faults()), ...(await bulk.faults())],
    };
  });

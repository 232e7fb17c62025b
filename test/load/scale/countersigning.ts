import { type Cases, taskId } from '#case';
import { type Caller, personKey } from '#directory';
import { ask } from '../ask.ts';
import { recordOf } from '../command.ts';
import { type Contender, type Sample, sampleOf, type Timing } from '../load.ts';
import { type OpenCases, openCases, publish } from '../open-cases.ts';
import { countersigning, directory, people, tenant } from './countersign-process.ts';

/** Cases in which everybody decides in the same moment, one case after the other. */
export class Countersigning implements Contender {
  readonly name = `${people} people on one step`;
  private readonly found: string[] = [];

  private constructor(
    private readonly open: OpenCases,
    private readonly lead: Caller,
    private readonly experts: readonly Caller[],
  ) {}

  /** On an empty database. */
  static async open(address: string, folder: string): Promise<Countersigning> {
    const open = await openCases(address, folder);
    await open.directory.import(directory);
    await publish(open, tenant, countersigning);
    const [lead, ...experts] = await callersOf(address);
    if (lead === undefined || experts.length !== people) throw new Error('not everybody is there');
    return new Countersigning(open, lead, experts);
  }

  /** Always all of them; beginning a case and looking at it afterwards does not count. */
  async run(_concurrency: number, { warmUp, window }: Timing): Promise<Sample> {
    await this.countersign();
    const latencies: number[] = [];
    let time = 0;
    for (const until = performance.now() + warmUp + window; performance.now() < until; ) {
      const taken = await this.countersign();
      time += Math.max(...taken);
      latencies.push(...taken);
    }
    return sampleOf(latencies, time);
  }

  async settle(): Promise<void> {}

  async faults(): Promise<string[]> {
    return this.found;
  }

  close(): Promise<void> {
    return this.open.close();
  }

  /** @returns how long everybody waited, in milliseconds */
  private async countersign(): Promise<number[]> {
    const { commands } = this.open.cases;
    const organisation = this.lead.posts[0]?.organisation ?? '';
    const { instance, formVersion } = recordOf(
      await commands.start(this.lead, { definition: countersigning.key, organisation, fields: {} }),
    );
    const tasks = await ask<{ number: number; assignee: string }>(
      this.open.address,
      'SELECT number, assignee FROM task WHERE instance_id = $1',
      [instance],
    );
    const numbers = new Map(tasks.map(({ number, assignee }) => [assignee, number]));
    const began = performance.now();
    const taken = await Promise.all(
      this.experts.map(async (expert) => {
        const task = taskId(instance, numbers.get(personKey(expert.person)) ?? 0);
        recordOf(await commands.decide(expert, task, { outcome: 'approve', formVersion }));
        return performance.now() - began;
      }),
    );
    this.found.push(...(await faultsOf(this.open.cases, this.open.address, instance)));
    return taken;
  }
}

/** Everybody as a session would give them; the lead first. */
export const callersOf = (address: string): Promise<Caller[]> =>
  ask<Caller>(
    address,
    `SELECT p.tenant, p.id AS person, p.name, p.account,
       json_build_array(json_build_object('post', h.post, 'organisation', o.id, 'path', o.path)) AS posts, '[]'::json AS represents
     FROM person p JOIN post_holding h ON h.person_id = p.id JOIN organisation o ON o.id = h.organisation_id
     ORDER BY h.post, p.account`,
  );

type Found = { readonly decisions: number; readonly deciders: number; readonly open: number; readonly finished: boolean };

/** What everybody was told was done has to be there, once each, and the step settled by it. */
async function faultsOf(cases: Cases, address: string, instance: string): Promise<string[]> {
  const [found] = await ask<Found>(
    address,
    `SELECT (SELECT count(*)::int FROM history WHERE instance_id = i.id AND kind = 'decided') AS decisions,
       (SELECT count(DISTINCT person_id)::int FROM history WHERE instance_id = i.id AND kind = 'decided') AS deciders,
       (SELECT count(*)::int FROM task WHERE instance_id = i.id AND status = 'open') AS open, i.is_finished AS finished
     FROM instance i WHERE i.id = $1`,
    [instance],
  );
  const { isIntact } = await cases.histories.verify(tenant, instance);
  const isRight = found?.decisions === people && found.deciders === people && found.open === 0 && found.finished && isIntact;
  return isRight ? [] : [`${people} people on one step: ${JSON.stringify({ ...found, isIntact })} of ${instance}`];
}

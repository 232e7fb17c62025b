import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { CommandCandidate } from '../command.ts';
import { startWorkerProcess } from '../server-process.ts';
import type { Backend } from './backends.ts';
import type { TimerSite } from './timers.ts';
import { type Account, accountOf, callForAlarms, countEffects, type Due, letCasesWait, setTimers } from './waiting-cases.ts';

/** What is to be done to cases that wait, and what the timers came to. */
export interface Scene {
  readonly candidate: CommandCandidate;
  readonly address: string;
  readonly redisUrl: string | undefined;
  /** Starts the worker, sets timers, and waits until all of them have had their effect. `meanwhile` begins when the first is due. */
  play<T>(due: (first: Date) => Due, meanwhile: () => Promise<T>): Promise<{ readonly account: Account; readonly result: T }>;
}

/** Milliseconds from setting the timers until the first is due: as long as that takes, with room to spare. */
const leadTime = (cases: number): number => 3_000 + cases / 10;
const patience = 180_000;

/** A database of its own with so many cases that wait, and an empty queue. */
export async function onScene<T>(site: TimerSite, backend: Backend, cases: number, work: (scene: Scene) => Promise<T>): Promise<T> {
  const queue = await backend.open();
  const address = await site.database(`timers_${backend.name}_${cases}`.toLowerCase());
  const candidate = await CommandCandidate.open(address, site.folder);
  const settings = { DATABASE_URL: address, SHENPI_DATA: site.folder, SHENPI_LOG_LEVEL: 'warn' };
  const running: { stop(): Promise<void> }[] = [];
  try {
    site.tell(`${cases.toLocaleString('en')} cases that wait, ${backend.name}`);
    const original = await letCasesWait(candidate, cases);
    return await work({
      candidate,
      address,
      redisUrl: queue.url,
      play: async (dueOf, meanwhile) => {
        running.push(startWorkerProcess({ ...settings, ...(queue.url !== undefined && { REDIS_URL: queue.url }) }));
        await untilRelaying(address);
        const due = dueOf(new Date(Math.ceil((Date.now() + leadTime(cases)) / 1000) * 1000));
        await setTimers(address, original, due);
        await wait(Math.max(0, due.first.getTime() - Date.now()));
        const result = await meanwhile();
        for (const until = Date.now() + patience; Date.now() < until && (await countEffects(address)) < due.count; ) await wait(200);
        return { result, account: await accountOf(address, due.count, `timers on ${backend.name}`) };
      },
    });
  } finally {
    await Promise.allSettled(running.map((program) => program.stop()));
    await candidate.close();
    await queue.close();
  }
}

/** A worker does not say that it runs; a message that leaves the outbox does. */
async function untilRelaying(address: string): Promise<void> {
  await ask(address, callForAlarms, ['{"buckets": []}']);
  for (const until = Date.now() + patience; Date.now() < until; await wait(50)) {
    const [row] = await ask<{ waiting: number }>(address, 'SELECT count(*)::int AS waiting FROM outbox');
    if (row?.waiting === 0) return;
  }
  throw new Error('the worker does not hand messages on');
}

import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ask.ts';
import type { Figure } from '../figures.ts';
import { quantile } from '../statistics.ts';
import type { Backend } from './backends.ts';
import { onScene } from './due-cases.ts';
import { decideUntil } from './paced.ts';
import type { Measured, TimerSite } from './timers.ts';
import { atOnce, countEffects } from './waiting-cases.ts';

const idleWindow = 4_000;
const patience = 180_000;

/** Many timers due at the same instant, as at nine o'clock on a report day, while people go on deciding. */
export const measureBurst = (site: TimerSite, backend: Backend): Promise<Measured> =>
  onScene(site, backend, site.plan.burst, async ({ candidate, address, play }) => {
    const count = site.plan.burst;
    const approve = await candidate.approving();
    await decideUntil(approve, AbortSignal.timeout(1_000));
    const idle = await decideUntil(approve, AbortSignal.timeout(idleWindow));
    const { account, result: busy } = await play(
      (first) => ({ count, due: atOnce, first }),
      async () => {
        const drained = new AbortController();
        const deciding = decideUntil(approve, drained.signal);
        for (const until = Date.now() + patience; Date.now() < until && (await countEffects(address)) < count; ) await wait(100);
        drained.abort();
        return deciding;
      },
    );
    const p99 = { idle: quantile(idle, 0.99), busy: quantile(busy, 0.99) };
    const name = `${count.toLocaleString('en')} timers due at one instant, ${backend.name}`;
    site.tell(
      `${name}: ${Math.round(count / account.seconds)}/s; decisions' p99 ${p99.busy.toFixed(1)} ms, idle ${p99.idle.toFixed(1)} ms`,
    );
    site.tell(`how late they were, as the worker counted: ${await latenessIn(address)}`);
    const figures: Figure[] = [
      {
        name,
        concurrency: null,
        value: count / account.seconds,
        unit: '/s',
        floor: null,
        ratio: null,
        target: 5_000,
        better: 'higher',
      },
      {
        name: `p99 of a decision meanwhile, ${backend.name}; floor: idle`,
        concurrency: 4,
        value: p99.busy,
        unit: 'ms',
        floor: p99.idle,
        ratio: p99.busy / p99.idle,
        target: 3,
        better: 'lower',
      },
    ];
    return { figures, faults: [...account.faults, ...(await candidate.faults())] };
  });

/** The lateness metric as the worker has left it for `GET /operations/timers`: how many of the last hour were at most so late. */
async function latenessIn(address: string): Promise<string> {
  const counts = await ask<{ at_most: number; fired: number }>(
    address,
    'SELECT at_most, sum(fired)::integer AS fired FROM timer_lateness GROUP BY at_most ORDER BY at_most',
  );
  return counts.map(({ at_most: bound, fired }) => `≤ ${bound} s ${fired}`).join(', ');
}

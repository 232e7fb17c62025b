import type { Figure } from '../figures.ts';
import type { Backend } from './backends.ts';
import { measureBullAlone } from './bull-alone.ts';
import { onScene } from './due-cases.ts';
import type { Measured, TimerSite } from './timers.ts';
import { aThousandASecond } from './waiting-cases.ts';

const nothing = async (): Promise<void> => undefined;

/** A thousand timers a second, beside BullMQ with as many delayed jobs. */
export const measureSpread = (site: TimerSite, backend: Backend): Promise<Measured> =>
  onScene(site, backend, site.plan.spread, async ({ address, redisUrl, play }) => {
    const count = site.plan.spread;
    const { account } = await play((first) => ({ count, due: aThousandASecond, first }), nothing);
    site.tell(`late by ${Math.round(account.p50)} ms, p99 ${Math.round(account.p99)} ms; now BullMQ alone`);
    const alone = await measureBullAlone(address, redisUrl, count);
    const name = `${count.toLocaleString('en')} timers over ${count / 1000} s, ${backend.name}; floor: BullMQ, a job each`;
    const figure = (part: 'p50' | 'p99', target: number | null): Figure => ({
      name: `${part} late: ${name}`,
      concurrency: null,
      value: account[part],
      unit: 'ms',
      floor: alone[part],
      ratio: null,
      target,
      better: 'lower',
    });
    return { figures: [figure('p50', null), figure('p99', 250)], faults: account.faults };
  });

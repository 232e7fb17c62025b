import { setTimeout as wait } from 'node:timers/promises';
import type { Approve } from '../load.ts';

/** People at work: so many of them, each with a pause after every decision. */
const users = 4;
const pause = 25;

/** Has approvals made at the pace of people, until it is told to end. @returns how long each decision took, in milliseconds */
export async function decideUntil(approve: Approve, end: AbortSignal): Promise<number[]> {
  const latencies: number[] = [];
  const user = async (): Promise<void> => {
    while (!end.aborted) {
      await approve(async (decision) => {
        const sent = performance.now();
        const answer = await decision();
        if (!end.aborted) latencies.push(performance.now() - sent);
        await wait(pause);
        return answer;
      });
    }
  };
  await Promise.all(Array.from({ length: users }, user));
  return latencies;
}

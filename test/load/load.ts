import { quantile } from './statistics.ts';

/** Milliseconds. */
export interface Timing {
  readonly warmUp: number;
  readonly window: number;
}

/** What one window showed; latencies in milliseconds. */
export interface Sample {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Something that carries out approvals: a floor, or a candidate measured against it. */
export interface Contender {
  readonly name: string;
  run(concurrency: number, timing: Timing): Promise<Sample>;
  /** Waits for work that goes on after the window, so that it is not in the way of the next one. */
  settle(): Promise<void>;
  /** Sentences about what is not as it must be after all windows. */
  faults(): Promise<string[]>;
  close(): Promise<void>;
}

/** Marks what is a decision, so that its latency is counted; the start of a case only takes its time. */
type Decided = <T>(decision: () => Promise<T>) => Promise<T>;

/** One case from its start through its four decisions. */
export type Approve = (decided: Decided) => Promise<void>;

/**
 * As many users as the concurrency, each beginning a case, deciding it four times, and beginning the next: a closed loop
 * without pauses. After the window every user finishes the case at hand.
 */
export async function runApprovals(approve: Approve, concurrency: number, { warmUp, window }: Timing): Promise<Sample> {
  const from = performance.now() + warmUp;
  const until = from + window;
  const latencies: number[] = [];
  const decided: Decided = async (decision) => {
    const sent = performance.now();
    const answer = await decision();
    const done = performance.now();
    if (done >= from && done < until) latencies.push(done - sent);
    return answer;
  };
  const user = async (): Promise<void> => {
    while (performance.now() < until) await approve(decided);
  };
  await Promise.all(Array.from({ length: concurrency }, user));
  return sampleOf(latencies, window);
}

export const sampleOf = (latencies: readonly number[], window: number): Sample => ({
  perSecond: (latencies.length / window) * 1000,
  p50: quantile(latencies, 0.5),
  p99: quantile(latencies, 0.99),
});

/** A first window of everybody that is not counted, so that tables have rows and programs have run. */
export async function introduce(contenders: readonly Contender[], { window }: Timing): Promise<void> {
  for (const contender of contenders) {
    await contender.run(16, { warmUp: 0, window });
    await contender.settle();
  }
}

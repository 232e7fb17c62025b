import type { Figure } from '../figures.ts';
import type { Contender, Sample } from '../load.ts';
import { median } from '../statistics.ts';
import type { Site } from './site.ts';

/** One window of each of two, within one round. */
export interface Turn {
  readonly measured: Sample;
  /** What it is compared with. */
  readonly base: Sample;
}

interface Two {
  readonly measured: Contender;
  readonly base: Contender;
}

/** A window of both in each round, the other way round in every second. */
export async function takeTurns({ measured, base }: Two, concurrency: number, { plan, tell }: Site): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (let round = 1; round <= plan.rounds; round += 1) {
    const samples = new Map<Contender, Sample>();
    for (const contender of round % 2 === 1 ? [measured, base] : [base, measured]) {
      const sample = await contender.run(concurrency, plan.timing);
      samples.set(contender, sample);
      tell(`round ${round} of ${plan.rounds}, ${contender.name}: ${Math.round(sample.perSecond)}/s, p99 ${sample.p99.toFixed(1)} ms`);
      await contender.settle();
    }
    turns.push({ measured: samples.get(measured) as Sample, base: samples.get(base) as Sample });
  }
  return turns;
}

interface Row {
  readonly name: string;
  readonly concurrency: number;
  readonly of: keyof Sample;
  readonly target: number | null;
}

/** As everywhere the ratio is the median of the ratios within each round; here the base stands in the column of the floor. */
export const figureOf = ({ name, concurrency, of, target }: Row, turns: readonly Turn[]): Figure => ({
  name,
  concurrency,
  value: median(turns.map(({ measured }) => measured[of])),
  unit: of === 'perSecond' ? '/s' : 'ms',
  floor: median(turns.map(({ base }) => base[of])),
  ratio: median(turns.map(({ measured, base }) => measured[of] / base[of])),
  target,
  better: of === 'perSecond' ? 'higher' : 'lower',
});

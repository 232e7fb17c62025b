import type { Figure } from './figures.ts';
import type { Contender, Sample, Timing } from './load.ts';
import { median } from './statistics.ts';

export interface Plan {
  readonly rounds: number;
  readonly timing: Timing;
}

const concurrencies = [1, 16, 64] as const;
type Concurrency = (typeof concurrencies)[number];

/** One window of every contender at one concurrency, all within one round. */
interface Round {
  readonly concurrency: Concurrency;
  readonly floor: Sample;
  readonly command: Sample;
  readonly http: Sample;
}

export interface Contenders {
  readonly floor: Contender;
  readonly command: Contender;
  readonly http: Contender;
}

/**
 * Floor and candidates take turns at every concurrency, each round in another order, so that whatever else the machine
 * is doing falls on all of them.
 */
export async function playRounds(contenders: Contenders, { rounds, timing }: Plan, tell: (text: string) => void): Promise<Round[]> {
  const played: Round[] = [];
  const names = ['floor', 'command', 'http'] as const;
  for (let round = 0; round < rounds; round += 1) {
    for (const concurrency of turned(concurrencies, round)) {
      const samples = new Map<string, Sample>();
      for (const name of turned(names, round)) {
        const contender = contenders[name];
        const sample = await contender.run(concurrency, timing);
        samples.set(name, sample);
        tell(`round ${round + 1} of ${rounds}, concurrency ${concurrency}, ${name}: ${Math.round(sample.perSecond)} decisions/s`);
        await contender.settle();
      }
      const [floor, command, http] = names.map((name) => samples.get(name));
      if (floor && command && http) played.push({ concurrency, floor, command, http });
    }
  }
  return played;
}

const turned = <T>(list: readonly T[], by: number): T[] => list.map((_, index) => list[(index + by) % list.length] as T);

interface Row {
  readonly name: string;
  readonly contender: 'command' | 'http';
  readonly of: keyof Sample;
  readonly targets?: Readonly<Record<Concurrency, number>>;
}

const rows: readonly Row[] = [
  { name: 'decisions through the command', contender: 'command', of: 'perSecond', targets: { 1: 0.45, 16: 1, 64: 1.6 } },
  { name: 'decisions through HTTP', contender: 'http', of: 'perSecond', targets: { 1: 0.3, 16: 0.6, 64: 0.8 } },
  { name: 'p50 of a decision through the command', contender: 'command', of: 'p50' },
  { name: 'p99 of a decision through the command', contender: 'command', of: 'p99', targets: { 1: 3, 16: 1.5, 64: 1 } },
  { name: 'p50 of a decision through HTTP', contender: 'http', of: 'p50' },
  { name: 'p99 of a decision through HTTP', contender: 'http', of: 'p99' },
];

/** Medians over the rounds; a ratio is the median of the ratios within each round. */
export function figuresOf(played: readonly Round[]): Figure[] {
  return rows.flatMap(({ name, contender, of, targets }) =>
    concurrencies.map((concurrency): Figure => {
      const rounds = played.filter((round) => round.concurrency === concurrency);
      return {
        name,
        concurrency,
        value: median(rounds.map((round) => round[contender][of])),
        unit: of === 'perSecond' ? '/s' : 'ms',
        floor: median(rounds.map(({ floor }) => floor[of])),
        ratio: median(rounds.map((round) => round[contender][of] / round.floor[of])),
        target: targets?.[concurrency] ?? null,
        better: of === 'perSecond' ? 'higher' : 'lower',
      };
    }),
  );
}

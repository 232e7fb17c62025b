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
  readonly peers: readonly Sample[];
}

export interface Contenders {
  readonly floor: Contender;
  readonly command: Contender;
  readonly http: Contender;
  /** Other engines, where they are asked for. */
  readonly peers: readonly Contender[];
}

/**
 * Floor and candidates take turns at every concurrency, each round in another order, so that whatever else the machine
 * is doing falls on all of them.
 */
export async function playRounds(contenders: Contenders, { rounds, timing }: Plan, tell: (text: string) => void): Promise<Round[]> {
  const played: Round[] = [];
  const all = [contenders.floor, contenders.command, contenders.http, ...contenders.peers];
  const shortNames = ['floor', 'command', 'http'];
  for (let round = 0; round < rounds; round += 1) {
    for (const concurrency of turned(concurrencies, round)) {
      const samples = new Map<Contender, Sample>();
      for (const contender of turned(all, round)) {
        const sample = await contender.run(concurrency, timing);
        samples.set(contender, sample);
        const name = shortNames[all.indexOf(contender)] ?? contender.name;
        tell(`round ${round + 1} of ${rounds}, concurrency ${concurrency}, ${name}: ${Math.round(sample.perSecond)} decisions/s`);
        await contender.settle();
      }
      const [floor, command, http, ...peers] = all.map((contender) => samples.get(contender) as Sample);
      if (floor && command && http) played.push({ concurrency, floor, command, http, peers });
    }
  }
  return played;
}

const turned = <T>(list: readonly T[], by: number): T[] => list.map((_, index) => list[(index + by) % list.length] as T);

type Targets = Readonly<Record<Concurrency, number>>;

interface Row {
  readonly name: string;
  readonly contender: 'command' | 'http';
  readonly of: keyof Sample;
  readonly targets?: Targets;
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

/** How many times as fast as a peer the command should be. */
const peerTargets: Targets = { 1: 8, 16: 10, 64: 15 };

/** Each peer's own decisions a second; unlike everywhere else, the ratio is the command's to them. */
export function peerFiguresOf(played: readonly Round[], names: readonly string[]): Figure[] {
  return names.flatMap((name, index) =>
    concurrencies.map((concurrency): Figure => {
      const rounds = played.filter((round) => round.concurrency === concurrency);
      const speeds = rounds.map(({ peers }) => peers[index]?.perSecond ?? 0);
      return {
        name: `${name}; the command ÷ it`,
        concurrency,
        value: median(speeds),
        unit: '/s',
        floor: median(rounds.map(({ floor }) => floor.perSecond)),
        ratio: median(rounds.map(({ command }, round) => command.perSecond / (speeds[round] ?? 0))),
        target: peerTargets[concurrency],
        better: 'higher',
      };
    }),
  );
}

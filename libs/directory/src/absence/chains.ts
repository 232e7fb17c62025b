/** Somebody decides in another's place, from one day to another, both within it. Days are ISO dates. */
export interface Deputyship {
  readonly person: string;
  readonly deputy: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Keys of the processes it is for; null for all. */
  readonly definitions: readonly string[] | null;
}

/** How many may stand between somebody and whoever decides in their place: A to B, B to C, C to D. */
export const chainLimit = 3;

/** Days and processes that deputyships have in common. */
type Scope = Pick<Deputyship, 'firstDay' | 'lastDay' | 'definitions'>;

/** Undefined when there is nothing in common. */
function common(one: Scope, other: Scope): Scope | undefined {
  const firstDay = one.firstDay > other.firstDay ? one.firstDay : other.firstDay;
  const lastDay = one.lastDay < other.lastDay ? one.lastDay : other.lastDay;
  const definitions = sharedDefinitions(one.definitions, other.definitions);
  return firstDay <= lastDay && definitions?.length !== 0 ? { firstDay, lastDay, definitions } : undefined;
}

export function sharedDefinitions(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null) return other;
  return other === null ? one : one.filter((key) => other.includes(key));
}

/** What is wrong with a new deputyship beside those there are. */
export function faultOf(added: Deputyship, others: readonly Deputyship[]): 'overlapping' | 'cycle' | 'chain-too-long' | undefined {
  if (others.some((other) => other.person === added.person && common(other, added) !== undefined)) return 'overlapping';
  const above = chainsFrom(added, others, added.person, ({ deputy, person }) => [deputy, person]);
  const chains = above.map(({ scope, length }) => ({
    length,
    below: chainsFrom(scope, others, added.deputy, ({ deputy, person }) => [person, deputy]),
  }));
  if (chains.some(({ below }) => below.some(({ end }) => end === added.person))) return 'cycle';
  const isTooLong = chains.some(({ length, below }) => below.some((chain) => length + 1 + chain.length > chainLimit));
  return isTooLong ? 'chain-too-long' : undefined;
}

interface Chain {
  readonly scope: Scope;
  readonly length: number;
  readonly end: string;
}

/** Every chain that begins with somebody, the empty one included, as far as it is of interest. */
function chainsFrom(
  scope: Scope,
  others: readonly Deputyship[],
  from: string,
  endsOf: (deputyship: Deputyship) => readonly [string, string],
): Chain[] {
  const chains: Chain[] = [{ scope, length: 0, end: from }];
  for (const { scope: shared, length, end } of chains) {
    if (length > chainLimit) continue;
    for (const other of others) {
      const [near, far] = endsOf(other);
      const further = near === end ? common(shared, other) : undefined;
      if (further !== undefined) chains.push({ scope: further, length: length + 1, end: far });
    }
  }
  return chains;
}

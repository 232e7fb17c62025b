import fc from 'fast-check';
import type { Definition } from '#engine';

type State = Definition['machine'];
type Json = unknown;

/** One small change to a definition: what is done, and numbers that choose where and with what. */
export interface Mutation {
  readonly kind:
    | 'drop-transition'
    | 'retarget'
    | 'drop-target'
    | 'drop-timer'
    | 'retime'
    | 'drop-state'
    | 'change-policy'
    | 'change-outcome'
    | 'change-kind'
    | 'change-nobody'
    | 'change-assignees'
    | 'change-return'
    | 'drop-done'
    | 'guard'
    | 'make-final';
  readonly where: number;
  readonly what: number;
}

const number = fc.nat({ max: 10_000 });
export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom<Mutation['kind'][]>(
    'drop-transition',
    'retarget',
    'retarget',
    'retarget',
    'drop-target',
    'drop-timer',
    'retime',
    'drop-state',
    'change-policy',
    'change-outcome',
    'change-kind',
    'change-nobody',
    'change-assignees',
    'change-return',
    'drop-done',
    'guard',
    'make-final',
  ),
  where: number,
  what: number,
});

interface Place {
  readonly path: string;
  readonly state: State;
  readonly parent: State | undefined;
  readonly key: string;
}

/** A copy of a definition with these changes, as far as there is anything to change. */
export function mutated(definition: Definition, mutations: readonly Mutation[]): Definition {
  const copy = structuredClone(definition);
  for (const mutation of mutations) mutate(copy, mutation);
  return copy;
}

function placesOf(state: State, path = '', parent?: State, key = ''): Place[] {
  const inner = Object.entries(state.states ?? {}).flatMap(([name, child]) =>
    placesOf(child, path === '' ? name : `${path}.${name}`, state, name),
  );
  return [{ path, state, parent, key }, ...inner];
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)];

/** A transition where it is written, so that it can be taken out or put in another's place. */
interface Slot {
  readonly holder: Record<string, Json>;
  readonly name: string;
}

const slotsOf = ({ state }: Place): Slot[] => [
  ...Object.keys(state.on ?? {}).map((name) => ({ holder: state.on as Record<string, Json>, name })),
  ...timersOf(state),
  ...(['always', 'onDone'] as const)
    .filter((name) => state[name] !== undefined)
    .map((name) => ({ holder: state as Record<string, Json>, name })),
];
const timersOf = (state: State): Slot[] =>
  Object.keys(state.after ?? {}).map((name) => ({ holder: state.after as Record<string, Json>, name }));

function mutate({ key, machine }: Definition, { kind, where, what }: Mutation): void {
  const places = placesOf(machine);
  const slot = pick(places.flatMap(slotsOf), where);
  const timer = pick(
    places.flatMap(({ state }) => timersOf(state)),
    where,
  );
  const target = pick(places.slice(1), what);
  const link = `#${key}.${target?.path ?? ''}`;
  const step = pick(
    places.flatMap(({ state }) => state.meta?.step ?? []),
    where,
  );
  switch (kind) {
    case 'drop-transition':
      return remove(slot);
    case 'retarget':
      return put(slot, link);
    case 'drop-target':
      return put(slot, { actions: { type: 'notify', params: { to: [{ applicant: true }], message: { zh: '已办理' } } } });
    case 'drop-timer':
      return remove(timer);
    case 'retime':
      if (timer !== undefined) timer.holder[pick(['PT0S', 'P2D', 'P30D'], what) ?? ''] = timer.holder[timer.name];
      return remove(timer);
    case 'drop-state': {
      const place = pick(places.slice(1), where);
      if (place?.parent?.states !== undefined && place.parent.initial !== place.key) delete place.parent.states[place.key];
      return;
    }
    case 'drop-done': {
      const place = pick(
        places.filter(({ state }) => state.onDone !== undefined),
        where,
      );
      if (place !== undefined) delete place.state.onDone;
      return;
    }
    case 'guard': {
      const holding = pick(['false', 'true', 'now.getMinutes() < 30', '!(now.getMinutes() < 30)'], what);
      return put(slot, { target: link, guard: { type: 'rules', params: { when: holding, all: [] } } });
    }
    case 'make-final': {
      const place = pick(
        places.filter(({ state, parent }) => state.states === undefined && parent !== undefined),
        where,
      );
      if (place === undefined) return;
      for (const name of Object.keys(place.state)) delete (place.state as Record<string, Json>)[name];
      place.state.type = 'final';
      return;
    }
    default:
      if (step !== undefined) changeStep(step, kind, what, places);
  }
}

function remove(slot: Slot | undefined): void {
  if (slot !== undefined) delete slot.holder[slot.name];
}

function put(slot: Slot | undefined, transition: Json): void {
  if (slot !== undefined) slot.holder[slot.name] = transition;
}

function changeStep(step: Record<string, Json>, kind: Mutation['kind'], what: number, places: readonly Place[]): void {
  const decide = step['decide'] as { by: string; outcomes?: Json[] };
  switch (kind) {
    case 'change-policy':
      step['decide'] =
        pick<Json>(
          [
            { by: 'one', outcomes: decide.outcomes ?? ['approve', 'reject'] },
            { by: 'all', outcomes: decide.outcomes ?? ['approve', 'reject'] },
            { by: 'sequence', outcomes: decide.outcomes ?? ['approve', 'reject'] },
            { by: 'vote', count: 'head', of: 'eligible', pass: { moreThan: '1/1' } },
            { by: 'vote', count: 'weight', of: 'cast', pass: { atLeast: '2/3' }, quorum: '1/2' },
          ],
          what,
        ) ?? decide;
      return;
    case 'change-outcome':
      decide.outcomes = pick<Json[]>([['approve'], ['approve', 'reject'], ['submit'], ['approve', 'return']], what) ?? [];
      return;
    case 'change-kind':
      decide.outcomes = [{ name: 'approve', title: { zh: '办理' }, kind: pick(['pass', 'refuse', 'return'], what) }];
      return;
    case 'change-nobody':
      step['whenNobody'] = pick<Json>(
        [{ hold: true }, { skip: 'approve' }, { skip: 'return' }, { assign: [{ post: 'head', at: 'school' }] }],
        what,
      );
      return;
    case 'change-assignees':
      step['assignees'] = pick<Json>(
        [[{ applicant: true }], [{ post: 'ghost', at: 'school' }], [{ post: 'dean', at: 'school', each: true }]],
        what,
      );
      return;
    default: {
      const to = places.filter(({ state }) => state.meta?.step !== undefined).map(({ path }) => path);
      step['return'] = { reentry: pick(['restart', 'resume'], what), to: to.slice(what % 3, (what % 3) + 2) };
    }
  }
}

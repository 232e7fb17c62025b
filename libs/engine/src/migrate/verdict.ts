import type { Place } from '../compile/tree.ts';
import type { CaseState } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';
import { counterpartsOf } from './counterparts.ts';
import { activeIn, isEnd, kindOf, type Mapping, standingIn, titleOf, treeOf } from './layout.ts';
import { isEnded, positionOf } from './position.ts';
import { lostBetween, type Prospect } from './prospects.ts';
import { type Reason, type ReasonCode, reason } from './reasons.ts';
import { isWorkedOn, keepsTasks } from './same-step.ts';

/**
 * Whether a case can go on in another version of its process: without anything being lost (`safe`), if somebody says where
 * it is to go on or agrees to what would be lost (`choice`), or not at all (`stays`).
 */
export interface Verdict {
  readonly kind: 'safe' | 'choice' | 'stays';
  readonly reasons: readonly Reason[];
  /** The states that somebody has to choose for or agree to, and what is proposed; null where nothing could be. */
  readonly choices: Readonly<Record<string, string | null>>;
}

export function verdictOf(from: Workflow, to: Workflow, state: CaseState): Verdict {
  const blocking = blockingReasons(from, to, state);
  if (blocking.length > 0) return { kind: 'stays', reasons: blocking, choices: {} };
  const { same, instead } = counterpartsOf(from, to);
  const standing = standingIn(treeOf(from), state.machine.value);
  const reasons = standing.flatMap((place) => reasonsAt(from, to, state, place));
  const proposed = new Map(standing.map(({ path }) => [path, same[path] ?? instead[path]] as const));
  const isPossible =
    [...proposed.values()].includes(undefined) ||
    newPositionOf(from, to, state.machine.value, Object.fromEntries(proposed) as Mapping) !== undefined;
  if (!isPossible) reasons.push(...standing.map(({ path }) => reason('position-unclear', path)));
  const concerned = new Set(reasons.flatMap(({ state: path }) => path ?? []));
  const choices = Object.fromEntries([...concerned].map((path) => [path, (isPossible ? proposed.get(path) : undefined) ?? null]));
  return { kind: reasons.length > 0 ? 'choice' : 'safe', reasons, choices };
}

/** What nobody can choose away. */
function blockingReasons(from: Workflow, to: Workflow, state: CaseState): Reason[] {
  if (state.machine.status === 'done') return [reason('finished', undefined)];
  const fields = to.form.draft(state.form.fields);
  const [wrong] = to.data.draft(state.data);
  const standing = standingIn(treeOf(from), state.machine.value);
  const isStranded = (place: Place) => place.errand !== undefined && !hasKind(to, counterpartsOf(from, to).same[place.path], place);
  return [
    ...(fields.length > 0
      ? [reason('form-invalid', undefined, { fields: fields.map(({ path }) => fieldTitle(from, path)).join('、') })]
      : []),
    ...(wrong !== undefined ? [reason('data-invalid', undefined, { field: wrong.path.slice(1) })] : []),
    ...standing.filter(isStranded).map((place) => reason('errand-lost', place.path, { state: titleOf(place) })),
  ];
}

const hasKind = (to: Workflow, path: string | undefined, place: Place): boolean =>
  path !== undefined && kindOf(treeOf(to).byPath.get(path)) === kindOf(place);

function fieldTitle({ definition }: Workflow, path: string): string {
  const [, name = ''] = path.split('/');
  return definition.form.schema.properties[name]?.title ?? name;
}

/** Why somebody has to say what becomes of an active state. */
function reasonsAt(from: Workflow, to: Workflow, state: CaseState, place: Place): Reason[] {
  const { same, instead } = counterpartsOf(from, to);
  const about = { state: titleOf(place) };
  const target = same[place.path];
  if (target === undefined) return [reason('state-missing', place.path, about)];
  const destination = treeOf(to).byPath.get(target);
  const moved =
    target === place.path || destination === undefined || kindOf(place) === 'final'
      ? []
      : [
          reason(titleOf(destination).zh === about.state.zh ? 'state-renamed' : 'state-moved', place.path, {
            ...about,
            target: titleOf(destination),
          }),
        ];
  const lost = lostBetween(from, to, [place.path, target], { ...instead, ...same });
  return [
    ...moved,
    ...lost.map((prospect) => lossOf(place, prospect)),
    ...workLost(from, to, state, place),
    ...returnsLost(from, to, state, place),
  ];
}

const lossCodes: Readonly<Record<Prospect['kind'], ReasonCode>> = {
  state: 'state-lost',
  outcome: 'outcome-lost',
  timer: 'timer-lost',
  signal: 'signal-lost',
  withdraw: 'withdraw-lost',
};

function lossOf(at: Place, { kind, place, name }: Prospect): Reason {
  const title = place.step === undefined ? undefined : outcomeTitle(place, name);
  return reason(lossCodes[kind], at.path, { state: titleOf(at), lost: titleOf(place), name: title ?? name });
}

function outcomeTitle({ step }: Place, name: string) {
  const declared = step?.decide.by === 'vote' ? [] : (step?.decide.outcomes ?? []);
  const found = declared.find((outcome) => typeof outcome === 'object' && outcome.name === name);
  return typeof found === 'object' ? { zh: found.title.zh, en: found.title.en ?? found.title.zh } : undefined;
}

function workLost(from: Workflow, to: Workflow, state: CaseState, place: Place): Reason[] {
  const open = state.steps[place.path];
  const was = from.steps.get(place.path);
  const is = to.steps.get(counterpartsOf(from, to).same[place.path] ?? '');
  if (open === undefined || was === undefined || is === undefined || keepsTasks(was, is, open) || !isWorkedOn(open)) return [];
  return [reason('work-lost', place.path, { state: titleOf(place) })];
}

function returnsLost(from: Workflow, to: Workflow, state: CaseState, place: Place): Reason[] {
  const { same } = counterpartsOf(from, to);
  return state.returns
    .filter((pending) => pending.to === place.path && !isReturnKept(to, { from: same[pending.from], to: same[pending.to] }))
    .map((pending) => {
      const returner = treeOf(from).byPath.get(pending.from);
      return reason('return-lost', place.path, { state: titleOf(place), lost: returner === undefined ? pending.from : titleOf(returner) });
    });
}

/** Whether what was returned can be answered straight back there. */
export const isReturnKept = (to: Workflow, pending: { readonly from: string | undefined; readonly to: string | undefined }): boolean =>
  pending.from !== undefined &&
  to.steps
    .get(pending.from)
    ?.returns.some(({ to: target, reentry, across }) => target === pending.to && reentry === 'resume' && !across) === true;

/** Where a case would stand whose active states are mapped so. */
export function newPositionOf(from: Workflow, to: Workflow, value: CaseState['machine']['value'], mapping: Mapping) {
  const [was, is] = [treeOf(from), treeOf(to)];
  const places = standingIn(was, value).map(({ path }) => is.byPath.get(mapping[path] ?? ''));
  if (places.some((place) => place === undefined || isEnd(place))) return undefined;
  const active = activeIn(was, value);
  const isOver = ({ path }: Place) => {
    const before = was.byPath.get(path);
    return before !== undefined && active.has(before) && isEnded(before, active);
  };
  return positionOf(is, new Set(places.filter((place) => place !== undefined)), isOver);
}

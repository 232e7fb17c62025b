import type { Advanced, Effect } from '#engine';
import { idOf } from '#platform';
import type { CallChange, CallWrite, ChildChange, ChildWrite, Commit } from '../store/commit.store.ts';

/** The id of the command that begins a child, from which the id of its case follows. */
export const childCommand = (parent: string, number: number): string => `child ${parent}/${number}`;

interface Place {
  readonly tenant: string;
  readonly instance: string;
  readonly at: string;
}

/** What a command asks of other cases, as rows. */
export function childRows({ effects }: Advanced, { tenant, instance, at }: Place): Pick<Commit, 'children' | 'changedChildren'> {
  const change = (parent: string, number: number, because: string | null): ChildChange => ({
    tenant,
    parent_id: parent,
    number,
    asked_at: at,
    ended_because: because,
  });
  return {
    children: pick(effects, 'start-child').map(
      ({ child, state, definition, organisation, form, depth }): ChildWrite => ({
        ...change(instance, child, null),
        child_id: idOf(`${tenant} ${childCommand(instance, child)}`),
        state,
        definition_key: definition,
        organisation_id: organisation ?? null,
        form,
        depth,
        asked: 1,
        is_pending: true,
      }),
    ),
    changedChildren: [
      ...pick(effects, 'end-child').map(({ child, because }) => change(instance, child, because)),
      ...pick(effects, 'retry-child').map(({ child }) => change(instance, child, null)),
      ...pick(effects, 'tell-parent').map((told) => change(told.instance, told.child, null)),
    ],
  };
}

/** What a command has webhooks called with, as rows. */
export function callRows({ effects }: Advanced, { tenant, instance, at }: Place, path: string): Pick<Commit, 'calls' | 'changedCalls'> {
  const change = (number: number, status: CallChange['status'], until: string | null = null): CallChange => ({
    tenant,
    instance_id: instance,
    number,
    status,
    next_attempt_at: at,
    until,
  });
  return {
    calls: pick(effects, 'call').map(
      ({ call, state, to, body, until }): CallWrite => ({
        ...change(call, 'queued', until ?? null),
        state,
        target: to,
        body,
        organisation_path: path,
        attempts: 0,
        asked_at: at,
      }),
    ),
    changedCalls: [
      ...pick(effects, 'retry-call').map(({ call, until }) => change(call, 'queued', until ?? null)),
      ...pick(effects, 'cancel-call').map(({ call }) => change(call, 'cancelled')),
    ],
  };
}

/** Which child cases somebody has to see to. */
export const childMessages = (instance: string, { effects }: Advanced): { readonly parent: string; readonly number: number }[] => [
  ...[...pick(effects, 'start-child'), ...pick(effects, 'end-child'), ...pick(effects, 'retry-child')].map(({ child }) => ({
    parent: instance,
    number: child,
  })),
  ...pick(effects, 'tell-parent').map((told) => ({ parent: told.instance, number: told.child })),
];

const pick = <Kind extends Effect['kind']>(effects: readonly Effect[], kind: Kind): Extract<Effect, { kind: Kind }>[] =>
  effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);

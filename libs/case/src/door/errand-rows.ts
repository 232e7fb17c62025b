import { type Advanced, ofKind } from '#engine';
import { idOf } from '#platform';
import type { CallChange, CallWrite, ChildChange, ChildWrite, Commit, ErrandRename } from '../store/commit.store.ts';

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
    children: ofKind(effects, 'start-child').map(
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
      ...ofKind(effects, 'end-child').map(({ child, because }) => change(instance, child, because)),
      ...ofKind(effects, 'retry-child').map(({ child }) => change(instance, child, null)),
      ...ofKind(effects, 'tell-parent').map((told) => change(told.instance, told.child, null)),
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
    calls: ofKind(effects, 'call').map(
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
      ...ofKind(effects, 'retry-call').map(({ call, until }) => change(call, 'queued', until ?? null)),
      ...ofKind(effects, 'cancel-call').map(({ call }) => change(call, 'cancelled')),
    ],
  };
}

/** What the states that asked are called from now on. */
export const errandRenames = ({ effects }: Advanced, { tenant, instance }: Omit<Place, 'at'>): ErrandRename[] =>
  ofKind(effects, 'rename-errands').map(({ paths }) => ({ tenant, instance_id: instance, paths }));

/** Which child cases somebody has to see to. */
export const childMessages = (instance: string, { effects }: Advanced): { readonly parent: string; readonly number: number }[] => [
  ...[...ofKind(effects, 'start-child'), ...ofKind(effects, 'end-child'), ...ofKind(effects, 'retry-child')].map(({ child }) => ({
    parent: instance,
    number: child,
  })),
  ...ofKind(effects, 'tell-parent').map((told) => ({ parent: told.instance, number: told.child })),
];

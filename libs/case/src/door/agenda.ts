import type { Advanced } from '#engine';
import type { InstanceStore } from '../store/instance.store.ts';
import type { CaseRefusal, Request } from './sending.ts';

/**
 * A case on the agenda of a meeting is neither migrated nor put back where that would close the task the meeting is to decide: the body
 * has it before it, and its secretary may have recorded what came of it. It goes when the meeting is over, or it was taken off.
 */
export async function heldByAgenda(
  instances: InstanceStore,
  { tenant, instance }: { readonly tenant: string; readonly instance: string },
  { kind }: Request,
  { effects }: Advanced,
): Promise<CaseRefusal | undefined> {
  if (kind !== 'migrate' && kind !== 'reverse-migration') return undefined;
  const closed = new Set(effects.flatMap((effect) => (effect.kind === 'close-task' ? [effect.task] : [])));
  const items = closed.size === 0 ? [] : await instances.onAgenda(tenant, instance);
  return items.some((task) => closed.has(task)) ? { kind: 'refused', code: 'migration.on-agenda' } : undefined;
}

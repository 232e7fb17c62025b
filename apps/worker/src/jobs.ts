import type { Answer, Cases } from '#case';
import type { DueTimer, Handlers } from '#clockwork';
import type { Fields } from '#engine';
import type { Notices } from '#notice';

/** Every background job and what it does. A missing or a surplus one does not compile. */
export const jobsOf = ({ systemCommands, childCases }: Cases, notices: Notices): Handlers => ({
  'notice.tasks-opened': async ({ tenant, payload }) => void (await notices.announceTasks(tenant, payload)),
  'notice.send': async ({ tenant, payload }) => void (await notices.announce(tenant, payload)),
  'instance.signal': async ({ tenant, payload: { instance, id, signal, payload } }) =>
    expectDone(await systemCommands.signal(tenant, instance, { id, signal, payload: payload as Fields }), 'command.repeated'),
  'child.tend': ({ tenant, payload }) => childCases.tend({ tenant, ...payload }),
});

/** Fires a timer; one that another worker was quicker with is as good as fired. */
export const timersOf =
  ({ systemCommands }: Cases) =>
  async ({ tenant, instance, number }: DueTimer): Promise<void> =>
    expectDone(await systemCommands.fireTimer(tenant, instance, number), 'timer.not-running');

/** @throws Error for a refusal, so that it is tried again and in the end shown to an operator. */
function expectDone(answer: Answer, asGood: string): void {
  if (answer.kind === 'refused' && answer.code !== asGood)
    throw new Error(`refused: ${answer.code} ${JSON.stringify(answer.params ?? {})}`);
}

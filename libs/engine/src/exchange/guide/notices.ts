import { arrowsOf, type Place } from '../../compile/tree.ts';
import type { Text } from '../../definition/basics.ts';

/** What the applicant is told on the way, each sentence once. */
export function noticesToApplicant(places: readonly Place[]): Text[] {
  const actions = places.flatMap((place) => {
    const taken = arrowsOf(place).flatMap(({ transition }) => transition.actions ?? []);
    return [place.node.entry ?? [], place.node.exit ?? [], ...taken].flat();
  });
  const told = actions.flatMap((action) =>
    action.type === 'notify' && action.params.to.some((rule) => 'applicant' in rule) ? [withoutValues(action.params.message)] : [],
  );
  return [...new Map(told.map((message) => [message.zh, message])).values()];
}

/** A message with what a case would put into it left open. */
export const withoutValues = ({ zh, en }: Text): Text => ({ zh: opened(zh), ...(en !== undefined && { en: opened(en) }) });

const opened = (text: string): string => text.replaceAll(/\{[^{}]*\}/g, '…');

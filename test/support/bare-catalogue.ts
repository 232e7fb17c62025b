import type { Definition } from '#engine';
import { workflowCatalogue } from '../../workflows/catalogue.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What depends on a form, on registers or on a calendar; without it a case goes wherever people send it. */
const conditional = new Set(['guard', 'actions', 'entry', 'exit', 'output', 'fields', 'meeting', 'remind']);

/** A value without its conditions; what falls due at an instant does so after some days. */
function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as { readonly [key: string]: Json };
  if (Object.keys(fields).length === 1 && typeof fields['at'] === 'string') return 'P5D';
  const kept = Object.entries(fields).filter(([key]) => !conditional.has(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}

/** Transitions of which only the first is ever taken without conditions, one of each list. */
function single(state: Definition['machine']): Definition['machine'] {
  const first = (transitions: Readonly<Record<string, unknown>> = {}) =>
    Object.fromEntries(
      Object.entries(transitions).flatMap(([name, list]) => {
        const [transition] = [list].flat();
        const leads = typeof transition === 'string' || Object.keys(transition as object).length > 0;
        return leads ? [[name, transition]] : [];
      }),
    );
  const { on, after, always, states, ...rest } = state;
  return {
    ...rest,
    ...(on && { on: first(on) }),
    ...(after && { after: first(after) }),
    ...(always && { always: first({ always }).always }),
    ...(states && { states: Object.fromEntries(Object.entries(states).map(([name, inner]) => [name, single(inner)])) }),
  } as Definition['machine'];
}

/** The processes that come with the software, their ways alone: what their conditions say is left to chance. */
export const bareCatalogue: readonly Definition[] = workflowCatalogue.map((definition) => {
  const { format, key, title, basis, subject, start } = definition;
  const machine = single(bare(definition.machine) as unknown as Definition['machine']);
  const delays = Object.keys(definition.delays ?? {}).map((name) => [name, 'P5D']);
  const signals = Object.entries(definition.signals ?? {}).map(([name, signal]) => [name, { title: signal.title }]);
  return {
    format,
    key,
    title,
    basis,
    subject,
    start,
    summary: title,
    form: {
      schema: { type: 'object', properties: { amount: { type: 'integer', title: '数量' } }, required: [], additionalProperties: false },
    },
    delays: Object.fromEntries(delays),
    signals: Object.fromEntries(signals),
    machine,
  };
});

import type { Definition } from '#engine';
import type { State } from './sample.ts';

const plainTitle = '环节';

/** The same definition, whose steps are told apart by titles where they had the one of the helpers. */
export function titled<T>(document: T): T {
  const { machine } = (document ?? {}) as Partial<Definition>;
  return machine === undefined ? document : { ...document, machine: named(machine, '') };
}

function named(state: State, path: string): State {
  const step = state.meta?.step;
  const states = Object.entries(state.states ?? {}).map(([key, inner]) => [key, named(inner, `${path}/${key}`)]);
  return {
    ...state,
    ...(step?.title?.zh === plainTitle && { meta: { ...state.meta, step: { ...step, title: { zh: `${plainTitle} ${path}` } } } }),
    ...(state.states !== undefined && { states: Object.fromEntries(states) }),
  };
}

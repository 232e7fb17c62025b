import { type Definition, type Duration, durationOf, type Extent, type Instant, outlineOf, type Workflow } from '#engine';
import type { Text } from '../words/language.ts';

/** A state that a case can be reckoned as far as. */
export interface Milestone {
  readonly path: string;
  readonly title: Text;
}

/** The states of a process that are not within regions side by side, in the order in which a case comes to them. */
export function milestonesOf(definition: Definition): readonly Milestone[] {
  const outline = outlineOf(definition);
  const branches = outline.filter(({ kind }) => kind === 'branches').map(({ path }) => `${path}.`);
  return outline
    .filter(
      ({ kind, path }) => kind !== 'process' && kind !== 'group' && kind !== 'history' && !branches.some((each) => path.startsWith(each)),
    )
    .map(({ path, title }) => ({ path, title }));
}

/** What can be said of how long a case takes, and where it could not be said of all of it, why. */
export interface Reckoned {
  readonly found: Extract<Duration, { kind: 'bounded' }> | undefined;
  readonly extent: Extent;
  readonly unbounded: Extract<Duration, { kind: 'unbounded' }> | undefined;
}

/** Reckons as far as is asked, or as far as a milestone that nobody can say the end of. */
export function reckoned(workflow: Workflow, milestones: readonly Milestone[], from: Instant, asked: Extent): Reckoned {
  const whole = durationOf(workflow, from, asked);
  if (whole.kind === 'bounded') return { found: whole, extent: asked, unbounded: undefined };
  const milestone = milestones.find(({ path }) => path === whole.state);
  if (milestone === undefined || whole.because === 'round') return { found: undefined, extent: asked, unbounded: whole };
  const extent = { ...asked, to: milestone.path };
  const short = durationOf(workflow, from, extent);
  return { found: short.kind === 'bounded' ? short : undefined, extent, unbounded: whole };
}

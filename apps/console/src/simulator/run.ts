import { useMemo, useState } from 'react';
import { beginSimulation, type ExampleMove, play, type Refused, type Scene, type Simulation, type Workflow } from '#engine';

/** A simulation as somebody tries it: one move after another, and back again. */
export interface Run {
  readonly simulation: Simulation;
  /** Why the last move was not taken, and where it was made. */
  readonly refused: { readonly of: Refused; readonly at: string } | undefined;
  readonly canGoBack: boolean;
  /** @param at the part of the page that makes it, which shows why it is refused. */
  readonly make: (move: ExampleMove, at: string) => void;
  readonly back: () => void;
  /** From the beginning, in this world or the same as before. */
  readonly again: (scene?: Scene) => void;
}

interface Tried {
  /** The simulation after each move, the first before any. */
  readonly stages: readonly Simulation[];
  readonly refused: Run['refused'];
}

export function useRun(workflow: Workflow, scene: Scene): Run {
  const fresh = useMemo((): Tried => ({ stages: [beginSimulation(workflow, scene)], refused: undefined }), [workflow, scene]);
  const [tried, setTried] = useState(fresh);
  // Another document is another process: it is tried from its beginning.
  const [of, setOf] = useState(workflow);
  if (of !== workflow) {
    setOf(workflow);
    setTried(fresh);
  }
  const simulation = (of === workflow ? tried : fresh).stages.at(-1) ?? beginSimulation(workflow, scene);
  return {
    simulation,
    refused: tried.refused,
    canGoBack: tried.stages.length > 1,
    make: (move, at) => {
      const played = play(simulation, move);
      setTried(({ stages }) =>
        played.kind === 'refused'
          ? { stages, refused: { of: played, at } }
          : { stages: [...stages, played.simulation], refused: undefined },
      );
    },
    back: () => setTried(({ stages }) => ({ stages: stages.length > 1 ? stages.slice(0, -1) : stages, refused: undefined })),
    again: (other = simulation.scene) => setTried({ stages: [beginSimulation(workflow, other)], refused: undefined }),
  };
}

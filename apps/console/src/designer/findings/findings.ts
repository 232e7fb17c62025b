import { useEffect, useMemo } from 'react';
import { create } from 'zustand';
import { type Finding, stateAround } from '#engine';
import type { SurroundingsData } from '../../definition/surroundings.ts';
import { useDesigned } from '../document/designed.ts';
import type { Answered, Asked } from './verifier.ts';

/** How long typing has to pause before the document is looked at again, in milliseconds. */
const pause = 200;

interface Found {
  /** Undefined until the document was looked at for the first time. */
  readonly findings: readonly Finding[] | undefined;
  /** Whether they are of the document as it is now. */
  readonly isCurrent: boolean;
}

export const useFound = create<Found>(() => ({ findings: undefined, isCurrent: false }));

/** Looks at the document whenever it has changed, beside the page: proving a large process takes its time. */
export function useVerification(surroundings: SurroundingsData): void {
  useEffect(() => {
    const worker = new Worker(new URL('./verifier.ts', import.meta.url), { type: 'module' });
    const ask = (asked: Asked): void => worker.postMessage(asked, []);
    let number = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      number += 1;
      ask({ number, document: useDesigned.getState().document });
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      if (data.number === number) useFound.setState({ findings: data.findings, isCurrent: true });
    });
    ask({ surroundings });
    look();
    const stop = useDesigned.subscribe(() => {
      useFound.setState({ isCurrent: false });
      clearTimeout(timer);
      timer = setTimeout(look, pause);
    });
    return () => {
      stop();
      clearTimeout(timer);
      worker.terminate();
      useFound.setState({ findings: undefined, isCurrent: false });
    };
  }, [surroundings]);
}

const none: readonly Finding[] = [];

/** Errors first, then as they stand in the document. */
export function useFindings(): readonly Finding[] {
  const findings = useFound((state) => state.findings) ?? none;
  return useMemo(
    () => findings.toSorted((one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error')),
    [findings],
  );
}

/** What was found in each state itself, by its path. */
export function useFindingsByPath(): ReadonlyMap<string, readonly Finding[]> {
  const findings = useFindings();
  return useMemo(() => {
    const groups = new Map<string, Finding[]>();
    for (const finding of findings) {
      const path = stateAround(finding.pointer) ?? '?';
      groups.set(path, [...(groups.get(path) ?? []), finding]);
    }
    return groups;
  }, [findings]);
}

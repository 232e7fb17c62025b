import { useEffect } from 'react';
import { create } from 'zustand';
import { compile, type Finding, playCounter, type Surroundings } from '#engine';
import { present } from '../../session/session.ts';
import { useDesigned } from '../document/designed.ts';
import type { Playing } from './marks.ts';

export const usePlayer = create<{ readonly playing: Playing | undefined }>(() => ({ playing: undefined }));

/** Plays what is wrong from its beginning. @param isRunning whether it goes on by itself */
export function playFinding(finding: Finding, surroundings: Surroundings, isRunning: boolean): void {
  const { counterExample } = finding;
  const compiled = compile(useDesigned.getState().document, surroundings);
  if (counterExample === undefined || compiled.kind === 'faulty') return;
  const { workflow } = compiled;
  const stages = playCounter(workflow, { at: new Date(present()).toISOString() }, counterExample);
  usePlayer.setState({ playing: { finding, workflow, ...counterExample, stages, at: 0, isRunning: isRunning && stages.length > 1 } });
}

/** To a move of those that were made: beyond the last it stays, and rests. */
export const goToMove = (to: (at: number) => number): void =>
  alter(({ at, stages, isRunning }) => {
    const last = stages.length - 1;
    const now = Math.max(0, Math.min(last, to(at)));
    return { at: now, isRunning: isRunning && now < last };
  });

/** Goes on by itself, from the beginning when it has come to its end; or rests. */
export const toggle = (): void =>
  alter(({ isRunning, at, stages }) => ({ isRunning: !isRunning, at: !isRunning && at === stages.length - 1 ? 0 : at }));

export const stopPlaying = (): void => usePlayer.setState({ playing: undefined });

/** What is played is of the document as it stood, and of the page it is on; it stays however wide the window is. */
export function usePlaysUntilChanged(): void {
  useEffect(() => useDesigned.subscribe(stopPlaying), []);
  useEffect(() => stopPlaying, []);
}

function alter(change: (playing: Playing) => Pick<Playing, 'at' | 'isRunning'>): void {
  usePlayer.setState(({ playing }) => ({ playing: playing && { ...playing, ...change(playing) } }));
}

import { DueTimes, workingCalendar } from '#calendar';
import { compile, verify } from '#engine';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { titled } from '../../definitions/titled.ts';
import { fortySteps } from './forty-steps.ts';

export interface Took {
  readonly name: string;
  readonly milliseconds: readonly number[];
  readonly target: number | null;
}

/** How long each took, time after time; the first quarter again is not counted. */
export function measureVerification(times: number): Took[] {
  const document = titled(fortySteps());
  const surroundings = { dueTime: new DueTimes(workingCalendar(china)), facts: {} };
  const findings = verify(document, surroundings);
  if (findings.length > 0) throw new Error(findings.map(({ code, pointer }) => `${code} ${pointer}`).join('\n'));
  const timed = (work: () => unknown): number[] => {
    const all = Array.from({ length: times + Math.ceil(times / 4) }, () => {
      const began = performance.now();
      work();
      return performance.now() - began;
    });
    return all.slice(-times);
  };
  return [
    { name: 'verify of 40 steps', milliseconds: timed(() => verify(document, surroundings)), target: 250 },
    { name: 'of that, compiling', milliseconds: timed(() => compile(document, surroundings)), target: null },
  ];
}

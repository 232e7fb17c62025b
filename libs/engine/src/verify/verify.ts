import { compile } from '../compile/compile.ts';
import { exampleProblems } from '../simulate/examples.ts';
import type { Surroundings } from '../workflow.ts';
import { checkChoices, checkOutcomeConditions } from './checks/choices.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkCycles } from './checks/cycles.ts';
import { checkDeciding } from './checks/deciding.ts';
import { checkDuration } from './checks/duration.ts';
import { checkEndings } from './checks/endings.ts';
import { checkForms } from './checks/forms.ts';
import { checkReturns } from './checks/returns.ts';
import { checkTransitions } from './checks/transitions.ts';
import { checkUnused } from './checks/unused.ts';
import type { Finding } from './finding.ts';
import { Inspection } from './inspection.ts';

const checks: readonly ((inspection: Inspection) => Finding[])[] = [
  checkEndings,
  checkChoices,
  checkOutcomeConditions,
  checkTransitions,
  checkCycles,
  checkReturns,
  checkDeciding,
  checkForms,
  checkClocks,
  checkDuration,
  checkUnused,
];

/**
 * Everything there is to say against a document, errors first; nothing where it is sound. What does not compile is told first, since
 * nothing else can be said of it. Never throws for what is in the document. What each check proves is in docs/verify.md.
 */
export function verify(document: unknown, surroundings: Surroundings): readonly Finding[] {
  const compiled = compile(document, surroundings);
  if (compiled.kind === 'faulty') return compiled.problems.map((problem) => ({ ...problem, severity: 'error' }));
  const inspection = new Inspection(compiled.workflow);
  const examples = exampleProblems(compiled.workflow).map((problem): Finding => ({ ...problem, severity: 'error' }));
  const findings = [...checks.flatMap((check) => check(inspection)), ...examples];
  return findings.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

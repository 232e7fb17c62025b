import { compile } from '../compile/compile.ts';
import { exampleProblems } from '../simulate/examples.ts';
import type { Surroundings, Workflow } from '../workflow.ts';
import { checkChoices, checkOutcomeConditions } from './checks/choices.ts';
import { checkClocks } from './checks/clocks.ts';
import { checkConditions } from './checks/conditions.ts';
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
  checkConditions,
  checkClocks,
  checkDuration,
  checkUnused,
];

/**
 * Everything there is to say against a document, errors first; nothing where it is sound. What does not compile is told first, since
 * nothing else can be said of it. Never throws for what is in the document. What each check proves is in docs/verify.md.
 */
export function verify(document: unknown, surroundings: Surroundings): readonly Finding[] {
  return verified(document, surroundings).findings;
}

/** A document that was verified: what there is to say against it, and the workflow, where it compiles. */
export interface Verified {
  readonly findings: readonly Finding[];
  readonly workflow: Workflow | undefined;
}

/** As `verify`, for whoever goes on with the workflow. */
export function verified(document: unknown, surroundings: Surroundings): Verified {
  const compiled = compile(document, surroundings);
  if (compiled.kind === 'faulty') {
    return { findings: compiled.problems.map((problem) => ({ ...problem, severity: 'error' })), workflow: undefined };
  }
  const inspection = new Inspection(compiled.workflow);
  const examples = exampleProblems(compiled.workflow).map((problem): Finding => ({ ...problem, severity: 'error' }));
  const findings = [...checks.flatMap((check) => check(inspection)), ...examples];
  return {
    findings: findings.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning')),
    workflow: compiled.workflow,
  };
}

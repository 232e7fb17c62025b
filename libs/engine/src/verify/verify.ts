import { compile } from '../compile/compile.ts';
import { exampleProblems } from '../simulate/examples.ts';
import type { Surroundings } from '../workflow.ts';
import type { Finding } from './finding.ts';

/** Everything there is to say against a document, or nothing. Never throws for what is in the document. */
export function verify(document: unknown, surroundings: Surroundings): readonly Finding[] {
  const compiled = compile(document, surroundings);
  if (compiled.kind === 'faulty') return compiled.problems.map((problem) => ({ ...problem, severity: 'error' }));
  return exampleProblems(compiled.workflow).map((problem) => ({ ...problem, severity: 'error' }));
}

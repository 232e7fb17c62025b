import type { Text } from '../definition/basics.ts';

/** Why a command was refused. Stable: programs may rely on them. Their sentences are in `refusal-texts.ts`. */
export type RefusalCode =
  | 'start.not-allowed'
  | 'task.unknown'
  | 'task.closed'
  | 'task.not-yours'
  | 'task.own-case'
  | 'task.claimed'
  | 'claim.not-needed'
  | 'claim.already-yours'
  | 'release.not-claimed'
  | 'task.recused'
  | 'task.delegated'
  | 'assignee.applicant'
  | 'assignee.recused'
  | 'assignee.already'
  | 'resolve.not-delegated'
  | 'step.not-open'
  | 'signers.nobody'
  | 'signers.too-many'
  | 'signers.too-deep'
  | 'signers.unknown'
  | 'signers.not-yours'
  | 'signers.decided'
  | 'recuse.applicant'
  | 'recuse.already'
  | 'task.decided-in-meeting'
  | 'task.not-for-meeting'
  | 'vote.already-cast'
  | 'outcome.unknown'
  | 'outcome.not-possible'
  | 'comment.required'
  | 'form.stale'
  | 'form.invalid'
  | 'form.field-not-writable'
  | 'return.target-missing'
  | 'return.target-not-allowed'
  | 'deficiency.not-a-return'
  | 'deficiency.nobody-to-answer'
  | 'deficiency.too-many'
  | 'deficiency.text-missing'
  | 'deficiency.field-unknown'
  | 'deficiency.due-past'
  | 'deficiency.item-unknown'
  | 'deficiency.unanswered'
  | 'withdraw.not-applicant'
  | 'withdraw.not-now'
  | 'withdraw.too-late'
  | 'jump.target-not-allowed'
  | 'take-back.not-decided'
  | 'take-back.not-yours'
  | 'take-back.too-late'
  | 'copy.nobody'
  | 'supplement.not-now'
  | 'supplement.not-yours'
  | 'supplement.empty'
  | 'timer.not-running'
  | 'signal.unknown'
  | 'signal.payload-invalid'
  | 'signal.not-now'
  | 'children.too-many'
  | 'children.too-deep'
  | 'child.not-running'
  | 'call.not-running'
  | 'retry.not-held'
  | 'rule.broken'
  | 'fact.not-found'
  | 'expression.failed'
  | 'urge.nobody'
  | 'urge.too-soon'
  | 'suspend.already'
  | 'resume.not-suspended'
  | 'case.suspended'
  | 'case.finished'
  | 'case.state-unknown'
  | 'case.endless'
  | 'migration.unmapped'
  | 'migration.state-unknown'
  | 'migration.position'
  | 'migration.form-invalid'
  | 'migration.data-invalid'
  | 'migration.errand-lost'
  | 'migration.touched'
  | 'command.repeated';

/** What is wrong with one field of a form. */
export interface FieldProblem {
  /** JSON Pointer into the form, such as `/lines/0/students`. */
  readonly path: string;
  readonly code:
    | 'required'
    | 'type'
    | 'unknown'
    | 'choice'
    | 'too-short'
    | 'too-long'
    | 'too-small'
    | 'too-large'
    | 'too-few'
    | 'too-many'
    | 'not-unique'
    | 'format'
    | 'not-a-multiple'
    | 'not-applicable';
  /** The bound or the expected type, where there is one. */
  readonly expected?: string | number;
}

export interface BrokenRule {
  readonly rule: string;
  readonly message: Text;
}

export interface Refused {
  readonly kind: 'refused';
  readonly code: RefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly rules?: readonly BrokenRule[];
  readonly fields?: readonly FieldProblem[];
  /** Of a list of what is to be mended: the items that nothing was said to. */
  readonly deficiencies?: readonly { readonly number: number; readonly text: string }[];
}

export const refused = (code: RefusalCode, details: Omit<Refused, 'kind' | 'code'> = {}): Refused => ({
  kind: 'refused',
  code,
  ...details,
});

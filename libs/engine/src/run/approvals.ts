import type { CompiledStep, Workflow } from '../workflow.ts';
import { keyOf } from './assign.ts';
import { isInStep } from './seats.ts';
import { isSame } from './sheet.ts';
import type { CaseState, EarlierDecision, OpenStep, Passed, PersonId, Undo } from './state.ts';

type Remembered = Pick<CaseState, 'round' | 'passed' | 'changedAt'>;
type Form = CaseState['form'];

/** How a step was passed by people: what they said, at which version of the form, and where that led. */
export interface Passing {
  readonly open: OpenStep;
  readonly outcome: string;
  readonly formVersion: number;
  readonly led: readonly string[];
}

/**
 * Which steps people have passed, and which fields of the form are others since. A round ends with a return. What somebody
 * approved stands for as long as nobody objects: a refusal or a move by hand makes all of it forgotten.
 */
export class Approvals {
  private round: number;
  private passed: readonly Passed[];
  private changedAt: Readonly<Record<string, number>> | undefined;
  /** A return is what this command comes to: what it opens is to be looked at again. */
  private isRoundNew = false;

  constructor(
    private readonly workflow: Workflow,
    before: Remembered & Pick<CaseState, 'returned'>,
  ) {
    this.round = before.round ?? 0;
    this.passed = before.passed ?? [];
    const isOfUse = before.passed !== undefined || before.returned !== undefined;
    this.changedAt = before.changedAt ?? (isOfUse ? {} : undefined);
  }

  /** Notes which fields are different. Before anything has been passed or returned it does not matter. */
  follow(was: Form, is: Form): void {
    if (this.changedAt === undefined || was === is) return;
    const fields = [...new Set([...Object.keys(was.fields), ...Object.keys(is.fields)])];
    const changed = fields.filter((field) => !isSame(was.fields[field], is.fields[field]));
    this.changedAt = { ...this.changedAt, ...Object.fromEntries(changed.map((field) => [field, is.version])) };
  }

  /** A step has been passed by people. If not as it was before a return, nothing after it stands any more. */
  note({ open, outcome, formVersion, led }: Passing): void {
    if (!this.workflow.remembers) return;
    const passed: Passed = { step: open.step, outcome, round: this.round, formVersion, by: votersOf(open), led };
    const place = this.passed.findIndex(({ step }) => step === open.step);
    const before = this.passed[place];
    const isAsBefore = before !== undefined && before.outcome === outcome && isSame([...before.led], [...led]);
    const later = this.passed.slice(place + 1).filter(({ round }) => before === undefined || isAsBefore || round === this.round);
    this.passed = place < 0 ? [...this.passed, passed] : [...this.passed.slice(0, place), passed, ...later];
    this.changedAt ??= {};
  }

  beginRound(): void {
    this.round += 1;
    this.isRoundNew = true;
  }

  forget(): void {
    this.passed = [];
  }

  /** What a step was passed with before the last return, if all that it shows is still as it was. */
  carriedOver({ path, step, accessOf }: CompiledStep): Passed | undefined {
    if (step.carry !== true || this.isRoundNew) return undefined;
    const found = this.passed.find((passed) => passed.step === path && passed.round < this.round);
    return found !== undefined && this.isUnchanged(accessOf, found.formVersion) ? found : undefined;
  }

  /** It stands for this round too. */
  carry(passed: Passed): void {
    this.passed = this.passed.map((each) => (each === passed ? { ...each, round: this.round, carried: true } : each));
  }

  /**
   * Where in this round somebody has approved the case, in person, having seen all that this step would show them, and
   * nothing of it is different since.
   */
  earlierOf(person: PersonId, { path, accessOf }: CompiledStep): EarlierDecision | undefined {
    for (const { step, round, by, formVersion, carried } of this.passed) {
      const own = by.find((voter) => voter.person === person && voter.onBehalfOf === undefined && !voter.isEarlier);
      const seen = this.workflow.steps.get(step)?.accessOf;
      if (own === undefined || seen === undefined || carried || round !== this.round || step === path) continue;
      if (this.isUnchanged(accessOf, formVersion, seen)) return { step, task: own.task, person };
    }
    return undefined;
  }

  restore({ passed = {}, round }: Pick<Undo, 'passed' | 'round'>): void {
    for (const [step, was] of Object.entries(passed)) {
      const others = this.passed.filter((each) => each.step !== step);
      this.passed = was === null ? others : this.passed.some((each) => each.step === step) ? this.replaced(was) : [...others, was];
    }
    if (round !== undefined && round.is === this.round) this.round = round.was;
  }

  after(): Remembered {
    const { round, passed, changedAt } = this;
    return {
      ...(round > 0 && { round }),
      ...(passed.length > 0 && { passed }),
      ...(changedAt !== undefined && Object.keys(changedAt).length > 0 && { changedAt }),
    };
  }

  private replaced(was: Passed): readonly Passed[] {
    return this.passed.map((each) => (each.step === was.step ? was : each));
  }

  /** Whether none of the fields a step shows is another since a version, and its people had been shown all of them. */
  private isUnchanged(accessOf: CompiledStep['accessOf'], version: number, seen = accessOf): boolean {
    const fields = Object.keys(this.workflow.definition.form.schema.properties);
    return fields.every((field) => accessOf(field) === 'hidden' || (seen(field) !== 'hidden' && (this.changedAt?.[field] ?? 0) <= version));
  }
}

/** Whose voices a step was settled by, and for which of its places each was given. */
const votersOf = ({ tasks }: OpenStep): Passed['by'] =>
  tasks.flatMap(({ number, assignee, ballot, ...seat }) =>
    ballot === undefined || !isInStep({ assignee, ...seat })
      ? []
      : [
          {
            task: ballot.earlier?.task ?? number,
            person: ballot.by,
            ...(ballot.onBehalfOf !== undefined && { onBehalfOf: ballot.onBehalfOf }),
            ...(ballot.earlier !== undefined && { isEarlier: true as const }),
            seat: keyOf(assignee),
          },
        ],
  );

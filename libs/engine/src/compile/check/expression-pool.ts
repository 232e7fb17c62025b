import { type Due, isInstant, type Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import { checkExpression, shapesOf } from '../../expression/check.ts';
import { type CompiledExpression, compileExpression } from '../../expression/expression.ts';
import { placeholdersOf } from '../../expression/template.ts';
import type { FactCatalogue } from '../../expression/variables.ts';
import { type Problem, problem } from '../../problem.ts';
import { ExpressionPlaces } from './expression-places.ts';

/** Every expression of a document, checked against the declared types, and compiled once. */
export class ExpressionPool {
  readonly problems: Problem[] = [];
  readonly compiled = new Map<string, CompiledExpression>();
  private readonly places: ExpressionPlaces;

  constructor(
    private readonly definition: Definition,
    catalogue: FactCatalogue,
  ) {
    this.places = new ExpressionPlaces(definition, catalogue);
  }

  /** @returns the form fields it reads, or undefined when it is faulty. */
  add(source: string, pointer: string): ReadonlySet<string> | undefined {
    const place = this.places.at(pointer);
    if (place === undefined) throw new Error(`no expression belongs at ${pointer}`);
    const { expected, given } = place;
    const { faults, reading } = checkExpression(source, expected, this.places.scopeOf(given), shapesOf(this.definition, given));
    this.problems.push(...faults.map(({ code, parameters }) => problem(code, pointer, parameters)));
    if (faults.length > 0 || reading === undefined) return undefined;
    this.compiled.set(source, compileExpression(source, reading.facts));
    return reading.formFields;
  }

  addText(text: Text, pointer: string): void {
    for (const source of placeholdersOf(text)) this.add(source, pointer);
  }

  addDue(due: Due, pointer: string): void {
    if (isInstant(due)) this.add(due.at, `${pointer}/at`);
  }
}

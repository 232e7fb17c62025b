import type { Definition } from '../definition/definition.ts';
import { alwaysThere } from '../definition/form.ts';
import type { Guard } from '../definition/machine.ts';
import { parse, type Syntax } from '../expression/language.ts';

/** How a case may be, as far as conditions tell cases apart: what each question is answered with. */
type World = ReadonlyMap<string, string>;

/** Something that conditions ask, and the answers it may have. */
interface Question {
  readonly key: string;
  readonly answers: Set<string>;
  /** Whether there is an answer besides those. */
  isOpen: boolean;
}

/** More worlds than this are not looked through: then nothing is known of a condition. */
const maxWorlds = 256;

const yes = 'true';
const no = 'false';

/**
 * What can be told of conditions without knowing a case: `&&`, `||` and `!` are understood, and that something equals one constant
 * at most, and one of its choices at least. Whatever else they compare is taken as it comes, so what is said here is never wrong.
 */
export class Conditions {
  private readonly known = new Map<string, boolean>();
  private readonly parsed = new Map<string, Syntax>();

  constructor(private readonly form: Definition['form']) {}

  /** Whether a guard lets through whatever the case is like. */
  always = (guard: Guard | undefined): boolean => guard === undefined || this.covers([guard], false);

  never = (guard: Guard | undefined): boolean => guard !== undefined && this.inAll([guard], 'never', (results) => !results.some(Boolean));

  /** Whether, whatever the case is like, one of the guards lets through; `onlyWhen` looks at whether it concerns the case, not at its rules. */
  covers = (guards: readonly Guard[], onlyWhen: boolean): boolean =>
    this.inAll(guards, onlyWhen ? 'when' : 'whole', (results) => results.some(Boolean));

  /** Whether a guard lets nothing through that none of the others does. */
  isWithin = (guard: Guard | undefined, others: readonly Guard[]): boolean =>
    guard !== undefined && this.inAll([guard, ...others], 'within', ([own, ...rest]) => own !== true || rest.some(Boolean));

  /** Whether something is true of the guards in every world; where there are too many to look at, it is not known to be. */
  private inAll(
    guards: readonly Guard[],
    what: 'when' | 'whole' | 'never' | 'within',
    judge: (results: readonly boolean[]) => boolean,
  ): boolean {
    const key = `${what} ${JSON.stringify(guards.map(({ params }) => [params.when, params.all.map(({ when }) => when)]))}`;
    const known = this.known.get(key) ?? this.judged(guards, what === 'when', judge);
    this.known.set(key, known);
    return known;
  }

  private judged(guards: readonly Guard[], onlyWhen: boolean, judge: (results: readonly boolean[]) => boolean): boolean {
    const formulas = guards.map(({ params }) => {
      const sources = [...(params.when === undefined ? [] : [params.when]), ...(onlyWhen ? [] : params.all.map(({ when }) => when))];
      return sources.map((source) => this.parse(source));
    });
    const questions = new Map<string, Question>();
    for (const node of formulas.flat()) this.ask(node, questions);
    const worlds = worldsOf([...questions.values()]);
    return worlds !== undefined && worlds.every((world) => judge(formulas.map((nodes) => nodes.every((node) => isTrue(node, world)))));
  }

  private parse(source: string): Syntax {
    const known = this.parsed.get(source) ?? parse(source).ast;
    this.parsed.set(source, known);
    return known;
  }

  private ask(node: Syntax, questions: Map<string, Question>): void {
    if (node.op === '&&' || node.op === '||') for (const part of node.args) this.ask(part, questions);
    else if (node.op === '!_') this.ask(node.args, questions);
    else if (node.op !== 'value' || typeof node.args !== 'boolean') this.note(node, questions);
  }

  private note(node: Syntax, questions: Map<string, Question>): void {
    const { key, answer } = atomOf(node);
    const known = questions.get(key) ?? { key, answers: new Set<string>(), isOpen: true };
    questions.set(key, known);
    known.answers.add(answer);
    if (answer === yes) known.answers.add(no);
    const choices = this.choicesOf(node);
    known.isOpen = answer !== yes && !(choices !== undefined && choices.every((choice) => known.answers.has(choice)));
  }

  /** The choices of a field that every form has, which a node compares with a constant. */
  private choicesOf(node: Syntax): string[] | undefined {
    const left = (node.op === '==' || node.op === '!=') && node.args[0];
    if (!left || left.op !== '.' || left.args[0].op !== 'id' || left.args[0].args !== 'form') return undefined;
    const name = left.args[1];
    const field = this.form.schema.properties[name];
    return alwaysThere(this.form.schema).includes(name) && field?.type === 'string'
      ? field.oneOf?.map((choice) => JSON.stringify(choice.const))
      : undefined;
  }
}

function worldsOf(questions: readonly Question[]): World[] | undefined {
  let worlds: World[] = [new Map()];
  for (const { key, answers, isOpen } of questions) {
    const possible = isOpen ? [...answers, 'another'] : [...answers];
    if (worlds.length * possible.length > maxWorlds) return undefined;
    worlds = worlds.flatMap((world) => possible.map((answer) => new Map([...world, [key, answer]])));
  }
  return worlds;
}

function isTrue(node: Syntax, world: World): boolean {
  if (node.op === '&&') return node.args.every((part) => isTrue(part, world));
  if (node.op === '||') return node.args.some((part) => isTrue(part, world));
  if (node.op === '!_') return !isTrue(node.args, world);
  if (node.op === 'value' && typeof node.args === 'boolean') return node.args;
  const { key, answer, isNegated } = atomOf(node);
  return (world.get(key) === answer) !== isNegated;
}

interface Atom {
  readonly key: string;
  readonly answer: string;
  readonly isNegated: boolean;
}

const opposites: Readonly<Record<string, string>> = { '<': '>=', '>': '<=' };

/** A comparison with a constant asks what something is; any other condition asks whether it holds. */
function atomOf(node: Syntax): Atom {
  if (node.op === '==' || node.op === '!=') {
    const [left, right] = node.args;
    const isNegated = node.op === '!=';
    if (right.op === 'value' && typeof right.args === 'string') return { key: keyOf(left), answer: JSON.stringify(right.args), isNegated };
    return { key: `${keyOf(left)} == ${keyOf(right)}`, answer: yes, isNegated };
  }
  const opposite = opposites[node.op];
  if (opposite === undefined) return { key: keyOf(node), answer: yes, isNegated: false };
  return { key: `${opposite}(${keyOf(node.args)})`, answer: yes, isNegated: true };
}

/** The same for what is written alike, whatever its spaces. */
function keyOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(keyOf).join();
  if (typeof node === 'object' && node !== null && 'op' in node && 'args' in node) return `${String(node.op)}(${keyOf(node.args)})`;
  return typeof node === 'string' ? JSON.stringify(node) : String(node);
}

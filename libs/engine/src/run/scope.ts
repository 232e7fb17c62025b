import type { Text } from '../definition/basics.ts';
import type { Guard } from '../definition/machine.ts';
import { toJson } from '../expression/expression.ts';
import type { Values } from '../expression/language.ts';
import { fillIn } from '../expression/template.ts';
import type { Workflow } from '../workflow.ts';
import { type BrokenRule, type Refused, refused } from './refusal.ts';
import type { Wanting, World } from './result.ts';
import type { CaseState, Fields, Instant } from './state.ts';

/** Ends a command from deep inside it. Caught once, by `advance` and `start`; nobody outside the engine sees it. */
export class Halt extends Error {
  constructor(readonly result: Refused | Wanting) {
    super(result.kind);
  }
}

/** What has come and may be read now. */
export type Given = Readonly<Partial<Record<'signal' | 'children' | 'item' | 'result', unknown>>>;

export type Standing = Pick<CaseState, 'form' | 'data' | 'subject' | 'applicant'>;

/**
 * What expressions see during one command, and what they said: the rules that were broken and the facts that were used.
 * It travels through XState inside the machine's context and is gone when the command is done.
 */
export class Scope {
  readonly broken: BrokenRule[] = [];
  readonly usedFacts: Record<string, Fields> = {};
  /** Set when something XState called could not be evaluated. */
  halted: Refused | Wanting | undefined;

  constructor(
    private readonly workflow: Workflow,
    private readonly world: World,
    private readonly now: Instant,
    private given: Given = {},
  ) {}

  /** Whether a transition may be taken; broken rules are remembered so that a refusal can name them. */
  allows(guard: Guard['params'], standing: Standing): boolean {
    return this.keepHalt(false, () => {
      if (guard.when !== undefined && this.evaluate(guard.when, standing) !== true) return false;
      const broken = guard.all.filter((rule) => this.evaluate(rule.when, standing) !== true);
      this.broken.push(...broken.map(({ rule, message }) => ({ rule, message: this.fillIn(message, standing) })));
      return broken.length === 0;
    });
  }

  /** Lets expressions read what has come for as long as the work takes. */
  giving<T>(given: Given, work: () => T): T {
    const before = this.given;
    this.given = { ...before, ...given };
    try {
      return work();
    } finally {
      this.given = before;
    }
  }

  /** For what XState calls: a halt is kept for later, because XState would wrap it on its way out. */
  keepHalt<T>(otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      this.halted ??= error.result;
      return otherwise;
    }
  }

  /** @throws Halt when facts are missing, or when the expression does not fit the values it met. */
  evaluate(source: string, standing: Standing, now = this.now): unknown {
    const expression = this.workflow.expressions.get(source);
    if (expression === undefined) throw new Error(`expression was not compiled: ${source}`);
    const values = this.values(standing, now);
    const facts = this.factsFor(expression.facts, standing);
    try {
      return expression.evaluate({ ...values, facts });
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      throw new Halt(refused('expression.failed', { params: { expression: source, reason } }));
    }
  }

  fillIn(text: Text, standing: Standing): Text {
    return fillIn(text, (source) => this.evaluate(source, standing));
  }

  private values({ form, data, subject, applicant }: Standing, now: Instant): Values {
    return { form: form.fields, data, subject, instance: { applicant }, now: new Date(now), ...this.given };
  }

  private factsFor(names: readonly string[], standing: Standing): Record<string, unknown> {
    const missing = names.filter((name) => this.world.facts[name] === undefined);
    if (missing.length > 0) throw new Halt({ kind: 'wanting', facts: missing.map((name) => this.question(name, standing)) });
    return Object.fromEntries(
      names.map((name) => {
        const answer = this.world.facts[name];
        if (answer === null || answer === undefined) {
          const asked = JSON.stringify(this.question(name, standing).with);
          throw new Halt(refused('fact.not-found', { params: { fact: name, asked } }));
        }
        this.usedFacts[name] = answer;
        return [name, this.revive(name, answer)];
      }),
    );
  }

  private question(name: string, standing: Standing): Wanting['facts'][number] {
    const fact = this.workflow.definition.facts?.[name];
    if (fact === undefined) throw new Error(`fact is not declared: ${name}`);
    const parameters = Object.entries(fact.with).map(([parameter, source]) => [parameter, toJson(this.evaluate(source, standing))]);
    return { name, source: fact.source, with: Object.fromEntries(parameters) as Fields };
  }

  private revive(name: string, answer: Fields): Record<string, unknown> {
    const types = this.workflow.factTypes.get(name);
    return Object.fromEntries(
      Object.entries(answer).map(([field, value]) => [
        field,
        types?.[field] === 'timestamp' && typeof value === 'string' ? new Date(value) : value,
      ]),
    );
  }
}

import type { Call } from '../../definition/call.ts';
import type { Children } from '../../definition/children.ts';
import type { Definition } from '../../definition/definition.ts';
import type { DataSchema, FormField } from '../../definition/form.ts';
import { keysOf, valueAt } from '../../edit/pointer.ts';
import { type Expected, listItem } from '../../expression/check.ts';
import type { FactCatalogue, Given, Scope } from '../../expression/variables.ts';
import { variablesOf } from '../../expression/variables.ts';
import { pointerTo } from '../../problem.ts';
import { errandEvents, isErrandEvent } from '../events.ts';

/** A place of a document where an expression stands, or could. */
export interface ExpressionPlace {
  /** What it has to yield. */
  readonly expected: Expected;
  /** Whether it stands in the braces of a text, in either language. */
  readonly isText: boolean;
  readonly given: Given | undefined;
}

type Keys = readonly string[];

const formAlone: Given = { kind: 'form' };

const expectedOf = (field: Pick<FormField, 'type'>): Expected =>
  field.type === 'string' ? 'string' : field.type === 'boolean' ? 'bool' : field.type === 'array' ? 'list' : 'number';

/** What may be read at each place of a document, and what it has to yield: asked of documents that are not whole, too. */
export class ExpressionPlaces {
  readonly scopeOf: (given?: Given) => Scope;
  private readonly known = new Map<string, Given>();

  constructor(
    private readonly definition: Definition,
    private readonly catalogue: FactCatalogue,
  ) {
    this.scopeOf = variablesOf(definition, catalogue);
  }

  /** Undefined where no expression belongs. */
  at(pointer: string): ExpressionPlace | undefined {
    const [first, ...rest] = keysOf(pointer);
    if (first === 'machine') return this.inState('/machine', rest);
    if (/^\/(summary|unique\/message)$/.test(pointer)) return text();
    if (/^\/unique\/by\/\d+$/.test(pointer)) return yielding('string');
    if (/^\/delays\/[^/]+\/at$/.test(pointer)) return yielding('timestamp');
    if (/^\/facts\/[^/]+\/with\/[^/]+$/.test(pointer)) return this.ofParameter(rest[0] ?? '', rest[2] ?? '');
    if (/^\/form\/schema\/properties\/[^/]+\/x-(shown|required)$/.test(pointer)) return yielding('bool', formAlone);
    return /^\/form\/schema\/properties\/[^/]+\/x-calc$/.test(pointer) ? this.ofCalculation(rest[2] ?? '') : undefined;
  }

  private ofParameter(fact: string, parameter: string): ExpressionPlace {
    const source = this.catalogue[this.definition.facts?.[fact]?.source ?? ''];
    return yielding(source?.parameters[parameter] === 'double' ? 'number' : 'string');
  }

  private ofCalculation(name: string): ExpressionPlace | undefined {
    const field = valueAt(this.definition, pointerTo('form', 'schema', 'properties', name)) as FormField | undefined;
    return field === undefined ? undefined : yielding(expectedOf(field));
  }

  private inState(state: string, keys: Keys): ExpressionPlace | undefined {
    const [key, name = '', ...rest] = keys;
    switch (key) {
      case 'states':
        return this.inState(`${state}${pointerTo('states', name)}`, rest);
      case 'entry':
      case 'exit':
        return this.inActions(`${state}/${key}`, keys.slice(1));
      case 'output':
        return rest.length === 0 ? yielding('any') : undefined;
      case 'meta':
        return this.inMeta(`${state}/meta`, [name, ...rest]);
      case 'on':
        return this.inWay(`${state}${pointerTo('on', name)}`, rest, this.broughtBy(name, state));
      case 'after':
        return this.inWay(`${state}${pointerTo('after', name)}`, rest);
      case 'always':
      case 'onDone':
        return this.inWay(`${state}/${key}`, keys.slice(1));
      default:
        return undefined;
    }
  }

  private inMeta(meta: string, keys: Keys): ExpressionPlace | undefined {
    switch (keys.join('/').replace(/^(children\/form|call\/body)\/[^/]+$/, '$1/*')) {
      case 'step/due/at':
        return yielding('timestamp');
      case 'call/body/*':
        return yielding('any');
      case 'children/each':
        return yielding('list');
      case 'children/organisation':
        return yielding('string', this.itemOf(`${meta}/children/each`));
      case 'children/form/*':
        return yielding('any', this.itemOf(`${meta}/children/each`));
      default:
        return undefined;
    }
  }

  /** An item of the list that child cases are started for. */
  private itemOf(each: string): Given | undefined {
    const source = valueAt(this.definition, each);
    return typeof source === 'string' ? this.once(each, () => listItem(source, this.scopeOf(), this.definition)) : undefined;
  }

  /** What an event brings with it. */
  private broughtBy(event: string, state: string): Given | undefined {
    const signal = valueAt(this.definition, pointerTo('signals', event)) as { readonly payload?: DataSchema } | undefined;
    if (signal !== undefined) return this.once(`/signals/${event}`, () => ({ kind: 'signal', payload: signal.payload }));
    if (!isErrandEvent(event)) return undefined;
    const children = valueAt(this.definition, `${state}/meta/children`) as Children | undefined;
    const call = valueAt(this.definition, `${state}/meta/call`) as Call | undefined;
    if (errandEvents[event].of === 'children' && children !== undefined) {
      return this.once(`${state}/children`, () => ({ kind: 'children', output: children.output }));
    }
    return event === 'callDone' && call !== undefined
      ? this.once(`${state}/call`, () => ({ kind: 'result', result: call.result }))
      : undefined;
  }

  private once(key: string, make: () => Given | undefined): Given | undefined {
    const given = this.known.get(key) ?? make();
    if (given !== undefined) this.known.set(key, given);
    return given;
  }

  private inWay(pointer: string, keys: Keys, given?: Given): ExpressionPlace | undefined {
    const [key, ...rest] = keys;
    if (/^\d+$/.test(key ?? '')) return this.inWay(`${pointer}/${key}`, rest, given);
    if (key === 'actions') return this.inActions(`${pointer}/actions`, rest, given);
    if (key !== 'guard') return undefined;
    const within = rest.join('/').replace(/^params\/all\/\d+/, 'rule');
    if (within === 'params/when' || within === 'rule/when') return yielding('bool', given);
    return within === 'rule/message' ? text(given) : undefined;
  }

  private inActions(pointer: string, keys: Keys, given?: Given): ExpressionPlace | undefined {
    const [key, ...rest] = keys;
    if (/^\d+$/.test(key ?? '')) return this.inActions(`${pointer}/${key}`, rest, given);
    return key === 'params' ? this.inAction(valueAt(this.definition, `${pointer}/type`), rest, given) : undefined;
  }

  private inAction(type: unknown, keys: Keys, given?: Given): ExpressionPlace | undefined {
    const within = keys.join('/').replace(/^payload\/[^/]+$/, 'payload/*');
    if (type === 'notify') return within === 'message' ? text(given) : undefined;
    if (type === 'set') return keys.length === 1 ? yielding(this.expectedOfData(keys[0] ?? ''), given) : undefined;
    if (type !== 'signal') return undefined;
    return within === 'payload/*' ? yielding('any', given) : within === 'instance' ? yielding('string', given) : undefined;
  }

  private expectedOfData(name: string): Expected {
    const field = valueAt(this.definition, pointerTo('data', 'properties', name)) as FormField | undefined;
    return field === undefined ? 'any' : expectedOf(field);
  }
}

const yielding = (expected: Expected, given?: Given): ExpressionPlace => ({ expected, isText: false, given });
const text = (given?: Given): ExpressionPlace => ({ expected: 'any', isText: true, given });

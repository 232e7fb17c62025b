import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { Form } from '../definition/form.ts';
import type { Rule, StateNode, Transition, Transitions } from '../definition/machine.ts';
import { pointerTo } from '../problem.ts';
import { titleOfEvent } from './events.ts';
import { shortText } from './short-text.ts';
import { type Part, parts, type Thing, things } from './texts.ts';

type Sentence = Required<Text>;

/** One thing that a reader of two definitions would be told. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The state it is of, by its path in the later definition, or in the earlier where it is gone; none outside the machine. */
  readonly state?: string;
  /** JSON Pointer into the earlier definition; absent for what is added. */
  readonly before?: string;
  /** JSON Pointer into the later definition; absent for what is removed. */
  readonly after?: string;
  readonly message: Sentence;
}

type Keys = readonly (string | number)[];
interface Place {
  /** What a sentence about it begins with: its title, or nothing outside of any state. */
  readonly of: Sentence | undefined;
  readonly state?: string;
  readonly before: Keys;
  readonly after: Keys;
  readonly signals: Definition['signals'];
}

const same = (one: unknown, other: unknown): boolean => written(one) === written(other);

/** JSON with its keys in order, so that nothing depends on how they were written. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? '';

const inBoth = (text: Text): Sentence => ({ zh: text.zh, en: text.en ?? text.zh });
const about = (of: Sentence | undefined, zh: string, en: string): Sentence =>
  of === undefined ? { zh, en } : { zh: `${of.zh}：${zh}`, en: `${of.en}: ${en}` };

/**
 * What is different between two definitions, in the order of the document: what a reader cares about, one sentence each, with
 * its place on both sides. None for two documents of the same content, and at least one for any other two.
 */
export function differencesOf(before: Definition, after: Definition): readonly Difference[] {
  const whole: Place = { of: undefined, before: [], after: [], signals: { ...before.signals, ...after.signals } };
  return [
    ...members(whole, { before: before, after: after }, ['form', 'machine', 'facts', 'data', 'delays', 'signals', 'examples']),
    ...named('fact', whole, { before: before.facts, after: after.facts }, { within: ['facts'] }),
    ...named('data', whole, { before: before.data?.properties, after: after.data?.properties }, { within: ['data', 'properties'] }),
    ...members(whole, { before: before.data, after: after.data }, ['properties'], ['data']),
    ...named('delay', whole, { before: before.delays, after: after.delays }, { within: ['delays'] }),
    ...named('signal', whole, { before: before.signals, after: after.signals }, { within: ['signals'], titleOf: titled }),
    ...formDifferences(whole, before.form, after.form),
    ...stateDifferences({ ...whole, before: ['machine'], after: ['machine'] }, before.machine, after.machine, ''),
    ...exampleDifferences(whole, before.examples, after.examples),
  ];
}

const titled = (thing: unknown): Sentence => inBoth((thing as { readonly title: Text }).title);

type Examples = NonNullable<Definition['examples']>;

/** Saved runs go by what they are called; where only their order is another, that is said. */
function exampleDifferences(whole: Place, before: Examples = [], after: Examples = []): Difference[] {
  const [was, is] = [before, after].map(
    (examples) => new Map(examples.map((example, index) => [nameOf(examples, index), { example, index }])),
  );
  const all = [...new Set([...(is?.keys() ?? []), ...(was?.keys() ?? [])])];
  const found = all.flatMap((name) => {
    const [old, now] = [was?.get(name), is?.get(name)];
    const told = named(
      'example',
      whole,
      { before: { [name]: old?.example }, after: { [name]: now?.example } },
      { within: [], titleOf: titled },
    );
    return told.map((one) => ({
      ...one,
      ...(old !== undefined && { before: pointerTo('examples', old.index) }),
      ...(now !== undefined && { after: pointerTo('examples', now.index) }),
    }));
  });
  return found.length > 0 ? found : members(whole, { before: { examples: before }, after: { examples: after } });
}

/** Of two examples of the same title, the second is another. */
const nameOf = (examples: Examples, index: number): string => {
  const title = examples[index]?.title.zh ?? '';
  const earlier = examples.slice(0, index).filter((other) => other.title.zh === title).length;
  return earlier === 0 ? title : `${title} ${earlier + 1}`;
};

/** What is short is told as it was and as it is; of anything else only that it is different. */
function changedTo(of: Sentence | undefined, name: string, was: unknown, is: unknown): readonly [zh: string, en: string] {
  const [before, after] = [shortText(name, was), shortText(name, is)];
  const part = partOf(of !== undefined && name === 'title' ? 'name' : name);
  if (of === undefined || before === undefined || after === undefined || before.zh === after.zh)
    return [`修改了${part.zh}`, `${part.en} changed`];
  return [`${part.zh}由“${before.zh}”改为“${after.zh}”`, `${part.en} was “${before.en}” and is “${after.en}”`];
}

const partOf = (name: string): Sentence =>
  Object.hasOwn(parts, name) ? parts[name as Part] : { zh: `${parts.others.zh}（${name}）`, en: `${parts.others.en} (${name})` };

/** The two that are held against each other. */
interface Both {
  readonly before: object | undefined;
  readonly after: object | undefined;
}

/** Every member that is different, but for those that are looked into. */
function members({ of, state, ...at }: Place, { before, after }: Both, skipped: readonly string[] = [], within: Keys = []): Difference[] {
  const [was, is] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  const names = [...new Set([...Object.keys(is), ...Object.keys(was)])].filter((name) => !skipped.includes(name));
  return names
    .filter((name) => !same(was[name], is[name]))
    .map((name) => ({
      kind: 'changed' as const,
      ...(state !== undefined && { state }),
      ...(was[name] !== undefined && { before: pointerTo(...at.before, ...within, name) }),
      ...(is[name] !== undefined && { after: pointerTo(...at.after, ...within, name) }),
      message: about(of, ...changedTo(of, name, was[name], is[name])),
    }));
}

type Members = Readonly<Record<string, unknown>> | undefined;

interface Things {
  readonly before: Members;
  readonly after: Members;
}
interface Where {
  readonly within: Keys;
  readonly titleOf?: (thing: unknown) => Sentence | undefined;
}

/** Things of a kind by their names: added, removed, changed. */
function named(thing: Thing, { of, state, ...at }: Place, { before = {}, after = {} }: Things, { within, titleOf }: Where): Difference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): Difference[] => {
    const [was, is] = [before[name], after[name]];
    if (same(was, is)) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    const title = titleOf?.(is ?? was) ?? { zh: name, en: name };
    const { zh, en } = things[thing];
    const verb = { added: ['新增', 'added'], removed: ['删去', 'removed'], changed: ['修改了', 'changed'] }[kind];
    return [
      {
        kind,
        ...(state !== undefined && { state }),
        ...(was !== undefined && { before: pointerTo(...at.before, ...within, name) }),
        ...(is !== undefined && { after: pointerTo(...at.after, ...within, name) }),
        message: about(of, `${verb[0]}${zh}“${title.zh}”`, `${en} “${title.en}” ${verb[1]}`),
      },
    ];
  });
}

function fieldTitle(field: unknown): Sentence | undefined {
  const { title, 'x-en': en } = field as { readonly title?: string; readonly 'x-en'?: string };
  return title === undefined ? undefined : { zh: title, en: en ?? title };
}

const fieldsAt = ['form', 'schema', 'properties'] as const;

type Properties = Form['schema']['properties'];

const mapped = (properties: Properties, change: (field: Properties[string], name: string) => unknown): Members =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, change(field, name)]));

function withoutConditions(field: Properties[string]): unknown {
  const { 'x-shown': _shown, 'x-required': _wanted, ...rest } = field;
  return rest;
}

const conditionsOf = (field: Properties[string] | undefined): object => ({
  ...(field?.['x-shown'] !== undefined && { 'x-shown': field['x-shown'] }),
  ...(field?.['x-required'] !== undefined && { 'x-required': field['x-required'] }),
});

function formDifferences(whole: Place, before: Form, after: Form): Difference[] {
  const sorted = ({ schema: { required, ...schema } }: Form) => ({ ...schema, required: [...(required ?? [])].sort() });
  const [was, is] = [before.schema.properties, after.schema.properties];
  return [
    ...named(
      'field',
      whole,
      {
        before: mapped(was, (field, name) => (name in is ? withoutConditions(field) : field)),
        after: mapped(is, (field, name) => (name in was ? withoutConditions(field) : field)),
      },
      { within: fieldsAt, titleOf: fieldTitle },
    ),
    ...Object.entries(is).flatMap(([name, field]) => {
      const at = [...fieldsAt, name];
      const { zh, en } = fieldTitle(field) ?? { zh: name, en: name };
      const place = { ...whole, of: { zh: `${things.field.zh}“${zh}”`, en: `${things.field.en} “${en}”` }, before: at, after: at };
      return name in was ? members(place, { before: conditionsOf(was[name]), after: conditionsOf(field) }) : [];
    }),
    ...members(whole, { before: sorted(before), after: sorted(after) }, ['properties'], ['form', 'schema']),
    ...members(whole, { before: before, after: after }, ['schema'], ['form']),
  ];
}

const titleOf = (key: string, { meta }: StateNode): Sentence => inBoth(meta?.step?.title ?? meta?.title ?? { zh: key });

/** Of a state, and of those inside it. A state that has another key but the same content otherwise was renamed. */
function stateDifferences(place: Place, before: StateNode, after: StateNode, path: string): Difference[] {
  const { states: statesBefore = {}, ...was } = before;
  const { states: statesAfter = {}, ...is } = after;
  const own = [
    ...members(place, { before: was, after: is }, ['meta', 'on', 'after', 'always']),
    ...members(place, { before: was.meta, after: is.meta }, ['step'], ['meta']),
    ...members(place, { before: was.meta?.step, after: is.meta?.step }, [], ['meta', 'step']),
    ...(['on', 'after'] as const).flatMap((trigger) => wayDifferences(place, trigger, was, is)),
    ...waysDiffer(place, ['always'], { before: was.always, after: is.always }),
  ];
  const renamed = renamings(statesBefore, statesAfter);
  const keys = [...new Set([...Object.keys(statesAfter), ...Object.keys(statesBefore)])];
  const inner = keys.flatMap((key): Difference[] => {
    const inside = path === '' ? key : `${path}.${key}`;
    const [old, now] = [statesBefore[renamed.get(key) ?? key], statesAfter[key]];
    if ([...renamed.values()].includes(key) && now === undefined) return [];
    const keysBefore = [...place.before, 'states', renamed.get(key) ?? key];
    const keysAfter = [...place.after, 'states', key];
    if (now === undefined || old === undefined) return old === now ? [] : [comeOrGone(inside, old, now, { keysBefore, keysAfter, key })];
    const at = { ...place, of: titleOf(key, now), state: inside, before: keysBefore, after: keysAfter };
    const name = renamed.get(key);
    const rename = name === undefined ? [] : [renaming(at, name, key)];
    return [...rename, ...stateDifferences(at, old, now, inside)];
  });
  return [...own, ...inner];
}

interface Ends {
  readonly keysBefore: Keys;
  readonly keysAfter: Keys;
  readonly key: string;
}

function comeOrGone(
  state: string,
  old: StateNode | undefined,
  now: StateNode | undefined,
  { keysBefore, keysAfter, key }: Ends,
): Difference {
  const { zh, en } = titleOf(key, now ?? old ?? {});
  if (now !== undefined) {
    return { kind: 'added', state, after: pointerTo(...keysAfter), message: { zh: `新增环节“${zh}”`, en: `step “${en}” added` } };
  }
  return { kind: 'removed', state, before: pointerTo(...keysBefore), message: { zh: `删去环节“${zh}”`, en: `step “${en}” removed` } };
}

const renaming = ({ of, state, before, after }: Place, was: string, is: string): Difference => ({
  kind: 'changed',
  ...(state !== undefined && { state }),
  before: pointerTo(...before),
  after: pointerTo(...after),
  message: about(of, `标识由 ${was} 改为 ${is}`, `its key was ${was} and is ${is}`),
});

/** New key → the key it had, of states that are the same but for their keys. */
function renamings(before: Readonly<Record<string, StateNode>>, after: Readonly<Record<string, StateNode>>): ReadonlyMap<string, string> {
  const gone = Object.entries(before).filter(([key]) => after[key] === undefined);
  const found = new Map<string, string>();
  for (const [key, node] of Object.entries(after)) {
    if (before[key] !== undefined) continue;
    const old = gone.find(([name, other]) => ![...found.values()].includes(name) && isSameButFor(node, other));
    if (old !== undefined) found.set(key, old[0]);
  }
  return found;
}

const isSameButFor = (one: StateNode, other: StateNode): boolean =>
  same(one, other) || (one.meta?.step !== undefined && same(one.meta, other.meta));

/** Where each event leads: one sentence for a way that is other, and one for each of its rules. */
function wayDifferences(place: Place, trigger: 'on' | 'after', node: StateNode, other: StateNode): Difference[] {
  const { [trigger]: before = {} } = node;
  const { [trigger]: after = {} } = other;
  const events = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return events.flatMap((event) => {
    const [was, is] = [before[event], after[event]];
    const title = titleOfEvent(trigger, event, [other, node], place.signals);
    if (was === undefined || is === undefined)
      return named('transition', place, { before: { [event]: was }, after: { [event]: is } }, { within: [trigger], titleOf: () => title });
    return waysDiffer(place, [trigger, event], { before: was, after: is }, title);
  });
}

interface Ways {
  readonly before: Transitions | undefined;
  readonly after: Transitions | undefined;
}

function waysDiffer(place: Place, within: Keys, { before, after }: Ways, title?: Sentence): Difference[] {
  if (same(before, after)) return [];
  const [was, is] = [rulesOf(before), rulesOf(after)];
  const rules = named('rule', place, { before: was, after: is }, { within }).map(({ before: _was, after: _is, ...rest }) => ({
    ...rest,
    ...(before !== undefined && { before: pointerTo(...place.before, ...within) }),
    ...(after !== undefined && { after: pointerTo(...place.after, ...within) }),
  }));
  const isLeft = !same(withoutRules(before), withoutRules(after)) || rules.length === 0;
  const part = within[0] === 'always' ? 'always' : within[0] === 'after' ? 'after' : 'on';
  const { of, state } = place;
  const ends = { before: pointerTo(...place.before, ...within), after: pointerTo(...place.after, ...within) };
  const { zh, en } = parts[part];
  const [said, saidInEnglish] = title === undefined ? [zh, en] : [`“${title.zh}”的${zh}`, `${en} on “${title.en}”`];
  const message = about(of, `修改了${said}`, `${saidInEnglish} changed`);
  return [...(isLeft ? [{ kind: 'changed' as const, ...(state !== undefined && { state }), ...ends, message }] : []), ...rules];
}

const listOf = (transitions: Transitions | undefined): Transition[] =>
  [transitions ?? []].flat().map((transition) => (typeof transition === 'string' ? { target: transition } : transition));

const rulesOf = (transitions: Transitions | undefined): Record<string, Rule> =>
  Object.fromEntries(listOf(transitions).flatMap(({ guard }) => (guard?.params.all ?? []).map((rule) => [rule.rule, rule])));

const withoutRules = (transitions: Transitions | undefined): unknown =>
  listOf(transitions).map(({ guard, ...rest }) => ({ ...rest, when: guard?.params.when }));

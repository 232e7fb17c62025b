import { outcomesOf } from '../../definition/outcomes.ts';
import type { Outcome } from '../../definition/step.ts';
import { type Asked, askedOf, type Condition, type Constant, expressionOf, readCondition, variablesIn } from './condition.ts';
import type { FormFields } from './form-fields.ts';
import type { Flow, FlowNode } from './graph.ts';
import type { Losses } from './losses.ts';
import { nameFrom } from './names.ts';

/** One way on from a step: which outcome leads it, under which condition. */
export interface Choice {
  readonly outcome: Outcome;
  readonly when?: string;
  readonly flow: Flow;
}

/** What the ways from a gateway are told apart by. */
export interface Setting {
  readonly fields: FormFields;
  readonly losses: Losses;
  /** The step before the gateway, whose decision they may be; without one, nothing was decided. */
  readonly step?: FlowNode;
  /** What a step says that has nothing to choose. */
  readonly plain: 'approve' | 'submit';
  readonly leadsBack: (flow: Flow) => boolean;
  readonly titleOf: (flow: Flow) => string;
}

type WellKnown = Extract<Outcome, string>;
const wellKnown = new Map(
  outcomesOf({ by: 'one', outcomes: ['approve', 'submit', 'resubmit', 'reject', 'return'] }).map((outcome) => [outcome.name, outcome]),
);

const words: readonly (readonly [WellKnown, RegExp])[] = [
  ['approve', /^(?:approved?|agreed?|accept(?:ed)?|pass(?:ed)?|yes|ok|true|同意|通过|批准|审批通过|审核通过|是)$/i],
  ['reject', /^(?:reject(?:ed)?|refused?|den(?:y|ied)|no|false|disagree|不同意|不通过|拒绝|否决|不批准|审批不通过|否)$/i],
  ['return', /^(?:return(?:ed)?|back|rework|revise|退回|驳回|退回修改|打回)$/i],
  ['resubmit', /^(?:resubmit(?:ted)?|重新提交)$/i],
  ['submit', /^(?:submit(?:ted)?|提交)$/i],
];

const meant = (said: string): WellKnown | undefined => words.find(([, pattern]) => pattern.test(said))?.[0];

/** A flow as its condition has it: what is asked to be decided, and what else has to hold. */
interface Read {
  readonly flow: Flow;
  readonly condition: Condition | undefined;
  readonly asked: (Pick<Asked, 'variable' | 'value'> & { readonly rest: readonly Condition[]; readonly more: string }) | undefined;
}

/** The ways from a gateway as outcomes and conditions; what cannot be an expression is for people to choose. */
export function choicesAt(gateway: FlowNode, setting: Setting): Choice[] {
  const flows = [...gateway.outgoing].sort((one, other) => Number(one.isDefault) - Number(other.isDefault));
  const reads = flows.map(readFlow);
  const variable = setting.step === undefined ? undefined : decidedVariable(reads, setting.step, setting.fields);
  if (variable !== undefined) setting.fields.forget(variable);
  const isSilent = reads.every(({ flow }) => flow.condition === '');
  const choices = reads.map((read) => {
    if (variable !== undefined) return decided(read, reads, setting);
    return read.flow.condition === '' && !isSilent ? otherwise(read, setting) : conditioned(read, setting);
  });
  return apart(choices, setting);
}

function readFlow(flow: Flow): Read {
  const condition = readCondition(flow.condition);
  if (condition !== undefined) {
    const asked = askedOf(condition);
    return { flow, condition, asked: asked && { ...asked, more: '' } };
  }
  // A decision and something that is more than comparisons: the decision is kept by itself.
  const [, decision = '', more = ''] =
    /^\s*(?:[$#]\{)?\s*(\w+ == (?:"\w+"|'\w+'|true|false))\s*&&\s*(.+?)\}?\s*$/.exec(flow.condition) ?? [];
  const first = readCondition(decision);
  const asked = first && askedOf(first);
  const rest = readCondition(more);
  return { flow, condition, asked: asked && { ...asked, rest: rest === undefined ? [] : [rest], more: rest === undefined ? more : '' } };
}

/** The one variable that all conditions ask for and that nothing but the step before could have set: it is its decision. */
function decidedVariable(reads: readonly Read[], step: FlowNode, fields: FormFields): string | undefined {
  const conditional = reads.filter(({ flow }) => flow.condition !== '');
  const [variable, ...others] = new Set(conditional.map(({ asked }) => asked?.variable));
  if (variable === undefined || others.length > 0) return undefined;
  if (conditional.some(({ asked }) => typeof asked?.value === 'number')) return undefined;
  return fields.isDeclaredBeside(variable, step) ? undefined : variable;
}

function decided(read: Read, all: readonly Read[], setting: Setting): Choice {
  const { flow, asked } = read;
  if (asked === undefined) return { outcome: outcomeOf(oppositeOf(all), flow, setting, 'other'), flow };
  const { rest, more } = asked;
  const when = rest.filter((condition) => isComparable(condition, setting.fields));
  if (more !== '' || when.length < rest.length) setting.losses.add('bpmn.no-condition', of(flow), { detail: flow.condition });
  const outcome = outcomeOf(asked.value, flow, setting, 'way');
  return { outcome, flow, ...(when.length > 0 && { when: written({ kind: 'all', of: when }, setting.fields, flow) }) };
}

/** What is left to say where only one of yes and no has a condition. */
function oppositeOf(all: readonly Read[]): Constant | undefined {
  const values = new Set(all.flatMap(({ asked }) => (asked === undefined ? [] : [asked.value])));
  const [only] = values;
  return values.size === 1 && typeof only === 'boolean' ? !only : undefined;
}

function conditioned({ flow, condition }: Read, setting: Setting): Choice {
  if (condition !== undefined && isComparable(condition, setting.fields)) {
    return { outcome: setting.plain, when: written(condition, setting.fields, flow), flow };
  }
  if (flow.condition !== '') setting.losses.add('bpmn.no-condition', of(flow), { detail: flow.condition });
  return { outcome: outcomeOf(undefined, flow, setting, 'way'), flow };
}

const otherwise = ({ flow }: Read, { plain }: Setting): Choice => ({ outcome: plain, flow });

/** What a step says that has nothing to choose: as its one flow is called, or plainly. */
export const onlyChoice = (flow: Flow | undefined, setting: Setting): Omit<Choice, 'flow'> & { readonly flow: Flow | undefined } => ({
  outcome: flow === undefined || flow.name === '' ? setting.plain : outcomeOf(undefined, flow, setting, setting.plain),
  flow,
});

const of = ({ id, name, from }: Flow) => ({ id, name: name || from.name });

const isComparable = (condition: Condition, fields: FormFields): boolean =>
  variablesIn(condition).every(({ variable, value }) => fields.canCompare(variable, value));

function written(condition: Condition, fields: FormFields, flow: Flow): string {
  const values = new Map(variablesIn(condition).map(({ variable, value }) => [variable, value]));
  return expressionOf(condition, (variable) => fields.use(variable, values.get(variable) ?? '', of(flow)));
}

function outcomeOf(constant: Constant | undefined, flow: Flow, setting: Setting, otherwise: string): Outcome {
  const said = typeof constant === 'string' ? constant : '';
  const meaning = meaningOf(constant, flow, setting);
  const name = nameFrom(said) || meaning || otherwise;
  const title = flow.name || said || (meaning === undefined ? setting.titleOf(flow) : '');
  if (isCalledAsKnown(name, ['', said], title)) return name;
  return { name, title: { zh: title || name }, kind: wellKnown.get(meaning ?? name)?.kind ?? 'pass' };
}

/** Whether an outcome is a well-known one under its own title, or under one that says nothing else. */
function isCalledAsKnown(name: string, silent: readonly string[], title: string): name is WellKnown {
  const known = wellKnown.get(name);
  return known !== undefined && [...silent, known.title.zh, known.title.en].includes(title);
}

/** What a decision means by its constant or else its flow's name; a no that leads back to an earlier step is a return. */
function meaningOf(constant: Constant | undefined, flow: Flow, { leadsBack }: Setting): WellKnown | undefined {
  const word = meant(String(constant ?? '')) ?? meant(flow.name);
  return word === 'reject' && typeof constant !== 'string' && leadsBack(flow) ? 'return' : word;
}

export const outcomeName = (outcome: Outcome): string => (typeof outcome === 'string' ? outcome : outcome.name);
const outcomeTitle = (outcome: Outcome): string =>
  typeof outcome === 'string' ? (wellKnown.get(outcome)?.title.zh ?? outcome) : outcome.title.zh;

/** Where an outcome leads on whatever the case, what comes after it under the same name would never be taken: it is a choice of its own. */
function apart(choices: readonly Choice[], setting: Setting): Choice[] {
  const settled = new Set<string>();
  const titles = new Set<string>();
  return choices.map((choice) => {
    const name = freeName(outcomeName(choice.outcome), settled);
    const isNew = name !== outcomeName(choice.outcome);
    const outcome = isNew ? renamed(choice, name, titles, setting) : choice.outcome;
    if (choice.when === undefined) settled.add(name);
    titles.add(outcomeTitle(outcome));
    return { ...choice, outcome };
  });
}

function freeName(wanted: string, settled: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!settled.has(name)) return name;
  }
}

function renamed({ outcome, flow }: Choice, name: string, titles: ReadonlySet<string>, { titleOf }: Setting): Outcome {
  const kind = typeof outcome === 'string' ? (wellKnown.get(outcome)?.kind ?? 'pass') : outcome.kind;
  const title = [flow.name, titleOf(flow)].find((text) => text !== '' && !titles.has(text));
  return { name, title: { zh: title ?? `${outcomeTitle(outcome)}（${name}）` }, kind };
}

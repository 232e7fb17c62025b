import { asMembers, type Definition, type FactCatalogue, type PlacedRead, readsIn, type Text, valueAt, withValue } from '#engine';
import { asWindowRead, handingIn, type WindowRole, windowRegister, windowRoles } from './windows.ts';

/** The window within which cases are handed in: where each of the first step's ways on says so; undefined where any time will do. */
export function boundWindow(definition: Definition, catalogue: FactCatalogue): WindowRole | undefined {
  const reads = readsIn(definition, catalogue);
  const ways = handingIn(definition)?.ways ?? [];
  return windowRoles.find((role) => ways.length > 0 && ways.every((way) => rulesOf(definition, reads, way).includes(role)));
}

/** Has cases be handed in within a window, or at any time. */
export function bindStart(definition: Definition, catalogue: FactCatalogue, role: WindowRole | undefined): Definition {
  const free = unbound(definition, catalogue);
  if (role === undefined) return free;
  const { facts, names } = declared(free);
  const bound = withValue(free, '/facts', facts);
  return (handingIn(free)?.ways ?? []).reduce((changed, way) => withRule(changed, way, ruleOf(role, names)), bound);
}

interface WindowRule {
  readonly rule: string;
  readonly when: string;
  readonly message: Text;
}

/** Whose windows a way's rules are about, by their places; undefined for a rule that is about something else as well. */
function rulesOf(definition: Definition, reads: readonly PlacedRead[], way: string): readonly (WindowRole | undefined)[] {
  const rules = (valueAt(definition, `${way}/guard/params/all`) ?? []) as readonly WindowRule[];
  return rules.map((_, index) => {
    const own = reads.filter(({ pointer }) => pointer === `${way}/guard/params/all/${index}/when`);
    const others = own.filter(({ path }) => path.join('.') !== 'now').map((read) => asWindowRead(definition, read));
    const [first] = others;
    const isWhole = (['Opens', 'Closes'] as const).every((what) => others.some((read) => read?.what === what));
    return isWhole && others.every((read) => read?.role === first?.role) ? first?.role : undefined;
  });
}

function unbound(definition: Definition, catalogue: FactCatalogue): Definition {
  const reads = readsIn(definition, catalogue);
  const free = (handingIn(definition)?.ways ?? []).reduce((changed, way) => {
    const found = rulesOf(definition, reads, way);
    if (!found.some((role) => role !== undefined)) return changed;
    const all = (valueAt(definition, `${way}/guard/params/all`) as readonly WindowRule[]).filter((_, index) => found[index] === undefined);
    const isEmpty = all.length === 0 && valueAt(definition, `${way}/guard/params/when`) === undefined;
    return isEmpty ? withValue(changed, `${way}/guard`, undefined) : withValue(changed, `${way}/guard/params/all`, all);
  }, definition);
  return withoutIdleFacts(free, catalogue);
}

/** Both seasons of the year: whichever is on, so that the process need not ask for one. */
const seasons = { springWindow: 'spring', autumnWindow: 'autumn' } as const;

const asked = (season: string) => ({
  source: windowRegister,
  with: { season: JSON.stringify(season), year: 'now.getFullYear("Asia/Shanghai")' },
});

const isAsked = (fact: unknown, season: string): boolean => JSON.stringify(fact) === JSON.stringify(asked(season));

/** What was declared for the binding alone is not kept. */
function withoutIdleFacts(definition: Definition, catalogue: FactCatalogue): Definition {
  const read = new Set(readsIn(definition, catalogue).map(({ path: [variable, fact] }) => `${variable}.${fact}`));
  const kept = Object.entries(definition.facts ?? {}).filter(
    ([name, fact]) => read.has(`facts.${name}`) || !Object.values(seasons).some((season) => isAsked(fact, season)),
  );
  return definition.facts === undefined || kept.length === Object.keys(definition.facts).length
    ? definition
    : withValue(definition, '/facts', kept.length === 0 ? undefined : Object.fromEntries(kept));
}

/** By which facts the windows are read: the process's own, where it asks for the season of its case; otherwise both seasons of the year. */
function declared({ facts = {} }: Definition): { readonly facts: NonNullable<Definition['facts']>; readonly names: readonly string[] } {
  const own = Object.entries(facts).find(([, { source, with: given }]) => source === windowRegister && !isConstant(given['season']));
  if (own !== undefined) return { facts, names: [own[0]] };
  const all = { ...facts };
  const names = Object.entries(seasons).map(([name, season]) => {
    const known = Object.entries(all).find(([, fact]) => isAsked(fact, season))?.[0];
    if (known !== undefined) return known;
    const free = freeName(all, name);
    all[free] = asked(season);
    return free;
  });
  return { facts: all, names };
}

const isConstant = (season: string | undefined): boolean => season === undefined || /^(".*"|'.*')$/.test(season.trim());

function freeName(taken: object, name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name}${number}`;
    if (!Object.hasOwn(taken, free)) return free;
  }
}

/** By what clause each takes its turn. */
const clauses: Readonly<Record<WindowRole, string>> = { school: 'R-AH24-07', city: 'R-AH24-08', province: 'R-AH24-09' };

const turns: Readonly<Record<WindowRole, Required<Text>>> = {
  school: { zh: '院校申报时间为', en: 'Schools apply from ' },
  city: { zh: '市级审核时间为', en: 'Cities review from ' },
  province: { zh: '省级审核时间为', en: 'The province reviews from ' },
};

function ruleOf(role: WindowRole, facts: readonly string[]): WindowRule {
  const days = facts.map((fact) => `{facts.${fact}.${role}Days}`);
  const open = facts.map((fact) => `now >= facts.${fact}.${role}Opens && now <= facts.${fact}.${role}Closes`);
  return {
    rule: clauses[role],
    when: open.join(' || '),
    message: { zh: `${turns[role].zh}${days.join('、')}。`, en: `${turns[role].en}${days.join(' and ')}.` },
  };
}

function withRule(definition: Definition, way: string, rule: WindowRule): Definition {
  const open = asMembers(definition, way);
  const rules = (valueAt(open, `${way}/guard/params/all`) ?? []) as readonly WindowRule[];
  const guard = (valueAt(open, `${way}/guard`) ?? { type: 'rules', params: {} }) as { readonly params: object };
  return withValue(open, `${way}/guard`, { ...guard, params: { ...guard.params, all: [...rules, rule] } });
}

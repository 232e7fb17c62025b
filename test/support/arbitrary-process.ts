import fc from 'fast-check';
import type { AssigneeRule, Definition, Policy, Step, Workflow } from '#engine';
import { applicant, draft, final, one, processOf, step } from './definitions.ts';
import { compiled } from './play.ts';

type State = Definition['machine'];

/** The bones of a random process: steps, groups of them one after another, and groups side by side. */
type Shape =
  | { readonly kind: 'step'; readonly traits: Traits }
  | { readonly kind: 'group'; readonly inner: readonly Shape[] }
  | { readonly kind: 'parallel'; readonly regions: readonly (readonly Shape[])[] };

interface Traits {
  readonly policy: 'one' | 'all' | 'sequence' | 'vote';
  readonly threshold: string;
  readonly quorum: boolean;
  readonly each: boolean;
  readonly posts: readonly string[];
  readonly nobody: 'hold' | 'skip' | 'assign';
  readonly rejects: boolean;
  readonly returns: 'none' | 'restart' | 'resume';
  /** How many of the steps before it may be chosen to return to. */
  readonly choices: number;
  readonly timer: boolean;
  readonly clocks: Clocks | null;
}

/** A step that is due, with some of these reminders and rungs. */
interface Clocks {
  readonly due: NonNullable<Step['due']>;
  readonly remind: NonNullable<Step['remind']>;
  readonly escalate: NonNullable<Step['escalate']>;
}

const posts = ['head', 'dean', 'finance', 'ghost'] as const;

const finance: AssigneeRule[] = [{ post: 'finance', at: 'school' }];
const reminders: Clocks['remind'] = [
  { before: 'P1D' },
  { at: 'due' },
  { at: 'due', to: [{ applicant: true }] },
  { after: 'P1D', every: 'P1D', times: 4 },
  { after: { workingHours: 4 }, every: { workingDays: 1 }, times: 3, to: finance },
];
const rungs: Clocks['escalate'] = [
  { after: 'PT1H', do: 'remind', to: finance },
  { after: 'P1D', do: 'add', to: [{ post: 'head', at: 'school' }] },
  { after: { workingDays: 1 }, do: 'assign', to: [{ post: 'dean', at: 'school', each: true }] },
  { after: 'P3D', do: 'assign', to: finance },
  { after: 'P5D', do: 'pass', outcome: 'approve', basis: ['R-1-1'] },
];
const clocks: fc.Arbitrary<Clocks> = fc.record({
  due: fc.constantFrom<Clocks['due'][]>(
    'P2D',
    'PT6H',
    { workingDays: 2 },
    { workingHours: 9 },
    { at: 'timestamp("2024-03-24T00:00:00Z") + duration(string(int(form.amount)) + "m")' },
  ),
  remind: fc.subarray(reminders),
  escalate: fc.subarray(rungs),
});

const traits: fc.Arbitrary<Traits> = fc.record({
  policy: fc.constantFrom('one', 'all', 'sequence', 'vote'),
  threshold: fc.constantFrom('1/2', '2/3', '1/1', '1/3'),
  quorum: fc.boolean(),
  each: fc.boolean(),
  posts: fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1, maxLength: 3 }),
  nobody: fc.constantFrom('hold', 'skip', 'assign'),
  rejects: fc.boolean(),
  returns: fc.constantFrom('none', 'restart', 'resume'),
  choices: fc.nat({ max: 3 }),
  timer: fc.boolean(),
  clocks: fc.option(clocks),
});

const shapes = fc.letrec<{ shape: Shape; line: Shape[] }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('step' as const), traits }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('group' as const), inner: tie('line') }) },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('parallel' as const), regions: fc.array(tie('line'), { minLength: 2, maxLength: 3 }) }),
    },
  ),
  line: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
}));

/** A random process that compiles: whatever it is made of, every way leads on and some way leads to an end. */
export const arbitraryProcess: fc.Arbitrary<Definition> = shapes.line.map((line) => new Builder().build(line));

/** What somebody does to a process between two versions of it: to one of its states, or to one step wherever it stands. */
type Edit =
  | { readonly kind: 'remove' | 'swap'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly shape: Shape }
  | { readonly kind: 'change'; readonly at: number; readonly traits: Partial<Traits> };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constantFrom('remove' as const, 'swap' as const), at: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat({ max: 9 }), shape: shapes.shape }),
  fc.record({ kind: fc.constant('change' as const), at: fc.nat({ max: 9 }), traits: someTraits() }),
);

/** Two versions of a random process. The names of states follow their order, so that one edit may give many another name. */
export const arbitraryEditions: fc.Arbitrary<readonly [Definition, Definition]> = fc
  .tuple(shapes.line, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([line, edits]) => [new Builder().build(line), new Builder().build(edits.reduce(edited, line))] as const);

function someTraits(): fc.Arbitrary<Partial<Traits>> {
  return fc
    .tuple(traits, fc.subarray(['policy', 'posts', 'rejects', 'returns', 'timer', 'clocks', 'each'] as const, { minLength: 1 }))
    .map(([all, names]) => Object.fromEntries(names.map((name) => [name, all[name]])) as Partial<Traits>);
}

function edited(line: readonly Shape[], edit: Edit): readonly Shape[] {
  const at = edit.at % line.length;
  switch (edit.kind) {
    case 'remove':
      return line.length > 1 ? line.toSpliced(at, 1) : line;
    case 'swap':
      return [...line.slice(at), ...line.slice(0, at)];
    case 'insert':
      return line.toSpliced(at, 0, edit.shape);
    case 'change':
      return line.map((shape, index) => (index === at ? changed(shape, edit.traits) : shape));
  }
}

/** Of what has others inside it, the first is changed. */
function changed(shape: Shape, traits: Partial<Traits>): Shape {
  const first = ([one, ...rest]: readonly Shape[]): readonly Shape[] => (one === undefined ? [] : [changed(one, traits), ...rest]);
  switch (shape.kind) {
    case 'step':
      return { ...shape, traits: { ...shape.traits, ...traits } };
    case 'group':
      return { ...shape, inner: first(shape.inner) };
    case 'parallel':
      return { ...shape, regions: shape.regions.map((region, index) => (index === 0 ? first(region) : region)) };
  }
}

const known = new Map<string, Workflow>();

/**
 * A random process, compiled. The properties of a suite that are asked of the same processes, by one seed, wait for the
 * compiler once: it takes as long as forty commands.
 */
export function compiledOnce(document: Definition): Workflow {
  const key = JSON.stringify(document);
  const workflow = known.get(key) ?? compiled(document);
  known.set(key, workflow);
  return workflow;
}

/** Who holds which post; `ghost` is held by nobody, and the applicant may be among the holders. */
export const arbitraryCast = fc.record({
  'clerk@school': fc.constant(['clerk']),
  'head@school': fc.subarray(['head', 'clerk', 'dean-1']),
  'dean@school': fc.subarray(['dean-1', 'dean-2', 'dean-3', 'head'], { minLength: 1 }),
  'finance@school': fc.subarray(['finance', 'dean-1']),
});

class Builder {
  private count = 0;
  private readonly earlier: string[] = ['draft'];

  build(line: readonly Shape[]): Definition {
    const states = this.line(line, '', 'approved');
    const [first = 'approved'] = Object.keys(states);
    return processOf(
      {
        initial: 'draft',
        on: { withdraw: '.withdrawn', recall: '.returned', cancel: '.rejected' },
        states: {
          draft: draft(first),
          ...states,
          returned: { meta: step(applicant, one('resubmit'), { fields: { '*': 'write' } }), on: { resubmit: first } },
          approved: final,
          rejected: final,
          withdrawn: final,
        },
      },
      { signals: { recall: { title: { zh: '收回' } }, cancel: { title: { zh: '取消' } } } },
    );
  }

  /** States one after another; the last leads to `end`, a sibling. */
  private line(line: readonly Shape[], path: string, end: string): Record<string, State> {
    const names = line.map(() => `s${(this.count += 1)}`);
    const entries = line.map((shape, index) => {
      const name = names[index] ?? '';
      return [name, this.state(shape, path === '' ? name : `${path}.${name}`, names[index + 1] ?? end)] as const;
    });
    return Object.fromEntries(entries);
  }

  private state(shape: Shape, path: string, next: string): State {
    switch (shape.kind) {
      case 'step':
        return this.step(shape.traits, path, next);
      case 'group':
        return { ...this.group(shape.inner, path), onDone: next };
      case 'parallel': {
        const regions = shape.regions.map((inner, index) => [`r${index}`, this.group(inner, `${path}.r${index}`)] as const);
        return { type: 'parallel', onDone: next, states: Object.fromEntries(regions) };
      }
    }
  }

  private group(inner: readonly Shape[], path: string): State {
    const states = this.line(inner, path, 'done');
    const [initial = 'done'] = Object.keys(states);
    return { initial, states: { ...states, done: final } };
  }

  private step(traits: Traits, path: string, next: string): State {
    const { rejects, returns, choices, timer, policy } = traits;
    const mayReturn = returns !== 'none' && policy !== 'vote';
    const to = mayReturn ? this.earlier.slice(-choices - 1) : [];
    this.earlier.push(path);
    const rule: Partial<Step> = mayReturn ? { return: { reentry: returns, to } } : {};
    return {
      meta: step(this.assignees(traits), this.policy(traits), { whenNobody: this.nobody(traits), ...rule, ...this.clocks(traits) }),
      on: {
        approve: next,
        ...((rejects || policy === 'vote') && { reject: '#sample-process.rejected' }),
        ...(mayReturn && { return: '#sample-process.returned' }),
      },
      ...(timer && { after: { P1D: next } }),
    };
  }

  private assignees({ posts, each }: Traits): AssigneeRule[] {
    return posts.map((post, index) => ({ post, at: 'school' as const, weight: index + 1, ...(each && { each: true as const }) }));
  }

  private clocks({ clocks, policy }: Traits): Partial<Step> {
    if (clocks === null) return {};
    const escalate = clocks.escalate.filter((rung) => rung.do !== 'add' || policy !== 'sequence');
    return {
      due: clocks.due,
      // What a due time was reckoned from may change while the step is open.
      ...(typeof clocks.due === 'object' && !('workingHours' in clocks.due) && { fields: { amount: 'write' } }),
      ...(clocks.remind.length > 0 && { remind: clocks.remind }),
      ...(escalate.length > 0 && { escalate }),
    };
  }

  private nobody({ nobody, posts: asked }: Traits): Step['whenNobody'] {
    if (nobody === 'hold') return { hold: true };
    const others = posts.filter((post) => !asked.includes(post)).slice(0, 1);
    return nobody === 'skip' ? { skip: 'approve' } : { assign: others.map((post) => ({ post, at: 'school' })) };
  }

  private policy({ policy, rejects, returns, threshold, quorum }: Traits): Policy {
    const outcomes: Extract<Policy, { by: 'one' }>['outcomes'] = ['approve'];
    if (rejects) outcomes.push('reject');
    if (returns !== 'none') outcomes.push('return');
    if (policy !== 'vote') return { by: policy, outcomes };
    return {
      by: 'vote',
      count: rejects ? 'head' : 'weight',
      of: quorum ? 'cast' : 'eligible',
      pass: { atLeast: threshold },
      ...(quorum && { quorum: '1/2' }),
    };
  }
}

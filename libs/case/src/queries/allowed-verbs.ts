import type { Caller } from '#directory';
import { advance, type CaseState, type Command, graphOf, type OpenStep, type Workflow } from '#engine';
import { RehearsedCases, type RehearsedCasesParts } from '../batch/rehearsed-cases.ts';
import { taskId } from '../task-id.ts';
import { namesOf } from './assignee-names.ts';
import { type Titled, titled } from './titles.ts';
import type { Visibility } from './visibility.ts';

/** What may be done to one task, besides deciding it. */
export const taskVerbs = ['claim', 'release', 'transfer', 'delegate', 'resolve', 'add-signers'] as const;
/** What may be done to a case as a whole. */
export const caseVerbs = ['urge', 'copy', 'comment', 'recuse', 'suspend', 'resume', 'jump', 'terminate'] as const;

type TaskVerb = (typeof taskVerbs)[number];
type CaseVerb = (typeof caseVerbs)[number];

/** The verbs that are somebody's in a case now, besides deciding, withdrawing and taking back, which the case itself tells. */
export interface AllowedVerbs {
  readonly verbs: readonly CaseVerb[];
  /** Open tasks that something may be done to, whosever they are. */
  readonly tasks: readonly { readonly id: string; readonly step: Titled; readonly verbs: readonly TaskVerb[] }[];
  /** Steps that the case may be moved to by hand; none for those who may not. */
  readonly jumpTo: readonly Titled[];
  /** 减签: people who were asked to sign, have not, and may be let off. */
  readonly signers: readonly { readonly step: Titled; readonly people: readonly { readonly id: string; readonly name: string }[] }[];
  /** 补充材料: open steps that take it, and of which fields. */
  readonly supplements: readonly { readonly step: Titled; readonly fields: readonly string[] }[];
}

interface AllowedVerbsParts extends RehearsedCasesParts {
  readonly visibility: Visibility;
}

/** Somebody who has nothing to do with any case: whom a task could be given to. */
const anybody = '00000000-0000-4000-8000-000000000000';
const comment = '…';

type Bare = Command extends infer Each ? (Each extends Command ? Omit<Each, 'id' | 'at' | 'by'> : never) : never;

interface Rehearsal {
  readonly workflow: Workflow;
  readonly state: CaseState;
  /** Whether the engine would take a command now. */
  readonly isTaken: (command: Bare) => Promise<boolean>;
  readonly isReassigning: boolean;
}

/** Asks the engine, verb by verb, what it would let somebody do: it is the same function that decides. Nothing is written. */
export class AllowedVerbsReader {
  constructor(private readonly parts: AllowedVerbsParts) {}

  /** Undefined when there is no such case, or the caller may not see it. */
  async read(caller: Caller, instance: string): Promise<AllowedVerbs | undefined> {
    const { visibility, database } = this.parts;
    const found = (await RehearsedCases.read(this.parts, caller, [instance])).get(instance);
    if (found === undefined) return undefined;
    const [isReassigning, maySuspend, mayJump, mayTerminate] = await Promise.all(
      (['task.reassign', 'instance.suspend', 'instance.jump', 'instance.terminate'] as const).map((permission) =>
        visibility.isPermitted(caller, permission, instance),
      ),
    );
    const rehearsal = await this.rehearsal(caller, found, isReassigning === true);
    const jumpTo = mayJump === true ? await this.targets(rehearsal) : [];
    const isPermitted: Partial<Record<CaseVerb, boolean | undefined>> = {
      suspend: maySuspend,
      resume: maySuspend,
      jump: jumpTo.length > 0,
      terminate: mayTerminate,
    };
    const verbs = caseVerbs.filter((verb) => isPermitted[verb] ?? true);
    const taken = await Promise.all(verbs.map((verb) => (verb === 'jump' ? Promise.resolve(true) : rehearsal.isTaken(ofCase[verb]))));
    const signers = await this.signers(rehearsal);
    const names = await namesOf(database, caller.tenant, [...new Set(signers.flatMap(({ people }) => people))]);
    return {
      verbs: verbs.filter((_, index) => taken[index]),
      tasks: await this.tasks(rehearsal, instance),
      jumpTo,
      signers: signers.map(({ step, people }) => ({ step, people: people.map((id) => ({ id, name: names.get(id) ?? '' })) })),
      supplements: await this.supplements(rehearsal),
    };
  }

  private async rehearsal(
    { tenant, person }: Caller,
    { workflow, state, row }: NonNullable<ReturnType<RehearsedCases['get']>>,
    isReassigning: boolean,
  ): Promise<Rehearsal> {
    const { surroundings, clock } = this.parts;
    const at = clock.now();
    const by = await surroundings.actor(tenant, person, { at, definition: workflow.definition.key });
    const place = { tenant, workflow, organisation: row.organisation_id, at };
    const isTaken = async (bare: Bare): Promise<boolean> => {
      const command = { ...bare, id: 'rehearsal', at: at.toISOString(), by } as Command;
      return (await surroundings.answering(place, (world) => advance(workflow, state, command, world))).kind === 'advanced';
    };
    return { workflow, state, isTaken, isReassigning };
  }

  private async tasks({ workflow, state, isTaken, isReassigning }: Rehearsal, instance: string): Promise<AllowedVerbs['tasks']> {
    const open = Object.values(state.steps).flatMap(({ step, tasks }) =>
      tasks.filter(({ ballot }) => ballot === undefined).map(({ number }) => ({ step, number })),
    );
    const found = open.map(async ({ step, number }) => {
      const taken = await Promise.all(taskVerbs.map((verb) => isTaken(ofTask(verb, number, isReassigning))));
      return { id: taskId(instance, number), step: titled(workflow.definition, step), verbs: taskVerbs.filter((_, index) => taken[index]) };
    });
    return (await Promise.all(found)).filter(({ verbs }) => verbs.length > 0);
  }

  private async targets({ workflow, isTaken }: Rehearsal): Promise<Titled[]> {
    const steps = graphOf(workflow.definition).nodes.flatMap(({ path, kind }) => (kind === 'step' ? [path] : []));
    const taken = await Promise.all(steps.map((to) => isTaken({ kind: 'jump', to, comment })));
    return steps.filter((_, index) => taken[index]).map((path) => titled(workflow.definition, path));
  }

  private async signers({ workflow, state, isTaken, isReassigning }: Rehearsal) {
    const found = Object.values(state.steps).map(async (open) => {
      const added = addedIn(open);
      const remove = (person: string) =>
        isTaken({ kind: 'remove-signers', step: open.step, people: [person], comment, ...(isReassigning && { isReassigning }) });
      const taken = await Promise.all(added.map(remove));
      return { step: titled(workflow.definition, open.step), people: added.filter((_, index) => taken[index]) };
    });
    return (await Promise.all(found)).filter(({ people }) => people.length > 0);
  }

  private async supplements({ workflow, state, isTaken }: Rehearsal): Promise<AllowedVerbs['supplements']> {
    const found = Object.keys(state.steps).map(async (path) => {
      const fields = workflow.steps.get(path)?.step.supplement?.fields;
      // With a file that nobody has to look at: whether it says anything is asked when it is sent.
      const attachments = [{ id: anybody, sha256: '' }];
      const command = { kind: 'supplement', step: path, formVersion: state.form.version, fields: {}, comment, attachments } as const;
      return fields !== undefined && (await isTaken(command)) ? [{ step: titled(workflow.definition, path), fields }] : [];
    });
    return (await Promise.all(found)).flat();
  }
}

const ofCase: Readonly<Record<Exclude<CaseVerb, 'jump'>, Bare>> = {
  urge: { kind: 'urge' },
  copy: { kind: 'copy', to: [{ kind: 'person', person: anybody }] },
  comment: { kind: 'comment', comment },
  recuse: { kind: 'recuse', comment },
  suspend: { kind: 'suspend', comment },
  resume: { kind: 'resume', comment },
  terminate: { kind: 'terminate', comment },
};

function ofTask(verb: TaskVerb, task: number, isReassigning: boolean): Bare {
  switch (verb) {
    case 'claim':
      return { kind: 'claim', task };
    case 'release':
      return { kind: 'release', task, comment, ...(isReassigning && { isReassigning }) };
    case 'transfer':
      return { kind: 'transfer', task, to: anybody, comment, ...(isReassigning && { isReassigning }) };
    case 'delegate':
      return { kind: 'delegate', task, to: anybody, comment };
    case 'resolve':
      return { kind: 'resolve', task, comment };
    case 'add-signers':
      return { kind: 'add-signers', task, place: 'beside', people: [anybody], comment };
  }
}

/** Everybody who was asked to sign in a step, or is going to be. */
function addedIn({ tasks, queue, groups = [] }: OpenStep): string[] {
  const seats = [...tasks, ...queue, ...groups.flatMap(({ principal, queue: later }) => [principal, ...later])];
  const people = seats.flatMap(({ added, delegatedBy, assignee, after = [] }) => [
    ...(added === undefined ? [] : [delegatedBy ?? (assignee.kind === 'person' ? assignee.person : '')]),
    ...after.flatMap((plan) => plan.people),
  ]);
  return [...new Set(people)].filter((person) => person !== '');
}

import { type Caller, notPermitted, type PostCatalogue, scopesOf } from '#directory';
import type { CaseState, Mapping, Workflow } from '#engine';
import { isId, type Refusal } from '#platform';
import { AssigneeNames, type NamedAssignee } from '../queries/assignee-names.ts';
import { stateTitle, type Titled } from '../queries/titles.ts';
import { type CaseVerdict, choicesIn, type Standing, type StateChoice, verdictView } from './case-verdict.ts';
import { MigratingCases, type MigratingCasesParts, type Outlook } from './migrating-cases.ts';
import { leafStates, type RunningClock, statesIn, tasksIn, timersIn } from './standing.ts';

/** Cases that are looked at, and migrated, in one go. */
export const migrationLimit = 500;

/** Between which versions, and which state takes the place of which where somebody has chosen. */
export interface MigrationPlan {
  readonly from: readonly number[];
  readonly to: number;
  readonly mapping: Mapping;
}

export interface MigrationPreview {
  readonly versions: readonly { readonly version: number; readonly cases: number }[];
  readonly hasMore: boolean;
  readonly counts: Readonly<Record<Standing, number>>;
  /** The states for which somebody has to choose, with what is proposed, and how many cases stand there. */
  readonly choices: readonly StateChoice[];
  /** What can be chosen. */
  readonly targets: readonly Titled[];
  readonly cases: readonly CaseVerdict[];
}

/** Where a case stands: who is asked, and which clocks run. */
export interface CaseStanding {
  readonly states: readonly Titled[];
  readonly tasks: readonly { readonly step: Titled; readonly assignee: NamedAssignee; readonly dueAt?: string }[];
  readonly timers: readonly RunningClock[];
}

export interface CaseMigrationPreview {
  readonly case: CaseVerdict;
  readonly before: CaseStanding;
  /** With what is proposed where nothing was chosen; absent where it cannot be migrated. */
  readonly after?: CaseStanding;
}

export interface MigrationPreviewsParts extends MigratingCasesParts {
  readonly posts: PostCatalogue;
}

/** What would become of running cases in another version; nothing is changed. */
export class MigrationPreviews {
  private readonly cases: MigratingCases;
  private readonly names: AssigneeNames;

  constructor(private readonly parts: MigrationPreviewsParts) {
    this.cases = new MigratingCases(parts);
    this.names = new AssigneeNames(parts.database, parts.posts);
  }

  /** @returns a refusal: `permission.missing`, `definition.version-unknown`, `migration.same-version`, `migration.state-unknown` */
  async read(caller: Caller, key: string, plan: MigrationPlan): Promise<MigrationPreview | Refusal> {
    const target = await this.targetOf(caller, key, plan);
    if ('kind' in target) return target;
    const { to, scopes } = target;
    const outlooks = await this.outlooks(caller.tenant, key, plan, { to, scopes, ids: null });
    const versions = await this.cases.versions(caller.tenant, key, scopes);
    const shown = outlooks.slice(0, migrationLimit);
    const cases = shown.map(verdictView);
    const count = (standing: Standing) => cases.filter(({ verdict }) => verdict === standing).length;
    return {
      versions,
      hasMore: outlooks.length > migrationLimit,
      counts: { safe: count('safe'), chosen: count('chosen'), choice: count('choice'), stays: count('stays') },
      choices: choicesIn(shown, plan.mapping),
      targets: leafStates(to),
      cases,
    };
  }

  /** On which versions cases run that the caller may migrate, and how many. @returns a refusal: `definition.unknown` */
  async versions(caller: Caller, key: string): Promise<MigrationPreview['versions'] | Refusal> {
    const { workflows } = this.parts;
    if ((await workflows.known(caller.tenant, key)) === undefined)
      return { kind: 'refused', code: 'definition.unknown', params: { definition: key } };
    return this.cases.versions(caller.tenant, key, scopesOf(this.parts.posts, caller, 'definition.migrate'));
  }

  /** One case, with its tasks and deadlines before and after. */
  async readCase(caller: Caller, key: string, plan: MigrationPlan, id: string): Promise<CaseMigrationPreview | Refusal> {
    const target = await this.targetOf(caller, key, plan);
    if ('kind' in target) return target;
    const [outlook] = isId(id) ? await this.outlooks(caller.tenant, key, plan, { ...target, ids: [id] }) : [];
    if (outlook === undefined) return { kind: 'refused', code: 'instance.unknown' };
    const { state, from, to, result } = outlook;
    return {
      case: verdictView(outlook),
      before: await this.standingOf(caller.tenant, from, state),
      ...(result?.kind === 'advanced' && { after: await this.standingOf(caller.tenant, to, result.state) }),
    };
  }

  /** What these cases would come to, by their ids; those that are not running there are missing. */
  async outlooksOf(caller: Caller, key: string, plan: MigrationPlan, ids: readonly string[]): Promise<Map<string, Outlook> | Refusal> {
    const target = await this.targetOf(caller, key, plan);
    if ('kind' in target) return target;
    const found = await this.outlooks(caller.tenant, key, plan, { ...target, ids: ids.filter(isId) });
    return new Map(found.map((outlook) => [outlook.row.id, outlook]));
  }

  private async outlooks(
    tenant: string,
    key: string,
    { from, to: version, mapping }: MigrationPlan,
    { to, scopes, ids }: { readonly to: Workflow; readonly scopes: readonly string[]; readonly ids: readonly string[] | null },
  ): Promise<Outlook[]> {
    const rows = await this.cases.read({ tenant, key, from, scopes, ids, limit: migrationLimit + 1 });
    const outlooks: Outlook[] = [];
    for (const row of rows) outlooks.push(await this.cases.outlook(tenant, row, to, { version, chosen: mapping }));
    return outlooks;
  }

  private async targetOf(caller: Caller, key: string, { from, to, mapping }: MigrationPlan) {
    const { posts, workflows } = this.parts;
    const scopes = scopesOf(posts, caller, 'definition.migrate');
    if (scopes.length === 0) return notPermitted('definition.migrate');
    if (from.includes(to)) return { kind: 'refused', code: 'migration.same-version', params: { version: to } } as const;
    const found = await Promise.all([to, ...from].map((version) => workflows.get(caller.tenant, key, version)));
    const missing = [to, ...from].find((_version, index) => found[index] === undefined);
    const [target, ...sources] = found.flatMap((published) => published?.workflow ?? []);
    if (missing !== undefined || target === undefined)
      return { kind: 'refused', code: 'definition.version-unknown', params: { definition: key, version: missing ?? to } } as const;
    const unknown = Object.entries(mapping).flatMap(([path, chosen]) => [
      ...(sources.some(({ leaves }) => leaves.has(path)) ? [] : [path]),
      ...(target.leaves.has(chosen) ? [] : [chosen]),
    ])[0];
    if (unknown !== undefined) return { kind: 'refused', code: 'migration.state-unknown', params: { state: unknown } } as const;
    return { to: target, scopes };
  }

  private async standingOf(tenant: string, { definition }: Workflow, state: CaseState): Promise<CaseStanding> {
    const tasks = tasksIn(state);
    const people = tasks.map(({ assignee }) => assignee);
    const nameOf = await this.names.of({ tenant, subject: state.subject, known: new Map() }, people);
    return {
      states: statesIn(definition, state),
      tasks: tasks.map(({ step, assignee, dueAt }) => ({
        step: { path: step, title: stateTitle(definition, step) },
        assignee: nameOf(assignee),
        ...(dueAt !== undefined && { dueAt }),
      })),
      timers: timersIn(state),
    };
  }
}

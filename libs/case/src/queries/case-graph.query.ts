import { type Caller, namedPost, type PostCatalogue } from '#directory';
import { type Course, type CourseLine, type CourseNode, courseOf, type Text } from '#engine';
import { type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { Histories, HistoryLine } from './history.query.ts';
import { stateTitle } from './titles.ts';
import { mayRead, readerOf } from './visibility.ts';

/** A place of the picture as it concerns one case. */
export interface CaseGraphNode extends Omit<CourseNode, 'assignees'> {
  /** Posts that the definition asks there; empty where it is the applicant, or nobody. */
  readonly posts: readonly { readonly key: string; readonly title: Text }[];
  readonly isApplicants: boolean;
}

/** The machine of a case as a picture: where it has been, where it stands, what may come. */
export interface CaseGraph {
  readonly nodes: readonly CaseGraphNode[];
  readonly edges: Course['edges'];
}

interface GraphRow {
  readonly definition_key: string;
  readonly definition_version: number;
  readonly standing: readonly string[];
}

const readGraph = statement(
  'instance.graph',
  `SELECT i.definition_key, i.definition_version, i.standing FROM instance i WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}`,
);

interface CaseGraphsParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly histories: Histories;
  readonly posts: PostCatalogue;
}

/** Draws a case's machine from its definition and its history. */
export class CaseGraphs {
  constructor(private readonly parts: CaseGraphsParts) {}

  /** Undefined when there is no such case, or the caller may not see it. */
  async read(caller: Caller, instance: string): Promise<CaseGraph | undefined> {
    if (!isId(instance)) return undefined;
    const { database, workflows, histories, posts } = this.parts;
    const [row] = await database.query<GraphRow & Record<string, unknown>>(readGraph, [
      caller.tenant,
      ...readerOf(caller, posts),
      instance,
    ]);
    const lines = await histories.read(caller, instance);
    if (row === undefined || lines === undefined) return undefined;
    const published = await workflows.get(caller.tenant, row.definition_key, row.definition_version);
    if (published === undefined) throw new Error(`version ${row.definition_version} of ${row.definition_key} is gone`);
    const { definition } = published.workflow;
    const course = courseOf(definition, {
      lines: lines.map(lineOf),
      standing: row.standing,
      titleOf: (path) => stateTitle(definition, path),
    });
    const nodes = course.nodes.map(({ assignees, ...node }) => ({
      ...node,
      posts: assignees.flatMap((rule) => ('post' in rule ? [namedPost(posts, rule.post)] : [])),
      isApplicants: assignees.some((rule) => 'applicant' in rule),
    }));
    return { nodes, edges: course.edges };
  }
}

const lineOf = ({ sequence, by, from, to, ...line }: HistoryLine): CourseLine => ({
  ...line,
  ...(by && { by: { id: by.id, name: by.name } }),
  from: from.map(({ path }) => path),
  to: to.map(({ path }) => path),
  isFirst: sequence === 1,
});

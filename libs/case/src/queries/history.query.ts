import { type Caller, namedPost, type PostCatalogue } from '#directory';
import { type AttachmentReference, type Entry, type Fields, type Happening, replay, type Text, type Workflow } from '#engine';
import { type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { digestOf, genesis, hashOf } from '../history/chain.ts';
import { happeningsOf } from '../history/happenings.ts';
import type { HistoryWrite } from '../store/commit.store.ts';
import { namesOf } from './assignee-names.ts';
import { stateTitle } from './titles.ts';
import { mayRead, readerOf } from './visibility.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One line of a case's history. Instants are ISO 8601 in UTC, hashes hexadecimal. */
export interface HistoryLine {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  /** Absent when the system did it. */
  readonly by?: {
    readonly id: string;
    readonly name: string;
    readonly post?: { readonly key: string; readonly title: Text };
    readonly organisation?: string;
  };
  /** In whose place it was done. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
  readonly step?: { readonly path: string; readonly title: Text };
  readonly task?: number;
  /** Others whom it concerns: to whom a task was given, who was asked to sign. */
  readonly people?: readonly { readonly id: string; readonly name: string }[];
  /** The decisions that the system counted where it passed a step. */
  readonly earlier?: readonly {
    readonly step: { readonly path: string; readonly title: Text };
    readonly task: number;
    readonly by: Named;
  }[];
  readonly outcome?: string;
  readonly settled?: string;
  readonly comment?: string;
  readonly formVersion: number;
  readonly attachments: readonly AttachmentReference[];
  readonly from: readonly { readonly path: string; readonly title: Text }[];
  readonly to: readonly { readonly path: string; readonly title: Text }[];
  /** Between which versions of its process the case was moved. */
  readonly migration?: { readonly from: number; readonly to: number };
  readonly detail: unknown;
  readonly hash: string;
}

/** What checking a history came to. */
export interface Verification {
  readonly isIntact: boolean;
  readonly rows: number;
  /** The first row that is not what it was when it was written. */
  readonly brokenAt?: number;
  /**
   * Of a whole history: whether playing it again comes to the case as it is. Absent where it begins without all that is
   * needed for that.
   */
  readonly isRebuilt?: boolean;
  /** The hash of the last row, to be kept elsewhere if one wants to prove it later. */
  readonly lastHash: string;
}

/** What happened in a case, command by command, and the workflow it happened by. */
export interface Retellable {
  readonly workflow: Workflow;
  readonly happenings: readonly Happening[];
}

type HistoryRow = Omit<HistoryWrite, 'at' | 'previous_hash' | 'hash'> & {
  readonly at: Date;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
};

interface ChainRow extends HistoryRow {
  readonly last_sequence: number;
  readonly last_hash: string;
  readonly last_form_version: number;
  /** Of the form's version that the row came with. */
  readonly fields: Fields | null;
  readonly definition_key: string;
  readonly definition_version: number;
  /** Of the last row: the case as it is, but for its form. */
  readonly state: object | null;
}

interface NamedRow extends HistoryRow {
  readonly person_name: string | null;
  readonly represented_name: string | null;
  readonly organisation_name: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
}

const readable = statement(
  'history.read',
  `SELECT h.*, p.name AS person_name, b.name AS represented_name, o.name AS organisation_name, i.definition_key, i.definition_version
   FROM instance i
   JOIN history h ON h.tenant = i.tenant AND h.instance_id = i.id
   LEFT JOIN person p ON p.tenant = h.tenant AND p.id = h.person_id
   LEFT JOIN person b ON b.tenant = h.tenant AND b.id = h.on_behalf_of
   LEFT JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
   WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}
   ORDER BY h.sequence`,
);

// Both from one snapshot, so that a decision in between cannot look like a broken chain.
const chain = statement(
  'history.chain',
  `SELECT h.*, i.sequence AS last_sequence, encode(i.last_hash, 'hex') AS last_hash, i.form_version AS last_form_version,
     CASE WHEN h.detail ? 'form' THEN f.fields END AS fields, i.definition_key, i.definition_version,
     CASE WHEN h.sequence = i.sequence THEN i.state END AS state
   FROM instance i
   JOIN history h ON h.tenant = i.tenant AND h.instance_id = i.id
   LEFT JOIN form_version f ON f.tenant = h.tenant AND f.instance_id = h.instance_id AND f.version = h.form_version
   WHERE i.tenant = $1 AND i.id = $2 ORDER BY h.sequence`,
);

/** What happened in a case, and whether the record of it is whole. */
export class Histories {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
    private readonly posts: PostCatalogue,
  ) {}

  /** Oldest first; undefined when the caller may not see the case or there is none. */
  async read(caller: Caller, instance: string): Promise<HistoryLine[] | undefined> {
    if (!isId(instance)) return undefined;
    const rows = await this.database.query<NamedRow>(readable, [caller.tenant, ...readerOf(caller, this.posts), instance]);
    const [first] = rows;
    if (first === undefined) return undefined;
    const editions = await this.editionsOf(caller.tenant, rows);
    const titledIn = (version: number) => (path: string) => {
      const workflow = editions.get(version);
      return { path, title: workflow ? stateTitle(workflow.definition, path) : { zh: path } };
    };
    const versions = versionsAlong(rows);
    const names = await namesOf(this.database, caller.tenant, [
      ...new Set(rows.flatMap((row) => [...peopleIn(row), ...earlierIn(row).map(({ person }) => person)])),
    ]);
    const named = (id: string) => ({ id, name: names.get(id) ?? '' });
    return rows.map((row, index) => ({
      ...this.line(row, titledIn(versions[index]?.before ?? 0), titledIn(versions[index]?.after ?? 0)),
      ...(peopleIn(row).length > 0 && { people: peopleIn(row).map(named) }),
      ...(earlierIn(row).length > 0 && {
        earlier: earlierIn(row).map(({ step, task, person }) => ({
          step: titledIn(versions[index]?.after ?? 0)(step),
          task,
          by: named(person),
        })),
      }),
    }));
  }

  /** Reckons every hash anew, from the first row to the last, and compares. Whether the caller may see the case is asked before. */
  async verify(tenant: string, instance: string): Promise<Verification> {
    const rows = await this.database.query<ChainRow>(chain, [tenant, instance]);
    let previous = genesis;
    for (const [index, row] of rows.entries()) {
      const follows = row.sequence === index + 1 && row.previous_hash.toString('hex') === previous;
      const isIntact = follows && hashAgain(row) === row.hash.toString('hex') && isFormIntact(row);
      if (!isIntact) return { isIntact: false, rows: rows.length, brokenAt: index + 1, lastHash: previous };
      previous = row.hash.toString('hex');
    }
    const isWhole = isEnd(rows.at(-1), rows.length, previous);
    if (!isWhole) return { isIntact: false, rows: rows.length, brokenAt: rows.length + 1, lastHash: previous };
    return { isIntact: true, rows: rows.length, ...(await this.rebuilt(tenant, rows)), lastHash: previous };
  }

  /**
   * A whole history, to be told again, with the version the case went by; undefined where there is no such case, or where it has
   * been on more than one version, none of which tells all of it.
   */
  async toRetell(tenant: string, instance: string): Promise<Retellable | undefined> {
    const rows = await this.database.query<ChainRow>(chain, [tenant, instance]);
    const [first] = rows;
    if (first === undefined || rows.some((row) => migrationIn(row) !== undefined)) return undefined;
    const published = await this.workflows.get(tenant, first.definition_key, first.definition_version);
    return published && { workflow: published.workflow, happenings: happeningsOf(rows) };
  }

  /** Plays a history again, and compares. */
  private async rebuilt(tenant: string, rows: readonly ChainRow[]): Promise<Pick<Verification, 'isRebuilt'>> {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined || !Object.hasOwn(first.detail as object, 'subject')) return {};
    const editions = await this.editionsOf(tenant, rows);
    const began = editions.get(versionsAlong(rows)[0]?.before ?? first.definition_version);
    if (began === undefined) return {};
    const replayed = replay(began, happeningsOf(rows), editions);
    if (replayed.kind === 'stopped') return { isRebuilt: false };
    const { form, ...state } = replayed.state;
    const fields = rows.findLast((row) => row.fields !== null)?.fields ?? {};
    return { isRebuilt: digestOf([state, form]) === digestOf([last.state, { version: last.form_version, fields }]) };
  }

  /** The versions that a case has been on, by their numbers. */
  private async editionsOf(tenant: string, rows: readonly (HistoryRow & InstanceOf)[]): Promise<ReadonlyMap<number, Workflow>> {
    const key = rows[0]?.definition_key ?? '';
    const numbers = new Set(versionsAlong(rows).flatMap(({ before, after }) => [before, after]));
    const found = await Promise.all(
      [...numbers].map(async (version) => [version, (await this.workflows.get(tenant, key, version))?.workflow] as const),
    );
    return new Map(found.flatMap(([version, workflow]) => (workflow === undefined ? [] : [[version, workflow] as const])));
  }

  private line(row: NamedRow, titledBefore: Titling, titled: Titling): HistoryLine {
    return {
      sequence: row.sequence,
      at: row.at.toISOString(),
      kind: row.kind,
      ...(row.person_id !== null && { by: this.author(row, row.person_id) }),
      ...(row.on_behalf_of !== null && { onBehalfOf: { id: row.on_behalf_of, name: row.represented_name ?? '' } }),
      ...(row.step !== null && { step: titled(row.step) }),
      ...(row.task !== null && { task: row.task }),
      ...(row.outcome !== null && { outcome: row.outcome }),
      ...(row.settled !== null && { settled: row.settled }),
      ...(row.comment !== null && { comment: row.comment }),
      formVersion: row.form_version,
      attachments: row.attachments as AttachmentReference[],
      ...migrationOf(row),
      from: row.from_states.map(titledBefore),
      to: row.to_states.map(titled),
      detail: shownOf(row.detail as Details),
      hash: row.hash.toString('hex'),
    };
  }

  private author({ person_name: name, organisation_name: organisation, post }: NamedRow, id: string): NonNullable<HistoryLine['by']> {
    return {
      id,
      name: name ?? '',
      ...(post !== null && { post: namedPost(this.posts, post) }),
      ...(organisation !== null && { organisation }),
    };
  }
}

type Details = Readonly<Record<'holders' | 'given' | 'subject', unknown>>;

/** What is kept so that the case can be played again is not for everybody's eyes. */
const shownOf = ({ holders: _holders, given: _given, subject: _subject, ...shown }: Details): object => shown;

type Titling = (path: string) => { readonly path: string; readonly title: Text };
type InstanceOf = Pick<NamedRow, 'definition_key' | 'definition_version'>;

const migrationOf = (row: HistoryRow): Pick<HistoryLine, 'migration'> => {
  const migration = migrationIn(row);
  return migration === undefined ? {} : { migration };
};

const migrationIn = ({ detail }: HistoryRow): HistoryLine['migration'] => {
  const { migration } = detail as Pick<Entry, 'migration'>;
  return migration && { from: migration.from, to: migration.to };
};

/** The version that a case was on before each line of its history and after it. */
function versionsAlong(rows: readonly (HistoryRow & InstanceOf)[]): { readonly before: number; readonly after: number }[] {
  const first = rows.map(migrationIn).find((migration) => migration !== undefined);
  let version = first?.from ?? rows[0]?.definition_version ?? 0;
  return rows.map((row) => {
    const before = version;
    version = migrationIn(row)?.to ?? version;
    return { before, after: version };
  });
}

const peopleIn = ({ detail }: HistoryRow): readonly string[] => (detail as { readonly people?: readonly string[] }).people ?? [];

const earlierIn = ({ detail }: HistoryRow): NonNullable<Entry['earlier']> => (detail as Pick<Entry, 'earlier'>).earlier ?? [];

function hashAgain({ hash: _hash, at, previous_hash, ...rest }: ChainRow): string {
  const { last_sequence: _sequence, last_hash: _last, last_form_version: _version, fields: _fields, state: _state, ...more } = rest;
  const { definition_key: _key, definition_version: _edition, ...written } = more;
  return hashOf({ ...written, at: at.toISOString(), previous_hash: previous_hash.toString('hex') });
}

/** The form a row came with is still what it was. */
const isFormIntact = ({ detail, fields }: ChainRow): boolean => {
  const { form } = detail as { readonly form?: string };
  return form === undefined || (fields !== null && digestOf(fields) === form);
};

/** Whether nothing is missing at the end: the case itself knows its last row and the version of its form. */
const isEnd = (last: ChainRow | undefined, rows: number, hash: string): boolean =>
  last !== undefined && last.last_sequence === rows && last.last_hash === hash && last.last_form_version === last.form_version;

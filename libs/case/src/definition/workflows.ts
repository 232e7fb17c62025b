import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { compile, type Definition, type Finding, type Surroundings, verified, verify, type Workflow } from '#engine';
import type { Clock, Refusal } from '#platform';
import type { DefinitionStore, DefinitionVersion, KnownVersion, NewVersion } from '../store/definition.store.ts';

/** A published version, compiled. */
export interface PublishedWorkflow {
  readonly workflow: Workflow;
  readonly version: DefinitionVersion;
}

/** A document in which nothing is wrong: what it would be published as, and how it compiled. */
export interface Publishable {
  readonly version: NewVersion;
  readonly workflow: Workflow;
}

export interface FaultyDefinition extends Refusal {
  readonly code: 'definition.faulty';
  readonly problems: readonly Finding[];
}

/** How long the latest version of a key is taken for the latest, in milliseconds; another server may have published. */
const latestFor = 2_000;

/** Published definitions, compiled once a version and kept: a version never changes. */
export class Workflows {
  private readonly compiled = new Map<string, Promise<PublishedWorkflow | undefined>>();
  private readonly latestKnown = new Map<string, { readonly found: KnownVersion; readonly until: number }>();

  constructor(
    private readonly store: DefinitionStore,
    private readonly surroundingsOf: (tenant: string) => Surroundings,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when a published version does not compile any more, which only a change of the software can cause. */
  get(tenant: string, key: string, version: number): Promise<PublishedWorkflow | undefined> {
    const name = `${tenant} ${key} ${version}`;
    const known = this.compiled.get(name);
    if (known !== undefined) return known;
    const loading = this.load(tenant, key, version);
    this.compiled.set(name, loading);
    loading.then(
      (found) => found ?? this.compiled.delete(name),
      () => this.compiled.delete(name),
    );
    return loading;
  }

  /** The version that cases begin on now; none of a process that is retired, or has not come into force yet. */
  async latest(tenant: string, key: string): Promise<PublishedWorkflow | undefined> {
    const found = await this.knownVersion(tenant, key);
    return found?.isInForce === true ? this.get(tenant, key, found.version) : undefined;
  }

  /** The same, or of a process that is retired the last there was: its cases run on. */
  async known(tenant: string, key: string): Promise<PublishedWorkflow | undefined> {
    const found = await this.knownVersion(tenant, key);
    return found && this.get(tenant, key, found.version);
  }

  /** As `known`, of every process; `isInForce` says whether cases begin on it. */
  async allKnown(tenant: string): Promise<(PublishedWorkflow & { readonly isInForce: boolean })[]> {
    const versions = await this.store.allKnown(tenant, this.clock.now());
    const found = await Promise.all(
      versions.map(async ({ key, version, isInForce }) => {
        const published = await this.get(tenant, key, version);
        return published && { ...published, isInForce };
      }),
    );
    return found.filter((published) => published !== undefined);
  }

  /** The posts of the bodies whose meetings decide a step of some process. */
  async bodies(tenant: string): Promise<Set<string>> {
    const steps = (await this.allKnown(tenant)).flatMap(({ workflow }) => [...workflow.steps.values()]);
    return new Set(steps.flatMap(({ step }) => (step.meeting === undefined ? [] : [step.meeting.body])));
  }

  /** Says what is wrong with a document; only errors keep it from being published. */
  verify(tenant: string, document: unknown): readonly Finding[] {
    return verify(document, this.surroundingsOf(tenant));
  }

  /** A document that is not published, to be tried. */
  compile(tenant: string, document: unknown): Workflow | FaultyDefinition {
    const compiled = compile(document, this.surroundingsOf(tenant));
    if (compiled.kind === 'compiled') return compiled.workflow;
    return {
      kind: 'refused',
      code: 'definition.faulty',
      problems: compiled.problems.map((problem) => ({ ...problem, severity: 'error' })),
    };
  }

  /** Publishes a document as the next version of its key, in force at once; the same content again is the version it already is. */
  async publish(tenant: string, document: unknown, by: string | null, note: string | null): Promise<DefinitionVersion | FaultyDefinition> {
    const found = this.publishable(tenant, document);
    return 'problems' in found ? found : this.publishVersion({ ...found.version, publishedBy: by, note });
  }

  /** The same of a version that was found publishable. */
  async publishVersion(version: NewVersion): Promise<DefinitionVersion> {
    const published = await this.store.publish(version);
    this.forget(version.tenant, version.key);
    if (published === undefined) throw new Error(`${version.key} was not published`);
    return published;
  }

  /** Publishes what comes with the software; undefined where an administrator has published a newer version, which stays. */
  async install(tenant: string, document: unknown): Promise<DefinitionVersion | FaultyDefinition | undefined> {
    const found = this.publishable(tenant, document);
    if ('problems' in found) return found;
    const { version } = found;
    const published = await this.store.publish(version, (newest) => newest === undefined || newest.publishedBy === null);
    this.forget(tenant, version.key);
    return published;
  }

  /** What a document would be published as, if nothing is wrong with it. */
  publishable(tenant: string, document: unknown): Publishable | FaultyDefinition {
    const { findings, workflow } = verified(document, this.surroundingsOf(tenant));
    const problems = findings.filter(({ severity }) => severity === 'error');
    if (workflow === undefined || problems.length > 0) return { kind: 'refused', code: 'definition.faulty', problems };
    const { definition } = workflow;
    const now = this.clock.now();
    const content = { key: definition.key, contentHash: contentHashOf(definition), document: definition };
    const version = { tenant, ...content, publishedAt: now, publishedBy: null, note: null, effectiveAt: now, confirmedBy: null };
    return { version, workflow };
  }

  /** Has the version in force asked for anew. */
  forget(tenant: string, key: string): void {
    this.latestKnown.delete(`${tenant} ${key}`);
  }

  private async knownVersion(tenant: string, key: string): Promise<KnownVersion | undefined> {
    const name = `${tenant} ${key}`;
    const now = this.clock.now();
    const known = this.latestKnown.get(name);
    if (known !== undefined && now.getTime() < known.until) return known.found;
    const found = await this.store.known(tenant, key, now);
    if (found === undefined) return undefined;
    this.latestKnown.set(name, { found, until: Math.min(now.getTime() + latestFor, found.until?.getTime() ?? Infinity) });
    return found;
  }

  private async load(tenant: string, key: string, version: number): Promise<PublishedWorkflow | undefined> {
    const found = await this.store.find(tenant, key, version);
    if (found === undefined) return undefined;
    const result = compile(found.document, this.surroundingsOf(tenant));
    if (result.kind === 'faulty') {
      const reasons = result.problems.map(({ code, pointer }) => `${code} at ${pointer}`).join(', ');
      throw new Error(`${key} version ${version} of ${tenant} does not compile: ${reasons}`);
    }
    return { workflow: result.workflow, version: found };
  }
}

/** SHA-256 of the document in the canonical form of RFC 8785, in hexadecimal: the same content has the same hash. */
export const contentHashOf = (definition: Definition): string =>
  createHash('sha256')
    .update(canonicalize(definition) ?? '')
    .digest('hex');

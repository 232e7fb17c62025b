import type { Directory, PostCatalogue } from '#directory';
import { findingsIn, postsAsked, type StaffedPlace, staffingOf, startersAt, type Workflow } from '#engine';
import { businessDay, type Clock, type Database } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type LiveVersion, type LookedAt, NightlyStore, type StaffingIncidentRow } from './nightly.store.ts';

export interface NightlyStaffingParts {
  readonly database: Database;
  readonly directory: Directory;
  readonly workflows: Workflows;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

interface Live {
  readonly of: LiveVersion;
  readonly workflow: Workflow;
}

/** A night ends with the third hour after midnight of the business zone: what was changed on a day is looked at then. */
const hour = 3_600_000;
const endsAt = 3 * hour;
const nightOf = (now: Date): string => businessDay(new Date(now.getTime() - endsAt));

/**
 * Looks every night at every version that cases begin on or run on, whether its steps find somebody where they did.
 * Where they do not any more, there is an incident, one a version, until they do again.
 */
export class NightlyStaffing {
  private readonly store: NightlyStore;

  constructor(private readonly parts: NightlyStaffingParts) {
    this.store = new NightlyStore(parts.database);
  }

  /** When the next night is over. */
  next(now: Date): Date {
    return new Date(new Date(`${nightOf(now)}T00:00:00+08:00`).getTime() + 24 * hour + endsAt);
  }

  /** Looks at those tenants that have not been looked at this night. Twice, or at once by two, is as good as once. */
  async look(tenants: readonly string[]): Promise<void> {
    const now = this.parts.clock.now();
    const nights = await this.store.nights();
    for (const tenant of tenants) if (nights.get(tenant) !== nightOf(now)) await this.lookAt(tenant, now);
  }

  /** What is broken now, the oldest first. */
  open(tenant: string): Promise<StaffingIncidentRow[]> {
    return this.store.open(tenant);
  }

  private async lookAt(tenant: string, now: Date): Promise<void> {
    const { workflows, directory, posts } = this.parts;
    const versions = await this.store.liveVersions(tenant, now);
    const found = await Promise.all(versions.map(async (of) => ({ of, published: await workflows.get(tenant, of.key, of.version) })));
    const live = found.flatMap(({ of, published }) => (published === undefined ? [] : [{ of, workflow: published.workflow }]));
    const places = await this.placesByLevel(tenant, live, now);
    const looked = live.map((one) => lookedAt(one, places.get(one.workflow.definition.subject) ?? []));
    const operators = Object.keys(posts).filter((post) => posts[post]?.permissions.includes('incident.retry'));
    const to = await directory.keysOf(tenant, operators);
    await this.store.write({ tenant, night: nightOf(now), now }, looked, (id, one) => ({
      instance: null,
      to,
      text: textOf(one),
      cause: `staffing ${id}`,
    }));
  }

  /** One look at the directory a level, whatever there is of versions, steps and organisations. */
  private async placesByLevel(tenant: string, live: readonly Live[], now: Date): Promise<Map<string, StaffedPlace[]>> {
    const levels = [...new Set(live.map(({ workflow }) => workflow.definition.subject))];
    const staffed = levels.map(async (level) => {
      const asked = live.filter(({ workflow }) => workflow.definition.subject === level).flatMap(({ workflow }) => postsAsked(workflow));
      return [level, await this.parts.directory.staffed(tenant, level, asked, now)] as const;
    });
    return new Map(await Promise.all(staffed));
  }
}

function lookedAt(
  { of: { key, version, is_in_force: isInForce, is_installed: isInstalled, known, live }, workflow }: Live,
  places: readonly StaffedPlace[],
): LookedAt {
  // Of a version that was replaced, the cases that run count; of one in force those too whose applicants have left.
  const concerned = places.flatMap((place) => {
    const applicants = live[place.id] ?? [];
    if (!isInForce) return applicants.length === 0 ? [] : [{ ...place, applicants }];
    return [{ ...place, applicants: [...new Set([...startersAt(workflow, place), ...applicants])] }];
  });
  const rows = staffingOf(workflow, concerned);
  const nobody = rows.flatMap(({ place, steps }) =>
    steps.flatMap(({ step, kinds }) => (kinds.includes('nobody') ? [{ step, place: place.id }] : [])),
  );
  // What came with the software was published before there was anybody; of the rest, only a step that is passed over may find nobody.
  const isKnown = ({ step, place }: { readonly step: string; readonly place: string }): boolean =>
    known === null ? isInstalled || 'skip' in (workflow.steps.get(step)?.step.whenNobody ?? {}) : known.includes(`${step} ${place}`);
  return {
    key,
    version,
    title: workflow.definition.title,
    known: nobody.filter(isKnown).map(({ step, place }) => `${step} ${place}`),
    findings: findingsIn(workflow, rows, (trouble) => trouble.kind === 'nobody' && !isKnown(trouble)),
  };
}

const textOf = ({ title, version, findings }: LookedAt) => ({
  zh: `“${title.zh}”第 ${version} 版：人员变动后，${findings.length} 个环节在一些单位无人可办。${findings[0]?.message.zh ?? ''}`,
  en: `"${title.en ?? title.zh}", version ${version}: posts have changed, and ${findings.length} step(s) find nobody at some organisations. ${findings[0]?.message.en ?? ''}`,
});

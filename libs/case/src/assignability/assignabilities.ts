import { createHash } from 'node:crypto';
import type { Directory } from '#directory';
import { type Assignability, assignabilityOf, postsAsked, type StaffedPlace, type StaffingFinding, type Workflow } from '#engine';
import type { Clock, Database, Refusal } from '#platform';
import { type PlacesRequest, type StaffedPlaces, staffedPlaces } from './staffed-places.ts';

/** A document by which a step would find nobody somewhere, or of which that was found which nobody has accepted. */
export interface UnstaffedDefinition extends Refusal {
  readonly code: 'publication.unstaffed' | 'publication.staffing-unconfirmed' | 'publication.staffing-changed';
  readonly problems: readonly StaffingFinding[];
}

export interface AssignabilitiesParts {
  readonly database: Database;
  readonly directory: Directory;
  readonly clock: Clock;
}

/** Who would be asked in every step at every organisation that may start a process, with who holds which post today. */
export class Assignabilities {
  constructor(private readonly parts: AssignabilitiesParts) {}

  async of(tenant: string, workflow: Workflow): Promise<Assignability> {
    return assignabilityOf(workflow, await this.places(tenant, workflow));
  }

  /** The organisations of the level that cases are started at, and who holds its posts there. */
  places(tenant: string, workflow: Workflow): Promise<StaffedPlace[]> {
    const { directory, clock } = this.parts;
    return directory.staffed(tenant, workflow.definition.subject, postsAsked(workflow), clock.now());
  }

  /** Organisation by step, page by page. */
  async table(tenant: string, workflow: Workflow, request: PlacesRequest): Promise<StaffedPlaces> {
    const places = await this.places(tenant, workflow);
    return staffedPlaces(this.parts.database, tenant, { workflow, places }, request);
  }

  /** Whether no step would stop for want of somebody. @returns a refusal: `publication.unstaffed` */
  async checkStaffed(tenant: string, workflow: Workflow): Promise<Assignability | UnstaffedDefinition> {
    const found = await this.of(tenant, workflow);
    const errors = found.findings.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? { kind: 'refused', code: 'publication.unstaffed', problems: errors } : found;
  }

  /**
   * The same, and whether whoever publishes has accepted what else was found.
   * @param accepted the fingerprint of what they were shown
   * @returns a refusal: `publication.unstaffed`, `publication.staffing-unconfirmed`, `publication.staffing-changed`
   */
  async checkAccepted(tenant: string, workflow: Workflow, accepted: string | undefined): Promise<Assignability | UnstaffedDefinition> {
    const found = await this.checkStaffed(tenant, workflow);
    if ('kind' in found || found.findings.length === 0 || accepted === fingerprintOf(found)) return found;
    const code = accepted === undefined ? 'publication.staffing-unconfirmed' : 'publication.staffing-changed';
    return { kind: 'refused', code, problems: found.findings };
  }
}

/** Another for whatever else is found, or is found elsewhere. */
export function fingerprintOf({ findings }: Assignability): string {
  const lines = findings.map(
    ({ code, step, places }) =>
      `${code} ${step} ${places
        .map(({ id }) => id)
        .sort()
        .join(' ')}`,
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex').slice(0, 32);
}

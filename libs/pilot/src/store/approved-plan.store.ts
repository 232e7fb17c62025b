import { type Database, statement } from '#platform';

export interface PlanLine {
  readonly level: string;
  readonly major: string;
  readonly headcount: number;
}

export interface ApprovedPlan {
  readonly id: string;
  readonly plan: readonly PlanLine[];
}

/** One school, certificate and season has at most one annual application (R-AH24-05). */
export interface PlanKey {
  readonly school: string;
  readonly certificate: string;
  readonly year: number;
  readonly season: string;
}

// Found by the key the annual application is unique by, because there is an index on it.
const findApproved = statement(
  'approved-plan.find',
  `SELECT id, state -> 'data' -> 'plan' AS plan FROM instance
   WHERE tenant = $1 AND definition_key = 'annual-application' AND unique_key = $2 AND standing @> '{approved}'`,
);

export class ApprovedPlanStore {
  constructor(private readonly database: Database) {}

  async find(tenant: string, { school, certificate, year, season }: PlanKey): Promise<ApprovedPlan | undefined> {
    const key = [school, certificate, year, season].join('|');
    const [found] = await this.database.query<ApprovedPlan>(findApproved, [tenant, key]);
    return found;
  }
}

import { businessDay, type Database, statement } from '#platform';
import type { Absence } from '../absence/absences.ts';

/** A post somebody holds, now or from some day on. Days are ISO dates. */
export interface DutyPost {
  readonly post: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly firstDay: string;
  readonly lastDay?: string;
}

/** Somebody stands in for somebody, now or later; one of the two is the person. */
export type DutyAbsence = Omit<Absence, 'definitions' | 'reason'>;

/** What somebody has to do in the organisation, apart from cases. */
export interface PersonDuties {
  readonly name: string;
  /** Paths of the organisations where they hold a post or ever did. */
  readonly paths: readonly string[];
  readonly posts: readonly DutyPost[];
  readonly absences: readonly DutyAbsence[];
}

const read = statement(
  'person.duties',
  `SELECT p.name,
     ARRAY(SELECT DISTINCT o.path FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
       WHERE h.tenant = p.tenant AND h.person_id = p.id ORDER BY o.path) AS paths,
     (SELECT COALESCE(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('post', h.post, 'organisation', jsonb_build_object('id', o.id, 'name', o.name),
         'firstDay', h.valid_from, 'lastDay', h.valid_to)) ORDER BY h.id), '[]')
       FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
       WHERE h.tenant = p.tenant AND h.person_id = p.id AND (h.valid_to IS NULL OR h.valid_to >= $3::date)) AS posts,
     (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', a.id, 'person', jsonb_build_object('id', away.id, 'name', away.name),
         'deputy', jsonb_build_object('id', deputy.id, 'name', deputy.name), 'firstDay', a.first_day, 'lastDay', a.last_day)
         ORDER BY a.first_day, a.id), '[]')
       FROM (SELECT * FROM absence WHERE tenant = $1 AND person_id = $2 AND last_day >= $3::date
         UNION ALL SELECT * FROM absence WHERE tenant = $1 AND deputy_id = $2 AND last_day >= $3::date) AS a
       JOIN person away ON away.tenant = a.tenant AND away.id = a.person_id
       JOIN person deputy ON deputy.tenant = a.tenant AND deputy.id = a.deputy_id) AS absences
   FROM person p WHERE p.tenant = $1 AND p.id = $2`,
);

/** Reads what people have to do in the organisation. */
export class Duties {
  constructor(private readonly database: Database) {}

  /** As of the day, and later; undefined when there is nobody of this id. */
  async of(tenant: string, person: string, at: Date): Promise<PersonDuties | undefined> {
    const [found] = await this.database.query<PersonDuties & Record<string, unknown>>(read, [tenant, person, businessDay(at)]);
    return found;
  }
}

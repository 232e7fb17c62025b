import { businessDay, type Clock, type Database, statement } from '#platform';
import { type Caller, namedPost, type PostCatalogue } from '../posts.ts';

/** An organisation as a list shows it. */
export interface ListedOrganisation {
  readonly id: string;
  /** Absent at the root. */
  readonly parent?: string;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
}

/** Somebody with the posts they hold today, as colleagues find them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly {
    readonly key: string;
    readonly title: { readonly zh: string; readonly en?: string };
    readonly organisation: { readonly id: string; readonly name: string };
  }[];
}

/** Organisations that a list shows at most: a province has some two thousand schools. */
const organisationLimit = 5_000;

const organisations = statement(
  'directory.organisations',
  `SELECT o.id, o.parent_id, o.kind, o.type, o.name FROM organisation o
   WHERE o.tenant = $1 AND EXISTS (SELECT FROM unnest($2::text[]) AS own WHERE starts_with(o.path, own) OR starts_with(own, o.path))
   ORDER BY length(o.path), o.name, o.id LIMIT ${organisationLimit}`,
);

const people = statement(
  'directory.people',
  `SELECT p.id, p.name, jsonb_agg(jsonb_build_object('post', h.post, 'id', o.id, 'name', o.name) ORDER BY length(o.path), h.post) AS posts
   FROM person p
   JOIN post_holding h ON h.tenant = p.tenant AND h.person_id = p.id AND h.valid_from <= $3::date AND (h.valid_to IS NULL OR h.valid_to >= $3::date)
   JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
   WHERE p.tenant = $1 AND p.disabled_at IS NULL
     AND EXISTS (SELECT FROM unnest($2::text[]) AS own WHERE starts_with(o.path, own) OR starts_with(own, o.path))
     AND ($4::uuid IS NULL OR starts_with(o.path, (SELECT at.path FROM organisation at WHERE at.tenant = $1 AND at.id = $4)))
     AND ($5::text = '' OR strpos(lower(p.name), $5) > 0 OR strpos(lower(o.name), $5) > 0 OR h.post = ANY ($6::text[]))
   GROUP BY p.id, p.name ORDER BY p.name, p.id LIMIT $7`,
);

interface OrganisationRow {
  readonly id: string;
  readonly parent_id: string | null;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
}

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly { readonly post: string; readonly id: string; readonly name: string }[];
}

type Row<T> = T & Record<string, unknown>;

/** Whom somebody may name: the organisations above and below their own posts, and who holds posts there. */
export class DirectoryLookup {
  constructor(
    private readonly database: Database,
    private readonly posts: PostCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Those above come first. */
  async organisations({ tenant, posts }: Caller): Promise<ListedOrganisation[]> {
    const rows = await this.database.query<Row<OrganisationRow>>(organisations, [tenant, posts.map(({ path }) => path)]);
    return rows.map(({ id, parent_id: parent, kind, type, name }) => ({ id, ...(parent !== null && { parent }), kind, type, name }));
  }

  /** People by their name, their organisation's, or the title of a post; with the posts by which they were found. */
  async people(
    caller: Caller,
    request: { readonly q: string; readonly organisation?: string | undefined; readonly limit: number },
  ): Promise<ListedPerson[]> {
    const q = request.q.normalize('NFKC').toLowerCase().trim();
    const titled = Object.keys(this.posts).filter((key) => {
      const { zh, en = '' } = namedPost(this.posts, key).title as { readonly zh: string; readonly en?: string };
      return zh.includes(q) || en.toLowerCase().includes(q);
    });
    const day = businessDay(this.clock.now());
    const own = caller.posts.map(({ path }) => path);
    const values = [caller.tenant, own, day, request.organisation ?? null, q, titled, request.limit];
    const rows = await this.database.query<Row<PersonRow>>(people, values);
    return rows.map(({ id, name, posts }) => ({
      id,
      name,
      posts: posts.map((held) => ({ ...namedPost(this.posts, held.post), organisation: { id: held.id, name: held.name } })),
    }));
  }
}

/** The school of a case, or where there is none above it, its organisation. */
export interface Place {
  readonly id: string;
  readonly name: string;
}

/** Of the row `page`, by its `organisation_path`; `$1` is the tenant. */
export const placeColumn = `(SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM organisation o
    WHERE o.tenant = $1 AND o.id = ANY (string_to_array(trim(trailing '/' FROM page.organisation_path), '/')::uuid[])
    ORDER BY o.kind = 'school' DESC, length(o.path) DESC LIMIT 1) AS place`;

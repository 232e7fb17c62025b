/** Whether a row of `search_case` has all pieces: by their pairs, which are indexed, and then letter by letter. */
export const fitting = (row: string, { pairs, pieces }: { readonly pairs: string; readonly pieces: string }): string =>
  `${row}.words @> ${pairs}::text[] AND NOT EXISTS (SELECT FROM unnest(${pieces}::text[]) AS piece WHERE strpos(${row}.plain, piece) = 0)`;

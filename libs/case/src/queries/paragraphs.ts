import { namedPost, type PostCatalogue } from '#directory';
import type { Definition, Text } from '#engine';
import { stateTitle } from './titles.ts';

/** What a meeting's minutes say of a case. */
export interface CaseParagraph {
  readonly meeting: string;
  readonly body: { readonly key: string; readonly title: Text };
  /** Such as 2021年第4次. */
  readonly number: string;
  readonly paragraph: number;
  readonly heldAt: string;
  readonly step: { readonly path: string; readonly title: Text };
  readonly outcome: string;
  readonly text: string;
  /** Under which it let the case pass. */
  readonly conditions?: string;
  /** The line of the case's history. */
  readonly sequence: number;
}

export interface ParagraphRow {
  readonly meeting: string;
  readonly body: string;
  readonly number: string;
  readonly paragraph: number;
  readonly held_at: string;
  readonly step: string;
  readonly outcome: string;
  readonly text: string;
  readonly conditions: string | null;
  readonly sequence: number;
}

/** The paragraphs of a case `i`, the oldest first, as one JSON value. */
export const paragraphsOfCase = `(SELECT jsonb_agg(jsonb_build_object('meeting', m.id, 'body', m.body, 'number', m.number,
    'paragraph', n.position, 'held_at', m.held_at, 'step', t.step, 'outcome', n.outcome, 'text', n.text, 'conditions', n.conditions,
    'sequence', n.sequence) ORDER BY n.sequence)
  FROM meeting_item n
  JOIN meeting m ON m.tenant = n.tenant AND m.id = n.meeting_id AND m.state = 'closed'
  JOIN task t ON t.tenant = n.tenant AND t.instance_id = n.instance_id AND t.number = n.task
  WHERE n.tenant = i.tenant AND n.instance_id = i.id)`;

export function paragraphOf(posts: PostCatalogue, definition: Definition, row: ParagraphRow): CaseParagraph {
  const { meeting, body, number, paragraph, held_at: heldAt, step, outcome, text, conditions, sequence } = row;
  return {
    meeting,
    body: namedPost(posts, body),
    number,
    paragraph,
    heldAt: new Date(heldAt).toISOString(),
    step: { path: step, title: stateTitle(definition, step) },
    outcome,
    text,
    ...(conditions !== null && { conditions }),
    sequence,
  };
}

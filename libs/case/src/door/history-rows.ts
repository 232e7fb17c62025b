import type { Advanced, Entry } from '#engine';
import { digestOf, hashOf } from '../history/chain.ts';
import type { HistoryWrite } from '../store/commit.store.ts';
import { type Before, type Circumstances, hasNewForm } from './circumstances.ts';

/** What happened, as rows of the case's chain: each carries the hash of the one before it. */
export function historyRows(before: Before, { entries, state }: Advanced, { tenant, commandId, at }: Circumstances): HistoryWrite[] {
  let previous = before.lastHash;
  const isNewForm = hasNewForm(before, state);
  return entries.map((entry, index) => {
    const { kind, step = null, task = null, outcome = null, settled = null, comment = null, attachments = [] } = entry;
    const row = {
      tenant,
      instance_id: before.id,
      sequence: before.sequence + index + 1,
      at,
      command_id: commandId,
      kind,
      ...authorOf(entry),
      step,
      task,
      outcome,
      settled,
      comment,
      form_version: entry.formVersion,
      attachments,
      from_states: entry.from,
      to_states: entry.to,
      detail: { ...detailOf(entry), ...(isNewForm && index === 0 && { form: digestOf(state.form.fields) }) },
      previous_hash: previous,
    };
    previous = hashOf(row);
    return { ...row, hash: previous };
  });
}

function authorOf({ author }: Entry): Pick<HistoryWrite, 'person_id' | 'on_behalf_of' | 'post' | 'organisation_id'> {
  if (author.kind === 'system') return { person_id: null, on_behalf_of: null, post: null, organisation_id: null };
  const { person, onBehalfOf = null, post = null, organisation = null } = author;
  return { person_id: person, on_behalf_of: onBehalfOf, post, organisation_id: organisation };
}

/** What has no column of its own. */
const details = [
  'place',
  'people',
  'earlier',
  'items',
  'meeting',
  'recipients',
  'measure',
  'basis',
  'brokenRules',
  'returnTo',
  'cause',
  'facts',
  'child',
  'call',
  'started',
  'parent',
  'policy',
  'given',
  'subject',
  'holders',
  'answers',
  'migration',
] as const satisfies readonly (keyof Entry)[];

const detailOf = (entry: Entry): object =>
  Object.fromEntries(details.flatMap((name) => (entry[name] === undefined ? [] : [[name, entry[name]]])));

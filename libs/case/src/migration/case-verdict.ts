import { type Mapping, previewOf, type Reason, type Text } from '#engine';
import type { CaseRefusal } from '../door/sending.ts';
import { stateTitle, type Titled, textOf } from '../queries/titles.ts';
import type { Outlook } from './migrating-cases.ts';
import { statesIn } from './standing.ts';

/** `chosen` is a case for which all was chosen that there was to choose. */
export type Standing = 'safe' | 'chosen' | 'choice' | 'stays';

export interface CaseVerdict {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly version: number;
  readonly states: readonly Titled[];
  readonly verdict: Standing;
  readonly reasons: readonly Reason[];
  readonly refusal?: CaseRefusal;
  /** To be sent back for it, where it can be migrated. */
  readonly expected?: string;
  /** Tasks that would be asked anew, and that would be closed; open tasks that would be due at another time. */
  readonly changes?: { readonly asked: number; readonly closed: number; readonly dues: number };
}

/** A state for which somebody has to choose, or agree to what is lost there. */
export interface StateChoice extends Titled {
  readonly proposal: string | null;
  readonly chosen: string | null;
  /** How many cases stand there. */
  readonly cases: number;
}

export function verdictView(outlook: Outlook): CaseVerdict {
  const { row, state, from, verdict, result, expected } = outlook;
  const refusal = refusalOf(outlook);
  return {
    id: row.id,
    number: row.case_number,
    title: textOf(row.title_zh, row.title_en),
    version: row.definition_version,
    states: statesIn(from.definition, state),
    verdict: standingOf(outlook),
    reasons: verdict.reasons,
    ...(refusal !== undefined && { refusal }),
    ...(expected !== undefined && refusal === undefined && { expected }),
    ...(result?.kind === 'advanced' && { changes: changesOf(outlook, result) }),
  };
}

function standingOf({ verdict, isChosen, isOnAgenda, result }: Outlook): Standing {
  if (verdict.kind === 'stays' || isOnAgenda) return 'stays';
  if (verdict.kind === 'choice') return isChosen && result?.kind === 'advanced' ? 'chosen' : 'choice';
  return result?.kind === 'advanced' ? 'safe' : 'stays';
}

/** Why a case is not migrated, as things are chosen. */
export function refusalOf({ verdict, isChosen, isOnAgenda, result }: Outlook): CaseRefusal | undefined {
  if (verdict.kind === 'stays') return { kind: 'refused', code: 'migration.stays' };
  if (isOnAgenda) return { kind: 'refused', code: 'migration.on-agenda' };
  if (verdict.kind === 'choice' && !isChosen)
    return { kind: 'refused', code: 'migration.choice-needed', params: { states: Object.keys(verdict.choices).join('、') } };
  return result?.kind === 'refused' ? result : undefined;
}

function changesOf({ state }: Outlook, advanced: Extract<Outlook['result'], { kind: 'advanced' }>): NonNullable<CaseVerdict['changes']> {
  const preview = previewOf(state, advanced);
  const isDropped = advanced.effects.filter((effect) => effect.kind === 'change-due' && effect.dueAt === null).length;
  return { asked: preview.asked.length, closed: preview.cancelled.length, dues: preview.dues.length + isDropped };
}

export function choicesIn(outlooks: readonly Outlook[], chosen: Mapping): StateChoice[] {
  const found = new Map<string, StateChoice>();
  for (const { verdict, from } of outlooks)
    for (const [path, proposal] of Object.entries(verdict.choices)) {
      const known = found.get(path) ?? { path, title: stateTitle(from.definition, path), proposal, chosen: chosen[path] ?? null, cases: 0 };
      found.set(path, { ...known, proposal: known.proposal ?? proposal, cases: known.cases + 1 });
    }
  return [...found.values()];
}

import { useEffect, useMemo, useState } from 'react';
import { server } from '../api/client.ts';
import { useMe } from '../session/session.ts';
import { DraftSaver, type Saving } from './draft-saver.ts';
import { drop, keep, localDraft, placeOf, useLocalDraft } from './local-drafts.ts';
import { type LocalDraft, type Reconciled, reconcile, type ServerDraft, type Typed, taken } from './reconcile.ts';

export interface StartDraft {
  readonly draft: LocalDraft;
  readonly saving: Saving;
  readonly write: (change: Partial<Typed>) => void;
  /** Of two that have parted: this machine's is kept, or the server's is taken. */
  readonly settle: (choice: 'mine' | 'theirs') => void;
  /** When the case has begun, or it is thrown away. */
  readonly end: () => Promise<void>;
}

/** Goes on with what there is. */
function opened(place: string, found: ServerDraft | null | undefined): Reconciled {
  const reconciled = reconcile(localDraft(place), found);
  keep(place, reconciled.draft);
  return reconciled;
}

/** A form that is filled in over days: what is typed is kept here at once, and on the server after a pause. */
export function useStartDraft(definition: string, found: ServerDraft | null | undefined): StartDraft {
  const place = placeOf(useMe().person.id, definition);
  const [{ theirs }] = useState(() => opened(place, found));
  const draft = useLocalDraft(place);
  const [saving, tell] = useState<Saving>(theirs === undefined ? { kind: 'resting' } : { kind: 'parted', theirs });
  const saver = useMemo(() => new DraftSaver(definition, place, tell), [definition, place]);
  useEffect(() => {
    if (theirs === undefined) saver.now();
    const online = (): void => saver.now();
    addEventListener('online', online);
    return () => removeEventListener('online', online);
  }, [saver, theirs]);
  return {
    draft,
    saving,
    write: (change) => {
      keep(place, { ...(localDraft(place) ?? draft), ...change, isSaved: false });
      if (saving.kind !== 'parted') saver.typed();
    },
    settle: (choice) => {
      if (saving.kind !== 'parted') return;
      const { theirs: other } = saving;
      keep(place, choice === 'theirs' ? taken(other) : { ...(localDraft(place) ?? draft), version: other.version, isSaved: false });
      tell({ kind: 'resting' });
      saver.now();
    },
    end: async () => {
      await saver.stop();
      drop(place);
      // Left where it is if it cannot be reached: it is then found as a draft again, and nothing is lost.
      await server.DELETE('/api/me/drafts/{definition}', { params: { path: { definition } } }).catch(() => undefined);
    },
  };
}

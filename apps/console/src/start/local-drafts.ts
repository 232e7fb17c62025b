import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { blank, type LocalDraft } from './reconcile.ts';

interface LocalDrafts {
  readonly byPlace: Readonly<Record<string, LocalDraft>>;
}

/** Written with every key, before anything is sent: what the network or the machine loses is still here. */
const useLocalDrafts = create<LocalDrafts>()(persist(() => ({ byPlace: {} }), { name: 'shenpi.start-drafts' }));

/** Of a person and a process: several people may use a machine. */
export const placeOf = (person: string, definition: string): string => `${person} ${definition}`;

export const localDraft = (place: string): LocalDraft | undefined => useLocalDrafts.getState().byPlace[place];

export const useLocalDraft = (place: string): LocalDraft => useLocalDrafts(({ byPlace }) => byPlace[place] ?? blank);

export const keep = (place: string, draft: LocalDraft): void =>
  void useLocalDrafts.setState(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: draft } }));

export const drop = (place: string): void =>
  void useLocalDrafts.setState(({ byPlace }) => ({
    byPlace: Object.fromEntries(Object.entries(byPlace).filter(([other]) => other !== place)),
  }));

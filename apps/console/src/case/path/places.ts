import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { useText } from '../../words/language.ts';
import { listed } from '../../words/punctuation.ts';

type Schemas = components['schemas'];
export type Graph = Schemas['CaseGraph'];
export type Place = Schemas['CaseGraphNode'];
export type Way = Schemas['CaseGraphEdge'];

/** How a place is told of: gone through, here, to come, to come again, ended here, or not on the way. */
export type Manner = 'behind' | 'here' | 'ended' | 'ahead' | 'again' | 'beside';

export function mannerOf({ standing, kind, visits }: Place): Manner {
  if (standing === 'here') return kind === 'end' ? 'ended' : 'here';
  if (standing === 'ahead' && visits.length > 0) return 'again';
  return standing;
}

/** Who is asked at a place, in the office's words. */
export function useBodies(): (place: Place) => string {
  const { t } = useTranslation('path');
  const text = useText();
  return ({ posts, isApplicants }) => listed([...(isApplicants ? [t('applicant')] : []), ...posts.map(({ title }) => text(title))]);
}

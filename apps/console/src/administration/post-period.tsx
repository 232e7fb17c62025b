import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useText } from '../words/language.ts';

/** A post somebody holds or held: what it is, where, and when. */
export function PostPeriod({ of: { post, organisation, from, until } }: { readonly of: components['schemas']['HeldPost'] }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  return (
    <>
      {text(post.title)} · {organisation.name} · {until === null ? t('openEnded', { from }) : t('period', { from, until })}
    </>
  );
}

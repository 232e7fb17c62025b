import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useText } from '../words/language.ts';

type Assignee = components['schemas']['Assignee'];

/** Names whoever is asked: a person, or a post and where it is. */
export function useWho(): (assignee: Assignee) => string {
  const { t } = useTranslation('case');
  const text = useText();
  return ({ person, post, organisation = '' }) => {
    if (person !== undefined) return person.name;
    return post === undefined ? organisation : t('postAt', { organisation, post: text(post.title) });
  };
}

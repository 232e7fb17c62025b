import { useTranslation } from 'react-i18next';
import type { AssigneeRule } from '#engine';
import { useText } from '../../words/language.ts';
import { listed } from '../../words/punctuation.ts';
import { usePosts } from '../surroundings.ts';

/** Who is asked, by the posts' names. */
export function useAssigneeWords(): (rules: readonly AssigneeRule[]) => string {
  const { t } = useTranslation('designer');
  const text = useText();
  const posts = usePosts();
  return (rules) =>
    listed(
      rules.map((rule) => {
        if (!('post' in rule)) return t('applicant');
        const post = posts.find(({ key }) => key === rule.post);
        return post === undefined ? rule.post : text(post.title);
      }),
    );
}

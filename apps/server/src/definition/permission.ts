import { type Caller, type PostCatalogue, requirePermission, scopesOf } from '#directory';

/** Drafts are for those who work at them and for those who publish them. @throws RefusedError for anybody else */
export function requireEither(posts: PostCatalogue, caller: Caller): void {
  if (scopesOf(posts, caller, 'definition.publish').length === 0) requirePermission(posts, caller, 'definition.edit');
}

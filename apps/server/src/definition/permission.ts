import { type Caller, type Permission, type PostCatalogue, requirePermission, scopesOf } from '#directory';

const mayDo = (posts: PostCatalogue, caller: Caller, permission: Permission): boolean => scopesOf(posts, caller, permission).length > 0;

/** Drafts are for those who work at them and for those who publish them. @throws RefusedError for anybody else */
export function requireEither(posts: PostCatalogue, caller: Caller): void {
  if (!mayDo(posts, caller, 'definition.publish')) requirePermission(posts, caller, 'definition.edit');
}

/** Who published what when is also for those who may read cases. @throws RefusedError for anybody else */
export function requireLooking(posts: PostCatalogue, caller: Caller): void {
  if (!mayDo(posts, caller, 'instance.read')) requireEither(posts, caller);
}

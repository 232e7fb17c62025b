import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { type Caller, csrfTokenOf, Directory, namedPost, POSTS, type PostCatalogue } from '#directory';
import { Clock } from '#platform';
import type { SessionOut } from './session.schema.ts';

/** What somebody who is signed in is told of themselves. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly directory: Directory,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    private readonly clock: Clock,
  ) {}

  async of({ tenant, person, name, account, posts }: Caller, token: string): Promise<z.infer<typeof SessionOut>> {
    const held = posts.map(async ({ post, organisation }) => ({
      ...namedPost(this.posts, post),
      organisation: await this.directory.named(tenant, organisation),
    }));
    return {
      person: { id: person, name, account },
      posts: await Promise.all(held),
      permissions: [...new Set(posts.flatMap(({ post }) => this.posts[post]?.permissions ?? []))],
      present: this.clock.now().toISOString(),
      csrfToken: csrfTokenOf(token),
    };
  }
}

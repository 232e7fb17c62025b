import type { z } from 'zod';
import type { Cases } from '#case';
import { type Caller, csrfTokenOf, type Directory, namedPost, type PostCatalogue } from '#directory';
import type { NoticeSettings } from '#notice';
import type { Clock } from '#platform';
import { areasOf } from './areas.ts';
import type { SessionOut } from './session.schema.ts';

export interface SessionViewsParts {
  readonly directory: Directory;
  readonly settings: NoticeSettings;
  readonly cases: Cases;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

/** What somebody who is signed in is told of themselves. */
export class SessionViews {
  constructor(private readonly parts: SessionViewsParts) {}

  async of(caller: Caller, token: string): Promise<z.infer<typeof SessionOut>> {
    const { directory, settings, cases, posts: catalogue, clock } = this.parts;
    const { tenant, person, name, account, posts } = caller;
    const [{ language }, bodies] = await Promise.all([settings.read(caller), cases.workflows.bodies(tenant)]);
    const held = posts.map(async ({ post, organisation }) => ({
      ...namedPost(catalogue, post),
      organisation: await directory.named(tenant, organisation),
      permissions: catalogue[post]?.permissions ?? [],
      areas: areasOf(catalogue, [post], bodies),
      isBody: bodies.has(post),
    }));
    const keys = posts.map(({ post }) => post);
    return {
      person: { id: person, name, account },
      language,
      posts: await Promise.all(held),
      areas: areasOf(catalogue, keys, bodies),
      permissions: [...new Set(keys.flatMap((post) => catalogue[post]?.permissions ?? []))],
      present: clock.now().toISOString(),
      csrfToken: csrfTokenOf(token),
    };
  }

  /** In which language somebody reads and is written to. */
  async choose(caller: Caller, language: 'zh-CN' | 'en'): Promise<void> {
    await this.parts.settings.choose(caller, language);
  }
}

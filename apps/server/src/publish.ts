import type { Cases } from '#case';
import type { Definition } from '#engine';
import type { Logger } from '#platform';

/**
 * Publishes the processes that come with the software, in every tenant, where their content is new. A process of which an
 * administrator has published a version of their own is left as it is: what came with the software is a template for them then.
 * @throws Error when one of them does not compile: then this release is broken and must not start.
 */
export async function publishCatalogue(
  { workflows }: Cases,
  tenants: readonly string[],
  catalogue: readonly Definition[],
  logger: Logger,
): Promise<void> {
  for (const tenant of tenants) {
    for (const definition of catalogue) {
      const version = await workflows.install(tenant, definition);
      if (version === undefined) logger.info({ tenant, definition: definition.key }, 'left as an administrator has published it');
      else if ('kind' in version) throw new Error(`${definition.key}: ${version.problems.map(({ message }) => message.en).join(' ')}`);
      else logger.debug({ tenant, definition: version.key, version: version.version }, 'published');
    }
  }
}

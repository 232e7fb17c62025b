import type { Cases } from '#case';
import type { Definition } from '#engine';
import type { Logger } from '#platform';

/**
 * Publishes the processes that come with the software, in every tenant, where their content is new.
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
      const version = await workflows.publish(tenant, definition, null, null);
      if ('kind' in version) throw new Error(`${definition.key}: ${version.problems.map(({ message }) => message.en).join(' ')}`);
      logger.debug({ tenant, definition: version.key, version: version.version }, 'published');
    }
  }
}

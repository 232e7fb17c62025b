import type { Permission, PostCatalogue } from '#directory';

/** The parts of the console, in the order of its rail. */
export const areas = [
  'workbench',
  'tasks',
  'cases',
  'meetings',
  'reports',
  'follow-up',
  'monitoring',
  'definitions',
  'organisations',
  'system',
] as const;
export type Area = (typeof areas)[number];

/** What a post needs one of to see a part; everybody sees the others. */
const needed: Partial<Readonly<Record<Area, readonly Permission[]>>> = {
  reports: ['report.read', 'report.file'],
  'follow-up': ['instance.read'],
  monitoring: ['report.review', 'report.excuse', 'report.monitor', 'participation.manage'],
  definitions: ['definition.edit', 'definition.publish', 'instance.read'],
  organisations: ['directory.manage', 'person.hand-over', 'absence.manage'],
  system: ['operations.read', 'incident.retry', 'calendar.manage', 'rule.manage', 'channel.manage'],
};

/** What of the console a holder of these posts sees. `bodies` are the posts whose meetings decide something. */
export function areasOf(catalogue: PostCatalogue, posts: readonly string[], bodies: ReadonlySet<string>): Area[] {
  const permissions = new Set(posts.flatMap((post) => catalogue[post]?.permissions ?? []));
  const readsEverything = permissions.has('instance.read');
  return areas.filter((area) => {
    if (area === 'meetings') return readsEverything || posts.some((post) => bodies.has(post));
    return needed[area]?.some((permission) => permissions.has(permission)) ?? true;
  });
}

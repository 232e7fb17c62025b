import type { Session } from '../session/session.ts';

/** What the posts of offices may that those of a school may not. */
const officePermissions = ['report.review', 'report.excuse', 'report.monitor', 'participation.manage'];

/** The schools whose reports are somebody's own, by their posts there. */
export function schoolsOf({ posts }: Session): { readonly id: string; readonly name: string }[] {
  const own = posts
    .filter(({ permissions }) => permissions.includes('report.read') && !officePermissions.some((one) => permissions.includes(one)))
    .map(({ organisation }) => organisation);
  return [...new Map(own.map((school) => [school.id, school])).values()];
}

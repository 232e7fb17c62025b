import type { Directory } from '#directory';
import { isId } from '#platform';
import type { CaseRefusal, Request } from './sending.ts';

/** People to whom a command gives something to do. */
function peopleOf(request: Request): readonly string[] {
  if (request.kind === 'add-signers') return request.people;
  return request.kind === 'transfer' || request.kind === 'delegate' ? [request.to] : [];
}

/** Refuses what is given to somebody who is not there, or not any more. A command that names nobody costs no look-up. */
export async function checkPeople(directory: Directory, tenant: string, request: Request): Promise<CaseRefusal | undefined> {
  const people = [...new Set(peopleOf(request))];
  if (people.length === 0) return undefined;
  const active = people.every(isId) ? await directory.activeAmong(tenant, people) : [];
  return active.length === people.length ? undefined : { kind: 'refused', code: 'person.unknown' };
}

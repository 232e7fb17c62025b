export { AbsenceStore } from './absence/absence.store.ts';
export { type Absence, type AbsenceRequest, Absences } from './absence/absences.ts';
export { levels } from './administration/levels.ts';
export type { AdministeredOrganisation } from './administration/organisation.store.ts';
export { Organisations } from './administration/organisations.ts';
export { People } from './administration/people.ts';
export type { AdministeredPerson } from './administration/person.store.ts';
export { Postings } from './administration/postings.ts';
export { type AuditEntry, AuditReader } from './audit/audit-reader.ts';
export { DirectoryModule } from './directory.module.ts';
export { Directory, type Lineage } from './directory.ts';
export { Duties, type DutyAbsence, type DutyPost, type PersonDuties } from './person/duties.ts';
export {
  assigneeKeys,
  type Caller,
  type HeldPost,
  isWithinScopes,
  namedPost,
  notPermitted,
  type Permission,
  POSTS,
  type PostCatalogue,
  type PostDefinition,
  personKey,
  postHolderKey,
  type Represented,
  requirePermission,
  scopesOf,
} from './posts.ts';
export { directoryTexts } from './refusal-texts.ts';
export { SignIn } from './sign-in/sign-in.ts';
export { csrfTokenOf, hashOfToken, isCsrfToken } from './sign-in/tokens.ts';
export { directoryEntities, type Language, type MailPreference } from './store/entities.ts';
export { type DirectoryImport, ImportStore } from './store/import.store.ts';
export { DirectoryLookup } from './store/lookup.ts';

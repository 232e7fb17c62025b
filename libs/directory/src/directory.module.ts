import { type DynamicModule, Module } from '@nestjs/common';
import { Clock, CONFIG, type Config, Database } from '#platform';
import { AbsenceStore } from './absence/absence.store.ts';
import { Absences } from './absence/absences.ts';
import { Administration } from './administration/administration.ts';
import { OrganisationStore } from './administration/organisation.store.ts';
import { Organisations } from './administration/organisations.ts';
import { People } from './administration/people.ts';
import { PersonStore } from './administration/person.store.ts';
import { Postings } from './administration/postings.ts';
import { AuditReader } from './audit/audit-reader.ts';
import { Directory } from './directory.ts';
import { POSTS, type PostCatalogue } from './posts.ts';
import { SignInStore } from './sign-in/sign-in.store.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { ImportStore } from './store/import.store.ts';
import { DirectoryLookup } from './store/lookup.ts';

const providers = [
  { provide: Directory, inject: [Database], useFactory: (database: Database) => new Directory(database) },
  {
    provide: SignIn,
    inject: [Database, Directory, Clock, CONFIG],
    useFactory: (database: Database, directory: Directory, clock: Clock, config: Config) =>
      new SignIn(new SignInStore(database), directory, clock, config),
  },
  {
    provide: Absences,
    inject: [Database, POSTS, Clock],
    useFactory: (database: Database, posts: PostCatalogue, clock: Clock) => new Absences(new AbsenceStore(database), posts, clock),
  },
  {
    provide: AuditReader,
    inject: [Database, POSTS],
    useFactory: (database: Database, posts: PostCatalogue) => new AuditReader(database, posts),
  },
  {
    provide: DirectoryLookup,
    inject: [Database, POSTS, Clock],
    useFactory: (database: Database, posts: PostCatalogue, clock: Clock) => new DirectoryLookup(database, posts, clock),
  },
  {
    provide: Administration,
    inject: [Database, POSTS, Clock],
    useFactory: (database: Database, posts: PostCatalogue, clock: Clock) => new Administration({ database, posts, clock }),
  },
  {
    provide: Organisations,
    inject: [Administration, Database],
    useFactory: (administration: Administration, database: Database) => new Organisations(administration, new OrganisationStore(database)),
  },
  {
    provide: Postings,
    inject: [Administration, Database],
    useFactory: (administration: Administration, database: Database) =>
      new Postings(administration, new OrganisationStore(database), new PersonStore(database)),
  },
  {
    provide: People,
    inject: [Administration, Database, Postings],
    useFactory: (administration: Administration, database: Database, postings: Postings) =>
      new People(administration, new PersonStore(database), postings),
  },
  { provide: ImportStore, inject: [Database], useFactory: ({ dataSource }: Database) => new ImportStore(dataSource) },
];

@Module({})
export class DirectoryModule {
  static with(posts: PostCatalogue): DynamicModule {
    return {
      module: DirectoryModule,
      global: true,
      providers: [...providers, { provide: POSTS, useValue: posts }],
      exports: [AuditReader, Directory, SignIn, Absences, ImportStore, DirectoryLookup, Organisations, People, Postings, POSTS],
    };
  }
}

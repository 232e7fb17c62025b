import { Module } from '@nestjs/common';
import { Clock, CONFIG, type Config, Database } from '#platform';
import { Directory } from './directory.ts';
import { SignInStore } from './sign-in/sign-in.store.ts';
import { SignIn } from './sign-in/sign-in.ts';
import { DirectoryStore } from './store/directory.store.ts';
import { ImportStore } from './store/import.store.ts';

@Module({
  providers: [
    { provide: Directory, inject: [Database], useFactory: (database: Database) => new Directory(new DirectoryStore(database)) },
    {
      provide: SignIn,
      inject: [Database, Directory, Clock, CONFIG],
      useFactory: (database: Database, directory: Directory, clock: Clock, config: Config) =>
        new SignIn(new SignInStore(database), directory, clock, config),
    },
    { provide: ImportStore, inject: [Database], useFactory: ({ dataSource }: Database) => new ImportStore(dataSource) },
  ],
  exports: [Directory, SignIn, ImportStore],
})
export class DirectoryModule {}

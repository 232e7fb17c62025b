import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '#platform';
import { CalendarChanges } from './calendar-changes.ts';
import { Calendars } from './calendars.ts';

/** Gives server and worker the calendars they were started with, and stops following them in the end. */
@Module({})
export class CalendarModule implements OnApplicationShutdown {
  constructor(private readonly calendars: Calendars) {}

  static with(calendars: Calendars): DynamicModule {
    return {
      module: CalendarModule,
      global: true,
      providers: [
        { provide: Calendars, useValue: calendars },
        { provide: CalendarChanges, inject: [Clock], useFactory: (clock: Clock) => new CalendarChanges(calendars, clock) },
      ],
      exports: [Calendars, CalendarChanges],
    };
  }

  onApplicationShutdown(): Promise<void> {
    return this.calendars.stop();
  }
}

import type { DoneOnBehalf } from '#case';
import type { Round } from '#clockwork';
import { type Absences, personKey } from '#directory';
import type { Notices } from '#notice';

export interface AbsenceRoundParts {
  readonly absences: Absences;
  readonly done: DoneOnBehalf;
  readonly notices: Notices;
}

/** Tells everybody who is back how much was decided in their name meanwhile. */
export function absenceRound({ absences, done, notices }: AbsenceRoundParts): Round {
  return {
    name: 'absences',
    next: (now) => absences.nextReturn(now),
    run: async (now) => {
      for (const absence of await absences.ended(now)) {
        const { tenant, id, person, firstDay, lastDay } = absence;
        const count = await done.count(tenant, person, beginningOf(firstDay), new Date(beginningOf(lastDay).getTime() + dayMilliseconds));
        // Told under the absence's own cause, so that twice is once; only then is it crossed off.
        await notices.announce(tenant, [
          { instance: null, to: [personKey(person)], text: textOf(firstDay, lastDay, count), cause: `absence ${id}` },
        ]);
        await absences.told(absence);
      }
    },
  };
}

const dayMilliseconds = 86_400_000;
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

const textOf = (firstDay: string, lastDay: string, count: number) => ({
  zh: `您的代理（${firstDay} 至 ${lastDay}）已结束：其间有 ${count} 件由代理人以您的名义办理，见“他人代我办理的”。`,
  en: `Your absence (${firstDay} to ${lastDay}) is over: ${count} decision(s) were made in your name meanwhile. See what was decided for me.`,
});

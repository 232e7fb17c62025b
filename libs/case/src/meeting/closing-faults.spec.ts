import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { type Fault, Faults, faultyDatabase } from '../../../../test/support/faulty-database.ts';
import { openHouse } from '../../../../test/support/house.ts';
import { deliberation } from '../../../../test/support/house-processes.ts';
import { MeetingRoom } from '../../../../test/support/meeting-room.ts';
import { contradictions } from '../../../../test/support/tables.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [deliberation] });
const faults = new Faults();
const shaken = house.anotherProcess(faultyDatabase(dataSource, faults));
const room = new MeetingRoom(house);

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

/** Statements of a closing at most, BEGIN and COMMIT included. */
const statements = 12;

describe.each<[string, Fault]>([
  ['is lost before', 'unsent'],
  ['is lost after', 'unanswered'],
  ['deadlocks at', { sqlState: '40P01' }],
  ['is refused at', { sqlState: '23514' }],
])('a closing whose connection %s any of its statements', (_, fault) => {
  it('has closed all of its items or none, and says no other when it is sent again', async () => {
    let met = 0;
    for (let number = 1; number <= statements; number += 1) {
      const tasks = await room.waiting(3);
      const meeting = await room.open(tasks);
      await room.recordAll(meeting, tasks);
      faults.lay(fault, number);
      const outcome = await room.close(meeting, 'president', shaken).catch((error: unknown) => error);
      if (!faults.clear()) met += 1;
      // What was sent on a connection that is gone may be committed a moment later: either way all of it, or none.
      const { state, standing } = await room.whole(meeting);
      expect({ state, standing }).toEqual(
        state === 'closed' ? { state, standing: ['partyCommittee'] } : { state: 'open', standing: ['presidentMeeting'] },
      );
      if (!(outcome instanceof Error)) expect([outcome, state]).toEqual([{ kind: 'done', meeting }, 'closed']);
      const again = await room.close(meeting);
      const answers = state === 'closed' ? ['meeting.not-open'] : ['meeting.not-open', 'done'];
      expect(answers).toContain('code' in again ? again.code : again.kind);
      expect(await room.standing(tasks)).toEqual(['partyCommittee']);
    }
    expect(met).toBeGreaterThan(4);
    expect(met).toBeLessThan(statements);
  });
});

import { one, post } from '../../support/definitions.ts';
import { type Broken, climb, clocked, ending, ladderAt, passing, process, remindAt } from '../sample.ts';

export const clocks: readonly Broken[] = [
  [
    'a delay that is neither declared nor a duration',
    process({ ...ending, after: { soon: 'end' } }),
    'delay.unknown',
    '/machine/states/second/after/soon',
  ],
  ['a delay in milliseconds', process({ ...ending, after: { '1000': 'end' } }), 'delay.unknown', '/machine/states/second/after/1000'],
  [
    'reminders without a due time',
    clocked({ remind: [{ at: 'due' }] }, null),
    'step.due-missing',
    '/machine/states/second/meta/step/remind',
  ],
  [
    'a ladder without a due time',
    clocked({ escalate: [climb('P1D')] }, null),
    'step.due-missing',
    '/machine/states/second/meta/step/escalate',
  ],
  ['an interval without a number', clocked({ remind: [{ after: 'P1D', every: 'P1D' }] }), 'reminder.repetition', remindAt],
  ['a number without an interval', clocked({ remind: [{ after: 'P1D', times: 3 }] }), 'reminder.repetition', remindAt],
  ['an interval of nothing', clocked({ remind: [{ after: 'P1D', every: 'P0D', times: 3 }] }), 'reminder.repetition', remindAt],
  ['31 reminders', clocked({ remind: [{ after: 'P1D', every: 'P1D', times: 31 }] }), 'document.invalid', `${remindAt}/times`],
  ['eleven rungs', clocked({ escalate: Array.from({ length: 11 }, () => climb('P1D')) }), 'document.invalid', ladderAt],
  ['a rung before the one above it', clocked({ escalate: [climb({ workingDays: 3 }), climb('P2D')] }), 'rung.order', `${ladderAt}/1/after`],
  [
    'somebody added to a sequence',
    clocked({ escalate: [{ after: 'P1D', do: 'add', to: [post('dean')] }], decide: { by: 'sequence', outcomes: ['approve'] } }),
    'rung.add-in-sequence',
    `${ladderAt}/0/do`,
  ],
  ['a decision of the system by no clause', clocked({ escalate: [passing('approve')] }), 'rung.basis-missing', `${ladderAt}/0`],
  [
    'a decision of the system that the step does not know',
    clocked({ escalate: [{ ...passing('reject'), basis: ['R-1-1'] }] }),
    'rung.outcome-unknown',
    `${ladderAt}/0/outcome`,
  ],
  [
    'a return by the system',
    clocked({ escalate: [{ ...passing('return'), basis: ['R-1-1'] }], decide: one('approve', 'return') }),
    'rung.outcome-unknown',
    `${ladderAt}/0/outcome`,
  ],
  [
    'a rung that is told to nobody',
    clocked({ escalate: [{ after: 'P1D', do: 'remind' } as never] }),
    'document.invalid',
    `${ladderAt}/0/to`,
  ],
];

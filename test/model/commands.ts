import type { Command } from '#engine';
import type { Host } from './host.ts';
import type { Move } from './move.ts';

const comment = '说明';

const meeting = { id: 'm1', number: '2024年第1次', paragraph: 1, minutes: '0'.repeat(64) };

export function commandOf(host: Host, move: Move): Command {
  const issued = host.issue();
  const by = host.actor(move.by, move.represents);
  const { token: task, to, step, people, isReassigning, fields, verb } = move;
  const reason = move.hasReason ? comment : '';
  const formVersion = host.state.form.version + (move.isStale ? 1 : 0);
  switch (verb) {
    case 'decide':
      return {
        kind: verb,
        ...issued,
        by,
        task,
        outcome: move.outcome,
        formVersion,
        comment: reason,
        fields,
        ...(move.returnTo !== undefined && { returnTo: move.returnTo }),
        ...(move.inMeeting && { meeting }),
      };
    case 'defer':
      return { kind: verb, ...issued, by, task, comment: reason, meeting };
    case 'save':
      return { kind: verb, ...issued, by, task, formVersion, fields };
    case 'claim':
      return { kind: verb, ...issued, by, task };
    case 'release':
      return { kind: verb, ...issued, by, task, isReassigning, comment: reason };
    case 'transfer':
      return { kind: verb, ...issued, by, task, to, isReassigning, comment: reason };
    case 'delegate':
      return { kind: verb, ...issued, by, task, to, comment: reason };
    case 'resolve':
      return { kind: verb, ...issued, by, task, comment: reason };
    case 'add-signers':
      return { kind: verb, ...issued, by, task, place: move.place, policy: move.rule, people, comment: reason };
    case 'remove-signers':
      return { kind: verb, ...issued, by, step, people, isReassigning, comment: reason };
    case 'take-back':
      return { kind: verb, ...issued, by, task };
    case 'jump':
      return { kind: verb, ...issued, by, to, comment: reason };
    case 'copy':
      return { kind: verb, ...issued, by, to: [{ kind: 'person', person: to }] };
    case 'supplement':
      return { kind: verb, ...issued, by, step, formVersion, fields, comment: reason };
    case 'urge':
      return { kind: verb, ...issued, by };
    case 'fire-timer':
      return { kind: verb, ...issued, timer: task };
    case 'signal':
      return { kind: verb, ...issued, signal: 'recall' };
    case 'retry':
      return { kind: verb, ...issued, by, step };
    case 'child-ended':
      return { kind: verb, ...issued, child: task, state: move.isPassed ? 'approved' : 'rejected', output: {} };
    case 'child-refused':
      return { kind: verb, ...issued, child: task, code: 'start.not-allowed' };
    case 'call-answered':
      return { kind: verb, ...issued, call: task, answer: {} };
    case 'call-failed':
      return { kind: verb, ...issued, call: task, code: 'http-500' };
    case 'end':
      return { kind: verb, ...issued, because: move.isPassed ? 'withdrawn' : 'terminated' };
    default:
      return { kind: verb, ...issued, by, comment: reason };
  }
}

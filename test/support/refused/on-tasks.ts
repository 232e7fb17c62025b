import { nobody, type People } from '../verb-scene.ts';
import { blank, namesNobody, noReasonNeeded, type Rows, type Scene, why } from './row.ts';

const decision = { outcome: 'approve', formVersion: 1 };

/** What is done to tasks, one by one and in batches. */
export function onTasks({ lead, joint, wuhu, hefei, admin }: People, scene: Scene): Rows {
  const to = wuhu.session.person.id;
  return {
    'POST /tasks/{id}/decisions': {
      notTheirs: [lead, `tasks/${scene.openTask}/decisions`, decision, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/decisions`, decision, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.returnedTask}/decisions`, decision, '409 task.closed'],
      finished: [joint, `tasks/${scene.endedTask}/decisions`, decision, '409 task.closed'],
      noReason: [joint, `tasks/${scene.openTask}/decisions`, { ...decision, outcome: 'return', ...blank }, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'PATCH /tasks/{id}/form': {
      notTheirs: [lead, `tasks/${scene.openTask}/form`, { formVersion: 1, fields: {} }, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/form`, { formVersion: 1, fields: {} }, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.returnedTask}/form`, { formVersion: 1, fields: {} }, '409 task.closed'],
      finished: [joint, `tasks/${scene.endedTask}/form`, { formVersion: 1, fields: {} }, '409 case.finished'],
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'POST /tasks/{id}/take-back': {
      notTheirs: [lead, `tasks/${scene.returnedTask}/take-back`, {}, '403 take-back.not-yours'],
      stranger: [wuhu, `tasks/${scene.returnedTask}/take-back`, {}, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.openTask}/take-back`, {}, '409 take-back.not-decided'],
      finished: [joint, `tasks/${scene.endedTask}/take-back`, {}, '409 case.finished'],
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'POST /tasks/{id}/claim': {
      notTheirs: [lead, `tasks/${scene.openTask}/claim`, {}, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/claim`, {}, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.claimedTask}/claim`, {}, '409 claim.already-yours'],
      finished: [joint, `tasks/${scene.endedTask}/claim`, {}, '409 case.finished'],
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'POST /tasks/{id}/release': {
      notTheirs: [lead, `tasks/${scene.claimedTask}/release`, why, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.claimedTask}/release`, why, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.openTask}/release`, {}, '409 release.not-claimed'],
      finished: [joint, `tasks/${scene.endedTask}/release`, {}, '409 case.finished'],
      noReason: [admin, `tasks/${scene.claimedTask}/release`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /tasks/{id}/transfer': {
      notTheirs: [lead, `tasks/${scene.openTask}/transfer`, { to, ...why }, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/transfer`, { to, ...why }, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.returnedTask}/transfer`, { to, ...why }, '409 task.closed'],
      finished: [joint, `tasks/${scene.endedTask}/transfer`, { to, ...why }, '409 case.finished'],
      noReason: [joint, `tasks/${scene.openTask}/transfer`, { to, ...blank }, '422 comment.required'],
      unknownPerson: [joint, `tasks/${scene.openTask}/transfer`, { to: nobody, ...why }, '422 person.unknown'],
    },
    'POST /tasks/{id}/delegation': {
      notTheirs: [lead, `tasks/${scene.openTask}/delegation`, { to, ...why }, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/delegation`, { to, ...why }, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.returnedTask}/delegation`, { to, ...why }, '409 task.closed'],
      finished: [joint, `tasks/${scene.endedTask}/delegation`, { to, ...why }, '409 case.finished'],
      noReason: [joint, `tasks/${scene.openTask}/delegation`, { to, ...blank }, '422 comment.required'],
      unknownPerson: [joint, `tasks/${scene.openTask}/delegation`, { to: nobody, ...why }, '422 person.unknown'],
    },
    'POST /tasks/{id}/answer': {
      notTheirs: [joint, `tasks/${scene.askedTask}/answer`, why, '403 task.not-yours'],
      stranger: [hefei, `tasks/${scene.askedTask}/answer`, why, '403 task.not-yours'],
      wrongTime: [joint, `tasks/${scene.openTask}/answer`, why, '409 resolve.not-delegated'],
      finished: [joint, `tasks/${scene.endedTask}/answer`, why, '409 case.finished'],
      noReason: [wuhu, `tasks/${scene.askedTask}/answer`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /tasks/{id}/signers': {
      notTheirs: [lead, `tasks/${scene.openTask}/signers`, { place: 'before', people: [to], ...why }, '403 task.not-yours'],
      stranger: [wuhu, `tasks/${scene.openTask}/signers`, { place: 'before', people: [to], ...why }, '404 task.unknown'],
      wrongTime: [joint, `tasks/${scene.suspendedTask}/signers`, { place: 'after', people: [to], ...why }, '409 case.suspended'],
      finished: [joint, `tasks/${scene.endedTask}/signers`, { place: 'beside', people: [to], ...why }, '409 case.finished'],
      noReason: [joint, `tasks/${scene.openTask}/signers`, { place: 'before', people: [to], ...blank }, '422 comment.required'],
      unknownPerson: [joint, `tasks/${scene.openTask}/signers`, { place: 'before', people: [to, nobody], ...why }, '422 person.unknown'],
    },
    'POST /tasks/decisions/preview': {
      notTheirs: 'it says so of each task: batch.spec.ts',
      stranger: 'it says so of each task: batch.spec.ts',
      wrongTime: 'it says so of each task: batch.spec.ts',
      finished: 'it says so of each task: batch.spec.ts',
      noReason: 'it says so of each task: batch.spec.ts',
      unknownPerson: namesNobody,
    },
    'POST /tasks/decisions': {
      notTheirs: 'it is reported of each task: batch.spec.ts',
      stranger: 'it is reported of each task: batch.spec.ts',
      wrongTime: 'it is reported of each task: batch.spec.ts',
      finished: 'it is reported of each task: batch.spec.ts',
      noReason: 'it is reported of each task: batch.spec.ts',
      unknownPerson: namesNobody,
    },
    'POST /tasks/decisions/{id}/undo': {
      notTheirs: [lead, `tasks/decisions/${scene.batch}/undo`, {}, '404 batch.unknown'],
      stranger: [wuhu, `tasks/decisions/${scene.batch}/undo`, {}, '404 batch.unknown'],
      wrongTime: [joint, `tasks/decisions/${scene.batch}/undo`, {}, '409 batch.nothing-decided'],
      finished: 'it is reported of each task: batch.spec.ts',
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
  };
}

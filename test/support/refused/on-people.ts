import { nobody, type People } from '../verb-scene.ts';
import { blank, namesNobody, noReasonNeeded, type Rows, type Scene, unfinished, why } from './row.ts';

/** Absences and handovers. */
export function onPeople({ joint, affairs, wuhu, hefei, admin }: People, scene: Scene): Rows {
  const to = wuhu.session.person.id;
  const absence = { deputy: to, firstDay: '2026-05-01', lastDay: '2026-05-02' };
  return {
    'POST /people/{person}/handover/preview': {
      notTheirs: [affairs, `people/${joint.session.person.id}/handover/preview`, { successor: to }, '403 permission.missing'],
      stranger: [wuhu, `people/${joint.session.person.id}/handover/preview`, { successor: to }, '403 permission.missing'],
      wrongTime: 'somebody may leave at any time',
      finished: 'what is finished is nobody’s to do',
      noReason: noReasonNeeded,
      unknownPerson: [
        admin,
        `people/${joint.session.person.id}/handover/preview`,
        { successor: to, byTask: { [scene.openTask]: nobody } },
        '422 handover.successor-unknown',
      ],
    },
    'POST /people/{person}/handover': {
      notTheirs: [affairs, `people/${joint.session.person.id}/handover`, { successor: to, ...why }, '403 permission.missing'],
      stranger: [wuhu, `people/${joint.session.person.id}/handover`, { successor: to, ...why }, '403 permission.missing'],
      wrongTime: [admin, `people/${joint.session.person.id}/handover`, { successor: to, ...why }, '428 handover.unconfirmed'],
      finished: 'what is finished is nobody’s to do',
      noReason: [admin, `people/${joint.session.person.id}/handover`, { successor: to, ...blank }, '422 comment.required', '0.0'],
      unknownPerson: [admin, `people/${nobody}/handover`, { successor: to, ...why }, '404 handover.person-unknown'],
    },
    'PUT /me/absences/{id}': {
      notTheirs: [joint, `me/absences/${scene.standing}`, absence, '404 absence.unknown'],
      stranger: [joint, `me/absences/${scene.past}`, absence, '404 absence.unknown'],
      wrongTime: [hefei, `me/absences/${scene.past}`, absence, '409 absence.past'],
      finished: unfinished,
      noReason: noReasonNeeded,
      unknownPerson: [hefei, `me/absences/${scene.standing}`, { ...absence, deputy: nobody }, '422 absence.deputy-unknown'],
    },
    'DELETE /me/absences/{id}': {
      notTheirs: [joint, `me/absences/${scene.standing}`, {}, '404 absence.unknown'],
      stranger: [wuhu, `me/absences/${scene.standing}`, {}, '404 absence.unknown'],
      wrongTime: [hefei, `me/absences/${scene.past}`, {}, '409 absence.past'],
      finished: unfinished,
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'PUT /people/{person}/absences/{id}': {
      notTheirs: [joint, `people/${hefei.session.person.id}/absences/${scene.standing}`, absence, '404 absence.person-unknown'],
      stranger: [wuhu, `people/${hefei.session.person.id}/absences/${scene.standing}`, absence, '404 absence.person-unknown'],
      wrongTime: [admin, `people/${hefei.session.person.id}/absences/${scene.past}`, absence, '409 absence.past'],
      finished: unfinished,
      noReason: noReasonNeeded,
      unknownPerson: [admin, `people/${nobody}/absences/${scene.standing}`, absence, '404 absence.person-unknown'],
    },
    'DELETE /people/{person}/absences/{id}': {
      notTheirs: [joint, `people/${hefei.session.person.id}/absences/${scene.standing}`, {}, '404 absence.person-unknown'],
      stranger: [wuhu, `people/${hefei.session.person.id}/absences/${scene.standing}`, {}, '404 absence.person-unknown'],
      wrongTime: [admin, `people/${hefei.session.person.id}/absences/${scene.past}`, {}, '409 absence.past'],
      finished: unfinished,
      noReason: noReasonNeeded,
      unknownPerson: [admin, `people/${nobody}/absences/${scene.standing}`, {}, '404 absence.person-unknown'],
    },
  };
}

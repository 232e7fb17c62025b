import { admissionFields, webDevelopment } from '../../../config/demo/admission.ts';
import type { Client } from '../client.ts';
import { nobody, type People } from '../verb-scene.ts';
import { blank, itself, namesNobody, noReasonNeeded, type Rows, type Scene, why } from './row.ts';

const supplement = { step: 'check', formVersion: 1, fields: { reason: '补充' }, comment: '补交' };
const starting = (person: Client, post: string, certificate: string) => ({
  definition: 'certificate-admission',
  organisation: person.at(post),
  fields: admissionFields({ ...webDevelopment, certificate }),
});

/** What is done to cases. */
export function onCases(people: People, scene: Scene): Rows {
  const { lead, joint, dean, affairs, wuhu, admin } = people;
  const to = wuhu.session.person.id;
  return {
    'POST /instances': {
      notTheirs: [affairs, 'instances', starting(lead, 'certificate-lead', 'X010'), '403 start.not-allowed'],
      stranger: [wuhu, 'instances', starting(lead, 'certificate-lead', 'X010'), '403 start.not-allowed'],
      wrongTime: [lead, 'instances', starting(lead, 'certificate-lead', 'X001'), '409 case.duplicate'],
      finished: 'it begins a case',
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/signers/removal': {
      notTheirs: [
        lead,
        `instances/${scene.signing}/signers/removal`,
        { step: 'expertArgument', people: [to], ...why },
        '403 signers.not-yours',
      ],
      stranger: [
        people.lzLead,
        `instances/${scene.signing}/signers/removal`,
        { step: 'expertArgument', people: [to], ...why },
        '404 instance.unknown',
      ],
      wrongTime: [
        joint,
        `instances/${scene.signing}/signers/removal`,
        { step: 'academicAudit', people: [to], ...why },
        '409 step.not-open',
      ],
      finished: [joint, `instances/${scene.ended}/signers/removal`, { step: 'expertArgument', people: [to], ...why }, '409 case.finished'],
      noReason: [
        joint,
        `instances/${scene.signing}/signers/removal`,
        { step: 'expertArgument', people: [to], ...blank },
        '422 comment.required',
      ],
      unknownPerson: [
        joint,
        `instances/${scene.signing}/signers/removal`,
        { step: 'expertArgument', people: [nobody], ...why },
        '422 person.unknown',
      ],
    },
    'POST /instances/{id}/recusal': {
      notTheirs: [lead, `instances/${scene.open}/recusal`, why, '409 recuse.applicant'],
      stranger: [wuhu, `instances/${scene.open}/recusal`, why, '404 instance.unknown'],
      wrongTime: [dean, `instances/${scene.open}/recusal`, why, '409 recuse.already'],
      finished: [joint, `instances/${scene.ended}/recusal`, why, '409 case.finished'],
      noReason: [joint, `instances/${scene.open}/recusal`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/copies': {
      notTheirs: itself,
      stranger: [wuhu, `instances/${scene.open}/copies`, { to: [{ person: to }] }, '404 instance.unknown'],
      wrongTime: 'a case may be shown to others at any time',
      finished: 'a finished case may be shown to others',
      noReason: noReasonNeeded,
      unknownPerson: [lead, `instances/${scene.open}/copies`, { to: [{ person: nobody }] }, '422 person.unknown'],
    },
    'POST /instances/{id}/comments': {
      notTheirs: itself,
      stranger: [wuhu, `instances/${scene.open}/comments`, why, '404 instance.unknown'],
      wrongTime: 'a case may be talked about at any time',
      finished: 'a finished case may be talked about',
      noReason: [lead, `instances/${scene.open}/comments`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/withdrawal': {
      notTheirs: [joint, `instances/${scene.open}/withdrawal`, why, '403 withdraw.not-applicant'],
      stranger: [wuhu, `instances/${scene.open}/withdrawal`, why, '404 instance.unknown'],
      wrongTime: [lead, `instances/${scene.open}/withdrawal`, why, '409 withdraw.not-now'],
      finished: [lead, `instances/${scene.ended}/withdrawal`, why, '409 case.finished'],
      noReason: [lead, `instances/${scene.returned}/withdrawal`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/urge': {
      notTheirs: itself,
      stranger: [wuhu, `instances/${scene.open}/urge`, {}, '404 instance.unknown'],
      wrongTime: [lead, `instances/${scene.open}/urge`, {}, '429 urge.too-soon'],
      finished: [lead, `instances/${scene.ended}/urge`, {}, '409 case.finished'],
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/suspend': {
      notTheirs: [lead, `instances/${scene.open}/suspend`, why, '403 permission.missing'],
      stranger: [wuhu, `instances/${scene.open}/suspend`, why, '404 instance.unknown'],
      wrongTime: [admin, `instances/${scene.suspended}/suspend`, why, '409 suspend.already'],
      finished: [admin, `instances/${scene.ended}/suspend`, why, '409 case.finished'],
      noReason: [admin, `instances/${scene.open}/suspend`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/resume': {
      notTheirs: [lead, `instances/${scene.suspended}/resume`, why, '403 permission.missing'],
      stranger: [wuhu, `instances/${scene.suspended}/resume`, why, '404 instance.unknown'],
      wrongTime: [admin, `instances/${scene.open}/resume`, why, '409 resume.not-suspended'],
      finished: [admin, `instances/${scene.ended}/resume`, why, '409 case.finished'],
      noReason: [admin, `instances/${scene.suspended}/resume`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/supplements': {
      notTheirs: [affairs, `instances/${scene.waiting}/supplements`, supplement, '403 supplement.not-yours'],
      stranger: [wuhu, `instances/${scene.waiting}/supplements`, supplement, '404 instance.unknown'],
      wrongTime: [lead, `instances/${scene.filing}/supplements`, supplement, '409 supplement.not-now'],
      finished: [lead, `instances/${scene.filed}/supplements`, supplement, '409 case.finished'],
      noReason: [lead, `instances/${scene.waiting}/supplements`, { ...supplement, ...blank }, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/jump': {
      notTheirs: [lead, `instances/${scene.open}/jump`, { to: 'draft', ...why }, '403 permission.missing'],
      stranger: [wuhu, `instances/${scene.open}/jump`, { to: 'draft', ...why }, '404 instance.unknown'],
      wrongTime: [admin, `instances/${scene.suspended}/jump?dryRun=true`, { to: 'draft', ...why }, '409 case.suspended'],
      finished: [admin, `instances/${scene.ended}/jump?dryRun=true`, { to: 'draft', ...why }, '409 case.finished'],
      noReason: [admin, `instances/${scene.open}/jump?dryRun=true`, { to: 'draft', ...blank }, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /instances/{id}/termination': {
      notTheirs: [lead, `instances/${scene.open}/termination`, why, '403 permission.missing'],
      stranger: [wuhu, `instances/${scene.open}/termination`, why, '404 instance.unknown'],
      wrongTime: [admin, `instances/${scene.open}/termination`, why, '428 command.unconfirmed'],
      finished: [admin, `instances/${scene.ended}/termination?dryRun=true`, why, '409 case.finished'],
      noReason: [admin, `instances/${scene.open}/termination?dryRun=true`, blank, '422 comment.required'],
      unknownPerson: namesNobody,
    },
    'POST /incidents/{id}/retry': {
      notTheirs: [joint, `incidents/${scene.incident}/retry`, {}, '403 permission.missing'],
      stranger: [wuhu, `incidents/${scene.incident}/retry`, {}, '403 permission.missing'],
      wrongTime: 'a step that is not held has no incident',
      finished: [admin, `incidents/${scene.incident}/retry`, {}, '409 case.finished'],
      noReason: noReasonNeeded,
      unknownPerson: namesNobody,
    },
  };
}

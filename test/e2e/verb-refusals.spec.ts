import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { admissionFields, webDevelopment } from '../../config/demo/admission.ts';
import { startApi } from '../support/api.ts';
import type { Client, Problem, Reply } from '../support/client.ts';
import { expectProblem } from '../support/refusing.ts';
import { meetingPlan } from '../support/sitting.ts';
import { contradictions, digests } from '../support/tables.ts';
import { nobody, present, sceneOf, signedIn } from '../support/verb-scene.ts';

const api = await startApi({ present, environment: { SHENPI_WORKER: 'false', SHENPI_SESSION_HOURS: '8760' } });
const people = await signedIn(api);
const { lead, joint, dean, affairs, wuhu, hefei, admin, lzAffairs, lzPresident, lzCommittee } = people;
const scene = await sceneOf(api, people);
const before = await digests(api.dataSource);

/** Who sends what, and what is answered; the method is the route's, `expected` goes as If-Match. */
type Attempt = readonly [person: Client, path: string, body: object, answer: `${number} ${string}`, expected?: string];
/** An attempt, or why there is none. */
type Cell = Attempt | string;

interface Row {
  /** Somebody who sees it, but whose it is not. */
  readonly notTheirs: Cell;
  /** Somebody who does not see it. */
  readonly stranger: Cell;
  readonly wrongTime: Cell;
  readonly finished: Cell;
  /** Without a reason, or with a blank one. */
  readonly noReason: Cell;
  /** Somebody is named whom there is not. */
  readonly unknownPerson: Cell;
}

const blank = { comment: ' ' };
const why = { comment: '更正' };
const noReasonNeeded = 'it needs no reason';
const namesNobody = 'it names nobody';
const itself = 'whoever may see the case may do it';
const unfinished = 'it is no case';
const to = wuhu.session.person.id;
const decision = { outcome: 'approve', formVersion: 1 };
const finding = { outcome: 'deferred', text: '再议', formVersion: 1 };
const plan = (number: string, more: object = {}) => ({ ...meetingPlan(lzPresident, 'president-meeting', number, present), ...more });
const ghost = { members: [{ name: '校长', person: nobody, isPresent: true }] };
const supplement = { step: 'check', formVersion: 1, fields: { reason: '补充' }, comment: '补交' };
const absence = { deputy: to, firstDay: '2026-05-01', lastDay: '2026-05-02' };
const starting = (person: Client, post: string, certificate: string) => ({
  definition: 'certificate-admission',
  organisation: person.at(post),
  fields: admissionFields({ ...webDevelopment, certificate }),
});

const rows: Readonly<Record<string, Row>> = {
  'POST /instances': {
    notTheirs: [affairs, 'instances', starting(lead, 'certificate-lead', 'X010'), '403 start.not-allowed'],
    stranger: [wuhu, 'instances', starting(lead, 'certificate-lead', 'X010'), '403 start.not-allowed'],
    wrongTime: [lead, 'instances', starting(lead, 'certificate-lead', 'X001'), '409 case.duplicate'],
    finished: 'it begins a case',
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
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
    wrongTime: [joint, `instances/${scene.signing}/signers/removal`, { step: 'academicAudit', people: [to], ...why }, '409 step.not-open'],
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
  'POST /incidents/{id}/retry': {
    notTheirs: [joint, `incidents/${scene.incident}/retry`, {}, '403 permission.missing'],
    stranger: [wuhu, `incidents/${scene.incident}/retry`, {}, '403 permission.missing'],
    wrongTime: 'a step that is not held has no incident',
    finished: [admin, `incidents/${scene.incident}/retry`, {}, '409 case.finished'],
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
  'POST /meetings': {
    notTheirs: [lzAffairs, 'meetings', plan('2026年第9次'), '403 meeting.not-secretary'],
    stranger: [wuhu, 'meetings', plan('2026年第9次'), '403 meeting.not-secretary'],
    wrongTime: [lzPresident, 'meetings', plan('2026年第1次'), '409 meeting.number-taken'],
    finished: unfinished,
    noReason: noReasonNeeded,
    unknownPerson: [lzPresident, 'meetings', plan('2026年第9次', ghost), '422 person.unknown'],
  },
  'PUT /meetings/{id}/members': {
    notTheirs: [lzAffairs, `meetings/${scene.empty}/members`, { members: plan('').members }, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.empty}/members`, { members: plan('').members }, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.cancelled}/members`, { members: plan('').members }, '409 meeting.not-open'],
    finished: unfinished,
    noReason: noReasonNeeded,
    unknownPerson: [lzPresident, `meetings/${scene.empty}/members`, ghost, '422 person.unknown'],
  },
  'POST /meetings/{id}/items': {
    notTheirs: [lzAffairs, `meetings/${scene.empty}/items`, { tasks: [scene.item] }, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.empty}/items`, { tasks: [scene.item] }, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.empty}/items`, { tasks: [scene.item] }, '409 meeting.item-taken'],
    finished: [lzPresident, `meetings/${scene.empty}/items`, { tasks: [scene.goneItem] }, '409 meeting.item-not-waiting'],
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
  'PUT /meetings/{id}/order': {
    notTheirs: [lzAffairs, `meetings/${scene.meeting}/order`, { tasks: [scene.item] }, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.meeting}/order`, { tasks: [scene.item] }, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.cancelled}/order`, { tasks: [scene.item] }, '409 meeting.not-open'],
    finished: 'the agenda keeps its items',
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
  'PUT /meetings/{id}/items/{task}': {
    notTheirs: [lzAffairs, `meetings/${scene.meeting}/items/${scene.item}`, finding, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.meeting}/items/${scene.item}`, finding, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.cancelled}/items/${scene.item}`, finding, '409 meeting.not-open'],
    finished: 'what was found is kept; closing refuses it',
    noReason: [lzPresident, `meetings/${scene.meeting}/items/${scene.item}`, { ...finding, text: ' ' }, '400 request.invalid'],
    unknownPerson: [
      lzPresident,
      `meetings/${scene.meeting}/items/${scene.item}`,
      { ...finding, recusals: ['无此人'] },
      '422 meeting.member-not-present',
    ],
  },
  'DELETE /meetings/{id}/items/{task}': {
    notTheirs: [lzAffairs, `meetings/${scene.meeting}/items/${scene.item}`, {}, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.meeting}/items/${scene.item}`, {}, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.empty}/items/${scene.item}`, {}, '404 meeting.item-unknown'],
    finished: 'so that the meeting can be closed without it',
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
  'POST /meetings/{id}/cancellation': {
    notTheirs: [lzAffairs, `meetings/${scene.empty}/cancellation`, { reason: '改期' }, '403 meeting.not-secretary'],
    stranger: [lzCommittee, `meetings/${scene.empty}/cancellation`, { reason: '改期' }, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.cancelled}/cancellation`, { reason: '改期' }, '409 meeting.not-open'],
    finished: unfinished,
    noReason: [lzPresident, `meetings/${scene.empty}/cancellation`, { reason: ' ' }, '400 request.invalid'],
    unknownPerson: namesNobody,
  },
  'POST /meetings/{id}/closing': {
    notTheirs: [lzAffairs, `meetings/${scene.meeting}/closing`, {}, '403 meeting.not-secretary'],
    stranger: [wuhu, `meetings/${scene.meeting}/closing`, {}, '404 meeting.unknown'],
    wrongTime: [lzPresident, `meetings/${scene.empty}/closing`, {}, '409 meeting.empty'],
    finished: [lzPresident, `meetings/${scene.stranded}/closing`, {}, '409 meeting.items-refused'],
    noReason: noReasonNeeded,
    unknownPerson: namesNobody,
  },
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

/** What changes something and is no verb on a case, a task, a meeting or somebody's place in them. */
const others =
  /^\w+ \/(session|definitions|attachments|uploads|notices|me\/notice-settings|me\/drafts|views|channels|directory|operations|calendars|report-schemes|schools)\b/;

const send = (person: Client, method: string, [, path, body, , expected]: Attempt): Promise<Reply<Problem>> =>
  person.send<Problem>(method, path, {
    key: `${method} ${path}`.slice(0, 190).replaceAll(' ', '-'),
    ...(method !== 'DELETE' && {
      headers: { 'content-type': 'application/json', ...(expected !== undefined && { 'if-match': expected }) },
      body: JSON.stringify(body),
    }),
  });

/** What a route's attempts are answered, each in both languages. */
async function answersOf(method: string, row: Row): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [situation, cell] of Object.entries(row as unknown as Readonly<Record<string, Cell>>)) {
    if (typeof cell === 'string') continue;
    const [person] = cell;
    const chinese = await send(person, method, cell);
    const english = await send(person.speaking('en'), method, cell);
    const { status, code } = chinese.body;
    answers[situation] = `${status} ${code}`;
    for (const reply of [chinese, english]) expectProblem(reply, { status, code });
    expect(chinese.body.detail).toMatch(/^[“\p{Script=Han}]/u);
    expect(english.body.detail).toMatch(/^\S.* [a-z]+.*[.)]$/);
    expect(english.body.detail).not.toBe(chinese.body.detail);
    // A reason is asked for in the office's own word for what is done.
    if (code === 'comment.required') expect(chinese.body.detail).toMatch(/“\p{Script=Han}+”/u);
  }
  return answers;
}

const expectedOf = (row: Row): Record<string, string> =>
  Object.fromEntries(Object.entries(row).flatMap(([situation, cell]) => (typeof cell === 'string' ? [] : [[situation, cell[3]]])));

it('every route that changes something is in the table, or is no verb', () => {
  const { paths } = JSON.parse(readFileSync(new URL('../../apps/server/openapi.json', import.meta.url), 'utf8'));
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
  );
  const changing = routes.filter((route) => !route.startsWith('GET ') && !others.test(route));
  expect(Object.keys(rows).sort()).toEqual(changing.sort());
});

it.each(Object.entries(rows))('%s is refused in each situation, in both languages, and leaves every row as it was', async (route, row) => {
  expect(await answersOf(route.split(' ')[0] ?? '', row)).toEqual(expectedOf(row));
  expect(await digests(api.dataSource)).toEqual(before);
});

it.each(Object.keys(rows))('%s is for nobody who is not signed in', async (route) => {
  const [method = '', path = ''] = route.replaceAll(/\{\w+\}/g, nobody).split(' ');
  const headers = { cookie: '', 'content-type': 'application/json' };
  const reply = await joint.send<Problem>(method, path.slice(1), { headers, body: '{}' });
  expectProblem(reply, { status: 401, code: 'session.missing' });
});

it('nothing has changed, and nothing contradicts itself', async () => {
  expect(await digests(api.dataSource)).toEqual(before);
  expect(await contradictions(api.dataSource)).toEqual([]);
});

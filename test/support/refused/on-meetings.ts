import { meetingPlan } from '../sitting.ts';
import { nobody, type People, present } from '../verb-scene.ts';
import { namesNobody, noReasonNeeded, type Rows, type Scene, unfinished } from './row.ts';

const finding = { outcome: 'deferred', text: '再议', formVersion: 1 };
const ghost = { members: [{ name: '校长', person: nobody, isPresent: true }] };

/** What is done to meetings and their agendas. */
export function onMeetings({ wuhu, lzAffairs, lzPresident, lzCommittee }: People, scene: Scene): Rows {
  const plan = (number: string, more: object = {}) => ({ ...meetingPlan(lzPresident, 'president-meeting', number, present), ...more });
  return {
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
  };
}

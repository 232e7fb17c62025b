import type { Page as BrowserPage } from 'playwright-core';
import type { ListedMeeting, Page } from '#case';
import { type Definition, type Step, valueAt, withValue } from '#engine';
import { systemParts } from '../../apps/console/src/administration/system-parts.ts';
import type { Api } from '../support/api.ts';
import type { Client } from '../support/client.ts';
import { done } from '../support/client.ts';
import { auditedAdmission, heldMeeting } from '../support/sitting.ts';
import { designerPages } from './designer-pages.ts';

/** A page as somebody sees it: what every suite of pages goes through, and what is pictured in docs/screens. */
export interface ShownPage {
  readonly name: string;
  /** Where it is; of a case, found by asking as the one who looks. */
  readonly path: string | ((client: Client, api: Api) => Promise<string>);
  /** What is opened on it, in Chinese and where there is room, before it is looked at. */
  readonly opened?: (page: BrowserPage) => Promise<void>;
  /** By account; nobody is signed in without one. */
  readonly as?: string;
  /** Parts that are like another of the page, so that one of them is searched for faults of accessibility. */
  readonly likeOthers?: string;
}

const firstTask = async (client: Client): Promise<string> => {
  const { items } = done(await client.get<{ items: readonly { instance: string }[] }>('tasks'));
  return items[0]?.instance ?? '';
};

const firstPeriod = async (client: Client): Promise<string> => {
  const school = client.at('reporter');
  const { obligations } = done(
    await client.get<{ obligations: readonly { report: string; state: string; period: { key: string } }[] }>(`schools/${school}/reports`),
  );
  const open = obligations.find(({ state }) => state === 'open');
  return `/reports/${school}/${open?.report}/${open?.period.key}`;
};

/** A school that the demo has flagged, by an office or itself. */
const flaggedSchool = async (client: Client): Promise<string> => {
  const { items } = done(await client.get<{ items: readonly { school: { id: string }; view: string }[] }>('standings?limit=100'));
  return items.find(({ view }) => view === 'flagged')?.school.id ?? '';
};

const draftOf = async (client: Client): Promise<string> =>
  done(await client.post<{ id: string }>('definitions/drafts', { kind: 'version', key: 'quota-increase', version: 1 })).id;

const somebody = async (client: Client): Promise<string> => {
  const { items } = done(await client.get<{ items: readonly { id: string }[] }>('directory/people?q=jh-xx-fuzeren'));
  return `/organisations/people/${items[0]?.id}`;
};

/** The one meeting there is: convened when it is first looked for, with what waits for it recorded. */
async function meetingOf(secretary: Client, api: Api): Promise<string> {
  const body = 'president-meeting';
  const { items } = done(await secretary.get<Page<ListedMeeting>>(`meetings?body=${body}&organisation=${secretary.at(body)}`));
  if (items[0] !== undefined) return items[0].id;
  const [lead, joint, affairs] = await Promise.all([api.signIn('jh-xx-fuzeren'), api.signIn('jh-xx-lianxihui'), api.signIn('jh-jiaowu')]);
  const cases = [await auditedAdmission(lead, joint, affairs, 'X001'), await auditedAdmission(lead, joint, affairs, 'X006')];
  const heldAt = done(await secretary.get<{ present: string }>('session')).present;
  return (await heldMeeting(secretary, { body, number: '2026年第4次', heldAt, file: 'officeMeetingMinutes' }, cases)).id;
}

interface Drafted {
  readonly id: string;
  readonly document: Definition;
}

/** A draft of a process that differs from it in a step, a time and a way. */
async function changedDraft(client: Client): Promise<string> {
  const known = done(await client.get<{ items: readonly Drafted[] }>('definitions/drafts?key=quota-increase')).items[0];
  if (known !== undefined) return known.id;
  const begun = done(await client.post<Drafted>('definitions/drafts', { kind: 'version', key: 'quota-increase', version: 1 }));
  const states = '/machine/states';
  const consent = valueAt(begun.document, `${states}/departmentConsent/meta/step`) as Step;
  const budget = { ...consent, title: { zh: '核定考核经费', en: 'Consent to the budget' } };
  const changes: readonly (readonly [pointer: string, value: unknown])[] = [
    [`${states}/leaderConsent/meta/step/due`, { workingDays: 3 }],
    [`${states}/budgetConsent`, { meta: { step: budget }, on: { approve: 'leaderConsent', return: 'draft' } }],
    [`${states}/departmentConsent/on/approve`, 'budgetConsent'],
  ];
  const document = changes.reduce((changed, [pointer, value]) => withValue(changed, pointer, value), begun.document);
  done(await client.put(`definitions/drafts/${begun.id}`, { revision: 1, document }));
  return begun.id;
}

const draftedFirst =
  (path: string) =>
  async (client: Client): Promise<string> => {
    await changedDraft(client);
    return path;
  };

const comparedDraft = async (client: Client): Promise<string> =>
  `/definitions/quota-increase/compare?one=1&other=draft:${await changedDraft(client)}`;

export const pages: readonly ShownPage[] = [
  { name: 'sign-in', path: '/' },
  { name: 'workbench', path: '/', as: 'jh-jiaowu' },
  { name: 'workbench-school', path: '/', as: 'yc-tianbao' },
  { name: 'workbench-body', path: '/', as: 'jh-xiaozhang' },
  { name: 'queue', path: async (client) => `/tasks?case=${await firstTask(client)}`, as: 'jh-jiaowu' },
  {
    name: 'queue-table',
    path: '/tasks?columns=number,place,definition,step,post,openedAt,dueAt,limitAt',
    as: 'jh-jiaowu',
  },
  { name: 'decided', path: '/tasks?list=decided', as: 'jh-jj-lianxihui' },
  { name: 'started', path: '/tasks?list=started', as: 'jh-xx-fuzeren' },
  { name: 'copied', path: '/tasks?list=copied', as: 'jh-xx-fuzeren' },
  { name: 'case', path: async (client) => `/cases/${await firstTask(client)}`, as: 'jh-xx-lianxihui' },
  { name: 'reports', path: '/reports', as: 'yc-tianbao' },
  { name: 'report', path: firstPeriod, as: 'jh-tianbao' },
  { name: 'report-read', path: async (client) => `/reports/${await flaggedSchool(client)}/fortnightly/2026-03-B`, as: 'sheng' },
  { name: 'standing', path: async (client) => `/reports/${await flaggedSchool(client)}/standing`, as: 'zhichengchu' },
  { name: 'standing-own', path: async (client) => `/reports/${await flaggedSchool(client)}/standing`, as: 'hz-tianbao' },
  { name: 'follow-up', path: '/follow-up', as: 'sheng' },
  { name: 'follow-up-stuck', path: '/follow-up?view=stuck', as: 'sheng' },
  { name: 'follow-up-on-time', path: '/follow-up?view=on-time', as: 'sheng' },
  { name: 'follow-up-list', path: '/follow-up/open?step=circularPending', as: 'sheng' },
  { name: 'monitoring', path: '/monitoring', as: 'sheng' },
  { name: 'monitoring-standings', path: '/monitoring?view=standings', as: 'sheng' },
  { name: 'monitoring-chart', path: '/monitoring?view=chart', as: 'sheng' },
  { name: 'monitoring-none', path: '/monitoring', as: 'jh-tianbao' },
  { name: 'definitions', path: draftedFirst('/definitions'), as: 'admin' },
  { name: 'definitions-looked-at', path: '/definitions', as: 'jh-jiaowu' },
  { name: 'definition', path: draftedFirst('/definitions/quota-increase'), as: 'admin' },
  { name: 'definition-compared', path: comparedDraft, as: 'admin' },
  { name: 'organisations', path: '/organisations', as: 'admin' },
  { name: 'person', path: somebody, as: 'admin' },
  { name: 'handover', path: async (client) => `${await somebody(client)}/handover`, as: 'admin' },
  ...systemParts.map(({ path, word }) => ({
    name: `system-${word}`,
    path,
    as: 'admin',
    // Of the twelve months one.
    ...(word === 'calendar' && { likeOthers: '[aria-label="全年日历"] section ~ section' }),
  })),
  { name: 'print', path: async (client) => `/cases/${await firstTask(client)}/print`, as: 'jh-jiaowu' },
  { name: 'start', path: '/start', as: 'jh-xx-fuzeren' },
  { name: 'fill', path: '/start/certificate-admission', as: 'jh-xx-fuzeren' },
  { name: 'coverage', path: '/definitions/coverage', as: 'admin', likeOthers: 'main section + section' },
  { name: 'guide', path: '/definitions/certificate-admission/guide', as: 'jh-xx-fuzeren' },
  { name: 'notices', path: '/notices', as: 'jh-jiaowu' },
  { name: 'absences', path: '/me/absences', as: 'jh-jiaowu' },
  { name: 'meetings', path: '/meetings', as: 'jh-xiaozhang' },
  { name: 'meeting-agenda', path: async (client, api) => `/meetings/${await meetingOf(client, api)}?part=agenda`, as: 'jh-xiaozhang' },
  { name: 'meeting-record', path: async (client, api) => `/meetings/${await meetingOf(client, api)}?part=record`, as: 'jh-xiaozhang' },
  { name: 'meeting-minutes', path: async (client, api) => `/meetings/${await meetingOf(client, api)}?part=minutes`, as: 'jh-xiaozhang' },
  ...designerPages,
  { name: 'assignability', path: '/definitions/certificate-admission/assignability', as: 'admin' },
  { name: 'assignability-draft', path: async (client) => `/definitions/drafts/${await draftOf(client)}/assignability`, as: 'admin' },
  { name: 'not-found', path: '/nowhere', as: 'jh-xx-fuzeren' },
  { name: 'duration', path: '/definitions/certificate-admission/duration', as: 'admin' },
  { name: 'what-if', path: '/definitions/school-standing/what-if', as: 'admin' },
  { name: 'draft-simulator', path: async (client) => `/definitions/drafts/${await draftOf(client)}/try`, as: 'admin' },
  { name: 'simulator', path: '/definitions/certificate-admission/try', as: 'admin' },
  { name: 'migration', path: '/definitions/certificate-admission/migration', as: 'admin' },
];

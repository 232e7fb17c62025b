import type { Fields } from '#engine';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { application, argument } from '../../workflows/certificate-admission/sample.ts';
import { decide, type Move, PilotPlay, type PilotSetting } from './pilot-play.ts';

export const cast = {
  'certificate-lead@department': ['lead'],
  'joint-meeting@department': ['meeting'],
  'dean@department': ['dean'],
  'academic-affairs@school': ['academic'],
  'president-meeting@school': ['president'],
  'party-committee@school': ['committee'],
};

export const because = { comment: '材料不全' };

export const submitted: Move[] = [decide('lead', 'submit')];

export const argued: Move[] = [...submitted, decide('meeting', 'approve', { fields: argument })];

export const audited: Move[] = [...argued, decide('academic', 'approve')];

export const deliberated: Move[] = [
  ...audited,
  decide('president', 'approve', { fields: { officeMeetingSession: '第4次', officeMeetingMinutes: 'file-2' } }),
];

export const admitted: Move[] = [...deliberated, decide('committee', 'approve', { fields: { partyCommitteeMinutes: 'file-3' } })];

export const agreement: Fields = { agreement: 'file-4', agreementFrom: '2024-04-01', agreementTo: '2027-03-31' };

export const signed: Move[] = [...admitted, decide('academic', 'sign', { fields: agreement })];

export const active: Move[] = [...signed, decide('dean', 'begin', { fields: { siteApplication: '2024-01' } })];

export const returned: Move[] = [...submitted, decide('meeting', 'return', because)];

export const begin = (fields: Fields = {}, setting: Partial<PilotSetting> = {}) =>
  new PilotPlay(certificateAdmission, { cast, at: '2024-03-22T01:00:00.000Z', ...setting }).start('lead', {
    ...application,
    ...fields,
  });

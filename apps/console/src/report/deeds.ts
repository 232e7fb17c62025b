import { server } from '../api/client.ts';
import type { Resources } from '../words/catalogue.ts';
import type { Key, Report } from './types.ts';

/** What can be done about a report besides filing it, and how it is asked for. */
export type DeedName =
  | 'accept'
  | 'return'
  | 'exempt'
  | 'appeal'
  | 'acceptAppeal'
  | 'dismissAppeal'
  | 'upload'
  | 'monitor'
  | 'findSlow'
  | 'findNormal';

export interface Said {
  readonly reason: string;
  /** A day, for what is given time. */
  readonly day: string;
}

export interface Deed {
  readonly name: DeedName & keyof Resources['reports'];
  readonly hint?: keyof Resources['reports'];
  /** Without it, nothing has to be said. */
  readonly needs?: 'reason' | 'reason and day' | 'reference';
  readonly permission: string;
  /** Whether it has its place where the report stands. */
  readonly isFor: (report: Report) => boolean;
  /** @throws ProblemError */
  readonly send: (key: Key, said: Said) => Promise<unknown>;
}

const one = '/api/schools/{school}/reports/{report}/{period}';
const at = (path: Key) => ({ params: { path } });

const decide =
  (outcome: 'accepted' | 'dismissed') =>
  (key: Key, { reason }: Said) =>
    server.POST(`${one}/appeal/decision` as const, { ...at(key), body: { outcome, reason } });
const find =
  (outcome: 'slow' | 'normal') =>
  (key: Key, { reason }: Said) =>
    server.POST(`${one}/finding` as const, { ...at(key), body: { outcome, reason } });

const isEvaluated = ({ report }: Report): boolean => report === 'monthly';
const isFiled = ({ state }: Report): boolean => state === 'submitted';
const isMonitored = ({ state }: Report): boolean => state === 'monitored' || state === 'slow' || state === 'normal';
const isAppealed = ({ appeal }: Report): boolean => appeal === 'filed';

export const deeds: Readonly<Record<DeedName, Deed>> = {
  accept: {
    name: 'accept',
    permission: 'report.review',
    isFor: (report) => !isEvaluated(report) && isFiled(report),
    send: (key, { reason }) =>
      server.POST(`${one}/review` as const, { ...at(key), body: { outcome: 'accepted', ...(reason !== '' && { reason }) } }),
  },
  return: {
    name: 'return',
    needs: 'reason and day',
    permission: 'report.review',
    isFor: (report) => !isEvaluated(report) && isFiled(report),
    send: (key, { reason, day }) =>
      server.POST(`${one}/review` as const, { ...at(key), body: { outcome: 'returned', reason, grace: `${day}T23:59:59.999+08:00` } }),
  },
  upload: {
    name: 'upload',
    needs: 'reference',
    permission: 'report.file',
    isFor: (report) => isEvaluated(report) && isFiled(report),
    send: (key, { reason }) => server.POST(`${one}/upload` as const, { ...at(key), body: { reference: reason } }),
  },
  monitor: {
    name: 'monitor',
    needs: 'reason',
    permission: 'report.monitor',
    isFor: ({ state }) => state === 'uploaded',
    send: (key, { reason }) => server.POST(`${one}/monitoring` as const, { ...at(key), body: { reason } }),
  },
  findSlow: { name: 'findSlow', needs: 'reason', permission: 'report.monitor', isFor: isMonitored, send: find('slow') },
  findNormal: { name: 'findNormal', needs: 'reason', permission: 'report.monitor', isFor: isMonitored, send: find('normal') },
  acceptAppeal: { name: 'acceptAppeal', needs: 'reason', permission: 'report.excuse', isFor: isAppealed, send: decide('accepted') },
  dismissAppeal: { name: 'dismissAppeal', needs: 'reason', permission: 'report.excuse', isFor: isAppealed, send: decide('dismissed') },
  exempt: {
    name: 'exempt',
    hint: 'exemptHint',
    needs: 'reason',
    permission: 'report.excuse',
    isFor: ({ state }) => state !== 'exempted',
    send: (key, { reason }) => server.POST(`${one}/exemption` as const, { ...at(key), body: { reason } }),
  },
  appeal: {
    name: 'appeal',
    hint: 'appealHint',
    needs: 'reason',
    permission: 'report.file',
    isFor: (report) => (report.isMiss || report.state === 'slow') && !isAppealed(report),
    send: (key, { reason }) => server.POST(`${one}/appeal` as const, { ...at(key), body: { reason } }),
  },
};

/** What somebody with these permissions may do about a report as it stands; the server has the last word. */
export const deedsFor = (report: Report, permissions: readonly string[]): Deed[] =>
  Object.values(deeds).filter(({ permission, isFor }) => permissions.includes(permission) && isFor(report));

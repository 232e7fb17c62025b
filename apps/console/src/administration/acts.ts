import type { Resources } from '../words/catalogue.ts';

/** What administrators do, as the audit log calls it. */
const acts = {
  'instance.jump': 'actInstanceJump',
  'instance.terminate': 'actInstanceTerminate',
  'instance.suspend': 'actInstanceSuspend',
  'instance.resume': 'actInstanceResume',
  'incident.retry': 'actIncidentRetry',
  'task.transfer': 'actTaskTransfer',
  'task.release': 'actTaskRelease',
  'signers.remove': 'actSignersRemove',
  'person.hand-over': 'actPersonHandOver',
  'organisation.add': 'actOrganisationAdd',
  'organisation.rename': 'actOrganisationRename',
  'organisation.close': 'actOrganisationClose',
  'person.add': 'actPersonAdd',
  'person.lock': 'actPersonLock',
  'person.unlock': 'actPersonUnlock',
  'person.sign-out': 'actPersonSignOut',
  'person.renew-password': 'actPersonRenewPassword',
  'post.assign': 'actPostAssign',
  'post.end': 'actPostEnd',
  'definition.publish': 'actDefinitionPublish',
  'definition.propose': 'actDefinitionPropose',
  'definition.decline': 'actDefinitionDecline',
  'definition.withdraw-proposal': 'actDefinitionWithdraw',
  'definition.retire': 'actDefinitionRetire',
  'definition.restore': 'actDefinitionRestore',
  'definition.require-second': 'actDefinitionRequireSecond',
  'definition.propose-waiving': 'actDefinitionProposeWaiving',
  'definition.waive-second': 'actDefinitionWaiveSecond',
  'definition.draft': 'actDefinitionDraft',
  'definition.discard': 'actDefinitionDiscard',
  'definition.migrate': 'actDefinitionMigrate',
  'definition.stop-migration': 'actDefinitionStopMigration',
  'instance.migrate': 'actInstanceMigrate',
  'instance.reverse-migration': 'actInstanceReverseMigration',
  'calendar.corrected': 'actCalendarCorrected',
  'calendar.restored': 'actCalendarRestored',
  'calendar.imported': 'actCalendarImported',
  'windows.enter': 'actWindowsEnter',
  'windows.withdraw': 'actWindowsWithdraw',
  'scheme.amend': 'actSchemeAmend',
  'scheme.withdraw': 'actSchemeWithdraw',
  'channel.create': 'actChannelCreate',
  'channel.change': 'actChannelChange',
  'channel.remove': 'actChannelRemove',
  'clock.turn': 'actClockTurn',
} as const satisfies Readonly<Record<string, keyof Resources['system']>>;

type Act = keyof typeof acts;

export const actNames = Object.keys(acts) as readonly Act[];

/** The word for an act; one that is unknown here is called by its code. */
export const wordOfAct = (act: string): (typeof acts)[Act] | undefined => (Object.hasOwn(acts, act) ? acts[act as Act] : undefined);

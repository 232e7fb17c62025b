import type { Command, MigrationCommand, Start } from '#engine';
import type { AuditWrite, HistoryWrite } from '../store/commit.store.ts';

/** What somebody does to a case by a permission of their post, by the kind of the command. */
const acts: Partial<Readonly<Record<(Command | MigrationCommand)['kind'], string>>> = {
  jump: 'instance.jump',
  terminate: 'instance.terminate',
  suspend: 'instance.suspend',
  resume: 'instance.resume',
  retry: 'incident.retry',
  migrate: 'instance.migrate',
  'reverse-migration': 'instance.reverse-migration',
};

const reassigning: Partial<Readonly<Record<(Command | MigrationCommand)['kind'], string>>> = {
  transfer: 'task.transfer',
  release: 'task.release',
  'remove-signers': 'signers.remove',
};

/** Undefined for what people do as applicants and assignees: that is in the case's own history alone. */
export function actOf(command: Command | MigrationCommand | Start): string | undefined {
  if (command.kind === 'start') return undefined;
  return 'isReassigning' in command && command.isReassigning ? reassigning[command.kind] : acts[command.kind];
}

export interface Audited {
  readonly act: string;
  readonly requestId: string | null;
}

/** The row of the audit log that belongs to the lines a command wrote into its case's history. */
export function auditRows(audited: Audited | undefined, history: readonly HistoryWrite[], organisationPath: string): AuditWrite[] {
  const done = history.find(({ person_id }) => person_id !== null);
  const last = history.at(-1);
  if (audited === undefined || done === undefined || last === undefined || done.person_id === null) return [];
  const { task, step, detail } = done;
  return [
    {
      tenant: done.tenant,
      at: done.at,
      person_id: done.person_id,
      act: audited.act,
      subject_kind: 'instance',
      subject_id: done.instance_id,
      organisation_path: organisationPath,
      before: { states: history[0]?.from_states ?? [] },
      after: {
        states: last.to_states,
        sequence: done.sequence,
        ...(step !== null && { step }),
        ...(task !== null && { task }),
        ...(detail as object),
      },
      comment: done.comment,
      request_id: audited.requestId,
    },
  ];
}

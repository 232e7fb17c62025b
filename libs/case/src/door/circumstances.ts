import type { Advanced, Text, Workflow } from '#engine';
import type { Audited } from './audited.ts';
import type { BatchPlace } from './sending.ts';

/** A case as it was before a command, as far as its rows need it. */
export interface Before {
  readonly id: string;
  readonly caseNumber: string | null;
  readonly definitionVersion: number;
  readonly organisationId: string;
  readonly organisationPath: string;
  readonly formVersion: number;
  /** Null when it is only beginning. */
  readonly title: Text | null;
  /** What `limitOf` says of it. */
  readonly limit: string | undefined;
  readonly sequence: number;
  /** Hexadecimal. */
  readonly lastHash: string;
}

export interface Circumstances {
  readonly tenant: string;
  readonly workflow: Workflow;
  /** The number of the workflow's version, that the case is on afterwards. */
  readonly version: number;
  readonly commandId: string;
  readonly at: string;
  readonly person: string | null;
  readonly receipt: { readonly key: string; readonly digest: string } | undefined;
  readonly audited?: Audited | undefined;
  readonly withholds?: BatchPlace | undefined;
  readonly drops?: BatchPlace | undefined;
}

/** Whether a command leaves another form than there was. */
export const hasNewForm = ({ sequence, formVersion }: Before, { form }: Advanced['state']): boolean =>
  sequence === 0 || form.version > formVersion;

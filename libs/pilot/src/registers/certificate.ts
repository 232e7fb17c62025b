import type { Fields } from '#engine';
import { businessDay } from '#platform';

/** A certificate of the four batches (R-AH24-01); the data is in `config/registers/certificates.json`. */
export interface Certificate {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly levels: readonly string[];
  readonly organisation?: string | undefined;
  /** The day the Ministry cancelled it (R-NC21-13). */
  readonly cancelledOn?: string | undefined;
}

export const certificateAnswer = (certificate: Certificate, minimumOpening: number | undefined, at: Date): Fields => ({
  name: certificate.name,
  fullName: certificate.fullName,
  organisation: certificate.organisation ?? '',
  levels: certificate.levels,
  areLevelsKnown: certificate.levels.length > 0,
  isCancelled: certificate.cancelledOn !== undefined && certificate.cancelledOn <= businessDay(at),
  minimumOpening: minimumOpening ?? 0,
});

import type { Amendment, Amendments } from '#platform';
import type { ReportRule, Scheme } from './scheme.ts';

/** What changes of schemes are kept under; their key is the scheme's. */
export const schemeAmendments = 'report-scheme';

/** What is kept of a change. */
export interface SchemeChange {
  /** From which day on it was to hold. */
  readonly since: string;
  /** All rules of the scheme from then on, those of before included with their last day. */
  readonly reports: readonly ReportRule[];
}

export type SchemeMap = ReadonlyMap<string, Scheme>;

/** What each tenant's schools report by: the schemes that came with the configuration, as an office has changed them. */
export class Schemes {
  private readonly known = new WeakMap<readonly Amendment[], SchemeMap>();
  readonly shipped: SchemeMap;

  constructor(
    shipped: readonly Scheme[],
    private readonly amendments: Pick<Amendments, 'of'>,
  ) {
    this.shipped = new Map(shipped.map((scheme) => [scheme.key, scheme]));
  }

  of(tenant: string): SchemeMap {
    const amendments = this.amendments.of(tenant, schemeAmendments);
    if (amendments.length === 0) return this.shipped;
    const map =
      this.known.get(amendments) ?? new Map([...this.shipped.values()].map((scheme) => [scheme.key, changed(scheme, amendments)]));
    this.known.set(amendments, map);
    return map;
  }

  /** The changes of a scheme that hold or will hold, in their order; and how often it was changed at all. */
  changesOf(tenant: string, key: string): { readonly version: number; readonly changes: readonly Amendment[] } {
    const amendments = this.amendments.of(tenant, schemeAmendments).filter((amendment) => amendment.key === key);
    return { version: amendments.length, changes: standing(amendments) };
  }
}

/** Of a scheme's amendments those that were not withdrawn: one without content takes back the one before. */
function standing(amendments: readonly Amendment[]): readonly Amendment[] {
  const left: Amendment[] = [];
  for (const amendment of amendments) {
    if (amendment.content === null) left.pop();
    else left.push(amendment);
  }
  return left;
}

function changed(scheme: Scheme, amendments: readonly Amendment[]): Scheme {
  const changes = standing(amendments.filter(({ key }) => key === scheme.key));
  const latest = changes.at(-1);
  if (latest === undefined) return scheme;
  const { reports } = latest.content as SchemeChange;
  return { ...scheme, reports, documents: [...scheme.documents, ...new Set(changes.map(({ source }) => source))] };
}

import { type Lineage, postHolderKey } from '#directory';
import type { EntryKind } from './obligation/entry.ts';
import type { Obligation } from './obligation/obligations.ts';
import type { Scheme } from './scheme.ts';
import { ruleOf } from './scheme.ts';
import type { EntryWrite, MessageWrite } from './store/ledger.store.ts';

/** The posts that hear of reports, by the level of the organisation tree they are at; the keys are of `config/posts.ts`. */
export interface ReportPosts {
  readonly school: string;
  readonly city: string;
  readonly province: string;
}

type Level = keyof ReportPosts;
type Texts = readonly [zh: string, en: string];

const entryTexts: Partial<Record<EntryKind, { readonly to: Level; readonly text: Texts }>> = {
  returned: { to: 'school', text: ['已退回补正', 'was returned; please file it again in time'] },
  exempted: { to: 'school', text: ['已准予免报', 'need not be filed'] },
  appealed: { to: 'province', text: ['有学校提出申诉，请处理', 'is appealed against; please decide'] },
  'appeal-accepted': { to: 'school', text: ['申诉成立', ': the appeal is accepted'] },
  'appeal-dismissed': { to: 'school', text: ['申诉不成立', ': the appeal is dismissed'] },
  'found-slow': { to: 'school', text: ['认定为进展缓慢', ': progress was found slow'] },
};

interface RungNotice {
  readonly obligation: Obligation;
  readonly rung: string;
  /** Id of the school. */
  readonly school: string;
  /** How many misses in a row there are. */
  readonly misses: number;
}

const missedRung = 'missed';

const rungTexts: Readonly<Record<string, Texts>> & { readonly missed: Texts } = {
  opened: ['已开放填报', 'is open'],
  'three-days-before': ['即将截止，请及时报送', 'is due soon; please file it in time'],
  'one-day-before': ['截止在即，请及时报送', 'is about to be due; please file it in time'],
  'due-day': ['最后一次提醒：请立即报送', 'is due; please file it now'],
  missed: ['已漏报', 'was missed'],
};

/** Says what notices about reports say, and to whom. */
export class ReportNotices {
  constructor(
    private readonly posts: ReportPosts,
    private readonly schemes: ReadonlyMap<string, Scheme>,
  ) {}

  /** What follows from an entry in the ledger. */
  ofEntry(lineage: Lineage, obligation: Obligation, { id, kind }: EntryWrite): MessageWrite[] {
    const found = entryTexts[kind as EntryKind];
    if (found === undefined) return [];
    return [this.message(lineage, [found.to], { obligation, text: found.text, cause: `report-entry/${id}`, kind: 'message' })];
  }

  /** A reminder, or word of a miss: from the second in a row on, the city hears of it too (M5b). */
  ofRung(lineage: Lineage, { obligation, rung, school, misses }: RungNotice): MessageWrite {
    const text = rungTexts[rung] ?? rungTexts.missed;
    const levels: Level[] = misses > 1 ? ['school', 'city'] : ['school'];
    const cause = `report/${school}/${obligation.report}/${obligation.period.key}/${rung}`;
    return this.message(lineage, levels, { obligation, text, cause, kind: rung === missedRung ? 'message' : 'reminder' });
  }

  private message(
    { byKind }: Lineage,
    levels: readonly Level[],
    { obligation, text: [zh, en], cause, kind }: { obligation: Obligation; text: Texts; cause: string; kind: MessageWrite['kind'] },
  ): MessageWrite {
    const to = levels.flatMap((level) => {
      const organisation = byKind[level]?.id;
      return organisation === undefined ? [] : [postHolderKey(this.posts[level], organisation)];
    });
    const title = this.titleOf(obligation);
    const school = byKind['school']?.name ?? '';
    return { instance: null, to, text: { zh: `${school}${title.zh}${zh}。`, en: `${title.en} (${school}) ${en}.` }, cause, kind };
  }

  private titleOf({ report, period }: Obligation): { zh: string; en: string } {
    const scheme = [...this.schemes.values()].find((candidate) => ruleOf(candidate, report) !== undefined);
    const title = scheme === undefined ? undefined : ruleOf(scheme, report)?.title;
    return {
      zh: `${title?.zh ?? report} ${period.key} 期（${period.to} 截止）`,
      en: `${title?.en ?? report} ${period.key}, due ${period.to},`,
    };
  }
}

import type { Language } from '#directory';
import type { Text } from '#engine';
import { businessZone } from '#platform';
import { type NoticeKind, noticeKinds } from '../store/notice.entity.ts';
import { noticeTexts } from './notice-texts.ts';

/** A notice on its way out of the app. */
export interface Item {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title: Text;
  readonly instance: string | null;
  /** As people quote it. */
  readonly caseNumber: string | null;
  /** Name of the organisation whose case it is. */
  readonly organisation: string | null;
  /** When the first of its tasks falls due. */
  readonly dueAt: Date | null;
  readonly createdAt: Date;
}

interface Line {
  readonly text: string;
  /** Address of the case; none where it is not known where people reach the system. */
  readonly link: string | undefined;
}

interface Group {
  readonly kind: NoticeKind;
  readonly heading: string;
  readonly ask: string;
  readonly lines: readonly Line[];
}

/** Several notices as one message: by kind, the most pressing first, within a kind the oldest first. */
export interface Digest {
  readonly language: Language;
  readonly subject: string;
  readonly groups: readonly Group[];
}

/** @param publicUrl where people reach the system, if that is known. */
export function digestOf(items: readonly Item[], language: Language, publicUrl: string | undefined): Digest {
  const texts = noticeTexts[language];
  const groups = noticeKinds.flatMap((kind): Group[] => {
    const ofKind = items.filter((item) => item.kind === kind).toSorted(byAge);
    if (ofKind.length === 0) return [];
    const lines = ofKind.map((item) => ({ text: lineOf(item, language), link: linkOf(item, publicUrl) }));
    return [{ kind, heading: texts.kinds[kind], ask: texts.asks[kind], lines }];
  });
  return { language, subject: subjectOf(items, groups, language), groups };
}

const byAge = (one: Item, other: Item): number => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);

const inLanguage = (text: Text, language: Language): string => oneLine((language === 'en' ? text.en : undefined) ?? text.zh);

/** Titles come from people: a line break in one would begin a line, or a header, of its own. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function lineOf({ title, caseNumber, organisation, dueAt }: Item, language: Language): string {
  const { caseNumber: numbered, due, separators } = noticeTexts[language];
  return [
    inLanguage(title, language),
    ...(organisation === null ? [] : [oneLine(organisation)]),
    ...(caseNumber === null ? [] : [numbered(caseNumber)]),
    ...(dueAt === null ? [] : [due(businessTime(dueAt))]),
  ].join(separators.parts);
}

const linkOf = ({ instance }: Item, publicUrl: string | undefined): string | undefined =>
  publicUrl === undefined || instance === null ? undefined : `${publicUrl.replace(/\/+$/, '')}/instances/${instance}`;

const longestSubject = 120;

function subjectOf(items: readonly Item[], groups: readonly Group[], language: Language): string {
  const { product, several, kinds, separators } = noticeTexts[language];
  const [only] = items;
  const said =
    items.length === 1 && only !== undefined
      ? `${kinds[only.kind]}${separators.colon}${inLanguage(only.title, language)}`
      : `${several(items.length)}${separators.colon}${groups.map(({ heading, lines }) => `${heading} ${lines.length}`).join(separators.list)}`;
  return shortened(`${product}${said}`);
}

const segmenter = new Intl.Segmenter();

function shortened(text: string): string {
  const characters = Array.from(segmenter.segment(text), ({ segment }) => segment);
  return characters.length <= longestSubject ? text : `${characters.slice(0, longestSubject - 1).join('')}…`;
}

const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: businessZone, dateStyle: 'short', timeStyle: 'short' });

/** Such as `2024-03-22 17:00`, in the business zone. */
const businessTime = (at: Date): string => formatter.format(at);

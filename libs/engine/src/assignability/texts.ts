import type { OrganisationKind, Text } from '../definition/basics.ts';
import type { StaffingKind } from './staffing.ts';

interface Said {
  readonly title: Text;
  readonly count: number;
  readonly level: OrganisationKind;
  /** Whether the step is passed over when nobody is found. */
  readonly isSkipped: boolean;
}

/** So many organisations of a level, in words. */
const counted: Readonly<Record<OrganisationKind, (count: number) => Required<Text>>> = {
  province: (count) => ({ zh: `${count} 个省级单位`, en: count === 1 ? '1 province' : `${count} provinces` }),
  city: (count) => ({ zh: `${count} 个市`, en: count === 1 ? '1 city' : `${count} cities` }),
  school: (count) => ({ zh: `${count} 所学校`, en: count === 1 ? '1 school' : `${count} schools` }),
  department: (count) => ({ zh: `${count} 个院系`, en: count === 1 ? '1 department' : `${count} departments` }),
  alliance: (count) => ({ zh: `${count} 个联盟`, en: count === 1 ? '1 alliance' : `${count} alliances` }),
  'evaluation-organisation': (count) => ({
    zh: `${count} 个培训评价组织`,
    en: count === 1 ? '1 evaluation organisation' : `${count} evaluation organisations`,
  }),
};

const sentences: Readonly<Record<StaffingKind | 'skipped', (title: Required<Text>, places: Required<Text>) => Required<Text>>> = {
  nobody: (title, places) => ({
    zh: `“${title.zh}”：${places.zh}无人可办。请任命相应岗位，或写明无人时改由谁办理。`,
    en: `"${title.en}": nobody at ${places.en}. Appoint somebody to the post, or say who is asked when nobody holds it.`,
  }),
  skipped: (title, places) => ({
    zh: `“${title.zh}”：${places.zh}无人可办，会跳过这一环节。`,
    en: `"${title.en}": nobody at ${places.en}, so that the step is passed over.`,
  }),
  applicant: (title, places) => ({
    zh: `“${title.zh}”：${places.zh}的办理岗位只有申请人本人担任，要由他人代办。`,
    en: `"${title.en}": at ${places.en} the applicant alone holds the post, and others have to answer.`,
  }),
  twice: (title, places) => ({
    zh: `“${title.zh}”：${places.zh}与另一环节由同一人办理，别无他人。`,
    en: `"${title.en}": at ${places.en} the one person who answers is the only one in another step too.`,
  }),
  alone: (title, places) => ({
    zh: `“${title.zh}”：${places.zh}只有一人可办，无人替补。`,
    en: `"${title.en}": one person alone at ${places.en}, and nobody to stand in.`,
  }),
};

/** What is the matter, in a sentence. */
export function staffingMessage(kind: StaffingKind, { title, count, level, isSkipped }: Said): Required<Text> {
  const sentence = sentences[kind === 'nobody' && isSkipped ? 'skipped' : kind];
  return sentence({ zh: title.zh, en: title.en ?? title.zh }, counted[level](count));
}

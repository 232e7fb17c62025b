import { absence } from './absence.ts';
import { assignability } from './assignability.ts';
import { audit } from './audit.ts';
import { caseWords } from './case.ts';
import { clauses } from './clauses.ts';
import { definitions } from './definitions.ts';
import { designer } from './designer.ts';
import { duration } from './duration.ts';
import { exchange } from './exchange.ts';
import { followUp } from './follow-up.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { guide } from './guide.ts';
import { history } from './history.ts';
import { meeting } from './meeting.ts';
import { migration } from './migration.ts';
import { notices } from './notices.ts';
import { organisations } from './organisations.ts';
import { path } from './path.ts';
import { print } from './print.ts';
import { queue } from './queue.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { session } from './session.ts';
import { simulator } from './simulator.ts';
import { start } from './start.ts';
import { states } from './states.ts';
import { system } from './system.ts';
import { time } from './time.ts';
import { verbs } from './verbs.ts';
import type { Words } from './words.ts';
import { workbench } from './workbench.ts';

/** Every word of the console, by its area. A page's words are `useTranslation('<area>')`. */
export const catalogue = {
  frame,
  states,
  session,
  time,
  queue,
  form,
  start,
  print,
  case: caseWords,
  history,
  workbench,
  notices,
  reports,
  followUp,
  meeting,
  absence,
  clauses,
  definitions,
  organisations,
  system,
  rules,
  audit,
  verbs,
  path,
  guide,
  simulator,
  designer,
  migration,
  exchange,
  assignability,
  duration,
} satisfies Record<string, Words>;

type Catalogue = typeof catalogue;

export type Resources = { readonly [Area in keyof Catalogue]: { readonly [Key in keyof Catalogue[Area]]: string } };

/** One language of it, as i18next wants it. */
export function resourcesIn(language: 'zh' | 'en'): Record<string, Record<string, string>> {
  return Object.fromEntries(Object.entries(catalogue).map(([area, words]) => [area, areaIn(words, language)]));
}

function areaIn(words: Words, language: 'zh' | 'en'): Record<string, string> {
  const entries = Object.entries(words).flatMap(([key, [zh, en]]) => {
    if (language === 'zh') return [[key, zh]];
    return typeof en === 'string'
      ? [[key, en]]
      : [
          [`${key}_one`, en.one],
          [`${key}_other`, en.other],
        ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

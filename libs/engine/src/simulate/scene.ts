import type { OrganisationKind } from '../definition/basics.ts';
import type { Example } from '../definition/example.ts';
import type { FactType } from '../expression/variables.ts';
import type { Actor } from '../run/actor.ts';
import { postsHeld } from '../run/posts-held.ts';
import type { World } from '../run/result.ts';
import type { Fields, Instant, Json, PersonId, Subject } from '../run/state.ts';
import { postKey, type Workflow } from '../workflow.ts';

/** The world that a simulated case begins in. */
export type Scene = Pick<Example, 'at' | 'facts' | 'holders' | 'types'>;

/** Who holds which post, by its key. */
export type Holders = Readonly<Record<string, readonly PersonId[]>>;
export type Facts = Readonly<Record<string, Fields | null>>;

const tree = ['department', 'school', 'city', 'province'] as const;
const names: Readonly<Record<string, string>> = {
  department: '示例系',
  school: '示例职业技术学院',
  city: '示例市',
  province: '示例省',
  alliance: '示例联盟',
  'evaluation-organisation': '示例评价组织',
};

/** The made-up organisations that a case belongs to, from the definition's own level upwards; the level is the id. */
export function subjectOf({ definition }: Workflow, { types = {} }: Scene): Subject {
  const own = definition.subject;
  const at = tree.findIndex((kind) => kind === own);
  const kinds = at < 0 ? ([own, 'province'] as const) : tree.slice(at);
  return Object.fromEntries(kinds.map((kind) => [kind, { id: kind, name: names[kind] ?? kind, type: types[kind] ?? typeOf(kind) }]));
}

const typeOf = (kind: OrganisationKind): string => (kind === 'school' ? 'higher_vocational' : kind);

/** How many people a post has of which each gets a task of their own, where nothing is said. */
const several = 3;

/** Every post that matters to the process, each with made-up holders that are called by its key. */
export function holdersOf({ definition, posts, steps }: Workflow, { holders = {} }: Scene): Holders {
  const starting = definition.start.posts.map((post) => ({ post, at: definition.subject }));
  const named = new Set([...starting, ...posts].map(postKey));
  const shared = new Set(
    [...steps.values()].flatMap(({ step }) => step.assignees.flatMap((rule) => ('post' in rule && rule.each ? [postKey(rule)] : []))),
  );
  const made = [...named].map((key) => [
    key,
    shared.has(key) ? [key, ...Array.from({ length: several - 1 }, (_, i) => `${key}/${i + 2}`)] : [key],
  ]);
  return { ...Object.fromEntries(made), ...holders };
}

/** Somebody with the posts they hold. */
export function actorOf(person: PersonId, holders: Holders, subject: Subject): Actor {
  const posts = Object.entries(holders).flatMap(([key, held]) => {
    const [post = '', at = ''] = key.split('@');
    const organisation = subject[at]?.id;
    return held.includes(person) && organisation !== undefined ? [{ post, organisation }] : [];
  });
  return { person, posts };
}

export const worldOf = (workflow: Workflow, holders: Holders, facts: Facts, subject: Subject): World => ({
  posts: postsHeld(workflow, subject, (key) => holders[key] ?? []),
  facts,
});

/** What the registers say: as it was set, and for the rest a value of the right type. */
export function factsOf({ factTypes }: Workflow, at: Instant, set: Facts = {}): Facts {
  const answered = [...factTypes].map(([name, fields]) => {
    if (set[name] === null) return [name, null] as const;
    const made = Object.entries(fields).map(([field, type]) => [field, sampleFact(field, type, at)]);
    return [name, { ...Object.fromEntries(made), ...set[name] }] as const;
  });
  return Object.fromEntries(answered);
}

/** What has opened is in the past; whatever else has a time is to come. */
function sampleFact(field: string, type: FactType, at: Instant): Json {
  switch (type) {
    case 'string':
      return '';
    case 'double':
      return field === 'year' ? Number(at.slice(0, 4)) : 0;
    case 'bool':
      return false;
    case 'list<string>':
      return [];
    case 'timestamp':
      return daysFrom(at, /opens|opened|from|since|begins/i.test(field) ? -30 : 30);
  }
}

const day = 86_400_000;
const daysFrom = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * day).toISOString();

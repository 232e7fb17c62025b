import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { type Assignee, type NamedTimer, outlineOf, timerNamed, type Workflow } from '#engine';
import type { Text } from '../words/language.ts';
import { useText } from '../words/language.ts';

/** A post of the catalogue, as far as it has to be named. */
export interface NamedPost {
  readonly key: string;
  readonly title: Text;
}

export const Posts = createContext<readonly NamedPost[]>([]);

/** What made-up people, posts, places and timers of a simulation are called. */
export interface Names {
  readonly person: (id: string) => string;
  readonly post: (key: string) => string;
  readonly assignee: (to: Assignee) => string;
  readonly place: (path: string) => string;
  readonly timer: (event: string) => string;
}

export function useNames(workflow: Workflow): Names {
  const { t } = useTranslation(['simulator', 'path']);
  const text = useText();
  const posts = useContext(Posts);
  const places = new Map(outlineOf(workflow.definition).map(({ path, title }) => [path, title]));
  const post = (key: string): string => {
    const [name = ''] = key.split('@');
    const title = posts.find((each) => each.key === name)?.title;
    return title === undefined ? name : text(title);
  };
  const person = (id: string): string => {
    if (id === '') return t('path:bySystem');
    if (id === 'nobody') return t('nobody');
    const [key = '', number] = id.split('/');
    return number === undefined ? post(key) : t('another', { post: post(key), number });
  };
  const place = (path: string): string => {
    const title = places.get(path);
    if (title !== undefined) return text(title);
    return path === '$terminated' ? t('terminated') : (path.split('.').at(-1) ?? path);
  };
  return {
    person,
    post,
    assignee: (to) => (to.kind === 'person' ? person(to.person) : post(to.post)),
    place,
    timer: (event) => timerText(timerNamed(workflow, event)),
  };

  function timerText(timer: NamedTimer): string {
    if (timer.kind === 'delay') return t('delay', { place: place(timer.state), name: timer.name });
    return t(timer.kind, { place: place(timer.step), number: timer.number });
  }
}

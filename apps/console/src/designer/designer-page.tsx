import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api } from '../api/client.ts';
import { useMayDefine } from '../definition/parts.tsx';
import { superiorsOf } from '../definition/surroundings.ts';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { ForEditors } from '../simulator/for-editors.tsx';
import { Answer } from '../state/answer.tsx';
import { useText } from '../words/language.ts';
import { useCommenting } from './comments/comments.ts';
import styles from './designer.module.css';
import { knowSuperiors } from './document/deeds.ts';
import { open, useDesigned } from './document/designed.ts';
import { isDrawable } from './document/drawable.ts';
import { beginWith, type View } from './document/selection.ts';
import { DraftVerbs } from './draft-verbs.tsx';
import { useVerification } from './findings/findings.ts';
import { useStaffing } from './findings/staffed.tsx';
import { Present } from './saving/present.tsx';
import { Parted, SavedMark } from './saving/saved-mark.tsx';
import { type Draft, Saver } from './saving/saver.ts';
import { SurroundingsContext, useSurroundings } from './surroundings.ts';
import { Tools } from './tools.tsx';
import { Workspace } from './workspace.tsx';

const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnMount: false } as const;

/** A draft, to be tried at once. */
export const DraftTryPage = () => <DesignerPage begins="try" />;

/** A draft of a process, edited: as a picture, as an outline, as its source; and tried. */
export function DesignerPage({ begins = 'canvas' }: { readonly begins?: View }) {
  const { t } = useTranslation('definitions');
  const { mayEither } = useMayDefine();
  return mayEither ? <Opened begins={begins} /> : <ForEditors title={t('drafts')}>{null}</ForEditors>;
}

function Opened({ begins }: { readonly begins: View }) {
  const { id = '' } = useParams();
  const draft = api.useQuery('get', '/api/definitions/drafts/{id}', { params: { path: { id } } }, once);
  const surroundings = api.useQuery('get', '/api/definitions/surroundings', {}, once);
  return (
    <Answer of={surroundings}>
      {(found) => (
        <SurroundingsContext value={found}>
          <Answer of={draft}>{(data) => <Designer key={data.id} opened={data} begins={begins} />}</Answer>
        </SurroundingsContext>
      )}
    </Answer>
  );
}

function Designer({ opened, begins }: { readonly opened: Draft; readonly begins: View }) {
  // What is asked for anew meanwhile is for whoever saves to follow.
  const [draft] = useState(opened);
  const { t } = useTranslation('designer');
  const text = useText();
  const saver = useSaver(draft);
  useLayoutEffect(() => beginWith(begins), [begins]);
  const surroundings = useSurroundings();
  useLayoutEffect(() => knowSuperiors(superiorsOf(surroundings.posts)), [surroundings]);
  useVerification(surroundings);
  useStaffing(draft.id);
  useCommenting(draft.id);
  const title = useDesigned(({ document }) => (isDrawable(document) ? document.title : draft.title));
  return (
    <Page
      title={title === null ? t('unnamed') : text(title)}
      isWide
      aside={
        <div className={styles.aside}>
          <Present id={draft.id} saver={saver} />
          {saver === undefined ? <span>{t('readOnly')}</span> : <SavedMark />}
          <Tools />
          {saver !== undefined && <DraftVerbs draft={draft} />}
        </div>
      }
    >
      {saver !== undefined && <Parted saver={saver} />}
      <Workspace mayKeep={saver !== undefined} processKey={draft.key} />
    </Page>
  );
}

/** Whoever may not edit looks, and nothing is kept. */
function useSaver(draft: Draft): Saver | undefined {
  const mayEdit = useMe().permissions.includes('definition.edit');
  const saver = useMemo(() => (mayEdit ? new Saver(draft) : undefined), [draft, mayEdit]);
  useEffect(() => {
    if (saver === undefined) return open(draft.document);
    saver.start();
    return () => saver.stop();
  }, [draft, saver]);
  return saver;
}

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMayDefine } from '../definition/parts.tsx';
import { PublishDialog } from '../definition/publish-dialog.tsx';
import type { Draft } from './saving/saver.ts';
import { useSaving } from './saving/saver.ts';

/** What is done with a draft once it is what it should be: it is published or proposed. */
export function DraftVerbs({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation(['designer', 'definitions']);
  const goTo = useNavigate();
  const { mayPublish } = useMayDefine();
  const { kind, revision } = useSaving();
  const [isPublishing, setPublishing] = useState(false);
  const close = () => setPublishing(false);
  return (
    <>
      <Button type="primary" disabled={kind !== 'resting'} onClick={() => setPublishing(true)}>
        {t(mayPublish ? 'definitions:publish' : 'definitions:propose')}
      </Button>
      {isPublishing && (
        <PublishDialog
          draft={{ ...draft, revision }}
          onClose={close}
          onDone={() => void goTo(draft.key === null ? '/definitions' : `/definitions/${draft.key}`)}
        />
      )}
    </>
  );
}

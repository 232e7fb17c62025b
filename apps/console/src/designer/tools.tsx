import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#engine';
import { FileMenu } from '../exchange/file-menu.tsx';
import { titlesOf } from '../exchange/titles.ts';
import { redo, undo, useDesigned, useHistory } from './document/designed.ts';
import { pressed } from './keys.ts';
import { usePosts } from './surroundings.ts';

/** Undo and redo, also by their keys; and the draft as it stands, as a file. */
export function Tools() {
  const { t } = useTranslation('designer');
  const { mayUndo, mayRedo } = useHistory();
  const posts = usePosts();
  useEffect(() => {
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
  return (
    <span role="toolbar" aria-label={t('history')}>
      <Tooltip title={`${t('undo')} (Ctrl+Z)`}>
        <Button
          type="text"
          icon={<UndoOutlined aria-hidden />}
          aria-label={t('undo')}
          aria-keyshortcuts="Control+Z"
          disabled={!mayUndo}
          onClick={undo}
        />
      </Tooltip>
      <Tooltip title={`${t('redo')} (Ctrl+Y)`}>
        <Button
          type="text"
          icon={<RedoOutlined aria-hidden />}
          aria-label={t('redo')}
          aria-keyshortcuts="Control+Y"
          disabled={!mayRedo}
          onClick={redo}
        />
      </Tooltip>
      <FileMenu isTool isKnown exportable={() => ({ definition: useDesigned.getState().document as Definition, posts: titlesOf(posts) })} />
    </span>
  );
}

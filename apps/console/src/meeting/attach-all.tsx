import { PaperClipOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '../api/client.ts';
import { upload } from '../api/upload.ts';
import { fieldsOf } from '../case/form-fields.ts';
import { useSaid } from '../state/failed.tsx';
import { useFindings } from './findings.ts';
import type { Item, Meeting } from './meetings.ts';
import { statedOf, useStating } from './stating.ts';

/** One file for all items, such as the minutes of the whole meeting: a file belongs to one case, so each has a copy. */
export function AttachAll({ of }: { readonly of: Meeting }) {
  const { t } = useTranslation('meeting');
  const said = useSaid();
  const { message } = App.useApp();
  const { say } = useStating(of);
  const chooser = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState(0);
  const asking = of.items.filter(({ asks }) => asks.length > 0);
  const attach = async (item: Item, file: File): Promise<void> => {
    const name = await fileFieldOf(item);
    if (name === undefined) return;
    const { id } = await upload(file, () => undefined);
    const draft = useFindings.getState().of[of.id]?.[item.task.id];
    const { fields } = statedOf(item, draft);
    say(item, { fields: { ...fields, [name]: id }, isReady: item.finding !== undefined || draft?.isReady === true });
  };
  const attaching = useMutation({
    mutationFn: async (file: File) => {
      setDone(0);
      for (const item of asking) {
        await attach(item, file);
        setDone((count) => count + 1);
      }
    },
    onSuccess: () => void message.success(t('attached', { count: asking.length })),
    onError: (error) => void message.error(said(error)),
  });
  if (asking.length === 0) return null;
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('attachAll')}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) attaching.mutate(file);
          target.value = '';
        }}
      />
      <Button
        icon={<PaperClipOutlined />}
        title={t('attachAllHint')}
        loading={attaching.isPending}
        onClick={() => chooser.current?.click()}
      >
        {attaching.isPending ? t('attaching', { done, all: asking.length }) : t('attachAll')}
      </Button>
    </>
  );
}

/** The first field that the step wants a file in. */
async function fileFieldOf({ task: { instance }, asks }: Item): Promise<string | undefined> {
  const { data } = await server.GET('/api/instances/{id}', { params: { path: { id: instance } } });
  const fields = data === undefined ? [] : fieldsOf(data.form);
  return fields.find(({ name, schema }) => asks.includes(name) && schema['x-kind'] === 'file')?.name;
}

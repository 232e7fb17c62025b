import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#engine';
import { api } from '../api/client.ts';
import { useLanguage } from '../words/language.ts';
import type { ExportFormat } from './exporting.ts';

const formats: readonly ExportFormat[] = ['json', 'xstate', 'bpmn'];

/** 导出: the published version of a process as a file, for safekeeping or for other tools. */
export function ExportMenu({ definition: key }: { readonly definition: string }) {
  const { t } = useTranslation('exchange');
  const { message } = App.useApp();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const published = api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } });
  const surroundings = api.useQuery('get', '/api/definitions/surroundings');
  const save = async (format: ExportFormat): Promise<void> => {
    if (published.data === undefined || surroundings.data === undefined) return;
    setBusy(true);
    try {
      const { download } = await import('./exporting.ts');
      const posts = Object.fromEntries(surroundings.data.posts.map((post) => [post.key, post.title]));
      // What is published has been checked against the type.
      await download(format, { definition: published.data.document as Definition, version: published.data.version, posts, language });
    } catch {
      message.error(t('failed'));
    } finally {
      setBusy(false);
    }
  };
  const items = formats.map((format) => ({ key: format, label: t(format), onClick: () => void save(format) }));
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        loading={isBusy}
        disabled={published.data === undefined || surroundings.data === undefined}
      >
        {t('export')}
      </Button>
    </Dropdown>
  );
}

import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, type ButtonProps, Dropdown, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition, PostTitles } from '#engine';
import { useLanguage } from '../words/language.ts';
import type { ExportFormat } from './exporting.ts';

const formats: readonly ExportFormat[] = ['json', 'xstate', 'bpmn'];

/** A definition that becomes a file. */
interface Exportable {
  readonly definition: Definition;
  /** A draft has none. */
  readonly version?: number;
  readonly posts: PostTitles;
}

interface FileMenuProps {
  /** What there is when a format is chosen; nothing while it is not known. */
  readonly exportable: () => Exportable | undefined;
  readonly isKnown: boolean;
  /** In a row of tools: a picture with its name as a hint. */
  readonly isTool?: boolean;
}

/** 导出: a definition as a file, for safekeeping or for other tools. */
export function FileMenu({ exportable, isKnown, isTool = false }: FileMenuProps) {
  const { t } = useTranslation('exchange');
  const { message } = App.useApp();
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const save = async (format: ExportFormat): Promise<void> => {
    const of = exportable();
    if (of === undefined) return;
    setBusy(true);
    try {
      const { download } = await import('./exporting.ts');
      await download(format, { ...of, language });
    } catch {
      message.error(t(of.version === undefined ? 'unsound' : 'failed'));
    } finally {
      setBusy(false);
    }
  };
  const items = formats.map((format) => ({ key: format, label: t(format), onClick: () => void save(format) }));
  const looks: ButtonProps = isTool ? { type: 'text', 'aria-label': t('export') } : { children: t('export') };
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Tooltip title={isTool ? t('export') : ''}>
        <Button icon={<DownloadOutlined aria-hidden />} loading={isBusy} disabled={!isKnown} {...looks} />
      </Tooltip>
    </Dropdown>
  );
}

import { PaperClipOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, useFile } from './attachment.ts';
import { AttachmentView } from './attachment-view.tsx';
import styles from './case.module.css';

/** A file by its name; a click shows pictures and PDFs over the page, and saves anything else. */
export function AttachmentLink({ id }: { readonly id: string }) {
  const { t } = useTranslation(['case', 'frame']);
  const [isOpen, setOpen] = useState(false);
  const { name = '', shownAs } = useFile(id).data ?? {};
  const label = name === '' ? t('attachment') : name;
  if (shownAs === undefined)
    return (
      <a href={addressOf(id)} download={name}>
        <PaperClipOutlined aria-hidden /> {label}
      </a>
    );
  return (
    <>
      <Button type="link" className={styles.attachment} icon={<PaperClipOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        title={label}
        width={960}
        closable={{ 'aria-label': t('frame:close') }}
        destroyOnHidden
      >
        <AttachmentView id={id} name={name} shownAs={shownAs} />
        <a href={addressOf(id)} download={name}>
          {t('download')}
        </a>
      </Modal>
    </>
  );
}

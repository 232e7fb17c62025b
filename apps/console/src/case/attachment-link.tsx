import { PaperClipOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../state/answer.tsx';
import styles from './case.module.css';

const addressOf = (id: string): string => `/api/attachments/${id}`;

/** What a file is called, which stands in the header of its download (RFC 8187). */
async function nameOf(id: string): Promise<string> {
  const { headers } = await fetch(addressOf(id), { method: 'HEAD' });
  const [, name = ''] = /filename\*=UTF-8''([^;]+)/.exec(headers.get('content-disposition') ?? '') ?? [];
  return decodeURIComponent(name);
}

/** A file by its name; a click shows pictures and PDFs over the page, and saves anything else. */
export function AttachmentLink({ id }: { readonly id: string }) {
  const { t } = useTranslation('case');
  const [isOpen, setOpen] = useState(false);
  const { data: name = '' } = useQuery({ queryKey: ['attachment', id], queryFn: () => nameOf(id), staleTime: Number.POSITIVE_INFINITY });
  const isShown = /\.(pdf|png|jpe?g|gif|webp)$/i.test(name);
  const label = name === '' ? t('attachment') : name;
  return (
    <>
      {isShown ? (
        <Button type="link" className={styles.attachment} icon={<PaperClipOutlined />} onClick={() => setOpen(true)}>
          {label}
        </Button>
      ) : (
        <a href={addressOf(id)} download={name}>
          <PaperClipOutlined aria-hidden /> {label}
        </a>
      )}
      <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} title={label} width={960} destroyOnHidden>
        <Preview id={id} name={name} />
        <a href={addressOf(id)} download={name}>
          {t('download')}
        </a>
      </Modal>
    </>
  );
}

function Preview({ id, name }: { readonly id: string; readonly name: string }) {
  const content = useQuery({
    queryKey: ['attachment', id, 'content'],
    queryFn: async () => URL.createObjectURL(await (await fetch(addressOf(id))).blob()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Answer of={content}>
      {(address) =>
        name.toLowerCase().endsWith('.pdf') ? (
          <iframe src={address} title={name} className={styles.preview} />
        ) : (
          <img src={address} alt={name} className={styles.preview} />
        )
      }
    </Answer>
  );
}

import { Alert, Button, Checkbox, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { newId } from '../api/new-id.ts';
import { useMe } from '../session/session.ts';
import { useSaid } from '../state/failed.tsx';
import { useText } from '../words/language.ts';
import type { LookingProps } from './filters.tsx';
import styles from './queue.module.css';
import { type SavedView, settingsOf, viewedList } from './views.ts';

interface ViewDialogProps extends LookingProps {
  /** One of mine; without it, the present way of looking is saved as a new one. */
  readonly view: SavedView | undefined;
  readonly onClose: () => void;
}

interface Given {
  readonly name: string;
  /** A post of mine as `<key>@<organisation>`. */
  readonly sharedWith?: string;
  readonly isPresent?: boolean;
}

/** A view's name, whom it is shared with, and whether it is to be what is looked at now. */
export function ViewDialog(props: ViewDialogProps) {
  const { view, onClose } = props;
  const { t } = useTranslation(['queue', 'frame']);
  const said = useSaid();
  const [form] = Form.useForm<Given>();
  const { send, remove, isSaving, isRemoving, error } = useKeeping(props);
  const shared = view?.sharedWith && `${view.sharedWith.post.key}@${view.sharedWith.organisation.id}`;
  return (
    <Modal
      open
      width={440}
      title={view === undefined ? t('saveView') : t('editView', { name: view.name })}
      okText={t('save')}
      cancelText={t('frame:cancel')}
      okButtonProps={{ loading: isSaving }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: view?.name, sharedWith: shared }}
        onFinish={send}
      >
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
        <Fields />
        {view && (
          <>
            <Form.Item name="isPresent" valuePropName="checked">
              <Checkbox>{t('viewPresent')}</Checkbox>
            </Form.Item>
            <Popconfirm
              title={t('removeViewSure')}
              okText={t('removeView')}
              cancelText={t('frame:cancel')}
              onConfirm={() => remove(view.id)}
            >
              <Button danger type="text" className={styles.remove} loading={isRemoving}>
                {t('removeView')}
              </Button>
            </Popconfirm>
          </>
        )}
      </Form>
    </Modal>
  );
}

function Fields() {
  const { t } = useTranslation('queue');
  const text = useText();
  const { posts } = useMe();
  const options = posts.map(({ key, title, organisation }) => ({
    value: `${key}@${organisation.id}`,
    label: `${text(title)} · ${organisation.name}`,
  }));
  return (
    <>
      <Form.Item name="name" label={t('viewName')} rules={[{ required: true, whitespace: true, message: t('viewNameMissing') }]}>
        <Input maxLength={60} autoFocus placeholder={t('viewNameExample')} />
      </Form.Item>
      <Form.Item name="sharedWith" label={t('viewShare')} extra={t('viewShareHint')}>
        <Select allowClear placeholder={t('viewMine')} options={options} />
      </Form.Item>
    </>
  );
}

/** Saves or removes it; what was opened stays so under its name, and what is gone is not named any more. */
function useKeeping({ view, looking, look, onClose }: ViewDialogProps) {
  const goOn = (id: string | undefined): void => {
    if (id !== looking.view) look({ list: looking.list, view: id }, true);
    onClose();
  };
  const save = api.useMutation('put', '/api/views/{id}', { onSuccess: ({ id }) => goOn(view === undefined ? id : looking.view) });
  const removal = api.useMutation('delete', '/api/views/{id}', {
    onSuccess: () => goOn(looking.view === view?.id ? undefined : looking.view),
  });
  const send = ({ name, sharedWith, isPresent = false }: Given): void => {
    const [post, organisation] = sharedWith?.split('@') ?? [];
    const settings = view === undefined || isPresent ? settingsOf(looking) : view.settings;
    save.mutate({
      params: { path: { id: view?.id ?? newId() }, header: view && { 'If-Match': String(view.version) } },
      body: {
        list: viewedList(looking.list),
        name,
        settings,
        ...(post !== undefined && organisation !== undefined && { sharedWith: { post, organisation } }),
      },
    });
  };
  return {
    send,
    remove: (id: string): void => removal.mutate({ params: { path: { id } } }),
    isSaving: save.isPending,
    isRemoving: removal.isPending,
    error: save.error ?? removal.error,
  };
}

import { closestCenter, DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { AgendaItem } from './agenda-item.tsx';
import styles from './meeting.module.css';
import { type Item, show } from './meetings.ts';
import type { PartProps } from './part.ts';
import { PutOn } from './put-on.tsx';

/** What is heard and in which order: dragged, moved by keys, or by a step up or down. */
export function Agenda({ of, isWorking }: PartProps) {
  const { t } = useTranslation('meeting');
  const said = useSaid();
  const { order, error, takeOff } = useOrder(of);
  return (
    <>
      {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} className={styles.notice} />}
      <section className={styles.card} aria-label={t('agenda')}>
        {of.items.length === 0 && <Empty title={t('emptyAgenda')} hint={isWorking ? t('emptyAgendaHint') : ''} />}
        {isWorking && of.items.length > 1 && <p className={styles.cardHint}>{t('agendaHint')}</p>}
        <Sorting items={order.items} onMove={order.move}>
          <ol className={styles.agenda}>
            {order.items.map((item, place) => (
              <AgendaItem
                key={item.task.id}
                of={item}
                place={place}
                isLast={place === order.items.length - 1}
                onMove={isWorking ? (to) => order.move(place, to) : undefined}
                onTakeOff={() => takeOff(item)}
              />
            ))}
          </ol>
        </Sorting>
      </section>
      {isWorking && <PutOn of={of} />}
    </>
  );
}

/** The order as it is wanted: shown at once, and as the server has it when that is refused. */
function useOrder(of: PartProps['of']) {
  const reorder = api.useMutation('put', '/api/meetings/{id}/order', { onSuccess: show });
  const takeOff = api.useMutation('delete', '/api/meetings/{id}/items/{task}', { onSuccess: show });
  const wanted = reorder.isPending ? reorder.variables.body.tasks : of.items.map(({ task }) => task.id);
  const items = wanted.flatMap((id) => of.items.find(({ task }) => task.id === id) ?? []);
  const move = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= items.length) return;
    reorder.mutate({ params: { path: { id: of.id } }, body: { tasks: arrayMove(items, from, to).map(({ task }) => task.id) } });
  };
  return {
    order: { items, move },
    error: reorder.error ?? takeOff.error,
    takeOff: ({ task }: Item): void => takeOff.mutate({ params: { path: { id: of.id, task: task.id } } }),
  };
}

interface SortingProps {
  readonly items: readonly Item[];
  readonly onMove: (from: number, to: number) => void;
  readonly children: ReactNode;
}

function Sorting({ items, onMove, children }: SortingProps) {
  const { t } = useTranslation('meeting');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map(({ task }) => task.id);
  const placeOf = (id: unknown): number => ids.indexOf(String(id)) + 1;
  const dropped = ({ active, over }: DragEndEvent): void => {
    if (over !== null) onMove(placeOf(active.id) - 1, placeOf(over.id) - 1);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={dropped}
      accessibility={{
        screenReaderInstructions: { draggable: t('dragInstructions') },
        announcements: {
          onDragStart: ({ active }) => t('dragStart', { from: placeOf(active.id) }),
          onDragOver: ({ over }) => (over === null ? undefined : t('dragOver', { to: placeOf(over.id) })),
          onDragEnd: ({ over }) => (over === null ? t('dragCancel') : t('dragEnd', { to: placeOf(over.id) })),
          onDragCancel: () => t('dragCancel'),
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}

import { type Connection, Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, useStore } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { type DragEvent, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ledTo, type NewState, stateAround } from '#engine';
import { add } from '../document/deeds.ts';
import { change } from '../document/designed.ts';
import { outlineNow, useOutline } from '../document/outlined.ts';
import { select, show, useSelection } from '../document/selection.ts';
import { useFindingsByPath } from '../findings/findings.ts';
import { isGone, marksOf, type Playing } from '../player/marks.ts';
import { usePlayer } from '../player/player.ts';
import styles from './canvas.module.css';
import { type DrawnEdge, drawn, handleOf } from './drawing.ts';
import { paletteType } from './palette.tsx';
import { Bar, Frame, PlaceBox, type PlaceNode } from './place-box.tsx';
import { type WayEdge, WayLine } from './way-line.tsx';

const nodeTypes = { place: PlaceBox, bar: Bar, frame: Frame };
const edgeTypes = { way: WayLine };
const typeOf = { place: 'place', fork: 'bar', join: 'bar', frame: 'frame' } as const;
/** Around the picture, in pixels. */
const margin = 24;
const colours = { pass: 'var(--done)', return: 'var(--soon)', refuse: 'var(--late)', other: 'var(--text-faint)' } as const;

/** The process as a picture that can be edited. */
export const Canvas = () => (
  <ReactFlowProvider>
    <Picture />
  </ReactFlowProvider>
);

function Picture() {
  const { t } = useTranslation('designer');
  const { nodes, edges } = useDrawing();
  useShown(nodes);
  useFollowed();
  return (
    <section className={styles.canvas} aria-label={t('canvasOf', { count: nodes.length })} data-part="canvas">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitViewOptions={{ maxZoom: 1, padding: 0.08 }}
        minZoom={0.2}
        maxZoom={1.6}
        nodesDraggable={false}
        edgesFocusable={false}
        connectionRadius={70}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_, { data }) => select(data.drawn.place.pointer)}
        onNodeDoubleClick={(_, { data }) => show(data.drawn.place.pointer)}
        onEdgeClick={(_, { id }) => select(id.split(' ')[1] ?? '')}
        onPaneClick={() => select('')}
        onConnect={connect}
        onDragOver={(event) => event.preventDefault()}
        onDrop={dropped}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('nodeKeys') }}
        onNodesChange={(changes) => {
          const chosen = changes.find((each) => each.type === 'select' && each.selected);
          const node = chosen && 'id' in chosen ? nodes.find(({ id }) => id === chosen.id) : undefined;
          if (node !== undefined) select(node.data.drawn.place.pointer);
        }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}

function useDrawing(): { nodes: PlaceNode[]; edges: WayEdge[] } {
  const outline = useOutline();
  const picture = useMemo(() => drawn(outline), [outline]);
  const findings = useFindingsByPath();
  const pointer = useSelection((state) => state.pointer);
  const path = stateAround(pointer);
  const playing = usePlayer((state) => state.playing);
  const marks = marksOf(playing);
  const nodes = picture.nodes.map((node): PlaceNode => {
    const { id, kind, place, at, width, height } = node;
    const isFrame = kind === 'frame';
    return {
      id,
      type: typeOf[kind],
      position: at,
      width,
      height,
      data: {
        drawn: node,
        findings: kind === 'place' || kind === 'fork' ? (findings.get(place.path) ?? []) : [],
        mark: kind === 'place' ? marks.get(place.path) : undefined,
      },
      selected: place.path === path && kind !== 'frame',
      zIndex: isFrame ? -1 : 1,
      focusable: kind === 'place' || kind === 'fork',
    };
  });
  return { nodes, edges: picture.edges.map((edge) => edgeOf(edge, pointer, playing)) };
}

function edgeOf({ id, from, to, handle, way, kind, bends }: DrawnEdge, pointer: string, playing: Playing | undefined): WayEdge {
  const isChosen = (way !== undefined && way.pointer === pointer) || isGone(playing, from, to, way?.outcome?.name);
  const stroke = isChosen ? 'var(--primary)' : colours[kind];
  return {
    id,
    source: from,
    target: to,
    ...(handle !== undefined && { sourceHandle: handle }),
    type: 'way',
    data: { bends },
    style: { stroke, strokeWidth: isChosen ? 3 : kind === 'pass' ? 2 : 1.4, ...(kind !== 'pass' && { strokeDasharray: '6 4' }) },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: stroke },
    zIndex: isChosen ? 3 : 0,
  };
}

/** As large as can be read, from the top where it begins; anew when there is more or less of it. */
function useShown(nodes: readonly PlaceNode[]): void {
  const { setViewport } = useReactFlow();
  const room = useStore(({ width }) => width);
  const right = Math.max(...nodes.map(({ position, width = 0 }) => position.x + width), 1);
  const left = Math.min(...nodes.map(({ position }) => position.x), 0);
  const zoom = Math.min(1, Math.max(0.65, (room - 2 * margin) / (right - left)));
  const begins = nodes.find(({ type }) => type === 'place');
  const middle = begins === undefined ? 0 : begins.position.x + (begins.width ?? 0) / 2;
  const isWhole = (right - left) * zoom <= room;
  const wanted = room / 2 - (isWhole ? (left + right) / 2 : middle) * zoom;
  const x = isWhole ? wanted : Math.min(margin - left * zoom, Math.max(room - margin - right * zoom, wanted));
  useEffect(() => {
    if (room > 0) void setViewport({ x, y: margin, zoom });
  }, [room, x, zoom, setViewport]);
}

/** What is played is followed where it goes. */
function useFollowed(): void {
  const { fitView, getZoom } = useReactFlow();
  const room = useStore(({ width }) => width);
  const playing = usePlayer((state) => state.playing);
  useEffect(() => {
    const standing = playing?.stages[playing.at]?.stands ?? [];
    if (standing.length === 0 || room === 0) return;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
    const zoom = getZoom();
    void fitView({ nodes: standing.map((id) => ({ id })), minZoom: Math.min(zoom, 0.5), maxZoom: zoom, duration });
  }, [playing, room, fitView, getZoom]);
}

function connect({ source, sourceHandle, target }: Connection): void {
  const [from = '', isJoin] = source.split('#');
  const handle = isJoin === undefined ? sourceHandle : 'onDone:';
  change((document) => {
    const place = outlineNow().find(({ path }) => path === from);
    const way = place?.ways.find((each) => handleOf(each) === handle);
    const pointer = way?.pointer ?? (isJoin === undefined || place === undefined ? undefined : `${place.pointer}/onDone`);
    return pointer === undefined ? document : ledTo(document, pointer, from, target.split('#')[0] ?? '');
  });
}

function dropped(event: DragEvent): void {
  const kind = event.dataTransfer.getData(paletteType) as NewState | '';
  if (kind === '') return;
  event.preventDefault();
  const over = document.elementsFromPoint(event.clientX, event.clientY).find((element) => element.hasAttribute('data-path'));
  add(kind, over?.getAttribute('data-path') ?? undefined);
}

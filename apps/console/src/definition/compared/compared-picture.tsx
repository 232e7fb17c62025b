import {
  Controls,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Definition } from '#engine';
import { type DrawnEdge, type DrawnNode, drawn } from '../../designer/canvas/drawing.ts';
import { type WayEdge, WayLine } from '../../designer/canvas/way-line.tsx';
import { useAssigneeWords } from '../../designer/words/assignees.ts';
import { useWayWordOf } from '../../designer/words/ways.ts';
import { useText } from '../../words/language.ts';
import { ChangeMark, changeSigns } from './change-mark.tsx';
import styles from './compared.module.css';
import type { Change, Merged } from './merged.ts';

interface ComparedPictureProps {
  readonly merged: Merged;
  readonly after: Definition;
  /** The states and the way that are chosen. */
  readonly chosen: { readonly places: readonly string[]; readonly way: string | undefined };
  readonly onChosen: (of: { readonly place: string } | { readonly way: string }) => void;
}

/** Both of them in one picture: what is new, what is gone, what is other. */
export default function ComparedPicture(props: ComparedPictureProps) {
  return (
    <ReactFlowProvider>
      <Picture {...props} />
    </ReactFlowProvider>
  );
}

type PlaceNode = Node<{ readonly drawn: DrawnNode; readonly change: Change | undefined }, 'place'>;

const nodeTypes = { place: ComparedBox };
const edgeTypes = { way: WayLine };
const colours = { added: 'var(--done)', removed: 'var(--late)', changed: 'var(--soon)', none: 'var(--line-strong)' } as const;
const dashes = { added: {}, removed: { strokeDasharray: '3 5' }, changed: { strokeDasharray: '12 4' }, none: {} } as const;

function Picture({ merged, after, chosen, onChosen }: ComparedPictureProps) {
  const { t } = useTranslation('definitions');
  const picture = useMemo(() => drawn(merged.outline), [merged]);
  const label = useLabels(merged, after);
  const nodes = picture.nodes.map((node): PlaceNode => {
    const { id, kind, place, at, width, height } = node;
    const isPlace = kind === 'place' || kind === 'fork';
    return {
      id,
      type: 'place',
      position: at,
      width,
      height,
      data: { drawn: node, change: isPlace ? merged.places.get(place.path) : undefined },
      selected: kind !== 'frame' && chosen.places.includes(place.path),
      zIndex: kind === 'frame' ? -1 : 1,
      focusable: isPlace && merged.places.has(place.path),
    };
  });
  const isChanged = nodes.filter(({ data }) => data.change !== undefined);
  useFollowed(chosen.places);
  return (
    <section className={styles.picture} aria-label={t('pictureOfBoth', { count: nodes.length })}>
      <ReactFlow
        nodes={nodes}
        edges={picture.edges.map((edge) => edgeOf(edge, merged.ways, chosen.way, label))}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={{ ...(isChanged.length > 0 && { nodes: isChanged }), minZoom: 0.5, maxZoom: 0.85, padding: 0.06 }}
        minZoom={0.2}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        deleteKeyCode={null}
        proOptions={{ hideAttribution: true }}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('pictureKeys') }}
        onEdgeClick={(_, { id }) => onChosen({ way: id.split(' ')[1] ?? '' })}
        onNodesChange={(changes) => {
          const selected = changes.find((each) => each.type === 'select' && each.selected);
          const node = selected && 'id' in selected ? nodes.find(({ id }) => id === selected.id) : undefined;
          if (node !== undefined) onChosen({ place: node.data.drawn.place.path });
        }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </section>
  );
}

/** Of a way that is not as it was, with its sign. */
function useLabels({ ways }: Merged, after: Definition): (way: DrawnEdge['way']) => string | undefined {
  const { t } = useTranslation('definitions');
  const wayWord = useWayWordOf(after);
  return (way) => {
    const change = way === undefined ? undefined : ways.get(way.pointer);
    return way === undefined || change === undefined
      ? undefined
      : `${changeSigns[change]} ${t('wayChanged', { way: wayWord(way), change: t(change) })}`;
  };
}

function edgeOf(
  { id, from, to, way, bends }: DrawnEdge,
  ways: Merged['ways'],
  chosen: string | undefined,
  label: (way: DrawnEdge['way']) => string | undefined,
): WayEdge {
  const change = (way === undefined ? undefined : ways.get(way.pointer)) ?? 'none';
  const isChosen = way !== undefined && way.pointer === chosen;
  const stroke = isChosen ? 'var(--primary)' : colours[change];
  const said = label(way);
  return {
    id,
    source: from,
    target: to,
    type: 'way',
    data: { bends },
    ...(said !== undefined && { label: said }),
    style: { stroke, strokeWidth: isChosen ? 3.5 : change === 'none' ? 1.4 : 2.4, ...dashes[change] },
    markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: stroke },
    zIndex: isChosen || change !== 'none' ? 3 : 0,
  };
}

function useFollowed(places: readonly string[]): void {
  const { fitView, getZoom } = useReactFlow();
  const written = places.join(' ');
  useEffect(() => {
    if (written === '') return;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
    void fitView({ nodes: written.split(' ').map((id) => ({ id })), minZoom: 0.2, maxZoom: Math.max(getZoom(), 0.7), duration });
  }, [written, fitView, getZoom]);
}

function ComparedBox({ data: { drawn: node, change }, selected }: NodeProps<PlaceNode>) {
  const { t } = useTranslation('designer');
  const text = useText();
  const assignees = useAssigneeWords();
  const { kind, place } = node;
  const isBar = kind === 'fork' || kind === 'join';
  return (
    <div
      className={styles.box}
      data-kind={isBar ? 'bar' : kind === 'frame' ? 'frame' : place.kind}
      data-change={change}
      data-selected={selected}
      data-path={place.path}
    >
      <Handle type="target" position={Position.Top} className={styles.hidden ?? ''} />
      {isBar && <span className="unseen">{t(kind)}</span>}
      {!isBar && <strong>{text(place.title)}</strong>}
      {kind === 'place' && place.kind !== 'end' && (
        <span className={styles.who}>{place.kind === 'step' ? assignees(place.assignees) : t(`kind-${place.kind}`)}</span>
      )}
      {change !== undefined && (
        <span className={styles.mark}>
          <ChangeMark change={change} />
        </span>
      )}
      <Handle type="source" position={Position.Bottom} className={styles.hidden ?? ''} />
    </div>
  );
}

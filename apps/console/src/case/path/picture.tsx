import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../words/language.ts';
import { labelled, listed } from '../../words/punctuation.ts';
import { useOutcome } from '../outcome.ts';
import { curveThrough, laidOut, type Point, size } from './layout.ts';
import styles from './path.module.css';
import { type Graph, mannerOf, type Place, useBodies, type Way } from './places.ts';
import { signs } from './signs.tsx';

type PlaceNode = Node<{ readonly place: Place }, 'place'>;

type WayEdge = Edge<{ readonly bends: readonly Point[] }, 'way'>;

const nodeTypes = { place: PlaceBox };
const edgeTypes = { way: WayLine };
const markerEnd = { type: MarkerType.ArrowClosed, width: 16, height: 16 } as const;

interface PictureProps {
  readonly graph: Graph;
  readonly title: string;
  /** Large enough to be read, and moved along with the case; without it, all of it is shown. */
  readonly isFollowed?: boolean;
}

/** The whole machine, to be zoomed and moved about; the same in words below it. */
export function Picture({ graph, title, isFollowed = false }: PictureProps) {
  const { t } = useTranslation('path');
  const drawn = useMemo(() => laidOut(graph), [graph]);
  const edges = useArrows(graph, drawn.bends);
  const nodes = graph.nodes.map((place): PlaceNode => {
    const position = drawn.places.get(place.path) ?? { x: 0, y: 0 };
    return { id: place.path, type: 'place', position, data: { place }, ...size };
  });
  return (
    <>
      <section className={styles.picture} aria-label={t('pictureOf', { title, count: graph.nodes.length })}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          fitView
          minZoom={0.2}
          maxZoom={2}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          proOptions={{ hideAttribution: true }}
        >
          <Controls showInteractive={false} />
          {isFollowed && <Followed graph={graph} />}
        </ReactFlow>
      </section>
      <p className={styles.legend}>
        <span>{t('legendTaken')}</span>
        <span>{t('legendAhead')}</span>
      </p>
      <InWords graph={graph} />
    </>
  );
}

/** Brings where the case stands to where it is seen with what comes next, or where it begins. */
function Followed({ graph: { nodes } }: { readonly graph: Graph }) {
  const { fitView } = useReactFlow();
  const isMeasured = useStore(({ width }) => width > 0);
  const here = nodes.filter(({ standing }) => standing === 'here');
  const shown = (here.length > 0 ? here : nodes.slice(0, 1)).map(({ path }) => path).join(' ');
  useEffect(() => {
    if (!isMeasured) return;
    const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
    const padding = { top: '32px', bottom: '60%', x: '32px' } as const;
    void fitView({ nodes: shown.split(' ').map((id) => ({ id })), minZoom: 0.5, maxZoom: 0.9, padding, duration });
  }, [shown, isMeasured, fitView]);
  return null;
}

/** Several arrows between the same two places are one line with all their words. */
function useArrows({ edges }: Graph, bends: ReadonlyMap<string, readonly Point[]>): WayEdge[] {
  const said = useSaidOf();
  const pairs = new Map(edges.map(({ from, to }) => [`${from} ${to}`, { from, to }]));
  return [...pairs].map(([id, { from, to }]) => {
    const ways = edges.filter((way) => way.from === from && way.to === to);
    const isTaken = ways.some(({ takenAt }) => takenAt !== undefined);
    const isAhead = ways.some((way) => way.isAhead);
    const stroke = isTaken ? 'var(--done)' : isAhead ? 'var(--text-faint)' : 'var(--line-strong)';
    return {
      id,
      source: from,
      target: to,
      type: 'way',
      data: { bends: bends.get(id) ?? [] },
      label: [...new Set(ways.map(said))].join(' / '),
      style: { stroke, strokeWidth: isTaken ? 2.5 : 1.5, ...(!isTaken && { strokeDasharray: isAhead ? '6 4' : '2 4' }) },
      markerEnd: { ...markerEnd, color: stroke },
      labelStyle: { fill: 'var(--text-soft)', fontSize: 12 },
      labelBgPadding: [4, 2],
    };
  });
}

function useSaidOf(): (way: Way) => string {
  const { t } = useTranslation('path');
  const text = useText();
  const outcome = useOutcome();
  return ({ title, outcome: name, kind }) => {
    if (title !== undefined) return text(title);
    if (name !== undefined) return outcome(name);
    if (kind === 'time') return t('time');
    return kind === 'by-hand' ? t('byHand') : '';
  };
}

function WayLine({ data, label, labelStyle, labelBgPadding, style, markerEnd: end }: EdgeProps<WayEdge>) {
  const { bends = [] } = data ?? {};
  const middle = bends[Math.floor(bends.length / 2)] ?? { x: 0, y: 0 };
  return (
    <BaseEdge
      path={curveThrough(bends)}
      labelX={middle.x}
      labelY={middle.y}
      {...(label !== '' && { label })}
      {...(labelStyle && { labelStyle })}
      {...(labelBgPadding && { labelBgPadding })}
      {...(style && { style })}
      {...(end !== undefined && { markerEnd: end })}
    />
  );
}

function PlaceBox({ data: { place } }: NodeProps<PlaceNode>) {
  const { t } = useTranslation('path');
  const text = useText();
  const bodies = useBodies();
  const manner = mannerOf(place);
  const last = place.visits.at(-1);
  return (
    <div className={styles.place} data-manner={manner} title={text(place.title)}>
      <Handle type="target" position={Position.Top} className={styles.handle ?? ''} />
      <strong>{text(place.title)}</strong>
      <span>{last?.by?.name ?? bodies(place)}</span>
      <span>
        {signs[manner]} {t(manner)}
      </span>
      <Handle type="source" position={Position.Bottom} className={styles.handle ?? ''} />
    </div>
  );
}

function InWords({ graph: { nodes, edges } }: { readonly graph: Graph }) {
  const { t } = useTranslation('path');
  const text = useText();
  const said = useSaidOf();
  const titles = new Map(nodes.map(({ path, title }) => [path, text(title)]));
  const statusOf = ({ takenAt, isAhead }: Way): string => (takenAt !== undefined ? t('taken') : isAhead ? t('mayCome') : t('notComing'));
  return (
    <details className={styles.words}>
      <summary>{t('inWords')}</summary>
      <ul>
        {nodes.map((place) => (
          <li key={place.path}>{labelled(text(place.title), t(mannerOf(place)))}</li>
        ))}
        {edges.map((way) => (
          <li key={`${way.from} ${way.to} ${way.kind} ${way.outcome ?? ''}`}>
            {t('edge', {
              from: titles.get(way.from) ?? '',
              to: titles.get(way.to) ?? '',
              how: listed([said(way), statusOf(way)].filter((part) => part !== '')),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { curveThrough, type Point } from '../../case/path/layout.ts';

export type WayEdge = Edge<{ readonly bends: readonly Point[] }, 'way'>;

/** From what was said to where it leads, around whatever is between. */
export function WayLine({ sourceX, sourceY, targetX, targetY, data, label, style, markerEnd }: EdgeProps<WayEdge>) {
  const points = [
    { x: sourceX, y: sourceY },
    { x: sourceX, y: sourceY + 14 },
    ...(data?.bends ?? []),
    { x: targetX, y: targetY - 14 },
    { x: targetX, y: targetY },
  ];
  const middle = points[Math.floor(points.length / 2)] ?? { x: sourceX, y: sourceY };
  return (
    <BaseEdge
      path={curveThrough(points)}
      labelX={middle.x}
      labelY={middle.y}
      interactionWidth={16}
      {...(label !== undefined && { label, labelShowBg: true, labelBgPadding: [6, 2], labelBgBorderRadius: 4 })}
      {...(style && { style })}
      {...(markerEnd !== undefined && { markerEnd })}
    />
  );
}

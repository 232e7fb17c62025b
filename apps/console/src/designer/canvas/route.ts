import type { Point } from '../../case/path/layout.ts';

/** Where a box stands, by its upper left corner, and how large it is. */
export interface Standing {
  readonly id: string;
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}

/** How far a way keeps from the boxes it goes around, in pixels. */
const clear = 14;

/**
 * The bends of a way that leaves a box below and arrives at another from above. One that leads up goes around both:
 * otherwise it would run beneath what it leaves and what it leads to.
 * @param points as they were laid out, from the border of the one to the border of the other
 */
export function routed(
  { from, to }: { readonly from: string; readonly to: string },
  points: readonly Point[],
  boxes: readonly Standing[],
): readonly Point[] {
  const between = points.slice(1, -1);
  const [leaving, arriving] = [from, to].map((id) => boxes.find((box) => box.id === id));
  if (leaving === undefined || arriving === undefined || arriving.at.y > leaving.at.y) return between;
  const out = upBeside(leaving, between[0]);
  return from === to ? out : [...out, ...between, ...upBeside(arriving, between.at(-1))];
}

/** Up along the side of a box that is nearer to a point, the right one where there is none. */
function upBeside({ at, width, height }: Standing, towards: Point | undefined): readonly Point[] {
  const isLeft = towards !== undefined && towards.x < at.x + width / 2;
  const x = isLeft ? at.x - clear : at.x + width + clear;
  return [
    { x, y: at.y + height + clear },
    { x, y: at.y - clear },
  ];
}

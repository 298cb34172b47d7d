import type { Box, Paint, Primitive } from '@shared/scene/primitives';
import { useId } from 'react';

export interface SceneSvgProps {
  /** Drawn in the box 0,0,width,height. */
  readonly width: number;
  readonly height: number;
  readonly items: readonly Primitive[];
  /** What the picture says; without it the picture is decorative. */
  readonly label?: string | undefined;
  readonly className?: string | undefined;
}

/** Small pictures of the interface (portraits, covers, thumbnails) from the same primitives as boards and posters. */
export function SceneSvg({ width, height, items, label, className }: SceneSvgProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it has one where it says something; the others are decorative and hidden.
    <svg
      className={className}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMidYMid slice"
      focusable="false"
      aria-hidden={label ? undefined : true}
    >
      {label && <title>{label}</title>}
      <Items items={items} id={id} />
    </svg>
  );
}

function paintProps({ fill, stroke, strokeWidth, dash, lineCap, lineJoin, opacity }: Paint) {
  return {
    fill: fill ?? 'none',
    ...(stroke ? { stroke, strokeWidth: strokeWidth ?? 1, strokeLinecap: lineCap, strokeLinejoin: lineJoin } : {}),
    ...(dash ? { strokeDasharray: dash.join(' ') } : {}),
    ...(opacity === undefined ? {} : { opacity }),
  };
}

function Items({ items, id }: { readonly items: readonly Primitive[]; readonly id: string }) {
  // Pictures are drawn whole, never reordered: the place in the list is the identity.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above.
  return items.map((item, at) => <Item key={at} item={item} id={`${id}${at}`} />);
}

function Item({ item, id }: { readonly item: Primitive; readonly id: string }) {
  switch (item.type) {
    case 'rect':
      return <rect x={item.x} y={item.y} width={item.w} height={item.h} rx={item.radius} {...paintProps(item)} />;
    case 'line':
      return item.closed ? (
        <polygon points={item.points.join(' ')} {...paintProps(item)} />
      ) : (
        <polyline points={item.points.join(' ')} {...paintProps(item)} />
      );
    case 'path':
      return <path d={item.d} transform={transformOf(item)} {...paintProps(item)} />;
    case 'text':
      return (
        <text
          x={item.x}
          y={item.y}
          fill={item.fill}
          fontFamily={item.font.family}
          fontSize={item.font.size}
          fontWeight={item.font.weight}
          fontStyle={item.font.italic ? 'italic' : undefined}
          textAnchor={item.align === 'center' ? 'middle' : item.align === 'right' ? 'end' : 'start'}
        >
          {item.text}
        </text>
      );
    case 'group':
      return (
        <g clipPath={item.clip ? `url(#${id}c)` : undefined} opacity={item.opacity}>
          {item.clip && <Clip id={`${id}c`} box={item.clip} />}
          <Items items={item.children} id={id} />
        </g>
      );
    case 'image':
      // No picture of the interface holds an image.
      return null;
  }
}

function transformOf({
  x = 0,
  y = 0,
  scale = 1,
}: {
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
}): string | undefined {
  return x === 0 && y === 0 && scale === 1 ? undefined : `translate(${x} ${y}) scale(${scale})`;
}

function Clip({ id, box }: { readonly id: string; readonly box: Box }) {
  return (
    <clipPath id={id}>
      <rect x={box.x} y={box.y} width={box.w} height={box.h} />
    </clipPath>
  );
}

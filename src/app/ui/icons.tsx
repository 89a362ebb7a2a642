import type { SVGProps } from 'react';

type IconProps = { readonly size?: number };

/**
 * An icon, 14 × 14, in the colour of the text beside it. Decoration: the word next to it carries the meaning. Made of what
 * its paths have beyond the usual: lines without a fill (`.icon` in base.css).
 */
export function icon(...paths: readonly SVGProps<SVGPathElement>[]) {
  return function Icon({ size = 14 }: IconProps) {
    return (
      <svg className="icon" width={size} height={size} viewBox="0 0 14 14" aria-hidden>
        {paths.map((path) => (
          <path key={path.d} {...path} />
        ))}
      </svg>
    );
  };
}

/** A ring with an arc. It stands still: turning, it would cost a page with running rows a fifth of a core all day. */
export const RunningIcon = icon(
  { d: 'M1.5 7a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0', strokeOpacity: 0.3, strokeWidth: 2 },
  { d: 'M7 1.5a5.5 5.5 0 0 1 5.5 5.5', strokeWidth: 2 },
);

/** A dashed clock. */
export const PendingIcon = icon(
  {
    d: 'M12.5 7a5.5 5.5 0 1 1-11 0a5.5 5.5 0 1 1 11 0',
    strokeWidth: 1.5,
    strokeDasharray: 2.2,
    strokeLinecap: 'butt',
  },
  { d: 'M7 4v3l2 1.5', strokeWidth: 1.5 },
);

/** A check in a soft disc. */
export const SuccessIcon = icon(
  {
    d: 'M.8 7a6.2 6.2 0 1 0 12.4 0a6.2 6.2 0 1 0-12.4 0',
    fill: 'currentColor',
    fillOpacity: 0.16,
    stroke: 'none',
  },
  { d: 'M4.3 7.2 6.2 9l3.6-4', strokeWidth: 1.7 },
);

/** A filled octagon with a cross. */
export const FailIcon = icon(
  { d: 'M4.4.8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4z', fill: 'currentColor', stroke: 'none' },
  { d: 'm5 5 4 4M9 5 5 9', stroke: 'var(--surface)', strokeWidth: 1.6 },
);

/** A diamond with a question mark's dot: a status that this version does not know. */
export const UnknownIcon = icon(
  { d: 'M7 1.2 12.8 7 7 12.8 1.2 7z' },
  { d: 'M7 4.6v3M7 9.4v.1', strokeWidth: 1.5 },
);

/** A cross, for taking something away. */
export const CrossIcon = icon({ d: 'm3.8 3.8 6.4 6.4M10.2 3.8l-6.4 6.4' });

/** A magnifying glass: this searches. */
export const FindIcon = icon({ d: 'M2.1 6a3.9 3.9 0 1 0 7.8 0a3.9 3.9 0 1 0-7.8 0M9 9l3.2 3.2' });

/** A chevron that points down: this opens. */
export const ChevronIcon = icon({ d: 'm4 5.6 3 3 3-3' });

/** Three columns: what stands in the table. */
export const ColumnsIcon = icon({ d: 'M2 2.5h10v9H2zM5.4 2.5v9M8.7 2.5v9', strokeWidth: 1.3 });

/** A funnel: what is listed. */
export const FilterIcon = icon({ d: 'M1.8 2.8h10.4L8.4 7.4v3.8l-2.8 1V7.4z', strokeWidth: 1.3 });

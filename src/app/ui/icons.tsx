/** Icons, 14 × 14, in the colour of the text beside them. Decoration: the word next to an icon carries the meaning. */

type IconProps = { readonly size?: number };

const frame = (size = 14) =>
  ({ width: size, height: size, viewBox: '0 0 14 14', 'aria-hidden': true }) as const;
const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A ring with an arc. It stands still: turning, it would cost a page with running rows a fifth of a core all day. */
export function RunningIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeOpacity=".3" strokeWidth="2" />
      <path d="M7 1.5a5.5 5.5 0 0 1 5.5 5.5" {...stroke} strokeWidth="2" />
    </svg>
  );
}

/** A dashed clock. */
export function PendingIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle
        cx="7"
        cy="7"
        r="5.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.2 2.2"
      />
      <path d="M7 4v3l2 1.5" {...stroke} strokeWidth="1.5" />
    </svg>
  );
}

/** A check in a soft disc. */
export function SuccessIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle cx="7" cy="7" r="6.2" fill="currentColor" fillOpacity=".16" />
      <path d="M4.3 7.2 6.2 9l3.6-4" {...stroke} strokeWidth="1.7" />
    </svg>
  );
}

/** A filled octagon with a cross. */
export function FailIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M4.4.8h5.2l3.6 3.6v5.2l-3.6 3.6H4.4L.8 9.6V4.4z" fill="currentColor" />
      <path
        d="m5 5 4 4M9 5 5 9"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** A diamond with a question mark's dot: a status that this version does not know. */
export function UnknownIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M7 1.2 12.8 7 7 12.8 1.2 7z" {...stroke} strokeWidth="1.4" />
      <path d="M7 4.6v3M7 9.4v.1" {...stroke} strokeWidth="1.5" />
    </svg>
  );
}

/** A cross, for taking something away. */
export function CrossIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="m3.8 3.8 6.4 6.4M10.2 3.8l-6.4 6.4" {...stroke} strokeWidth="1.4" />
    </svg>
  );
}

/** A magnifying glass: this searches. */
export function FindIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <circle cx="6" cy="6" r="3.9" {...stroke} strokeWidth="1.4" />
      <path d="m9 9 3.2 3.2" {...stroke} strokeWidth="1.4" />
    </svg>
  );
}

/** A chevron that points down: this opens. */
export function ChevronIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="m4 5.6 3 3 3-3" {...stroke} strokeWidth="1.4" />
    </svg>
  );
}

/** Three columns: what stands in the table. */
export function ColumnsIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M2 2.5h10v9H2zM5.4 2.5v9M8.7 2.5v9" {...stroke} strokeWidth="1.3" />
    </svg>
  );
}

/** An eye: this is kept an eye on. */
export function EyeIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M1 7s2.2-3.9 6-3.9S13 7 13 7s-2.2 3.9-6 3.9S1 7 1 7z" {...stroke} strokeWidth="1.3" />
      <circle cx="7" cy="7" r="1.7" fill="currentColor" />
    </svg>
  );
}

/** Two sliders: what can be set. */
export function PreferencesIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M1.5 4.4h5M10.5 4.4h2M1.5 9.6h2M7.5 9.6h5" {...stroke} strokeWidth="1.3" />
      <circle cx="8.5" cy="4.4" r="1.7" {...stroke} strokeWidth="1.3" />
      <circle cx="5.5" cy="9.6" r="1.7" {...stroke} strokeWidth="1.3" />
    </svg>
  );
}

/** A funnel: what is listed. */
export function FilterIcon({ size }: IconProps) {
  return (
    <svg {...frame(size)}>
      <path d="M1.8 2.8h10.4L8.4 7.4v3.8l-2.8 1V7.4z" {...stroke} strokeWidth="1.3" />
    </svg>
  );
}

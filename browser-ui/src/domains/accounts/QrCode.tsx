import { encode } from 'uqr';

const QUIET = 2;

/** A QR code, drawn here: what it says is seen by nobody else. Always dark on white, as cameras want it. */
export function QrCode({ label, text }: { label: string; text: string }) {
  const { data, size } = encode(text, { border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      width={208}
      height={208}
      shapeRendering="crispEdges"
      style={{ alignSelf: 'center', background: '#fff', borderRadius: 8 }}
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}

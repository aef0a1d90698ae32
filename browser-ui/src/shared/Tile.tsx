import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A figure and what it is. */
export function Tile({ label, figure, note }: { label: string; figure: ReactNode; note?: string }) {
  return (
    <div className="tile">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="tileFigure">{figure}</div>
      {note && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}

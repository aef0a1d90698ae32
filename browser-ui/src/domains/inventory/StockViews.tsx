import { Group, SegmentedControl } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Answer } from '../../api/types';
import { boxes, money } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { useStockSummary } from './queries';

export type StockView = keyof typeof texts.stock.views;

/** Leads from one way to see the shelf to the others. */
export function StockViews({ view }: { view: StockView }) {
  const navigate = useNavigate();
  return (
    <Group gap="sm">
      <AnchorLink to="/stock/recall" size="sm">
        {texts.custody.toRecall}
      </AnchorLink>
      <SegmentedControl
        aria-label={texts.stock.viewsLabel}
        value={view}
        data={Object.entries(texts.stock.views).map(([value, label]) => ({ value, label }))}
        onChange={(next) => {
          if (next === 'value') void navigate({ to: '/stock/value' });
          else void navigate({ to: '/stock', search: next === 'lots' ? { view: 'lots' } : {} });
        }}
      />
    </Group>
  );
}

type Summary = Answer<'/api/stock'>;

/** What a figure of the shelf narrows the list to. */
export interface Narrowed {
  state?: 'SELLABLE' | 'ON_HOLD' | 'EXPIRED';
  within?: 30 | 60 | 90 | 180;
}

interface Tile {
  label: string;
  figure: { boxes: number; cost: Summary['all']['cost'] };
  narrowed: Narrowed;
}

function tiles(summary: Summary): Tile[] {
  return [
    { label: texts.stock.all, figure: summary.all, narrowed: {} },
    { label: texts.stock.sellable, figure: summary.sellable, narrowed: { state: 'SELLABLE' } },
    ...summary.expiring.map((expiring) => ({
      label: texts.stock.within(expiring.days),
      figure: expiring,
      narrowed: { within: expiring.days as 30 | 60 | 90 | 180 },
    })),
    { label: texts.stock.onHold, figure: summary.onHold, narrowed: { state: 'ON_HOLD' } },
    { label: texts.stock.expired, figure: summary.expired, narrowed: { state: 'EXPIRED' } },
  ];
}

interface ShelfFiguresProps {
  chosen: Narrowed | undefined;
  onChoose: (narrowed: Narrowed) => void;
}

/** The shelf in figures; each narrows the list of lots to what it counts. */
export function ShelfFigures({ chosen, onChoose }: ShelfFiguresProps) {
  const summary = useStockSummary();
  if (!summary.data || summary.data.all.boxes === 0) return null;
  return (
    <Group gap="xs" className="shelfFigures">
      {tiles(summary.data).map(({ label, figure, narrowed }) => (
        <button
          key={label}
          type="button"
          className="shelfFigure"
          aria-pressed={chosen && chosen.state === narrowed.state && chosen.within === narrowed.within}
          onClick={() => {
            onChoose(narrowed);
          }}
        >
          <span>{label}</span>
          <strong className="figures">{boxes(figure.boxes)}</strong>
          <span className="figures dimmed">{money(figure.cost)}</span>
        </button>
      ))}
    </Group>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { texts } from '../../texts';
import type { LotStep } from './LotDialogs';
import type { Lot } from './lotForm';

/** What can be done with this lot now. */
export function stepsOf(lot: Lot, splitOff?: boolean): LotStep[] {
  const left = lot.onHand > 0;
  return [
    ...(left ? (['count', 'writeOff', 'move', 'regrade'] as const) : (['count'] as const)),
    'label',
    ...(lot.onHand > 1 && !lot.hold ? (['split'] as const) : []),
    ...(splitOff && left ? (['rejoin'] as const) : []),
    lot.hold ? 'release' : 'hold',
  ];
}

interface LotMenuProps {
  lot: Lot;
  splitOff?: boolean;
  onStep: (step: LotStep) => void;
}

export function LotMenu({ lot, splitOff, onStep }: LotMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} className="above" aria-label={texts.stock.stepsFor(lot.item)}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {stepsOf(lot, splitOff).map((step) => (
          <Menu.Item
            key={step}
            onClick={() => {
              onStep(step);
            }}
          >
            {texts.stock.steps[step]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

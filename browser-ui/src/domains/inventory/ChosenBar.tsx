import { Button, Group, Paper, Text } from '@mantine/core';
import { ButtonLink } from '../../shared/links';
import { texts } from '../../texts';
import { MANY, type LotStep } from './LotDialogs';
import type { Lot } from './lotForm';

interface ChosenBarProps {
  chosen: Lot[];
  onAll: () => void;
  onNone: () => void;
  onStep: (step: LotStep) => void;
}

/** What can be done with all chosen lots at once. */
export function ChosenBar({ chosen, onAll, onNone, onStep }: ChosenBarProps) {
  return (
    <Paper withBorder radius="md" shadow="md" p="sm" className="chosenBar" role="region" aria-label={texts.stock.bulk}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {texts.stock.selected(chosen.length)}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={onAll}>
            {texts.stock.selectAll}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onNone}>
            {texts.stock.unselect}
          </Button>
        </Group>
        <Group gap="xs">
          <ButtonLink to="/sales/new" search={{ lots: chosen.map((lot) => lot.id).join(',') }} size="compact-sm">
            {texts.stock.sellChosen}
          </ButtonLink>
          {MANY.map((step) => (
            <Button
              key={step}
              size="compact-sm"
              variant="default"
              onClick={() => {
                onStep(step);
              }}
            >
              {texts.stock.steps[step]}
            </Button>
          ))}
        </Group>
      </Group>
    </Paper>
  );
}

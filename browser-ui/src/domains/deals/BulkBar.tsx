import { Button, Checkbox, Group, Paper, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../api/client';
import { texts } from '../../texts';
import { BulkDialog } from './BulkDialog';
import { CHOSEN_MAX, type BulkStep, type ChosenDeal } from './bulk';

const STEPS: BulkStep[] = ['HOLD', 'RELEASE', 'CANCEL', 'CLOSE'];

/** Which deals are chosen, wherever they are shown. */
export interface Choice {
  chosen: ReadonlyMap<string, ChosenDeal>;
  choose: (deal: ChosenDeal, on: boolean) => void;
}

export function ChooseDeal({ deal, choice }: { deal: ChosenDeal; choice: Choice }) {
  const { id, version, customerName } = deal;
  const on = choice.chosen.has(id);
  return (
    <Checkbox
      className="above"
      size="xs"
      aria-label={texts.bulk.choose(customerName)}
      checked={on}
      disabled={!on && choice.chosen.size >= CHOSEN_MAX}
      onChange={(event) => {
        choice.choose({ id, version, customerName }, event.currentTarget.checked);
      }}
    />
  );
}

interface BulkBarProps {
  choice: Choice;
  /** All deals that are shown now. */
  onAll: () => void;
  onNone: () => void;
}

/** What can be done with all chosen deals at once. */
export function BulkBar({ choice, onAll, onNone }: BulkBarProps) {
  const [step, setStep] = useState<BulkStep>();
  const deals = [...choice.chosen.values()];
  if (deals.length === 0) return null;
  return (
    <Paper withBorder radius="md" shadow="md" p="sm" className="chosenBar" role="region" aria-label={texts.bulk.title}>
      <Group gap="xs" justify="space-between">
        <Group gap="xs">
          <Text size="sm" fw={600}>
            {texts.bulk.chosen(deals.length)}
          </Text>
          <Button size="compact-sm" variant="subtle" aria-label={texts.stock.selectAll} onClick={onAll}>
            {texts.bulk.all}
          </Button>
          <Button size="compact-sm" variant="subtle" aria-label={texts.stock.unselect} onClick={onNone}>
            {texts.bulk.none}
          </Button>
        </Group>
        <Group gap="xs">
          {STEPS.map((each) => (
            <Button
              key={each}
              size="compact-sm"
              variant="default"
              color={each === 'CANCEL' ? 'red' : undefined}
              onClick={() => {
                setStep(each);
              }}
            >
              {texts.bulk.steps[each]}
            </Button>
          ))}
          <Button
            component="a"
            href={address('/api/deals.csv', {}, { ids: deals.map((deal) => deal.id).join(',') })}
            download
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {texts.bulk.csv}
          </Button>
        </Group>
      </Group>
      <BulkDialog
        step={step}
        deals={deals}
        onClose={(done) => {
          setStep(undefined);
          if (done) onNone();
        }}
      />
    </Paper>
  );
}

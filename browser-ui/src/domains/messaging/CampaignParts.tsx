import { Badge, Group, Pagination, Progress } from '@mantine/core';
import { texts } from '../../texts';
import type { Campaign } from './commands';

const STATE_COLORS: Record<Campaign['state'], string> = {
  RUNNING: 'blue',
  PAUSED: 'yellow',
  FINISHED: 'green',
  CANCELLED: 'gray',
  STOPPED: 'red',
};

export function CampaignState({ state }: { state: Campaign['state'] }) {
  return (
    <Badge variant="light" color={STATE_COLORS[state]} radius="sm" tt="none">
      {texts.campaigns.states[state]}
    </Badge>
  );
}

/** How many have been texted, or never will be. */
export function through({ counts }: Campaign): number {
  return counts.recipients - counts.pending - counts.waiting;
}

/** How far a campaign is: what arrived, what left, what waits, what never will arrive. */
export function CampaignProgress({ campaign }: { campaign: Campaign }) {
  const { counts } = campaign;
  const parts = [
    ['DELIVERED', 'green', counts.delivered],
    ['SENT', 'teal', counts.sent],
    ['WAITING', 'blue', counts.waiting],
    ['FAILED', 'red', counts.failed + counts.blocked],
    ['SKIPPED', 'gray', counts.skipped + counts.cancelled],
  ] as const;
  return (
    <Progress.Root size="lg" transitionDuration={400}>
      {parts.map(([result, color, people]) => (
        <Progress.Section
          key={result}
          color={color}
          value={counts.recipients > 0 ? (100 * people) / counts.recipients : 0}
          aria-label={texts.campaigns.resultWords[result]}
        />
      ))}
    </Progress.Root>
  );
}

interface PagesProps {
  page: { page: number; size: number; total: number };
  go: (page: number | undefined) => void;
}

export function Pages({ page, go }: PagesProps) {
  const pages = Math.ceil(page.total / page.size);
  if (pages < 2) return null;
  return (
    <Group justify="flex-end">
      <Pagination
        total={pages}
        value={page.page + 1}
        size="sm"
        onChange={(next) => {
          go(next === 1 ? undefined : next - 1);
        }}
        getControlProps={(control) =>
          control === 'previous'
            ? { 'aria-label': texts.list.previous }
            : control === 'next'
              ? { 'aria-label': texts.list.next }
              : {}
        }
      />
    </Group>
  );
}

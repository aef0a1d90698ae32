import { ActionIcon, Collapse, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { texts } from '../../texts';
import { useNarrow } from '../narrow';

interface FiltersProps {
  first: ReactNode;
  last?: ReactNode;
  children: ReactNode;
}

/** The first always; the rest in the same line on a desk, behind a button on a phone. */
export function Filters({ first, last, children }: FiltersProps) {
  const narrow = useNarrow();
  const [open, { toggle }] = useDisclosure(false);
  if (!narrow) {
    return (
      <Group gap="xs" align="flex-end">
        {first}
        {children}
        {last}
      </Group>
    );
  }
  return (
    <Stack gap="xs">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        {first}
        <ActionIcon variant="default" size={36} aria-label={texts.list.filters} aria-expanded={open} onClick={toggle}>
          <IconAdjustmentsHorizontal size={18} aria-hidden />
        </ActionIcon>
      </Group>
      <Collapse expanded={open}>
        <Group gap="xs" align="flex-end" grow preventGrowOverflow={false}>
          {children}
          {last}
        </Group>
      </Collapse>
    </Stack>
  );
}

import { Group, Paper, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** That it is done, what became of it, and where to look. */
export function Ended({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Paper withBorder radius="md" p="md" role="status">
      <Group gap="sm" mb={children ? 'sm' : 0} wrap="nowrap">
        <IconCircleCheck size={28} className="gain" aria-hidden />
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </div>
      </Group>
      {children}
    </Paper>
  );
}

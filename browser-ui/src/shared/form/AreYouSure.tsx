import { Button, Group, Stack, Text } from '@mantine/core';
import type { Problem } from '../../api/problem';
import { texts } from '../../texts';
import { ProblemBanner } from './CommandForm';

interface AreYouSureProps {
  problem: Problem | undefined;
  pending: boolean;
  /** What it does, and what it leaves. */
  explained: string;
  submit: string;
  /** How one gets out of it; "Cancel" unless that is what the step itself is called. */
  back?: string;
  onBack: () => void;
  onSubmit: () => void;
}

/** In a dialog, before a step that can't be taken back. */
export function AreYouSure({ problem, pending, explained, submit, back, onBack, onSubmit }: AreYouSureProps) {
  return (
    <Stack gap="md">
      {problem && <ProblemBanner problem={problem} />}
      <Text size="sm">{explained}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onBack}>
          {back ?? texts.common.cancel}
        </Button>
        <Button color="red" loading={pending} onClick={onSubmit}>
          {submit}
        </Button>
      </Group>
    </Stack>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { useReviewOptOut } from './commands';

/** Decides about a text that reads as if its writer wanted no more. */
export function ReviewButtons({ conversationId, textId }: { conversationId: string; textId: string }) {
  const step = useReviewOptOut();
  const decide = (meant: boolean) => {
    step.run({ id: conversationId, textId, meant });
  };
  return (
    <Stack gap={4}>
      {step.problem && <ProblemBanner problem={step.problem} />}
      <Group gap="xs">
        <Button
          size="compact-xs"
          color="red"
          variant="light"
          loading={step.pending}
          onClick={() => {
            decide(true);
          }}
        >
          {texts.inbox.isOptOut}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          loading={step.pending}
          onClick={() => {
            decide(false);
          }}
        >
          {texts.inbox.isNoOptOut}
        </Button>
      </Group>
    </Stack>
  );
}

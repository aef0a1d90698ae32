import { Button, Group, Stack } from '@mantine/core';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { useConversationStep, type Conversation } from './commands';

/** Decides about a text that reads as if its writer wanted no more. */
export function ReviewButtons({ conversation, textId }: { conversation: Conversation; textId: string }) {
  const step = useConversationStep();
  const decide = (meant: boolean) => {
    step.run({
      conversation,
      step: { path: '/api/conversations/{id}/opt-out/review', body: { textId, meant } },
    });
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

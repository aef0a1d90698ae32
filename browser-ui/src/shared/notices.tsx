import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Problem } from '../api/problem';
import { problemText, texts } from '../texts';

const DONE = 'done';

/** Says that it is done. What was said of the step before gives way: who works fast isn't followed by a pile of notices. */
export function tell(message: string): void {
  notifications.hide(DONE);
  notifications.show({ id: DONE, message, autoClose: 5000, withBorder: true });
}

/** Says something that the next notice doesn't push away. */
export function tellText(message: string): void {
  notifications.show({ message, autoClose: 8000, withBorder: true });
}

/** Says what was done and offers to undo it, in the place of the notice before. */
export function tellWithUndo(message: string, undo: () => Promise<unknown>): void {
  notifications.hide(DONE);
  notifications.show({
    id: DONE,
    autoClose: 10_000,
    withBorder: true,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          style={{ flexShrink: 0 }}
          onClick={() => {
            notifications.hide(DONE);
            undo().catch((error: unknown) => {
              tellProblem(Problem.of(error));
            });
          }}
        >
          {texts.common.undo}
        </Button>
      </Group>
    ),
  });
}

export function tellProblem(problem: Problem): void {
  notifications.show({ message: problemText(problem.code), color: 'red', autoClose: 8000, withBorder: true });
}

import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldFault, Problem } from '../../api/problem';
import { problemText, texts } from '../../texts';
import { sortFaults } from './faults';

interface CommandFormProps<V extends Record<string, unknown>> {
  form: UseFormReturnType<V>;
  problem: Problem | undefined;
  pending: boolean;
  submit: string;
  onSubmit: (values: V) => void;
  onCancel?: () => void;
  fullWidth?: boolean;
  /** Beside the buttons, such as a running total. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A form that sends a command: its fields, what the server said of them, and one button. */
export function CommandForm<V extends Record<string, unknown>>(props: CommandFormProps<V>) {
  const { form, problem, pending, submit, onSubmit, onCancel, fullWidth, aside, children } = props;
  const rest = useServerFaults(form, problem);
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(onSubmit, (errors) => {
        focusFirst(form, errors);
      })}
    >
      <Stack gap="md">
        {problem && <ProblemBanner problem={problem} rest={rest} />}
        {children}
        <Group justify={aside ? 'space-between' : 'flex-end'}>
          {aside}
          <Group flex={fullWidth ? 1 : undefined}>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {texts.common.cancel}
              </Button>
            )}
            <Button type="submit" loading={pending} flex={fullWidth ? 1 : undefined}>
              {submit}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

/** Marks the fields that the server found at fault; answers the faults that belong to no field. */
function useServerFaults<V extends Record<string, unknown>>(
  form: UseFormReturnType<V>,
  problem: Problem | undefined,
): FieldFault[] {
  const { byField, rest } = sortFaults(problem, form.values);
  const shown = useRef<Problem>(undefined);
  useEffect(() => {
    if (!problem || shown.current === problem) return;
    shown.current = problem;
    if (Object.keys(byField).length === 0) return;
    form.setErrors(byField);
    focusFirst(form, byField);
  });
  return rest;
}

function focusFirst<V extends Record<string, unknown>>(form: UseFormReturnType<V>, errors: object): void {
  const first = Object.keys(errors)[0];
  if (first) form.getInputNode(first)?.focus();
}

/** What went wrong, what is safe, and what to do. */
export function ProblemBanner({ problem, rest = [] }: { problem: Problem; rest?: readonly FieldFault[] }) {
  return (
    <Banner color="red" news={problem}>
      <Text size="sm">{problemText(problem.code)}</Text>
      {rest.length > 0 && (
        <List size="sm" mt="xs">
          {rest.map((fault) => (
            <List.Item key={`${fault.field} ${fault.code}`}>{fault.message}</List.Item>
          ))}
        </List>
      )}
    </Banner>
  );
}

interface BannerProps {
  color: 'red' | 'yellow';
  title?: string;
  /** Whatever is new about it brings it into view again. */
  news: unknown;
  children: ReactNode;
}

/** Above a form; a long form may be scrolled to its end when it appears. */
export function Banner({ color, title, news, children }: BannerProps) {
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    alert.current?.scrollIntoView({ block: 'nearest' });
  }, [news]);
  return (
    <Alert ref={alert} color={color} variant="light" role="alert" title={title} icon={<IconAlertCircle aria-hidden />}>
      {children}
    </Alert>
  );
}

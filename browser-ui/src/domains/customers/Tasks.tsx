import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { date } from '../../shared/format';
import { tell, tellWithUndo } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { cardWith, type SeenCard } from './cards';
import { useCardStep } from './commands';

type Customer = Answer<'/api/customers/{id}'>;
type Task = Answer<'/api/customers/{id}/records'>['tasks'][number];

/** What is to do about a person, and when. */
export function Tasks({ person, tasks }: { person: Customer; tasks: Task[] }) {
  const today = useToday();
  const [text, write] = useState('');
  const [dueOn, setDueOn] = useState(today);
  const step = useCardStep();
  return (
    <Section title={texts.tasks.title} forWriters>
      <Stack gap="sm">
        {step.problem && <ProblemBanner problem={step.problem} />}
        <Group gap="xs" align="flex-end">
          <TextInput
            aria-label={texts.tasks.what}
            placeholder={texts.tasks.what}
            flex="1 1 180px"
            value={text}
            onChange={(event) => {
              write(event.currentTarget.value);
            }}
          />
          {text.trim() && (
            <>
              <DateInput
                aria-label={texts.tasks.day}
                value={dueOn}
                min={today}
                onChange={(event) => {
                  setDueOn(event.currentTarget.value);
                }}
              />
              <Button
                loading={step.pending}
                onClick={() => {
                  const body = { text: text.trim(), ...(dueOn ? { dueOn } : {}) };
                  step.run({ customer: person, step: { path: '/api/customers/{id}/tasks', body } }, () => {
                    write('');
                    tell(texts.tasks.set);
                  });
                }}
              >
                {texts.tasks.add}
              </Button>
            </>
          )}
        </Group>
        <ul className="rows" aria-label={texts.tasks.title}>
          {tasks.map((task) => (
            <TaskRow key={task.id} card={cardWith(person, task.customerId)} task={task} today={today} />
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

interface TaskRowProps {
  card: SeenCard;
  task: Pick<Task, 'id' | 'text' | 'dueOn'> & { done?: boolean };
  today: string;
  /** Beside the task, such as whose it is. */
  children?: React.ReactNode;
}

/** A task with its box to tick. */
export function TaskRow({ card, task, today, children }: TaskRowProps) {
  const step = useCardStep();
  const queries = useQueryClient();
  const body = { taskId: task.id };
  const late = !task.done && task.dueOn < today;
  return (
    <li>
      {step.problem && <ProblemBanner problem={step.problem} />}
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Checkbox
          className="above"
          label={task.text}
          checked={task.done ?? false}
          disabled={step.pending}
          description={
            <Text span size="xs" c={late ? 'red' : 'dimmed'}>
              {late ? texts.tasks.overdue(date(task.dueOn)) : date(task.dueOn)} {children}
            </Text>
          }
          onChange={() => {
            const path = task.done ? '/api/customers/{id}/tasks/reopen' : '/api/customers/{id}/tasks/finish';
            step.run({ customer: card, step: { path, body } }, (done) => {
              tellWithUndo(task.done ? texts.tasks.reopened : texts.tasks.done, () =>
                undoFacts(queries, [done.position]),
              );
            });
          }}
        />
        {!task.done && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={texts.tasks.drop(task.text)}
            onClick={() => {
              step.run({ customer: card, step: { path: '/api/customers/{id}/tasks/drop', body } }, (done) => {
                tellWithUndo(texts.tasks.dropped, () => undoFacts(queries, [done.position]));
              });
            }}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

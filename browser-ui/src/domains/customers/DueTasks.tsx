import type { Answer } from '../../api/types';
import { AnchorLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { useToday } from '../../shared/session';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { texts } from '../../texts';
import { TaskRow } from './Tasks';

/** What is to do about people today, and should have been done before. */
export function DueTasks({ tasks }: { tasks: Answer<'/api/tasks/due'> }) {
  const today = useToday();
  return (
    <Section
      title={texts.tasks.due}
      forWriters
      aside={<CsvMenu href="/api/tasks/due.csv" name={texts.tasks.due} size="compact-sm" variant="subtle" />}
    >
      <ul className="rows">
        {tasks.map((task) => (
          <TaskRow key={task.id} card={{ id: task.customerId, version: task.version }} task={task} today={today}>
            {' · '}
            <AnchorLink to="/people/$customerId" params={{ customerId: task.personId }} size="xs">
              {task.personName}
            </AnchorLink>
          </TaskRow>
        ))}
      </ul>
    </Section>
  );
}

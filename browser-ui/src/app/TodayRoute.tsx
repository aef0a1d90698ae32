import { DueTasks } from '../domains/customers/DueTasks';
import { useDueTasks } from '../domains/customers/queries';
import { TodayScreen } from '../domains/today/TodayScreen';

/** What is due of other domains stands on Today as well. */
export function TodayRoute() {
  const due = useDueTasks().data ?? [];
  return <TodayScreen tasks={due.length > 0 && <DueTasks tasks={due} />} />;
}

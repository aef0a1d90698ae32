import { DueTasks } from '../domains/customers/DueTasks';
import { useDueTasks } from '../domains/customers/queries';
import { useWaitingReplies } from '../domains/messaging/queries';
import { WaitingReplies } from '../domains/messaging/WaitingReplies';
import { TodayScreen } from '../domains/today/TodayScreen';

/** What is due of other domains stands on Today as well. */
export function TodayRoute() {
  const due = useDueTasks().data ?? [];
  const replies = useWaitingReplies().data;
  const waiting = replies !== undefined && replies.total > 0;
  return (
    <TodayScreen
      tasks={
        (waiting || due.length > 0) && (
          <>
            {waiting && <WaitingReplies replies={replies} />}
            {due.length > 0 && <DueTasks tasks={due} />}
          </>
        )
      }
    />
  );
}

import { Badge } from '@mantine/core';
import { texts } from '../../texts';
import type { PrivacyRequest } from './queries';

const SOON = 7;

/** How long there is to answer, or how it ended. */
export function Clock({ request }: { request: PrivacyRequest }) {
  const left = request.daysLeft;
  if (left === undefined) {
    return (
      <Badge variant="light" color="gray" tt="none">
        {texts.privacy.states[request.state]}
      </Badge>
    );
  }
  return (
    <Badge variant="light" color={left < 0 ? 'red' : left <= SOON ? 'orange' : 'blue'} tt="none">
      {request.state === 'ERASING' ? texts.privacy.states.ERASING : texts.privacy.daysLeft(left)}
    </Badge>
  );
}

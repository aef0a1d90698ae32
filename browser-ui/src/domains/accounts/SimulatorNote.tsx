import { Text } from '@mantine/core';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import { useMailbox } from './queries';

/** Says where mails are, if they aren't really sent. */
export function SimulatorNote() {
  const mailbox = useMailbox();
  if (!mailbox.data?.open) return null;
  return (
    <Text size="sm" c="dimmed">
      {texts.access.simulated}{' '}
      <AnchorLink to="/mailbox" inherit>
        {texts.access.toMailbox}
      </AnchorLink>
    </Text>
  );
}

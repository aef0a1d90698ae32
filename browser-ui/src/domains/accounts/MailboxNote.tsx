import { Stack, Text } from '@mantine/core';
import { ButtonLink } from '../../shared/links';
import { texts } from '../../texts';
import { useMailbox } from './queries';

/** Leads to where mails are, if they aren't really sent. */
export function MailboxNote() {
  const mailbox = useMailbox();
  if (!mailbox.data?.open) return null;
  return (
    <Stack gap="xs" align="center">
      <Text size="sm" c="dimmed" ta="center">
        {texts.access.simulated}
      </Text>
      <ButtonLink to="/mailbox">{texts.access.toMailbox}</ButtonLink>
    </Stack>
  );
}

import { Accordion, Anchor, Container, Paper, Stack, Text } from '@mantine/core';
import { Empty } from '../../shared/Empty';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { useMail, useMailbox } from './queries';

const LINK = /(https?:\/\/\S+)/;

/** What the simulator took instead of sending it: read a mail, follow its link. */
export function MailboxScreen() {
  const mailbox = useMailbox(true);
  return (
    <Container component="main" size="sm" py="xl">
      <Screen
        title={texts.access.mailboxTitle}
        lead={mailbox.data?.open === false ? texts.access.mailboxShut : texts.access.mailboxLead}
        above={
          <AnchorLink to="/" className="wordmark" c="inherit" mb="md">
            <img src="/favicon.svg" alt="" />
            {texts.product}
          </AnchorLink>
        }
      >
        <Loaded query={mailbox}>
          {({ mails }) =>
            mails.length === 0 ? (
              <Empty picture="page" title={texts.access.mailboxEmpty} text={texts.access.mailboxEmptyHint} />
            ) : (
              <Paper withBorder radius="md">
                <Accordion>
                  {mails.map((mail) => (
                    <Accordion.Item key={mail.id} value={mail.id}>
                      <Accordion.Control>
                        <Text fw={600}>{mail.subject}</Text>
                        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                          {texts.access.mailTo(mail.to)} · {moment(mail.at, here)}
                        </Text>
                      </Accordion.Control>
                      <Accordion.Panel>
                        <MailText id={mail.id} />
                      </Accordion.Panel>
                    </Accordion.Item>
                  ))}
                </Accordion>
              </Paper>
            )
          }
        </Loaded>
      </Screen>
    </Container>
  );
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

function MailText({ id }: { id: string }) {
  const mail = useMail(id);
  return (
    <Loaded query={mail}>
      {({ text }) => (
        <Stack gap="sm">
          {text
            .trim()
            .split('\n\n')
            .map((paragraph) => (
              <Text key={paragraph} size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                {paragraph.split(LINK).map((part) =>
                  LINK.test(part) ? (
                    <Anchor key={part} href={part} inherit>
                      {part}
                    </Anchor>
                  ) : (
                    part
                  ),
                )}
              </Text>
            ))}
        </Stack>
      )}
    </Loaded>
  );
}

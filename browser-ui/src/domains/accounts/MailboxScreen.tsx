import { Accordion, Anchor, Button, Container, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../../api/problem';
import { Empty } from '../../shared/Empty';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell, tellProblem } from '../../shared/notices';
import { Loaded, Screen } from '../../shared/Screen';
import { texts } from '../../texts';
import { setMailFate, type MailFate } from './commands';
import { useMail, useMailbox } from './queries';

const FATES = ['BOUNCED', 'COMPLAINED', 'DELAYED', 'DELIVERED'] as const;
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
          <MailFates id={id} />
        </Stack>
      )}
    </Loaded>
  );
}

/** Has the simulator's other side do something else with the mail than take it. */
function MailFates({ id }: { id: string }) {
  const telling = useMutation({
    mutationFn: (fate: MailFate) => setMailFate(id, fate),
    onSuccess: () => {
      tell(texts.access.mailFateTold);
    },
    onError: (error) => {
      tellProblem(Problem.of(error));
    },
  });
  return (
    <Group gap="xs" mt="sm">
      <Text size="xs" c="dimmed">
        {texts.access.mailFates}
      </Text>
      {FATES.map((fate) => (
        <Button
          key={fate}
          size="compact-xs"
          variant="default"
          onClick={() => {
            telling.mutate(fate);
          }}
        >
          {texts.access.mailFate[fate]}
        </Button>
      ))}
    </Group>
  );
}

import { Stack, Text } from '@mantine/core';
import { AnchorLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { Composer } from './Composer';
import { useConversation, useConversationsWith, usePerson, useTwilioConnection } from './queries';
import { TextBubble } from './TextBubble';

const SHOWN = 3;

/** The latest texts with a person, and where to answer; nothing for a business that doesn't text. */
export function TextsWith({ customerId }: { customerId: string }) {
  const latest = useConversationsWith(customerId).data?.items[0];
  const person = usePerson(customerId).data;
  const connected = useTwilioConnection().data?.connected;
  const writes = useMay('write');
  const number = person?.phones[0];
  if (latest) return <Latest id={latest.id} customerId={customerId} />;
  if (!connected || !number || !writes) return null;
  return (
    <Section title={texts.inbox.texts}>
      <Composer number={number} person={person.name} />
    </Section>
  );
}

function Latest({ id, customerId }: { id: string; customerId: string }) {
  const conversation = useConversation(id).data;
  const writes = useMay('write');
  if (!conversation) return null;
  return (
    <Section
      title={texts.inbox.texts}
      aside={
        <AnchorLink to="/inbox" search={{ open: id }} size="sm">
          {texts.inbox.whole}
        </AnchorLink>
      }
    >
      <Stack gap="sm">
        <ol className="thread" aria-label={texts.inbox.texts}>
          {conversation.texts.slice(-SHOWN).map((text) => (
            <TextBubble key={text.id} conversation={conversation} text={text} />
          ))}
        </ol>
        {conversation.optedOut && (
          <Text size="sm" c="dimmed">
            {texts.inbox.optedOutWays[conversation.optedOut]}
          </Text>
        )}
        {writes && <Composer key={customerId} conversation={conversation} />}
      </Stack>
    </Section>
  );
}

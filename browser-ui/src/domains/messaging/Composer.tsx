import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconClock, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { Attachment } from '../../shared/Attachment';
import { SENT_ALONG, type UploadedFile } from '../../shared/files';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { texts } from '../../texts';
import { useWriteText, type Conversation } from './commands';
import { filled } from './gaps';
import { useTwilioConnection } from './queries';
import { segments } from './segments';
import { TemplateMenu } from './TemplateMenu';

type Consent = NonNullable<Conversation['consent']>;

interface ComposerProps {
  /** To whom, if nobody was ever texted there. */
  number?: string;
  conversation?: Conversation;
  /** How the books call them; the conversation itself says that as well. */
  person?: string;
  done?: (id: string) => void;
}

/** Writes a text, for now or for later. How the person agreed is asked for once. */
export function Composer({ number, conversation, person, done }: ComposerProps) {
  const write = useWriteText();
  const [body, setBody] = useState('');
  const [later, setLater] = useState<string>();
  const [picture, setPicture] = useState<UploadedFile>();
  const [consent, setConsent] = useState<Consent | null>(null);
  const business = useTwilioConnection().data?.introduction ?? '';
  const asks = conversation?.consent === undefined;
  const to = conversation?.number ?? number ?? '';
  const parts = segments(body);
  const ready = body.trim() !== '' && to.trim() !== '' && (!asks || consent !== null);
  if (conversation?.optedOut !== undefined) return null;
  return (
    <Stack gap="xs">
      {write.problem && <ProblemBanner problem={write.problem} />}
      {asks && (
        <Select
          label={texts.inbox.consentAsk}
          description={texts.inbox.consentHint}
          placeholder={texts.inbox.consentPick}
          data={Object.entries(texts.inbox.consents).map(([value, label]) => ({ value, label }))}
          value={consent}
          onChange={(value) => {
            setConsent(value as Consent | null);
          }}
        />
      )}
      <Textarea
        aria-label={texts.inbox.body}
        placeholder={texts.inbox.body}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1500}
        value={body}
        onChange={(event) => {
          setBody(event.currentTarget.value);
        }}
      />
      {later !== undefined && (
        <TextInput
          type="datetime-local"
          label={texts.inbox.sendAt}
          value={later}
          onChange={(event) => {
            setLater(event.currentTarget.value);
          }}
        />
      )}
      <Attachment label={texts.inbox.picture} accept={SENT_ALONG} value={picture} onChange={setPicture} />
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <TemplateMenu
            pick={(template) => {
              const words = filled(template, { name: conversation?.personName ?? person, business });
              setBody(body.trim() === '' ? words : `${body.trimEnd()} ${words}`);
            }}
          />
          <Text size="xs" c="dimmed">
            {parts > 0 && texts.inbox.parts(parts)}
          </Text>
        </Group>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconClock size={16} aria-hidden />}
            onClick={() => {
              setLater(later === undefined ? '' : undefined);
            }}
          >
            {later === undefined ? texts.inbox.later : texts.inbox.now}
          </Button>
          <Button
            leftSection={<IconSend size={16} aria-hidden />}
            loading={write.pending}
            disabled={!ready || later === ''}
            onClick={() => {
              write.run(
                {
                  number: to,
                  body: body.trim(),
                  ...(later ? { sendAt: new Date(later).toISOString() } : {}),
                  ...(consent ? { consent } : {}),
                  ...(picture ? { pictureIds: [picture.id] } : {}),
                },
                (made) => {
                  setBody('');
                  setPicture(undefined);
                  setLater(undefined);
                  tell(later ? texts.inbox.scheduled : texts.inbox.written);
                  done?.(made.id);
                },
              );
            }}
          >
            {later === undefined ? texts.inbox.send : texts.inbox.schedule}
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

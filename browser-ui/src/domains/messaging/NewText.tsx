import { ActionIcon, Group, Paper, Stack, TextInput, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';
import { Composer } from './Composer';

/** Writes to a number. Where there is a conversation with it already, the text joins it. */
export function NewText({ number, done, back }: { number: string; done: (id: string) => void; back: () => void }) {
  const [to, setTo] = useState(number);
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={texts.inbox.write}>
      <Stack gap="sm">
        <Group gap="xs">
          <ActionIcon variant="subtle" aria-label={texts.common.back} onClick={back} hiddenFrom="md">
            <IconArrowLeft size={18} aria-hidden />
          </ActionIcon>
          <Title order={2} size="h4">
            {texts.inbox.write}
          </Title>
        </Group>
        <TextInput
          label={texts.inbox.to}
          type="tel"
          data-autofocus
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value);
          }}
        />
        <Composer number={to} done={done} />
      </Stack>
    </Paper>
  );
}

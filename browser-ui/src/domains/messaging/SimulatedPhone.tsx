import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { tell, tellProblem } from '../../shared/notices';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { failNextText, replyFromPhone } from './commands';
import { useSimulatedPhones } from './queries';

const LANDLINE = 30006;

/** Where texting is only tried: be the person at the other phone. */
export function SimulatedPhone({ number }: { number: string }) {
  const phones = useSimulatedPhones(useMay('administer'));
  const [body, write] = useState('');
  if (!phones.data?.inUse) return null;
  const doing = (step: Promise<void>, said: string) => {
    step
      .then(() => {
        write('');
        tell(said);
      })
      .catch((error: unknown) => {
        tellProblem(Problem.of(error));
      });
  };
  return (
    <Stack gap="xs" className="simulated" p="sm">
      <Text size="xs">{texts.inbox.simulated}</Text>
      <Group gap="xs" align="flex-end">
        <TextInput
          flex={1}
          miw={180}
          size="xs"
          aria-label={texts.inbox.asPerson}
          placeholder={texts.inbox.asPerson}
          value={body}
          onChange={(event) => {
            write(event.currentTarget.value);
          }}
        />
        <Button
          size="xs"
          variant="default"
          disabled={!body.trim()}
          onClick={() => {
            doing(replyFromPhone(number, body.trim()), texts.inbox.replied);
          }}
        >
          {texts.inbox.reply}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!body.trim()}
          onClick={() => {
            doing(replyFromPhone(number, body.trim(), true), texts.inbox.replied);
          }}
        >
          {texts.inbox.replyWithPhoto}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            doing(failNextText(LANDLINE), texts.inbox.nextFails);
          }}
        >
          {texts.inbox.failNext}
        </Button>
      </Group>
    </Stack>
  );
}

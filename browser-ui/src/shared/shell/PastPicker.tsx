import { ActionIcon, Alert, Button, Group, Popover, Progress, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { texts } from '../../texts';
import { moment as told } from '../format';
import { instantAt, localAt, useGoTo, usePastMaking, usePastMoment } from '../past';
import { useBusiness } from '../session';

/** Puts the whole workspace at a past moment. */
export function PastPicker() {
  const [open, { toggle, close }] = useDisclosure(false);
  const past = usePastMoment();
  const { timeZone } = useBusiness();
  const goTo = useGoTo();
  const [local, setLocal] = useState('');
  const instant = local === '' ? undefined : instantAt(local, timeZone);
  const fault = instant && instant > new Date() ? texts.past.yetToCome : undefined;
  return (
    <Popover opened={open} onChange={close} position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <Tooltip label={texts.past.pick}>
          <ActionIcon
            variant={past ? 'filled' : 'subtle'}
            color={past ? 'orange' : 'gray'}
            size="lg"
            aria-label={texts.past.pick}
            onClick={() => {
              setLocal(localAt(past ? new Date(past) : yesterdayEvening(timeZone), timeZone));
              toggle();
            }}
          >
            <IconHistory size={20} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!instant || fault) return;
            goTo(instant.toISOString());
            close();
          }}
        >
          <Stack gap="sm" maw={260}>
            <TextInput
              type="datetime-local"
              step={1}
              label={texts.past.label}
              description={texts.past.hint}
              value={local}
              error={fault}
              onChange={(event) => {
                setLocal(event.currentTarget.value);
              }}
            />
            <Group justify="flex-end" gap="xs">
              {past && (
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => {
                    goTo(undefined);
                    close();
                  }}
                >
                  {texts.past.back}
                </Button>
              )}
              <Button type="submit" size="compact-md">
                {texts.past.show}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Where most people want to go first: how it stood when yesterday's work was done. */
function yesterdayEvening(timeZone: string): Date {
  const day = localAt(new Date(Date.now() - 24 * 60 * 60 * 1000), timeZone).slice(0, 10);
  return instantAt(`${day}T23:59`, timeZone);
}

/** Above every screen while a past moment is shown. */
export function PastBanner() {
  const past = usePastMoment();
  const making = usePastMaking();
  const { timeZone } = useBusiness();
  const goTo = useGoTo();
  if (!past) return null;
  return (
    <Alert color="orange" variant="filled" mb="md" role="status" className="supportBanner">
      <Group justify="space-between" gap="sm">
        <Text size="sm" fw={600}>
          {texts.past.shown(told(past, timeZone))}
        </Text>
        <Button
          size="compact-sm"
          variant="white"
          color="dark"
          onClick={() => {
            goTo(undefined);
          }}
        >
          {texts.past.back}
        </Button>
      </Group>
      {making !== undefined && (
        <Stack gap={4} mt="xs">
          <Text size="sm">{texts.past.making}</Text>
          <Progress value={making} color="white" aria-label={texts.past.making} />
        </Stack>
      )}
    </Alert>
  );
}

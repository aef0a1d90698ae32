import { Button, Group, Modal, Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '../../api/problem';
import { refresh } from '../../shared/command';
import { CommandForm } from '../../shared/form/CommandForm';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { readDeliveryAgain, replayDeliveries } from './commands';
import { Deliveries, DeliveryTable } from './Deliveries';
import { useKeptDeliveries, type KeptDelivery } from './queries';
import { useStep } from './step';

const SERVICES = ['twilio', 'stripe', 'resend'];

/** What did other services deliver, and was it read? */
export function WebhooksScreen() {
  const [provider, setProvider] = useState<string>();
  const [replaying, dialog] = useDisclosure(false);
  const kept = useKeptDeliveries(provider);
  const reading = useStep(({ id }: KeptDelivery) => readDeliveryAgain(id), texts.operator.deliveryRead);
  return (
    <Screen
      title={texts.operator.webhooks}
      lead={texts.operator.webhooksLead}
      views={
        <Button variant="default" onClick={dialog.open}>
          {texts.operator.replay}
        </Button>
      }
    >
      <Deliveries />
      <Section
        title={texts.operator.kept}
        aside={
          <Select
            size="xs"
            aria-label={texts.operator.service}
            placeholder={texts.operator.allServices}
            data={SERVICES}
            value={provider ?? null}
            clearable
            onChange={(value) => {
              setProvider(value ?? undefined);
            }}
          />
        }
      >
        <Loaded query={kept}>
          {(all) => (
            <DeliveryTable
              label={texts.operator.kept}
              none={texts.operator.keptNone}
              deliveries={all}
              reading={reading.isPending ? reading.variables.id : undefined}
              onRead={reading.mutate}
            />
          )}
        </Loaded>
      </Section>
      <Modal opened={replaying} onClose={dialog.close} title={texts.operator.replayTitle}>
        <ReplayForm close={dialog.close} />
      </Modal>
    </Screen>
  );
}

/** A time is given as the operator's own clock shows it. */
function ReplayForm({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const needed = (label: string) => (value: string | null) => (value ? null : texts.common.required(label));
  const form = useForm<{ provider: string | null; since: string; until: string }>({
    initialValues: { provider: null, since: '', until: '' },
    validate: {
      provider: needed(texts.operator.service),
      since: needed(texts.operator.replaySince),
      until: needed(texts.operator.replayUntil),
    },
  });
  const replaying = useMutation({
    mutationFn: replayDeliveries,
    onSuccess: (count) => {
      tell(texts.operator.replayed(count));
      close();
      return refresh(queries);
    },
  });
  return (
    <CommandForm
      form={form}
      problem={replaying.error ? Problem.of(replaying.error) : undefined}
      pending={replaying.isPending}
      submit={texts.operator.read}
      onCancel={close}
      onSubmit={({ provider, since, until }) => {
        if (provider === null) return;
        replaying.mutate({ provider, since: new Date(since).toISOString(), until: new Date(until).toISOString() });
      }}
    >
      <Text size="sm">{texts.operator.replayText}</Text>
      <Select label={texts.operator.service} data={SERVICES} data-autofocus {...form.getInputProps('provider')} />
      <Group grow align="flex-start">
        <TextInput type="datetime-local" label={texts.operator.replaySince} {...form.getInputProps('since')} />
        <TextInput type="datetime-local" label={texts.operator.replayUntil} {...form.getInputProps('until')} />
      </Group>
    </CommandForm>
  );
}

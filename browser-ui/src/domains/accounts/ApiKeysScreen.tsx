import { Alert, Badge, Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { CopyField } from '../../shared/CopyField';
import { CommandForm } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useMakeApiKey, useRevokeApiKey, type ApiKey } from './commands';
import { useApiKeys } from './queries';

type Scope = ApiKey['scopes'][number];
const SCOPES: Scope[] = ['READ', 'WRITE', 'EXPORT'];
const DEFAULT_DAYS = '365';

/** Which other systems work with the books? */
export function ApiKeysScreen() {
  const administers = useMay('administer');
  const [making, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
  };
  return (
    <Screen
      title={texts.apiKeys.title}
      lead={administers ? texts.apiKeys.lead : texts.apiKeys.ownersOnly}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      actions={
        administers && (
          <Button
            onClick={() => {
              setMaking(true);
            }}
          >
            {texts.apiKeys.make}
          </Button>
        )
      }
    >
      {administers && <Keys />}
      <Modal opened={making} onClose={close} title={texts.apiKeys.make}>
        <MakeForm close={close} />
      </Modal>
    </Screen>
  );
}

function Keys() {
  const keys = useApiKeys();
  return (
    <Section title={texts.apiKeys.title}>
      <Loaded query={keys}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed" size="sm">
              {texts.apiKeys.none}
            </Text>
          ) : (
            <Stack gap="md">
              {all.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Section>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { timeZone } = useBusiness();
  const [revoking, setRevoking] = useState(false);
  const close = () => {
    setRevoking(false);
  };
  const facts = [
    apiKey.usedAt ? texts.apiKeys.used(moment(apiKey.usedAt, timeZone)) : texts.apiKeys.unused,
    apiKey.goodUntil ? texts.apiKeys.until(moment(apiKey.goodUntil, timeZone)) : texts.apiKeys.untilRevoked,
  ];
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm" align="flex-start">
      <div style={{ minWidth: 0 }}>
        <Group gap="xs">
          <Text style={{ overflowWrap: 'anywhere' }}>{apiKey.name}</Text>
          {apiKey.scopes.map((scope) => (
            <Badge key={scope} variant="light" color="gray" tt="none">
              {texts.apiKeys.scopeNames[scope]}
            </Badge>
          ))}
        </Group>
        <Text size="xs" c="dimmed">
          {facts.join(' · ')}
        </Text>
      </div>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        onClick={() => {
          setRevoking(true);
        }}
      >
        {texts.apiKeys.revoke}
      </Button>
      <Modal opened={revoking} onClose={close} title={texts.apiKeys.revokeTitle(apiKey.name)}>
        <RevokeForm apiKey={apiKey} close={close} />
      </Modal>
    </Group>
  );
}

function RevokeForm({ apiKey, close }: { apiKey: ApiKey; close: () => void }) {
  const revoke = useRevokeApiKey();
  const form = useForm({ initialValues: {} });
  return (
    <CommandForm
      form={form}
      problem={revoke.problem}
      pending={revoke.pending}
      submit={texts.apiKeys.revoke}
      onCancel={close}
      onSubmit={() => {
        revoke.run(apiKey, () => {
          close();
          tell(texts.apiKeys.revoked);
        });
      }}
    >
      <Text size="sm">{texts.apiKeys.revokeText}</Text>
    </CommandForm>
  );
}

function MakeForm({ close }: { close: () => void }) {
  const make = useMakeApiKey();
  const [key, setKey] = useState<string>();
  const form = useForm({
    initialValues: { name: '', scopes: ['READ'] as string[], goodFor: DEFAULT_DAYS },
    validate: {
      name: (value) => (value.trim() ? null : texts.common.required(texts.apiKeys.name)),
      scopes: (value) => (value.length > 0 ? null : texts.apiKeys.scopeNeeded),
    },
  });
  if (key !== undefined) {
    return (
      <Stack gap="md">
        <Alert color="yellow" variant="light">
          {texts.apiKeys.keyOnce}
        </Alert>
        <CopyField label={texts.apiKeys.key} value={key} />
        <Text size="sm" c="dimmed">
          {texts.apiKeys.keyUse}
        </Text>
        <Group justify="flex-end">
          <Button onClick={close}>{texts.apiKeys.done}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <CommandForm
      form={form}
      problem={make.problem}
      pending={make.pending}
      submit={texts.apiKeys.make}
      onCancel={close}
      onSubmit={({ name, scopes, goodFor }) => {
        const days = goodFor === 'never' ? {} : { goodForDays: Number(goodFor) };
        const chosen = SCOPES.filter((scope) => scopes.includes(scope));
        make.run({ name: name.trim(), scopes: chosen, ...days }, (done) => {
          setKey((done as Answer<'/api/api-keys', 'post'>).key ?? '');
        });
      }}
    >
      <TextInput
        label={texts.apiKeys.name}
        description={texts.apiKeys.nameHint}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Checkbox.Group label={texts.apiKeys.scopes} {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt={4}>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={texts.apiKeys.scopeNames[scope]}
              description={texts.apiKeys.scopeHints[scope]}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={texts.apiKeys.goodFor}
        data={Object.entries(texts.apiKeys.goodForNames).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('goodFor')}
      />
    </CommandForm>
  );
}

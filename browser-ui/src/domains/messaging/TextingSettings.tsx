import { Alert, Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconMessage } from '@tabler/icons-react';
import type { Answer } from '../../api/types';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { CommandForm } from '../../shared/form/CommandForm';
import { moment } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Facts, Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { useMay, useSession } from '../../shared/session';
import { texts, twilioError } from '../../texts';
import { useConnectTwilio, useDisconnectTwilio } from './commands';
import { useSimulatedPhones, useTwilioConnection } from './queries';

type Connection = Answer<'/api/twilio-connection'>;

/** By which account at Twilio the business texts. */
export function TextingSettings() {
  const connection = useTwilioConnection();
  const administers = useMay('administer');
  const phones = useSimulatedPhones(administers);
  return (
    <Section title={texts.texting.title}>
      <Loaded query={connection} skeleton={<SkeletonLines lines={3} />}>
        {(data) => (
          <Stack gap="sm">
            <State connection={data} />
            {phones.data?.inUse && (
              <Alert color="yellow" variant="light">
                {texts.texting.simulated}
              </Alert>
            )}
            {administers && <Steps connection={data} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function State({ connection }: { connection: Connection }) {
  const { business } = useSession();
  if (!connection.connected) {
    return (
      <Text size="sm" c="dimmed">
        {texts.texting.none}
      </Text>
    );
  }
  return (
    <>
      {connection.brokenCode !== undefined && (
        <Alert color="red" variant="light">
          {twilioError(connection.brokenCode)}
        </Alert>
      )}
      <Facts
        facts={[
          [texts.texting.account, `••••${connection.accountEnding ?? ''}`],
          [texts.texting.number, `••••${connection.numberEnding ?? ''}`],
          [texts.texting.introduction, connection.introduction],
          [texts.texting.since, connection.since && moment(connection.since, business.timeZone)],
        ]}
      />
    </>
  );
}

function Steps({ connection }: { connection: Connection }) {
  const [connecting, connect] = useDisclosure(false);
  const [leaving, leave] = useDisclosure(false);
  return (
    <>
      <Group gap="xs">
        <Button
          variant={connection.connected ? 'default' : 'filled'}
          leftSection={<IconMessage size={16} aria-hidden />}
          onClick={connect.open}
        >
          {connection.connected ? texts.texting.change : texts.texting.connect}
        </Button>
        {connection.connected && (
          <Button variant="default" onClick={leave.open}>
            {texts.texting.disconnect}
          </Button>
        )}
      </Group>
      <Modal opened={connecting} onClose={connect.close} title={texts.texting.connect}>
        <ConnectForm introduction={connection.introduction} done={connect.close} />
      </Modal>
      <Modal opened={leaving} onClose={leave.close} title={texts.texting.disconnect}>
        <Disconnect done={leave.close} />
      </Modal>
    </>
  );
}

function ConnectForm({ introduction, done }: { introduction: string | undefined; done: () => void }) {
  const { business } = useSession();
  const connect = useConnectTwilio();
  const phones = useSimulatedPhones(true);
  const form = useForm({
    initialValues: {
      accountSid: '',
      authToken: '',
      number: '',
      introduction: introduction ?? business.name.slice(0, 60),
    },
  });
  const { accountSid, authToken, number } = { ...phones.data };
  return (
    <CommandForm
      form={form}
      problem={connect.problem}
      pending={connect.pending}
      submit={texts.texting.connect}
      onCancel={done}
      onSubmit={(values) => {
        connect.run(values, () => {
          tell(texts.texting.connected);
          done();
        });
      }}
    >
      <Text size="sm" c="dimmed">
        {texts.texting.where}
      </Text>
      {accountSid && authToken && number && (
        <Button
          variant="light"
          onClick={() => {
            form.setValues({ accountSid, authToken, number });
          }}
        >
          {texts.texting.fillSimulated}
        </Button>
      )}
      <TextInput label={texts.texting.sid} autoComplete="off" {...form.getInputProps('accountSid')} />
      <PasswordInput label={texts.texting.token} autoComplete="off" {...form.getInputProps('authToken')} />
      <TextInput label={texts.texting.ownNumber} autoComplete="off" {...form.getInputProps('number')} />
      <TextInput
        label={texts.texting.introduction}
        description={texts.texting.introductionHint}
        {...form.getInputProps('introduction')}
      />
    </CommandForm>
  );
}

function Disconnect({ done }: { done: () => void }) {
  const disconnect = useDisconnectTwilio();
  return (
    <AreYouSure
      problem={disconnect.problem}
      pending={disconnect.pending}
      explained={texts.texting.disconnectText}
      submit={texts.texting.disconnect}
      onBack={done}
      onSubmit={() => {
        disconnect.run(undefined, () => {
          tell(texts.texting.disconnected);
          done();
        });
      }}
    />
  );
}

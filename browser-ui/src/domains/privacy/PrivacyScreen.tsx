import { Button, Group, Modal, SegmentedControl, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { address } from '../../api/client';
import { CommandForm } from '../../shared/form/CommandForm';
import { QuestionFields } from '../../shared/form/QuestionFields';
import { date } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { CsvMenu } from '../../shared/list/CsvMenu';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { Clock } from './Clock';
import { useAskAboutOwnData, type OwnQuestion } from './commands';
import { LegalHolds } from './LegalHolds';
import { useOwnRequests, usePrivacyRequests, type PrivacyRequest } from './queries';

const MOST = 100;

/** What did people ask about their data, what can I ask about mine, and what is kept by law? */
export function PrivacyScreen() {
  const [open, setOpen] = useState(true);
  const requests = usePrivacyRequests({ open, sort: open ? 'dueOn' : '-endedOn', size: MOST });
  return (
    <Screen
      title={texts.privacy.title}
      lead={texts.privacy.lead}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      views={<CsvMenu href={address('/api/privacy-requests.csv', {}, { open })} name={texts.privacy.requests} />}
    >
      <Section title={texts.privacy.requests}>
        <Text size="sm" c="dimmed" mb="sm">
          {texts.privacy.requestsLead}
        </Text>
        <SegmentedControl
          aria-label={texts.privacy.requests}
          mb="md"
          data={[
            { value: 'open', label: texts.privacy.open },
            { value: 'over', label: texts.privacy.over },
          ]}
          value={open ? 'open' : 'over'}
          onChange={(value) => {
            setOpen(value === 'open');
          }}
        />
        <Loaded query={requests}>
          {(page) =>
            page.items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {open ? texts.privacy.none : texts.privacy.noneOver}
              </Text>
            ) : (
              <Rows requests={page.items} />
            )
          }
        </Loaded>
      </Section>
      <OwnData />
      <LegalHolds />
      <AnchorLink to="/settings/privacy/promises" size="sm">
        {texts.promises.title}
      </AnchorLink>
    </Screen>
  );
}

function Rows({ requests }: { requests: PrivacyRequest[] }) {
  return (
    <Stack gap="md">
      {requests.map((request) => (
        <Group key={request.id} justify="space-between" gap="sm" align="flex-start" wrap="nowrap">
          <div style={{ minWidth: 0 }}>
            <AnchorLink to="/settings/privacy/$requestId" params={{ requestId: request.id }} fw={600}>
              {texts.privacy.kinds[request.kind]}
            </AnchorLink>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {texts.privacy.askedBy(request.name, date(request.receivedOn))}
            </Text>
          </div>
          <Clock request={request} />
        </Group>
      ))}
    </Stack>
  );
}

/** What anybody who signs in can do about their own data, at once or by asking. */
function OwnData() {
  const [asking, ask] = useDisclosure(false);
  const administers = useMay('administer');
  const own = useOwnRequests();
  return (
    <Section title={texts.privacy.own}>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.privacy.ownLead}
      </Text>
      <Group gap="md" mb="md">
        {administers && (
          <AnchorLink to="/settings/export" size="sm">
            {texts.privacy.ownExport}
          </AnchorLink>
        )}
        <AnchorLink to="/settings" size="sm">
          {texts.privacy.ownCorrect}
        </AnchorLink>
      </Group>
      <Loaded query={own}>{(page) => (page.items.length === 0 ? <></> : <Rows requests={page.items} />)}</Loaded>
      <Button mt="sm" variant="default" onClick={ask.open}>
        {texts.privacy.ownAsk}
      </Button>
      <Modal opened={asking} onClose={ask.close} title={texts.privacy.ownQuestion}>
        <AskForm close={ask.close} />
      </Modal>
    </Section>
  );
}

function AskForm({ close }: { close: () => void }) {
  const ask = useAskAboutOwnData();
  const form = useForm({
    initialValues: { kind: 'ACCESS' as OwnQuestion['kind'], law: 'GDPR' as NonNullable<OwnQuestion['law']> },
  });
  return (
    <CommandForm
      form={form}
      problem={ask.problem}
      pending={ask.pending}
      submit={texts.privacy.write}
      onCancel={close}
      onSubmit={(values) => {
        ask.run(values, () => {
          close();
          tell(texts.privacy.ownAsked);
        });
      }}
    >
      <Text size="sm">{texts.privacy.ownQuestionText}</Text>
      <QuestionFields form={form} kinds={texts.privacy.ownKinds} />
    </CommandForm>
  );
}

import { Alert, Button, Group, List, Modal, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { date, number } from '../../shared/format';
import { AnchorLink, PaperLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { Clock } from './Clock';
import {
  useAnswerRequest,
  useCheckIdentity,
  useOrderErasure,
  useRefuseRequest,
  type IdentityCheck,
  type RefusalReason,
} from './commands';
import { useErasurePreview, usePrivacyRequest, type PrivacyRequest } from './queries';

const route = getRouteApi('/signed-in/settings/privacy/$requestId');

/** What did this person ask, and what is next? */
export function RequestScreen() {
  const { requestId } = route.useParams();
  const request = usePrivacyRequest(requestId);
  return (
    <Loaded query={request} skeleton={<SkeletonLines />}>
      {(asked) => <RequestCard key={asked.id} request={asked} />}
    </Loaded>
  );
}

function RequestCard({ request }: { request: PrivacyRequest }) {
  const open = request.state === 'RECEIVED' || request.state === 'IDENTIFIED';
  const writes = useMay('write');
  return (
    <Screen
      title={texts.privacy.kinds[request.kind]}
      above={
        <AnchorLink to="/settings/privacy" size="sm">
          {texts.privacy.title}
        </AnchorLink>
      }
      badge={<Clock request={request} />}
    >
      <Section title={texts.privacy.what}>
        <Facts
          facts={[
            [
              texts.privacy.person,
              <AnchorLink key="person" to="/people/$customerId" params={{ customerId: request.customerId }} size="sm">
                {request.customerName}
              </AnchorLink>,
            ],
            [texts.privacy.asked, `${date(request.receivedOn)}, ${texts.privacy.ways[request.way]}`],
            [texts.privacy.due, date(request.dueOn)],
            [
              texts.privacy.identity,
              request.identity && request.identityOn
                ? `${texts.privacy.checks[request.identity]}, ${date(request.identityOn)}`
                : undefined,
            ],
            [texts.privacy.refusedFor, request.refusedFor && texts.privacy.reasons[request.refusedFor]],
            [texts.privacy.ended, request.endedOn && date(request.endedOn)],
          ]}
        />
      </Section>
      {open && writes && <Steps request={request} />}
      {request.state === 'ERASING' && <Progress request={request} />}
      {request.certified && (
        <Section title={texts.privacy.certificate}>
          <Text size="sm" mb="sm">
            {texts.privacy.certificateText}
          </Text>
          <Group gap="xs">
            <PaperLink href={address('/api/privacy-requests/{id}/certificate.pdf', { id: request.id })}>
              {texts.privacy.certificatePaper}
            </PaperLink>
            <Button
              component="a"
              href={address('/api/privacy-requests/{id}/certificate', { id: request.id })}
              download={`erasure-${request.id}.json`}
              size="compact-sm"
              variant="default"
            >
              {texts.privacy.certificateFile}
            </Button>
          </Group>
        </Section>
      )}
    </Screen>
  );
}

function Steps({ request }: { request: PrivacyRequest }) {
  const administers = useMay('administer');
  const [checking, check] = useDisclosure(false);
  const [refusing, refuse] = useDisclosure(false);
  const [erasing, erase] = useDisclosure(false);
  const answer = useAnswerRequest();
  const known = request.state === 'IDENTIFIED';
  const deletion = request.kind === 'DELETION';
  return (
    <Section title={texts.privacy.next}>
      {answer.problem && <ProblemBanner problem={answer.problem} />}
      <Text size="sm" mb="sm">
        {known ? texts.privacy.todo[request.kind] : texts.privacy.identifyFirst}
      </Text>
      {known && deletion && !administers && (
        <Text size="sm" c="dimmed" mb="sm">
          {texts.privacy.ownersErase}
        </Text>
      )}
      <Group gap="xs">
        <Button variant={known ? 'default' : 'filled'} onClick={check.open}>
          {known ? texts.privacy.checkAgain : texts.privacy.check}
        </Button>
        {known && deletion && administers && (
          <Button color="red" onClick={erase.open}>
            {texts.privacy.erase}
          </Button>
        )}
        {!deletion && (known || request.kind === 'OPT_OUT') && (
          <Button
            loading={answer.pending}
            onClick={() => {
              answer.run(request, () => {
                tell(texts.privacy.answered);
              });
            }}
          >
            {texts.privacy.answer}
          </Button>
        )}
        <Button variant="default" onClick={refuse.open}>
          {texts.privacy.refuse}
        </Button>
      </Group>
      <Modal opened={checking} onClose={check.close} title={texts.privacy.check}>
        <CheckForm request={request} close={check.close} />
      </Modal>
      <Modal opened={refusing} onClose={refuse.close} title={texts.privacy.refuseTitle}>
        <RefuseForm request={request} close={refuse.close} />
      </Modal>
      <Modal opened={erasing} onClose={erase.close} title={texts.privacy.eraseTitle(request.customerName)}>
        <EraseForm request={request} close={erase.close} />
      </Modal>
    </Section>
  );
}

const options = <T extends string>(words: Record<T, string>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));

function CheckForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const check = useCheckIdentity();
  const form = useForm({ initialValues: { check: 'KNOWN_IN_PERSON' as IdentityCheck } });
  return (
    <CommandForm
      form={form}
      problem={check.problem}
      pending={check.pending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={(values) => {
        check.run({ request, check: values.check }, close);
      }}
    >
      <Text size="sm">{texts.privacy.checkText}</Text>
      <Select
        label={texts.privacy.identity}
        data={options(texts.privacy.checks)}
        allowDeselect={false}
        {...form.getInputProps('check')}
      />
    </CommandForm>
  );
}

function RefuseForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const refuse = useRefuseRequest();
  const form = useForm({ initialValues: { reason: 'NOT_IDENTIFIED' as RefusalReason } });
  return (
    <CommandForm
      form={form}
      problem={refuse.problem}
      pending={refuse.pending}
      submit={texts.privacy.refuse}
      onCancel={close}
      onSubmit={({ reason }) => {
        refuse.run({ request, reason }, () => {
          close();
          tell(texts.privacy.refused);
        });
      }}
    >
      <Select
        label={texts.privacy.refusedFor}
        data={options(texts.privacy.reasons)}
        allowDeselect={false}
        {...form.getInputProps('reason')}
      />
    </CommandForm>
  );
}

/** What goes and what stays, before it can't be taken back. */
function EraseForm({ request, close }: { request: PrivacyRequest; close: () => void }) {
  const preview = useErasurePreview(request.customerId);
  const erase = useOrderErasure();
  return (
    <Loaded query={preview} skeleton={<SkeletonLines lines={4} />}>
      {({ keys, events, held }) => (
        <Stack gap="sm">
          <Text size="sm">{texts.privacy.goes}</Text>
          <List size="sm">
            <List.Item>{texts.privacy.goesEvents(number(events), keys)}</List.Item>
            {held
              .filter(({ things }) => things > 0)
              .map(({ store, things }) => (
                <List.Item key={store}>
                  {texts.privacy.stores[store as keyof typeof texts.privacy.stores]}: {number(things)}
                </List.Item>
              ))}
          </List>
          <AreYouSure
            problem={erase.problem}
            pending={erase.pending}
            explained={texts.privacy.stays}
            submit={texts.privacy.eraseForGood}
            onBack={close}
            onSubmit={() => {
              erase.run(request, close);
            }}
          />
        </Stack>
      )}
    </Loaded>
  );
}

function Progress({ request }: { request: PrivacyRequest }) {
  return (
    <Alert color={request.stillFound.length > 0 ? 'yellow' : 'blue'} variant="light" title={texts.privacy.erasing}>
      <Text size="sm">{request.stillFound.length > 0 ? texts.privacy.stillFound : texts.privacy.erasingText}</Text>
      {request.stillFound.length > 0 && (
        <List size="sm" mt="xs">
          {request.stillFound.map(({ table, rows }) => (
            <List.Item key={table}>
              {table}: {number(rows)}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

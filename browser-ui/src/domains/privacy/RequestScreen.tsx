import { Alert, Button, Group, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { address } from '../../api/client';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date, number } from '../../shared/format';
import { AnchorLink, PaperLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { Clock } from './Clock';
import { useAnswerRequest } from './commands';
import { CorrectionSection } from './CorrectionSection';
import { PrivateLinkSection } from './PrivateLinkSection';
import { usePrivacyRequest, type PrivacyRequest } from './queries';
import { CheckForm, EraseForm, EraseMember, ExtendForm, RefuseForm } from './RequestForms';

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
              request.customerId ? texts.privacy.person : texts.privacy.member,
              request.customerId ? (
                <AnchorLink key="person" to="/people/$customerId" params={{ customerId: request.customerId }} size="sm">
                  {request.name}
                </AnchorLink>
              ) : (
                request.name
              ),
            ],
            [texts.privacy.asked, `${date(request.receivedOn)}, ${texts.privacy.ways[request.way]}`],
            [texts.privacy.law, texts.privacy.laws[request.law]],
            [texts.privacy.due, date(request.dueOn)],
            [
              texts.privacy.extended,
              request.extension &&
                texts.privacy.extension(
                  texts.privacy.extensionReasons[request.extension.reason],
                  texts.privacy.ways[request.extension.toldBy],
                  date(request.extension.extendedOn),
                ),
            ],
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
      {request.correction && request.customerId && (
        <CorrectionSection
          request={request}
          customerId={request.customerId}
          correction={request.correction}
          open={open}
        />
      )}
      {open && writes && <Steps request={request} />}
      {writes && showsData(request) && <PrivateLinkSection request={request} />}
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

/** Whether somebody who is known asked for what a private link shows. */
function showsData({ kind, state, identity, customerId, correction }: PrivacyRequest) {
  const asks = kind === 'ACCESS' || kind === 'EXPORT' || kind === 'CORRECTION';
  return asks && customerId !== undefined && identity !== undefined && state !== 'REFUSED' && correction === undefined;
}

function Steps({ request }: { request: PrivacyRequest }) {
  const administers = useMay('administer');
  const [checking, check] = useDisclosure(false);
  const [refusing, refuse] = useDisclosure(false);
  const [erasing, erase] = useDisclosure(false);
  const [extending, extend] = useDisclosure(false);
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
        {!request.extension && (request.daysLeft ?? -1) >= 0 && (
          <Button variant="default" onClick={extend.open}>
            {texts.privacy.extend}
          </Button>
        )}
        <Button variant="default" onClick={refuse.open}>
          {texts.privacy.refuse}
        </Button>
      </Group>
      <Modal opened={extending} onClose={extend.close} title={texts.privacy.extendTitle}>
        <ExtendForm request={request} close={extend.close} />
      </Modal>
      <Modal opened={checking} onClose={check.close} title={texts.privacy.check}>
        <CheckForm request={request} close={check.close} />
      </Modal>
      <Modal opened={refusing} onClose={refuse.close} title={texts.privacy.refuseTitle}>
        <RefuseForm request={request} close={refuse.close} />
      </Modal>
      <Modal opened={erasing} onClose={erase.close} title={texts.privacy.eraseTitle(request.name)}>
        {request.customerId ? (
          <EraseForm request={request} customerId={request.customerId} close={erase.close} />
        ) : (
          <EraseMember request={request} close={erase.close} />
        )}
      </Modal>
    </Section>
  );
}

function Progress({ request }: { request: PrivacyRequest }) {
  if (request.held) {
    return (
      <Alert color="yellow" variant="light" title={texts.privacy.holds}>
        <Text size="sm">{texts.privacy.held}</Text>
      </Alert>
    );
  }
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

import { Button, Checkbox, Container, Group, Modal, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, post } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Answer, Body } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { date, money } from '../../shared/format';
import { SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { foundText, quotedText } from './dealLines';
import { OfferPhotos } from './OfferPhotos';
import { sentence } from './StepForms';

type Reason = Body<'/api/offers/decline', 'post'>['reason'];
type OfferLine = Answer<'/api/offers/open', 'post'>['lines'][number];
const REASONS: Reason[] = ['PRICE', 'SOLD_ELSEWHERE', 'CHANGED_MIND', 'OTHER'];

/** What a seller sees who follows a private link: the quote or re-quote, what they confirm, and two buttons. */
export function OfferScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [attests, setAttests] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState<Reason>('PRICE');
  useDocumentTitle(texts.offer.document);
  const offer = useQuery({
    queryKey: ['offer', token],
    queryFn: () => ask('/api/offers/open', { token }),
    retry: false,
    staleTime: Infinity,
  });
  const accept = useMutation({
    mutationFn: (attestationVersion: string | undefined) =>
      post('/api/offers/accept', { token, ...(attestationVersion ? { attests, attestationVersion } : {}) }),
  });
  const decline = useMutation({ mutationFn: () => post('/api/offers/decline', { token, reason }) });

  if (accept.isSuccess) {
    return (
      <Frame>
        <Empty
          picture="calm"
          title={texts.offer.accepted}
          text={offer.data?.requote ? texts.offer.requoteAcceptedNext : texts.offer.acceptedNext}
        />
      </Frame>
    );
  }
  if (decline.isSuccess) {
    return (
      <Frame>
        <Empty
          picture="calm"
          title={texts.offer.declined}
          {...(offer.data?.requote ? { text: texts.offer.requoteDeclinedNext } : {})}
        />
      </Frame>
    );
  }
  if (offer.error) {
    return (
      <Frame>
        <Empty picture="page" title={texts.offer.gone} text={texts.offer.goneHint} />
      </Frame>
    );
  }
  if (!offer.data) {
    return (
      <Frame>
        <SkeletonLines />
      </Frame>
    );
  }
  const { businessName, lines, total, validUntil, attestation, attestationVersion, requote } = offer.data;
  const problem = accept.error ?? decline.error;
  return (
    <Frame>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h3">
            {requote ? texts.offer.requoteTitle(businessName) : texts.offer.title(businessName)}
          </Title>
          <Text c="dimmed" size="sm">
            {texts.offer.lead(date(validUntil))}
          </Text>
        </div>
        {requote && (
          <Text>
            {[texts.offer.requoteLead(money(total), money(requote.quoted)), requote.remark].filter(Boolean).join(' ')}
          </Text>
        )}
        <ul className="rows">
          {lines.map((line, index) => (
            <li key={index}>{requote ? <FoundLine line={line} /> : <QuotedLine line={line} />}</li>
          ))}
        </ul>
        <OfferPhotos token={token} />
        <Group justify="space-between">
          <Text fw={600}>{texts.offer.total}</Text>
          <Text fw={650} size="xl" className="figures">
            {money(total)}
          </Text>
        </Group>
        {problem && <ProblemBanner problem={Problem.of(problem)} rest={Problem.of(problem).faults} />}
        {attestation && (
          <Checkbox
            size="md"
            label={attestation}
            checked={attests}
            onChange={(event) => {
              setAttests(event.currentTarget.checked);
            }}
          />
        )}
        <Stack gap="xs">
          <Button
            size="lg"
            disabled={attestation !== undefined && !attests}
            loading={accept.isPending}
            onClick={() => {
              accept.mutate(attestationVersion);
            }}
          >
            {requote ? texts.offer.takeRequote(money(total)) : texts.offer.accept}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => {
              setDeclining(true);
            }}
          >
            {requote ? texts.offer.sendBack : texts.offer.decline}
          </Button>
        </Stack>
      </Stack>
      <Modal
        opened={declining}
        onClose={() => {
          setDeclining(false);
        }}
        title={requote ? texts.offer.sendBackTitle : texts.offer.declineTitle}
      >
        <Stack gap="md">
          <Select
            label={texts.offer.reason}
            data={REASONS.map((value) => ({ value, label: sentence(texts.deal.reasons[value] ?? value) }))}
            value={reason}
            allowDeselect={false}
            onChange={(value) => {
              if (value) setReason(value);
            }}
          />
          <Group justify="flex-end">
            <Button
              color="red"
              loading={decline.isPending}
              onClick={() => {
                decline.mutate();
              }}
            >
              {requote ? texts.offer.sendBackSubmit : texts.offer.declineSubmit}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Frame>
  );
}

function QuotedLine({ line: { item, quoted } }: { line: OfferLine }) {
  return (
    <>
      <div className="cardRow">
        <Text fw={550}>{item}</Text>
        {quoted && <Amount value={quoted.total} />}
      </div>
      <Text size="sm" c="dimmed">
        {quotedText(quoted)}
      </Text>
    </>
  );
}

/** What was quoted, and below it what was found instead, with the reason. */
function FoundLine({ line: { item, quoted, found } }: { line: OfferLine }) {
  return (
    <>
      <Text fw={550}>{item}</Text>
      <div className="cardRow">
        <Text size="sm" c="dimmed">
          {`${texts.deal.quotedAs}: ${quotedText(quoted)}`}
        </Text>
        {quoted && (
          <Text size="sm" c="dimmed" className="figures">
            {money(quoted.total)}
          </Text>
        )}
      </div>
      {found.length === 0 && (
        <Text size="sm" className="differs">
          {texts.offer.nothingFound}
        </Text>
      )}
      {found.map((each, index) => (
        <div key={index} className="cardRow">
          <Text size="sm" className={each.difference ? 'differs' : 'gain'}>
            {[
              `${texts.deal.foundAs}: ${foundText(each)}`,
              each.outcome === 'STOCK' && texts.deal.each(money(each.unitPrice)),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <Amount value={each.total} />
        </div>
      ))}
    </>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <Container size="xs" py="xl">
      <Paper withBorder radius="md" p="lg">
        {children}
      </Paper>
    </Container>
  );
}

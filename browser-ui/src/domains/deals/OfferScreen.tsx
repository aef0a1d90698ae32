import { Button, Checkbox, Container, Group, Modal, Paper, Select, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, post } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Body } from '../../api/types';
import { Empty } from '../../shared/Empty';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { boxes, date, money, month } from '../../shared/format';
import { SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { OfferPhotos } from './OfferPhotos';
import { sentence } from './StepForms';

type Reason = Body<'/api/offers/decline', 'post'>['reason'];
const REASONS: Reason[] = ['PRICE', 'SOLD_ELSEWHERE', 'CHANGED_MIND', 'OTHER'];

/** What a seller sees who follows a private link: the offer, what they confirm, and two buttons. */
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
    mutationFn: (attestationVersion: string) => post('/api/offers/accept', { token, attests, attestationVersion }),
  });
  const decline = useMutation({ mutationFn: () => post('/api/offers/decline', { token, reason }) });

  if (accept.isSuccess) {
    return (
      <Frame>
        <Empty picture="calm" title={texts.offer.accepted} text={texts.offer.acceptedNext} />
      </Frame>
    );
  }
  if (decline.isSuccess) {
    return (
      <Frame>
        <Empty picture="calm" title={texts.offer.declined} />
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
  const { businessName, lines, total, validUntil, attestation, attestationVersion } = offer.data;
  const problem = accept.error ?? decline.error;
  return (
    <Frame>
      <Stack gap="lg">
        <div>
          <Title order={1} size="h3">
            {texts.offer.title(businessName)}
          </Title>
          <Text c="dimmed" size="sm">
            {texts.offer.lead(date(validUntil))}
          </Text>
        </div>
        <ul className="rows">
          {lines.map((line, index) => (
            <li key={index}>
              <div className="cardRow">
                <Text fw={550}>{line.item}</Text>
                <Amount value={line.total} />
              </div>
              <Text size="sm" c="dimmed">
                {[
                  boxes(line.quantity),
                  month(line.expiry),
                  texts.deals.grades[line.grade],
                  texts.deal.each(money(line.unitPrice)),
                ].join(' · ')}
              </Text>
            </li>
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
        <Checkbox
          size="md"
          label={attestation}
          checked={attests}
          onChange={(event) => {
            setAttests(event.currentTarget.checked);
          }}
        />
        <Stack gap="xs">
          <Button
            size="lg"
            disabled={!attests}
            loading={accept.isPending}
            onClick={() => {
              accept.mutate(attestationVersion);
            }}
          >
            {texts.offer.accept}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => {
              setDeclining(true);
            }}
          >
            {texts.offer.decline}
          </Button>
        </Stack>
      </Stack>
      <Modal
        opened={declining}
        onClose={() => {
          setDeclining(false);
        }}
        title={texts.offer.declineTitle}
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
              {texts.offer.declineSubmit}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Frame>
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

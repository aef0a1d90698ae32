import { Badge, Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newId } from '../../api/client';
import { Problem } from '../../api/problem';
import { refresh } from '../../shared/command';
import { AreYouSure } from '../../shared/form/AreYouSure';
import { CommandForm } from '../../shared/form/CommandForm';
import { date } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { placeHold, releaseHold, reviewHold, type HoldOrder } from './commands';
import { ErasedSection } from './ErasedSection';
import { PlainTable, ShortId } from './parts';
import { useAllHolds, type OperatorHold } from './queries';
import { RetentionSection } from './RetentionSection';

/** What is kept by law, what is destroyed and when, and what shows that it was? */
export function OperatorPrivacyScreen() {
  const holds = useAllHolds();
  const [placing, place] = useDisclosure(false);
  return (
    <Screen title={texts.operator.privacy} lead={texts.operator.privacyLead}>
      <Section
        title={texts.operator.holds}
        aside={
          <Button size="compact-sm" onClick={place.open}>
            {texts.operator.placeHold}
          </Button>
        }
      >
        <Loaded query={holds}>
          {(all) => (
            <PlainTable
              label={texts.operator.holds}
              columns={texts.operator.holdColumns}
              rows={all}
              none={texts.operator.noHolds}
              keyOf={({ id }) => id}
              cells={holdCells}
            />
          )}
        </Loaded>
      </Section>
      <RetentionSection />
      <ErasedSection />
      <Modal opened={placing} onClose={place.close} title={texts.operator.placeTitle}>
        <PlaceForm close={place.close} />
      </Modal>
    </Screen>
  );
}

function holdCells(hold: OperatorHold) {
  return [
    <ShortId key="business" id={hold.businessId} />,
    hold.customerId ? <ShortId key="person" id={hold.customerId} /> : texts.operator.wholeBusiness,
    texts.privacy.holdBases[hold.basis],
    hold.reference ?? '',
    date(hold.placedOn),
    hold.releasedOn ? (
      texts.operator.releasedOn(date(hold.releasedOn))
    ) : (
      <Group key="review" gap={6}>
        {date(hold.reviewOn)}
        {hold.overdue && (
          <Badge color="red" variant="light" tt="none">
            {texts.privacy.overdue}
          </Badge>
        )}
      </Group>
    ),
    hold.releasedOn ? '' : <HoldSteps key="steps" hold={hold} />,
  ];
}

function useHoldStep<T>(step: (said: T) => Promise<void>, done: string, close: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => {
      close();
      tell(done);
    },
    onSettled: () => refresh(queries),
  });
}

const problemOf = (error: Error | null) => (error ? Problem.of(error) : undefined);

function HoldSteps({ hold }: { hold: OperatorHold }) {
  const [reviewing, review] = useDisclosure(false);
  const [releasing, release] = useDisclosure(false);
  const letGo = useHoldStep(() => releaseHold(hold.id, hold.businessId), texts.operator.released, release.close);
  return (
    <Group gap={6} wrap="nowrap">
      <Button size="compact-xs" variant="default" onClick={review.open}>
        {texts.operator.review}
      </Button>
      <Button size="compact-xs" variant="subtle" color="red" onClick={release.open}>
        {texts.operator.release}
      </Button>
      <Modal opened={reviewing} onClose={review.close} title={texts.operator.reviewTitle}>
        <ReviewForm hold={hold} close={review.close} />
      </Modal>
      <Modal opened={releasing} onClose={release.close} title={texts.operator.releaseTitle}>
        <AreYouSure
          problem={problemOf(letGo.error)}
          pending={letGo.isPending}
          explained={texts.operator.releaseText}
          submit={texts.operator.release}
          onBack={release.close}
          onSubmit={() => {
            letGo.mutate(undefined);
          }}
        />
      </Modal>
    </Group>
  );
}

function ReviewForm({ hold, close }: { hold: OperatorHold; close: () => void }) {
  const review = useHoldStep(
    (reviewOn: string) => reviewHold(hold.id, hold.businessId, reviewOn),
    texts.operator.reviewed,
    close,
  );
  const form = useForm({ initialValues: { reviewOn: '' } });
  return (
    <CommandForm
      form={form}
      problem={problemOf(review.error)}
      pending={review.isPending}
      submit={texts.common.save}
      onCancel={close}
      onSubmit={({ reviewOn }) => {
        review.mutate(reviewOn);
      }}
    >
      <TextInput
        type="date"
        required
        label={texts.operator.holdReview}
        description={texts.operator.holdReviewHint}
        {...form.getInputProps('reviewOn')}
      />
    </CommandForm>
  );
}

function PlaceForm({ close }: { close: () => void }) {
  const [holdId] = useState(newId);
  const place = useHoldStep(placeHold, texts.operator.holdPlaced, close);
  const form = useForm({
    initialValues: {
      businessId: '',
      customerId: '',
      basis: 'LITIGATION' as HoldOrder['basis'],
      reference: '',
      reviewOn: '',
    },
  });
  return (
    <CommandForm
      form={form}
      problem={problemOf(place.error)}
      pending={place.isPending}
      submit={texts.operator.placeHold}
      onCancel={close}
      onSubmit={({ customerId, businessId, ...rest }) => {
        place.mutate({
          holdId,
          businessId: businessId.trim(),
          ...(customerId.trim() && { customerId: customerId.trim() }),
          ...rest,
        });
      }}
    >
      <Stack gap="sm">
        <TextInput required label={texts.operator.holdBusiness} {...form.getInputProps('businessId')} />
        <TextInput
          label={texts.operator.holdPerson}
          description={texts.operator.holdPersonHint}
          {...form.getInputProps('customerId')}
        />
        <Select
          label={texts.operator.holdBasis}
          data={Object.entries(texts.privacy.holdBases).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('basis')}
        />
        <TextInput
          required
          label={texts.operator.holdReference}
          description={texts.operator.holdReferenceHint}
          {...form.getInputProps('reference')}
        />
        <TextInput
          type="date"
          required
          label={texts.operator.holdReview}
          description={texts.operator.holdReviewHint}
          {...form.getInputProps('reviewOn')}
        />
      </Stack>
    </CommandForm>
  );
}

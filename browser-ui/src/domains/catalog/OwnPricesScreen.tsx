import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Answer } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useBusiness, useMay } from '../../shared/session';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { useSetPricingRules } from './commands';
import { PriceListPanel } from './PriceListPanel';
import { PricesTabs } from './PricesTabs';
import { usePriceListTimeline, usePricingRules } from './queries';

const route = getRouteApi('/signed-in/prices');

/** What do we pay? Items that were chosen elsewhere have their prices changed. */
export function OwnPricesScreen() {
  const { id } = useBusiness();
  const { items } = route.useSearch();
  const navigate = route.useNavigate();
  const only = useMemo(() => (items === undefined ? undefined : new Set(items.split(','))), [items]);
  const rules = usePricingRules();
  const administers = useMay('administer');
  const writes = useMay('write');
  const timeline = usePriceListTimeline(id);
  return (
    <Screen title={texts.prices.ownTitle} lead={texts.prices.ownLead} above={<PricesTabs />}>
      <Stack>
        <PriceListPanel
          listId={id}
          only={writes ? only : undefined}
          onChanged={() => {
            void navigate({ search: {}, replace: true });
          }}
        />
        <Section title={texts.prices.rules}>
          <Loaded query={rules} skeleton={<SkeletonLines lines={2} />}>
            {(data) =>
              administers ? (
                <RulesForm key={JSON.stringify(data)} rules={data} />
              ) : (
                <Facts
                  facts={[
                    [texts.prices.monthCount, texts.prices.monthCounts[data.monthCount]],
                    [texts.prices.minimumMargin, `${String(data.minimumMargin)} %`],
                  ]}
                />
              )
            }
          </Loaded>
        </Section>
        <Timeline entries={timeline} />
      </Stack>
    </Screen>
  );
}

function RulesForm({ rules }: { rules: Answer<'/api/pricing-rules'> }) {
  const set = useSetPricingRules();
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: { monthCount: rules.monthCount, minimumMargin: String(rules.minimumMargin) },
    validate: { minimumMargin: (value) => (/^\d{1,2}$/.test(value.trim()) ? null : texts.prices.percentNeeded) },
  });
  return (
    <CommandForm
      form={form}
      problem={set.problem}
      pending={set.pending}
      submit={texts.common.save}
      onSubmit={({ monthCount, minimumMargin }) => {
        set.run({ monthCount, minimumMargin: Number(minimumMargin) }, (done) => {
          tellDone(texts.common.updated, done);
        });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={texts.prices.monthCount}
          data={Object.entries(texts.prices.monthCounts).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('monthCount')}
        />
        <TextInput
          label={texts.prices.minimumMargin}
          description={texts.prices.minimumMarginHint}
          inputMode="numeric"
          rightSection="%"
          {...form.getInputProps('minimumMargin')}
        />
      </SimpleGrid>
    </CommandForm>
  );
}

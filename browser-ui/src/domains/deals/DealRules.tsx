import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Answer } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { useMay } from '../../shared/session';
import { texts } from '../../texts';
import { useSetDealRules } from './commands';
import { useDealRules } from './queries';

/** What happens to deals by itself, and when. */
export function DealRules() {
  const rules = useDealRules();
  const administers = useMay('administer');
  return (
    <Section title={texts.dealRules.title}>
      <Loaded query={rules} skeleton={<SkeletonLines lines={2} />}>
        {(data) =>
          administers ? (
            <RulesForm key={JSON.stringify(data)} rules={data} />
          ) : (
            <Facts
              facts={[
                [texts.dealRules.donate, `${String(data.donateAfterDays)} ${texts.dealRules.days}`],
                [
                  texts.dealRules.close,
                  data.closeAfterDays === undefined
                    ? texts.dealRules.never
                    : `${String(data.closeAfterDays)} ${texts.dealRules.days}`,
                ],
              ]}
            />
          )
        }
      </Loaded>
    </Section>
  );
}

function RulesForm({ rules }: { rules: Answer<'/api/deal-rules'> }) {
  const set = useSetDealRules();
  const tellDone = useTellDone();
  const form = useForm({
    initialValues: {
      donateAfterDays: String(rules.donateAfterDays),
      closeAfterDays: rules.closeAfterDays === undefined ? '' : String(rules.closeAfterDays),
    },
    validate: {
      donateAfterDays: (value) => (isDays(value) ? null : texts.dealRules.daysNeeded),
      closeAfterDays: (value) => (!value.trim() || isDays(value) ? null : texts.dealRules.daysNeeded),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={set.problem}
      pending={set.pending}
      submit={texts.common.save}
      onSubmit={({ donateAfterDays, closeAfterDays }) => {
        const closing = closeAfterDays.trim() ? { closeAfterDays: Number(closeAfterDays) } : {};
        set.run({ donateAfterDays: Number(donateAfterDays), ...closing }, (done) => {
          tellDone(texts.common.updated, done);
        });
      }}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" style={{ alignItems: 'end' }}>
        <TextInput
          label={texts.dealRules.donate}
          description={texts.dealRules.donateHint}
          inputMode="numeric"
          rightSection={texts.dealRules.days}
          rightSectionWidth={52}
          {...form.getInputProps('donateAfterDays')}
        />
        <TextInput
          label={texts.dealRules.close}
          description={texts.dealRules.closeHint}
          placeholder={texts.dealRules.never}
          inputMode="numeric"
          rightSection={texts.dealRules.days}
          rightSectionWidth={52}
          {...form.getInputProps('closeAfterDays')}
        />
      </SimpleGrid>
    </CommandForm>
  );
}

function isDays(typed: string): boolean {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= 1 && Number(typed) <= 365;
}

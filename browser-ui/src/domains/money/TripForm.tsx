import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Answer, Body } from '../../api/types';
import type { Command } from '../../shared/command';
import { CommandForm } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { money } from '../../shared/format';
import { useToday } from '../../shared/session';
import { texts } from '../../texts';
import { deductionOf, parseMiles, parseRate, rateOn, typedTenths } from './amounts';
import { BookedOn, type DealOrSale } from './BookedOn';
import { useMileageRates } from './queries';

type TripBody = Body<'/api/mileage', 'post'>;

export type TripValues = {
  miles: string;
  purpose: string;
  from: string;
  to: string;
  drivenOn: string;
  /** Cents a mile; empty for the standard rate of the day. */
  rate: string;
  bookedOn: DealOrSale;
};

/** A trip as the form shows it; its rate only where it isn't the standard one. */
export function valuesOf(trip: Answer<'/api/mileage/{id}'>, rates: Answer<'/api/mileage/rates'>): TripValues {
  const standard = rateOn(rates, trip.drivenOn)?.rate === trip.rate;
  return {
    miles: typedTenths(trip.tenthsOfMiles),
    purpose: trip.purpose,
    from: trip.from ?? '',
    to: trip.to ?? '',
    drivenOn: trip.drivenOn,
    rate: standard ? '' : typedTenths(trip.rate),
    bookedOn: { dealId: trip.dealId, saleId: trip.saleId },
  };
}

interface TripFormProps<Input> {
  initial: Partial<TripValues>;
  command: Command<Input>;
  onSubmit: (body: TripBody) => void;
  onCancel: () => void;
}

/** A trip: how far, what for, from where to where; what it counts stands beside it as it is typed. */
export function TripForm<Input>({ initial, command, onSubmit, onCancel }: TripFormProps<Input>) {
  const today = useToday();
  const rates = useMileageRates().data ?? [];
  const form = useForm<TripValues>({
    initialValues: {
      miles: '',
      purpose: '',
      from: '',
      to: '',
      drivenOn: today,
      rate: '',
      bookedOn: {},
      ...initial,
    },
    validate: {
      miles: (value) => (parseMiles(value) ? null : texts.mileage.milesNeeded),
      purpose: (value) => (value.trim() ? null : texts.mileage.purposeNeeded),
      drivenOn: (value) => (value ? null : texts.common.required(texts.mileage.drivenOn)),
      rate: (value, { drivenOn }) =>
        value.trim()
          ? parseRate(value)
            ? null
            : texts.mileage.rateNeeded
          : rateOn(rates, drivenOn)
            ? null
            : texts.mileage.rateUnknown,
    },
  });
  const standard = rateOn(rates, form.values.drivenOn);
  const miles = parseMiles(form.values.miles);
  const rate = parseRate(form.values.rate) ?? standard?.rate;
  return (
    <CommandForm
      form={form}
      problem={command.problem}
      pending={command.pending}
      submit={texts.mileage.save}
      onCancel={onCancel}
      aside={
        miles &&
        rate && (
          <Text size="sm" className="figures" aria-live="polite">
            {texts.mileage.counts(money(deductionOf(miles, rate)))}
          </Text>
        )
      }
      onSubmit={({ miles: typed, purpose, from, to, drivenOn, rate: typedRate, bookedOn }) => {
        const tenthsOfMiles = parseMiles(typed);
        const own = parseRate(typedRate);
        if (!tenthsOfMiles) return;
        onSubmit({
          tenthsOfMiles,
          purpose: purpose.trim(),
          drivenOn,
          ...(from.trim() ? { from: from.trim() } : {}),
          ...(to.trim() ? { to: to.trim() } : {}),
          ...(own ? { rate: own } : {}),
          ...(bookedOn.dealId ? { dealId: bookedOn.dealId } : {}),
          ...(bookedOn.saleId ? { saleId: bookedOn.saleId } : {}),
        });
      }}
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={texts.mileage.miles}
          inputMode="decimal"
          autoComplete="off"
          classNames={{ input: 'figures right' }}
          data-autofocus
          {...form.getInputProps('miles')}
        />
        <DateInput label={texts.mileage.drivenOn} max={today} {...form.getInputProps('drivenOn')} />
      </SimpleGrid>
      <TextInput
        label={texts.mileage.purpose}
        placeholder={texts.mileage.purposeHint}
        autoComplete="off"
        {...form.getInputProps('purpose')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={texts.mileage.from} autoComplete="off" {...form.getInputProps('from')} />
        <TextInput label={texts.mileage.to} autoComplete="off" {...form.getInputProps('to')} />
      </SimpleGrid>
      <TextInput
        label={texts.mileage.rate}
        description={standard && texts.mileage.standard(standard.source)}
        placeholder={standard && typedTenths(standard.rate)}
        inputMode="decimal"
        autoComplete="off"
        classNames={{ input: 'figures right' }}
        {...form.getInputProps('rate')}
      />
      <BookedOn
        value={form.values.bookedOn}
        onChange={(next) => {
          form.setFieldValue('bookedOn', next);
        }}
      />
    </CommandForm>
  );
}

import {
  ActionIcon,
  Autocomplete,
  Group,
  NumberInput,
  SimpleGrid,
  TextInput,
  type AutocompleteProps,
  type TextInputProps,
} from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { texts } from '../../texts';
import { useBusiness } from '../session';
import { currencySymbol } from '../format';

/** An amount as it is typed: text, because half a number is none. Read it with `parseMoney`. */
export function MoneyInput(props: TextInputProps) {
  const { currency } = useBusiness();
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      placeholder="0.00"
      leftSection={currencySymbol(currency)}
      classNames={{ input: 'figures right' }}
      {...props}
    />
  );
}

/** A day, in the browser's own picker: as people know it, also by thumb. */
export function DateInput(props: TextInputProps) {
  return <TextInput type="date" {...props} />;
}

/** Free text with what was used before. */
export function SuggestInput(props: AutocompleteProps) {
  return <Autocomplete limit={12} autoComplete="off" {...props} />;
}

interface StepperProps {
  label: string;
  value: number;
  onChange: (value: number) => void;
  max?: number;
  error?: React.ReactNode;
  'data-path'?: string;
}

/** A quantity by thumb: minus, number, plus. */
export function Stepper({ label, value, onChange, max = 9999, error, ...rest }: StepperProps) {
  const to = (next: number) => {
    onChange(Math.min(max, Math.max(1, next)));
  };
  return (
    <Group gap={6} align="flex-end" wrap="nowrap">
      <NumberInput
        {...rest}
        label={label}
        value={value}
        onChange={(next) => {
          onChange(typeof next === 'number' ? next : Number(next) || 0);
        }}
        min={1}
        max={max}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        inputMode="numeric"
        error={error}
        classNames={{ input: 'figures' }}
        flex={1}
        miw={64}
      />
      <ActionIcon
        size={36}
        variant="default"
        aria-label={texts.quote.fewer}
        onClick={() => {
          to(value - 1);
        }}
        disabled={value <= 1}
        mb={error ? 22 : 0}
      >
        <IconMinus size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={texts.quote.moreBoxes}
        onClick={() => {
          to(value + 1);
        }}
        disabled={value >= max}
        mb={error ? 22 : 0}
      >
        <IconPlus size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

export type AddressValues = Record<'line1' | 'line2' | 'city' | 'region' | 'postalCode' | 'country', string>;

export const emptyAddress: AddressValues = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' };

/** The filled-in parts, or undefined where none is. */
export function filledAddress(values: AddressValues): Partial<AddressValues> | undefined {
  const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
  return filled.length > 0 ? Object.fromEntries(filled.map(([name, value]) => [name, value.trim()])) : undefined;
}

/** Address fields of a form that keeps them under `address`, or somewhere else. */
export function AddressFields({ input, at = 'address' }: { input: (path: string) => object; at?: string }) {
  return (
    <>
      <TextInput label={texts.address.line1} autoComplete="address-line1" {...input(`${at}.line1`)} />
      <TextInput label={texts.address.line2} autoComplete="address-line2" {...input(`${at}.line2`)} />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={texts.address.city} autoComplete="address-level2" {...input(`${at}.city`)} />
        <TextInput label={texts.address.region} autoComplete="address-level1" {...input(`${at}.region`)} />
        <TextInput label={texts.address.postalCode} autoComplete="postal-code" {...input(`${at}.postalCode`)} />
        <TextInput label={texts.address.country} autoComplete="country-name" {...input(`${at}.country`)} />
      </SimpleGrid>
    </>
  );
}

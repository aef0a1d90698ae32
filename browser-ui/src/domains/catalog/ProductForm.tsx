import { Autocomplete, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Body, Channel, Item } from '../../api/types';
import type { Command } from '../../shared/command';
import { Banner, CommandForm } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import { useCategories } from './queries';

export type ProductValues = {
  name: string;
  category: string;
  manufacturer: string;
  brand: string;
  line: string;
  count: string;
  unit: string;
  code: string;
  channel: Channel;
};

export const nothing: ProductValues = {
  name: '',
  category: '',
  manufacturer: '',
  brand: '',
  line: '',
  count: '',
  unit: '',
  code: '',
  channel: 'RETAIL',
};

/** A product as the form shows it. */
export function valuesOf(product: Item<'/api/products'>): ProductValues {
  return {
    name: product.name,
    category: product.category ?? '',
    manufacturer: product.manufacturer ?? '',
    brand: product.brand ?? '',
    line: product.line ?? '',
    count: product.count === undefined ? '' : String(product.count),
    unit: product.unit ?? '',
    code: product.code ?? '',
    channel: product.channel,
  };
}

/** The form as the API takes it: whole, empty fields left out. */
export function bodyOf({ name, channel, count, ...words }: ProductValues): Body<'/api/products/{id}', 'put'> {
  const filled = Object.entries(words)
    .map(([field, value]) => [field, value.trim()])
    .filter(([, value]) => value !== '');
  return {
    name: name.trim(),
    channel,
    ...(count.trim() ? { count: Number(count) } : {}),
    ...(Object.fromEntries(filled) as Partial<typeof words>),
  };
}

interface ProductFormProps<Input> {
  initial: ProductValues;
  command: Command<Input>;
  submit: string;
  /** What somebody else saved meanwhile, where the person typed something else. */
  clashes?: string[];
  onSubmit: (values: ProductValues) => void;
  onCancel: () => void;
}

export function ProductForm<Input>(props: ProductFormProps<Input>) {
  const { initial, command, submit, clashes, onSubmit, onCancel } = props;
  const categories = useCategories();
  const form = useForm<ProductValues>({
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() ? null : texts.catalog.nameNeeded),
      count: (value) => (/^\s*(\d{1,6})?\s*$/.test(value) ? null : texts.common.wholeNumberNeeded),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={clashes && command.problem?.code === 'request.version-conflict' ? undefined : command.problem}
      pending={command.pending}
      submit={submit}
      onSubmit={onSubmit}
      onCancel={onCancel}
    >
      {clashes && (
        <Banner color="yellow" title={texts.conflict.title} news={clashes}>
          {texts.conflict.form}
          {clashes.map((clash) => (
            <Text size="sm" fw={600} key={clash}>
              {clash}
            </Text>
          ))}
        </Banner>
      )}
      <TextInput
        label={texts.catalog.name}
        description={texts.catalog.nameHint}
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <SimpleGrid cols={2} spacing="sm">
        <Autocomplete
          label={texts.catalog.category}
          data={categories.data ?? []}
          autoComplete="off"
          {...form.getInputProps('category')}
        />
        <Select
          label={texts.catalog.channel}
          data={Object.entries(texts.catalog.channels).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('channel')}
        />
        <TextInput label={texts.catalog.manufacturer} autoComplete="off" {...form.getInputProps('manufacturer')} />
        <TextInput label={texts.catalog.brand} autoComplete="off" {...form.getInputProps('brand')} />
        <TextInput label={texts.catalog.line} autoComplete="off" {...form.getInputProps('line')} />
        <TextInput
          label={texts.catalog.code}
          placeholder={texts.catalog.codeHint}
          autoComplete="off"
          {...form.getInputProps('code')}
        />
        <TextInput
          label={texts.catalog.count}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('count')}
        />
        <TextInput
          label={texts.catalog.unit}
          placeholder={texts.catalog.unitHint}
          autoComplete="off"
          {...form.getInputProps('unit')}
        />
      </SimpleGrid>
    </CommandForm>
  );
}

import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../../api/client';
import { Problem } from '../../api/problem';
import { CommandForm } from '../../shared/form/CommandForm';
import { texts } from '../../texts';
import type { HeldData } from './MyDataScreen';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the person wants to stand on their card; the business decides. */
export function WrongForm({ token, held }: { token: string; held: HeldData }) {
  const queries = useQueryClient();
  const card = held.cards[0];
  const usual = card?.addresses[0]?.address;
  const of = (kind: 'PHONE' | 'EMAIL') =>
    card?.contacts
      .filter((contact) => contact.kind === kind)
      .map(({ value }) => value)
      .join('\n') ?? '';
  const form = useForm({
    initialValues: {
      name: card?.name ?? '',
      phones: of('PHONE'),
      emails: of('EMAIL'),
      line1: usual?.line1 ?? '',
      city: usual?.city ?? '',
      region: usual?.region ?? '',
      postalCode: usual?.postalCode ?? '',
      remark: '',
    },
  });
  const sending = useMutation({
    mutationFn: ({ name, phones, emails, remark, line1, city, region, postalCode }: typeof form.values) => {
      const address = { ...usual, line1, city, region, postalCode };
      return post('/api/private-data/correct', {
        token,
        name,
        phones: lines(phones),
        emails: lines(emails),
        ...((line1 || city || region || postalCode) && { address }),
        ...(remark.trim() && { remark }),
      });
    },
    networkMode: 'always',
    // What was asked again at once wouldn't show it yet.
    onSuccess: () => {
      queries.setQueryData(['my-data', token], { ...held, correctionSent: true });
    },
  });
  return (
    <CommandForm
      form={form}
      problem={sending.error ? Problem.of(sending.error) : undefined}
      pending={sending.isPending}
      submit={texts.myData.send}
      onSubmit={(values) => {
        sending.mutate(values);
      }}
    >
      <Text size="sm">{texts.myData.wrongText}</Text>
      <TextInput label={texts.myData.name} {...form.getInputProps('name')} />
      <Textarea
        autosize
        label={texts.myData.phones}
        description={texts.myData.onePerLine}
        {...form.getInputProps('phones')}
      />
      <Textarea
        autosize
        label={texts.myData.emails}
        description={texts.myData.onePerLine}
        {...form.getInputProps('emails')}
      />
      <TextInput label={texts.myData.street} {...form.getInputProps('line1')} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput label={texts.myData.city} {...form.getInputProps('city')} />
        <TextInput label={texts.myData.region} {...form.getInputProps('region')} />
        <TextInput label={texts.myData.postalCode} {...form.getInputProps('postalCode')} />
      </SimpleGrid>
      <Textarea autosize label={texts.myData.remark} {...form.getInputProps('remark')} />
    </CommandForm>
  );
}

import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Input,
  Paper,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Item } from '../../api/types';
import { SuggestInput } from '../../shared/form/inputs';
import { phonesText, texts } from '../../texts';
import { useLeadSources, useSellers } from './queries';

/** Who sells: somebody in the books, or somebody new who is written in together with the quote. */
export type Seller = { id: string; name: string; phones: string[] } | NewSeller;

export interface NewSeller {
  id: undefined;
  name: string;
  phone: string;
  email: string;
  leadSource: string;
}

export interface SellerFaults {
  person?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

interface SellerPickerProps {
  seller: Seller | undefined;
  faults: SellerFaults;
  onChange: (seller: Seller | undefined) => void;
}

export function SellerPicker({ seller, faults, onChange }: SellerPickerProps) {
  if (!seller) return <Find error={faults.person} onChange={onChange} />;
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        {seller.id === undefined ? (
          <Text fw={600}>{texts.quote.newPerson}</Text>
        ) : (
          <div>
            <Text fw={600}>{seller.name}</Text>
            <Text size="sm" c="dimmed" className="figures">
              {phonesText(seller.phones)}
            </Text>
          </div>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={texts.quote.changePerson}
          onClick={() => {
            onChange(undefined);
          }}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {seller.id === undefined && <NewPerson seller={seller} faults={faults} onChange={onChange} />}
    </Stack>
  );
}

function NewPerson(props: { seller: NewSeller; faults: SellerFaults; onChange: (seller: NewSeller) => void }) {
  const { seller, faults, onChange } = props;
  const leadSources = useLeadSources();
  const set = (change: Partial<NewSeller>) => {
    onChange({ ...seller, ...change });
  };
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        label={texts.quote.name}
        value={seller.name}
        error={faults.name}
        autoComplete="off"
        autoFocus={seller.name === ''}
        onChange={(event) => {
          set({ name: event.currentTarget.value });
        }}
      />
      <TextInput
        label={texts.quote.phone}
        type="tel"
        value={seller.phone}
        error={faults.phone}
        autoComplete="off"
        autoFocus={seller.name !== ''}
        onChange={(event) => {
          set({ phone: event.currentTarget.value });
        }}
      />
      <TextInput
        label={texts.quote.email}
        type="email"
        value={seller.email}
        error={faults.email}
        autoComplete="off"
        onChange={(event) => {
          set({ email: event.currentTarget.value });
        }}
      />
      <SuggestInput
        label={texts.quote.leadSource}
        data={leadSources.data ?? []}
        value={seller.leadSource}
        onChange={(leadSource) => {
          set({ leadSource });
        }}
      />
    </SimpleGrid>
  );
}

function Find({ error, onChange }: { error: string | undefined; onChange: (seller: Seller) => void }) {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 120);
  const sellers = useSellers(search);
  const found = search.length >= 2 ? (sellers.data?.items ?? []) : [];
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={texts.quote.findPerson}
        placeholder={texts.quote.findPlaceholder}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {found.length > 0 && (
        <Paper withBorder component="ul" radius="md" p={4} m={0} aria-label={texts.people.title} className="plain">
          {found.map((person) => (
            <li key={person.id}>
              <Found
                person={person}
                onChoose={() => {
                  onChange({ id: person.id, name: person.name, phones: person.phones });
                }}
              />
            </li>
          ))}
        </Paper>
      )}
      {search.length >= 2 && sellers.data?.items.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {texts.quote.noPerson}
        </Text>
      )}
      <Button
        variant="light"
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={() => {
          onChange(newSeller(typed.trim()));
        }}
      >
        {texts.quote.newPerson}
      </Button>
      {error && <Input.Error role="alert">{error}</Input.Error>}
    </Stack>
  );
}

function Found({ person, onChoose }: { person: Item<'/api/customers'>; onChoose: () => void }) {
  return (
    <UnstyledButton onClick={onChoose} className="found" disabled={person.doNotBuy}>
      <Text size="sm" fw={550}>
        {person.name}{' '}
        {person.doNotBuy && (
          <Badge color="red" size="sm" tt="none">
            {texts.doNotBuy.badge}
          </Badge>
        )}
      </Text>
      <Text size="sm" c="dimmed" className="figures">
        {phonesText(person.phones)}
      </Text>
    </UnstyledButton>
  );
}

/** What was searched for is most likely their phone or their name. */
function newSeller(typed: string): NewSeller {
  const isPhone = /^[\d\s()+.-]+$/.test(typed);
  return { id: undefined, name: isPhone ? '' : typed, phone: isPhone ? typed : '', email: '', leadSource: '' };
}

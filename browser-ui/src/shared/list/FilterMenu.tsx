import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  Popover,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { texts } from '../../texts';
import { ProblemBanner } from '../form/CommandForm';
import { tell, tellWithUndo } from '../notices';
import { useSession } from '../session';
import {
  queryOf,
  restoreFilter,
  searchOf,
  useArrangement,
  useDropFilter,
  useSaveFilter,
  type ListName,
  type SavedFilter,
} from './arrangement';

/** The filters that the person, or the business, keeps of a list; and a way to keep the one in force. */
export function FilterMenu({ list }: { list: ListName }) {
  const [open, { toggle, close }] = useDisclosure(false);
  const filters = useArrangement().data?.filters.filter((filter) => filter.list === list) ?? [];
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = queryOf(search);
  const inForce = filters.find((filter) => filter.query === now);

  return (
    <Popover opened={open} onChange={close} position="bottom-end" withinPortal shadow="md" trapFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          aria-expanded={open}
          onClick={toggle}
        >
          <Text span size="sm" fw={600} truncate maw={140}>
            {inForce?.name ?? texts.filters.title}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {filters.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.filters.empty}
            </Text>
          ) : (
            <ul className="rows" aria-label={texts.filters.title}>
              {filters.map((filter) => (
                <FilterRow
                  key={filter.id}
                  filter={filter}
                  inForce={filter === inForce}
                  onShow={() => {
                    void navigate({ to: '.', search: searchOf(filter.query) });
                    close();
                  }}
                />
              ))}
            </ul>
          )}
          {now !== '{}' && !inForce && <KeepForm list={list} query={now} filters={filters} onDone={close} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterRow({ filter, inForce, onShow }: { filter: SavedFilter; inForce: boolean; onShow: () => void }) {
  const queries = useQueryClient();
  const drop = useDropFilter();
  const mayChange = useMayChange();
  return (
    <li>
      <Group gap="xs" wrap="nowrap" justify="space-between">
        <UnstyledButton onClick={onShow} aria-current={inForce} flex={1} py={6} style={{ overflowWrap: 'anywhere' }}>
          <Text size="sm" fw={inForce ? 650 : 500}>
            {filter.name}
          </Text>
        </UnstyledButton>
        {filter.shared && (
          <Badge variant="light" color="gray" size="sm" tt="none">
            {texts.filters.shared}
          </Badge>
        )}
        {(mayChange || !filter.shared) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={texts.filters.drop(filter.name)}
            loading={drop.pending}
            onClick={() => {
              drop.run(filter, () => {
                tellWithUndo(texts.filters.dropped(filter.name), () => restoreFilter(queries, filter));
              });
            }}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

interface KeepFormProps {
  list: ListName;
  query: string;
  filters: SavedFilter[];
  onDone: () => void;
}

/** Keeps what the list shows now. Under the name of a filter that is there, it takes that one's place. */
function KeepForm({ list, query, filters, onDone }: KeepFormProps) {
  const save = useSaveFilter();
  const mayChange = useMayChange();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const earlier = filters.find((filter) => filter.name === name.trim() && filter.shared === shared);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.run({ ...(earlier ? { id: earlier.id } : {}), list, name, query, shared }, () => {
          tell(texts.filters.saved);
          onDone();
        });
      }}
    >
      <Stack gap="xs">
        {save.problem && <ProblemBanner problem={save.problem} />}
        <TextInput
          label={texts.filters.name}
          value={name}
          maxLength={60}
          required
          autoComplete="off"
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        {mayChange && (
          <Checkbox
            label={texts.filters.share}
            checked={shared}
            onChange={(event) => {
              setShared(event.currentTarget.checked);
            }}
          />
        )}
        <Button type="submit" size="compact-md" loading={save.pending} disabled={name.trim() === ''}>
          {earlier ? texts.filters.replace : texts.filters.save}
        </Button>
      </Stack>
    </form>
  );
}

/** Who only looks at the books keeps filters for themselves. */
function useMayChange(): boolean {
  return useSession().role !== 'AUDITOR';
}

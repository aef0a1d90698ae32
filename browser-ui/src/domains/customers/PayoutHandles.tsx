import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useForm } from '@mantine/form';
import { IconEye, IconPlus, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Answer } from '../../api/types';
import { CommandForm, ProblemBanner } from '../../shared/form/CommandForm';
import { tell, tellWithUndo } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { cardWith } from './cards';
import { useCardStep } from './commands';
import { usePayoutHandles } from './queries';

type Customer = Answer<'/api/customers/{id}'>;
type Handle = Answer<'/api/customers/{id}/records'>['handles'][number];
type Kind = Handle['kind'];

/** Where a person is paid: masked until somebody wants to see it. */
export function PayoutHandles({ person, handles }: { person: Customer; handles: Handle[] }) {
  const [revealed, reveal] = useDisclosure(false);
  const [adding, add] = useDisclosure(false);
  const whole = usePayoutHandles(person.id, revealed).data;
  const step = useCardStep();
  const queries = useQueryClient();
  return (
    <Section
      title={texts.handles.title}
      forWriters
      aside={
        handles.length > 0 &&
        !revealed && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconEye size={14} aria-hidden />}
            onClick={reveal.open}
          >
            {texts.handles.show}
          </Button>
        )
      }
    >
      {step.problem && <ProblemBanner problem={step.problem} />}
      <ul className="rows" aria-label={texts.handles.title}>
        {(revealed && whole ? whole : handles).map((handle) => (
          <li key={handle.id}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {texts.handles.kinds[handle.kind]}: {handle.handle}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={texts.handles.remove(texts.handles.kinds[handle.kind])}
                onClick={() => {
                  const body = { handleId: handle.id };
                  const customer = cardWith(person, handle.customerId);
                  step.run({ customer, step: { path: '/api/customers/{id}/payout-handles/remove', body } }, (done) => {
                    tellWithUndo(texts.handles.removed, () => undoFacts(queries, [done.position]));
                  });
                }}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </li>
        ))}
      </ul>
      {adding ? (
        <AddHandle person={person} onClose={add.close} />
      ) : (
        <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} onClick={add.open}>
          {texts.handles.add}
        </Button>
      )}
    </Section>
  );
}

function AddHandle({ person, onClose }: { person: Customer; onClose: () => void }) {
  const step = useCardStep();
  const form = useForm<{ kind: Kind; handle: string }>({ initialValues: { kind: 'ZELLE', handle: '' } });
  return (
    <Stack mt="sm">
      <CommandForm
        form={form}
        problem={step.problem}
        pending={step.pending}
        submit={texts.common.save}
        onCancel={onClose}
        onSubmit={(body) => {
          step.run({ customer: person, step: { path: '/api/customers/{id}/payout-handles', body } }, () => {
            onClose();
            tell(texts.handles.added);
          });
        }}
      >
        <Select
          label={texts.handles.kind}
          allowDeselect={false}
          data={Object.entries(texts.handles.kinds).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('kind')}
        />
        <TextInput label={texts.handles.handle} autoComplete="off" {...form.getInputProps('handle')} />
      </CommandForm>
    </Stack>
  );
}

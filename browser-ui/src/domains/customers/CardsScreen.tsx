import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { newId } from '../../api/client';
import type { Answer, Body } from '../../api/types';
import { CommandForm } from '../../shared/form/CommandForm';
import { MoneyInput } from '../../shared/form/inputs';
import { parseMoney, typedMoney } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Loaded, Screen, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { useSetCardPlan } from './commands';
import { useCardPlan } from './queries';

type Plan = Answer<'/api/card-plan'>;

type Values = {
  tags: Plan['tags'];
  fields: (Omit<Plan['fields'][number], 'choices'> & { choices: string })[];
  leadSources: { id: string; name: string; spending: { month: string; amount: string }[] }[];
};

/** What stands on people's cards? */
export function CardsScreen() {
  const plan = useCardPlan();
  // The form is made anew with what was saved: what says so must outlive it.
  const set = useSetCardPlan();
  return (
    <Screen
      title={texts.cards.title}
      lead={texts.cards.lead}
      above={
        <AnchorLink to="/people" size="sm">
          {texts.people.title}
        </AnchorLink>
      }
    >
      <Loaded query={plan}>{(data) => <PlanForm key={JSON.stringify(data)} plan={data} set={set} />}</Loaded>
    </Screen>
  );
}

function PlanForm({ plan, set }: { plan: Plan; set: ReturnType<typeof useSetCardPlan> }) {
  const { currency } = useBusiness();
  const tellDone = useTellDone();
  const form = useForm<Values>({
    initialValues: {
      tags: plan.tags,
      fields: plan.fields.map((field) => ({ ...field, choices: field.choices.join(', ') })),
      leadSources: plan.leadSources.map(({ id, name, spending }) => ({
        id,
        name,
        spending: spending.map(({ month, amount }) => ({ month, amount: typedMoney(amount) })),
      })),
    },
  });
  return (
    <CommandForm
      form={form}
      problem={set.problem}
      pending={set.pending}
      submit={texts.common.save}
      onSubmit={(values) => {
        set.run(bodyOf(values, currency), (done) => {
          tellDone(texts.common.updated, done);
        });
      }}
    >
      <Lines
        form={form}
        path="tags"
        title={texts.tags.title}
        hint={texts.tags.hint}
        add={texts.tags.add}
        empty={{ id: '', name: '', colour: 'BLUE' }}
      >
        {(at) => (
          <>
            <TextInput label={texts.tags.name} flex="1 1 160px" {...form.getInputProps(`${at}.name`)} />
            <Select
              label={texts.tags.colour}
              w={130}
              allowDeselect={false}
              data={Object.entries(texts.tags.colours).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps(`${at}.colour`)}
            />
          </>
        )}
      </Lines>
      <Lines
        form={form}
        path="fields"
        title={texts.cards.fields}
        hint={texts.cards.fieldsHint}
        add={texts.cards.addField}
        empty={{ id: '', name: '', kind: 'TEXT', choices: '' }}
      >
        {(at, index) => (
          <>
            <TextInput label={texts.cards.fieldName} flex="1 1 160px" {...form.getInputProps(`${at}.name`)} />
            <Select
              label={texts.cards.kind}
              w={130}
              allowDeselect={false}
              data={Object.entries(texts.cards.kinds).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps(`${at}.kind`)}
            />
            {form.values.fields[index]?.kind === 'CHOICE' && (
              <TextInput
                label={texts.cards.choices}
                placeholder={texts.cards.choicesHint}
                flex="1 1 220px"
                {...form.getInputProps(`${at}.choices`)}
              />
            )}
          </>
        )}
      </Lines>
      <Lines
        form={form}
        path="leadSources"
        title={texts.cards.sources}
        hint={texts.cards.sourcesHint}
        add={texts.cards.addSource}
        empty={{ id: '', name: '', spending: [] }}
      >
        {(at, index) => (
          <Stack gap="xs" flex="1 1 220px">
            <TextInput label={texts.cards.sourceName} {...form.getInputProps(`${at}.name`)} />
            {form.values.leadSources[index]?.spending.map((_, n) => (
              <Group key={n} gap="xs" align="flex-end">
                <TextInput
                  type="month"
                  label={texts.cards.month}
                  {...form.getInputProps(`${at}.spending.${String(n)}.month`)}
                />
                <MoneyInput
                  label={texts.cards.spent}
                  w={130}
                  {...form.getInputProps(`${at}.spending.${String(n)}.amount`)}
                />
              </Group>
            ))}
            <Button
              size="compact-sm"
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => {
                form.insertListItem(`${at}.spending`, { month: '', amount: '' });
              }}
            >
              {texts.cards.addSpending}
            </Button>
          </Stack>
        )}
      </Lines>
    </CommandForm>
  );
}

interface LinesProps {
  form: UseFormReturnType<Values>;
  path: keyof Values;
  title: string;
  hint: string;
  add: string;
  empty: Values[keyof Values][number];
  children: (at: string, index: number) => ReactNode;
}

/** A list of things with a name, to add to and to take from. */
function Lines({ form, path, title, hint, add, empty, children }: LinesProps) {
  return (
    <Section title={title} forWriters>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        {form.values[path].map((line, index) => (
          <Group key={line.id} gap="xs" align="flex-end" wrap="nowrap">
            <Group gap="xs" align="flex-end" flex={1}>
              {children(`${path}.${String(index)}`, index)}
            </Group>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={texts.people.remove(line.name || add)}
              onClick={() => {
                form.removeListItem(path, index);
              }}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => {
            form.insertListItem(path, { ...empty, id: newId() });
          }}
        >
          {add}
        </Button>
      </Stack>
    </Section>
  );
}

/** The plan as the API takes it; a month without an amount isn't said. */
function bodyOf(values: Values, currency: string): Body<'/api/card-plan', 'post'> {
  return {
    tags: values.tags,
    fields: values.fields.map((field) => ({
      ...field,
      choices: field.choices
        .split(',')
        .map((choice) => choice.trim())
        .filter(Boolean),
    })),
    leadSources: values.leadSources.map((source) => ({
      ...source,
      spending: source.spending.flatMap(({ month, amount }) => {
        const spent = parseMoney(amount, currency);
        return month && spent ? [{ month, amount: spent }] : [];
      }),
    })),
  };
}

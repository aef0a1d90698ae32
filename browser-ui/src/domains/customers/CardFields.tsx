import { Badge, Button, Group, Menu, Select, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { AnchorLink } from '../../shared/links';
import { tellWithUndo } from '../../shared/notices';
import { Section } from '../../shared/Screen';
import { undoFacts } from '../../shared/undo';
import { texts } from '../../texts';
import { useCardStep } from './commands';
import { useCardPlan } from './queries';

type Customer = Answer<'/api/customers/{id}'>;
type Plan = Answer<'/api/card-plan'>;

/** The tags on a person, as words. */
export function TagBadges({ tags }: { tags: string[] }) {
  const plan = useCardPlan().data;
  return plan?.tags
    .filter((tag) => tags.includes(tag.id))
    .map((tag) => (
      <Badge key={tag.id} variant="light" color={tag.colour.toLowerCase()} tt="none" size="sm">
        {tag.name}
      </Badge>
    ));
}

/** Puts tags on a person and takes them off. */
export function TagMenu({ person }: { person: Customer }) {
  const plan = useCardPlan().data;
  const step = useCardStep();
  const queries = useQueryClient();
  return (
    <Group gap={6}>
      <TagBadges tags={person.tags} />
      <Menu position="bottom-start" closeOnItemClick={false}>
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={12} aria-hidden />}>
            {texts.tags.change}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {plan?.tags.map((tag) => {
            const on = person.tags.includes(tag.id);
            return (
              <Menu.Item
                key={tag.id}
                disabled={step.pending}
                onClick={() => {
                  const path = on ? '/api/customers/{id}/tags/remove' : '/api/customers/{id}/tags';
                  step.run({ customer: person, step: { path, body: { tagId: tag.id } } }, (done) => {
                    tellWithUndo(on ? texts.tags.off(tag.name) : texts.tags.on(tag.name), () =>
                      undoFacts(queries, [done.position]),
                    );
                  });
                }}
              >
                {on ? '✓ ' : ''}
                {tag.name}
              </Menu.Item>
            );
          })}
          <Menu.Label>
            <AnchorLink to="/people/cards" size="xs">
              {texts.tags.edit}
            </AnchorLink>
          </Menu.Label>
        </Menu.Dropdown>
      </Menu>
      {step.problem && <ProblemBanner problem={step.problem} />}
    </Group>
  );
}

/** The fields that the business made for its cards. */
export function CardFields({ person }: { person: Customer }) {
  const plan = useCardPlan().data;
  if (!plan || plan.fields.length === 0) return null;
  return (
    <Section title={texts.cards.fields}>
      <Stack gap="sm">
        {plan.fields.map((field) => {
          const value = person.fields.find((filled) => filled.fieldId === field.id)?.value ?? '';
          return <CardField key={field.id} person={person} field={field} value={value} />;
        })}
      </Stack>
    </Section>
  );
}

/** One field, saved as soon as it is left. */
function CardField({ person, field, value }: { person: Customer; field: Plan['fields'][number]; value: string }) {
  const [typed, type] = useState(value);
  const [known, know] = useState(value);
  // What was saved elsewhere shows here, and what says that this was saved stays.
  if (known !== value) {
    know(value);
    type(value);
  }
  const step = useCardStep();
  const queries = useQueryClient();
  const save = (wanted: string) => {
    if (wanted.trim() === value) return;
    const path = '/api/customers/{id}/fields' as const;
    const body = { fieldId: field.id, ...(wanted.trim() ? { value: wanted.trim() } : {}) };
    step.run({ customer: person, step: { path, body } }, (done) => {
      tellWithUndo(texts.cards.filled(field.name), () => undoFacts(queries, [done.position]));
    });
  };
  const error = step.problem && (step.problem.faults[0]?.message ?? <ProblemBanner problem={step.problem} />);
  if (field.kind === 'CHOICE') {
    return (
      <Select
        label={field.name}
        data={field.choices}
        clearable
        value={typed || null}
        error={error}
        onChange={(chosen) => {
          type(chosen ?? '');
          save(chosen ?? '');
        }}
      />
    );
  }
  const Field = field.kind === 'DATE' ? DateInput : TextInput;
  return (
    <Field
      label={field.name}
      value={typed}
      error={error}
      {...(field.kind === 'NUMBER' ? { inputMode: 'decimal' as const } : {})}
      onChange={(event) => {
        type(event.currentTarget.value);
      }}
      onBlur={() => {
        save(typed);
      }}
    />
  );
}

import { ActionIcon, Button, Grid, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../api/problem';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { boxes, money, month } from '../../shared/format';
import { Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { LineEditor } from './LineEditor';
import { draftOf, lineTotal, total, type QuoteLine } from './quoteLines';
import type { Offer } from './useOffer';

/** Adds a product that is called so; closed while there is no name. What that asks for is the catalog's business. */
export type ProductDialog = (
  name: string | undefined,
  close: () => void,
  done: (product: { id: string; name: string }) => void,
) => ReactNode;

interface OfferEditorProps {
  offer: Offer;
  productDialog: ProductDialog;
  /** Between the lines and the terms. */
  children?: ReactNode;
  problem: Problem | undefined;
  pending: boolean;
  submit: string;
  onSave: () => void;
}

/** What is offered, line by line, and its terms. */
export function OfferEditor(props: OfferEditorProps) {
  const { offer, productDialog, children, problem, pending, submit, onSave } = props;
  const { currency } = useBusiness();
  const today = useToday();
  const [newProduct, setNewProduct] = useState<string>();
  const sum = total(offer.lines, currency);
  return (
    <>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Section title={offer.editing ? texts.quote.update : texts.quote.add}>
            <LineEditor
              draft={offer.draft}
              onChange={offer.setDraft}
              onAdd={offer.add}
              onNewProduct={setNewProduct}
              editing={offer.editing}
            />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <Section title={texts.quote.lines} aside={<Amount value={sum} strong />}>
              <Lines
                lines={offer.lines}
                onEdit={(index, line) => {
                  offer.edit(index, draftOf(line));
                }}
                onRemove={offer.remove}
              />
              {offer.fault && (
                <Text size="sm" c="red" role="alert">
                  {offer.fault}
                </Text>
              )}
            </Section>
            {children}
            <Section title={texts.quote.terms}>
              <Stack gap="md">
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <DateInput
                    label={texts.quote.validUntil}
                    min={today}
                    value={offer.validUntil}
                    onChange={(event) => {
                      offer.setValidUntil(event.currentTarget.value);
                    }}
                  />
                  <TextInput
                    label={texts.quote.note}
                    value={offer.note}
                    autoComplete="off"
                    onChange={(event) => {
                      offer.setNote(event.currentTarget.value);
                    }}
                  />
                </SimpleGrid>
                {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
                <Group justify="space-between">
                  <Text size="lg" fw={650} className="figures" aria-live="polite">
                    {texts.quote.total} {money(sum)}
                  </Text>
                  <Button onClick={onSave} loading={pending}>
                    {submit}
                  </Button>
                </Group>
              </Stack>
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
      {productDialog(
        newProduct,
        () => {
          setNewProduct(undefined);
        },
        ({ id, name }) => {
          setNewProduct(undefined);
          offer.setDraft({ ...offer.draft, item: name, productId: id });
        },
      )}
    </>
  );
}

interface LinesProps {
  lines: QuoteLine[];
  onEdit: (index: number, line: QuoteLine) => void;
  onRemove: (index: number) => void;
}

/** The lines of an offer, to be changed or taken off. */
function Lines({ lines, onEdit, onRemove }: LinesProps) {
  if (lines.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {texts.quote.noLines}
      </Text>
    );
  }
  return (
    <ul className="rows">
      {lines.map((line, index) => (
        <li key={index}>
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text fw={550}>{line.item}</Text>
              <Text size="sm" c="dimmed">
                {[boxes(line.quantity), month(line.expiry), texts.deals.grades[line.grade], money(line.unitPrice)].join(
                  ' · ',
                )}
              </Text>
            </div>
            <Group gap={4} wrap="nowrap">
              <Amount value={lineTotal(line)} strong />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={texts.quote.editLine(line.item)}
                onClick={() => {
                  onEdit(index, line);
                }}
              >
                <IconPencil size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={texts.quote.removeLine(line.item)}
                onClick={() => {
                  onRemove(index);
                }}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          </Group>
        </li>
      ))}
    </ul>
  );
}

import { ActionIcon, Button, Grid, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Problem } from '../../api/problem';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { boxes, money, month } from '../../shared/format';
import { tell } from '../../shared/notices';
import { Screen, Section } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useGiveQuote, useRegisterSeller } from './commands';
import { LineEditor } from './LineEditor';
import { usePrice, useSeller } from './queries';
import { blankLine, draftOf, finishLine, isBlank, lineTotal, total, type QuoteLine } from './quoteLines';
import { SellerPicker, type NewSeller, type Seller, type SellerFaults } from './SellerPicker';

export interface QuoteScreenProps {
  /** Adds a product that is called so; closed while there is no name. What that asks for is the catalog's business. */
  productDialog: (
    name: string | undefined,
    close: () => void,
    done: (product: { id: string; name: string }) => void,
  ) => ReactNode;
}

const route = getRouteApi('/signed-in/quote');

/** What do I pay for this? Boxes first, then the person. */
export function QuoteScreen({ productDialog }: QuoteScreenProps) {
  const { person } = route.useSearch();
  const known = useSeller(person);
  const { currency } = useBusiness();
  const today = useToday();
  const navigate = useNavigate();
  const register = useRegisterSeller();
  const give = useGiveQuote();
  const [draft, setDraft] = useState(blankLine);
  const [lines, setLines] = useState<QuoteLine[]>([]);
  const [edited, setEdited] = useState<number>();
  const [chosen, setChosen] = useState<Seller | null>();
  // The same question as the line's own card asks: it is answered once.
  const price = usePrice(
    draft.productId,
    draft.expiry,
    draft.condition === 'SLIGHT_DAMAGE' ? 'SLIGHT_DAMAGE' : 'PERFECT',
  );
  const [newProduct, setNewProduct] = useState<string>();
  const [validUntil, setValidUntil] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<{ lines?: string; seller?: SellerFaults }>({});

  // The person whom the address names, until somebody else (or nobody) is chosen.
  const seller = chosen === null ? undefined : (chosen ?? known.data);
  const choose = (next: Seller | undefined) => {
    setChosen(next ?? null);
    setMissing({});
    register.clear();
  };

  const withLine = (line: QuoteLine) =>
    edited === undefined ? [...lines, line] : lines.map((old, index) => (index === edited ? line : old));

  const addLine = (line: QuoteLine) => {
    setLines(withLine(line));
    setEdited(undefined);
    setDraft(blankLine);
    setMissing({});
  };

  const send = (customerId: string, all: QuoteLine[]) => {
    const body = {
      customerId,
      lines: all,
      ...(validUntil ? { validUntil } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    give.run(body, (done) => {
      tell(texts.deal.saved);
      void navigate({ to: '/deals/$dealId', params: { dealId: done.id } });
    });
  };

  const save = () => {
    // A finished line that was not added yet is meant to be on the quote; one that was only begun is never dropped unsaid.
    const last = edited === undefined && isBlank(draft) ? undefined : finishLine(draft, currency, price.data);
    if (last && 'faults' in last) {
      setMissing({ lines: texts.quote.lineUnfinished });
      return;
    }
    const all = last ? withLine(last.line) : lines;
    if (all.length === 0) {
      setMissing({ lines: texts.quote.linesNeeded });
    } else if (!seller) {
      setMissing({ seller: { person: texts.quote.personNeeded } });
    } else if (seller.id === undefined) {
      if (!seller.name.trim()) {
        setMissing({ seller: { name: texts.quote.nameNeeded } });
        return;
      }
      register.run(sellerBody(seller), (done) => {
        // From here on the person is in the books, whatever becomes of the quote.
        setChosen({ id: done.id, name: seller.name, phones: [] });
        send(done.id, all);
      });
    } else {
      send(seller.id, all);
    }
  };

  return (
    <Screen title={texts.quote.title} lead={texts.quote.question}>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Section title={edited === undefined ? texts.quote.add : texts.quote.update}>
            <LineEditor
              draft={draft}
              onChange={setDraft}
              onAdd={addLine}
              onNewProduct={setNewProduct}
              editing={edited !== undefined}
            />
          </Section>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <Section title={texts.quote.lines} aside={<Amount value={total(lines, currency)} strong />}>
              <Lines
                lines={lines}
                onEdit={(index, line) => {
                  setEdited(index);
                  setDraft(draftOf(line));
                }}
                onRemove={(index) => {
                  setLines(lines.filter((_, other) => other !== index));
                  if (edited !== undefined) {
                    setEdited(undefined);
                    setDraft(blankLine);
                  }
                }}
              />
              {missing.lines && (
                <Text size="sm" c="red" role="alert">
                  {missing.lines}
                </Text>
              )}
            </Section>
            <Section title={texts.quote.person}>
              <SellerPicker
                seller={seller}
                faults={{ ...missing.seller, ...sellerFaults(register.problem) }}
                onChange={choose}
              />
            </Section>
            <Section title={texts.quote.terms}>
              <Stack gap="md">
                <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                  <DateInput
                    label={texts.quote.validUntil}
                    min={today}
                    value={validUntil}
                    onChange={(event) => {
                      setValidUntil(event.currentTarget.value);
                    }}
                  />
                  <TextInput
                    label={texts.quote.note}
                    value={note}
                    autoComplete="off"
                    onChange={(event) => {
                      setNote(event.currentTarget.value);
                    }}
                  />
                </SimpleGrid>
                <Failure problem={register.problem ?? give.problem} />
                <Group justify="space-between">
                  <Text size="lg" fw={650} className="figures" aria-live="polite">
                    {texts.quote.total} {money(total(lines, currency))}
                  </Text>
                  <Button onClick={save} loading={register.pending || give.pending}>
                    {texts.quote.submit}
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
          setDraft({ ...draft, item: name, productId: id });
        },
      )}
    </Screen>
  );
}

function Failure({ problem }: { problem: Problem | undefined }) {
  return problem && <ProblemBanner problem={problem} rest={problem.faults} />;
}

function sellerBody(seller: NewSeller) {
  return {
    name: seller.name.trim(),
    phones: seller.phone.trim() ? [seller.phone.trim()] : [],
    emails: seller.email.trim() ? [seller.email.trim()] : [],
    ...(seller.leadSource.trim() ? { leadSource: seller.leadSource.trim() } : {}),
  };
}

function sellerFaults(problem: Problem | undefined): SellerFaults {
  const of = (field: string) => problem?.faults.find((fault) => fault.field.startsWith(field))?.message;
  return { name: of('name'), phone: of('phones'), email: of('emails') };
}

interface LinesProps {
  lines: QuoteLine[];
  onEdit: (index: number, line: QuoteLine) => void;
  onRemove: (index: number) => void;
}

/** The lines of an offer, to be changed or taken off. */
export function Lines({ lines, onEdit, onRemove }: LinesProps) {
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

import { Grid, Group, SimpleGrid, Stack, Text, TextInput, Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Amount } from '../../shared/figures';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { AnchorLink } from '../../shared/links';
import { tell } from '../../shared/notices';
import { Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { useBusiness, useToday } from '../../shared/session';
import { texts } from '../../texts';
import { useStep, type Deal } from './commands';
import { LineEditor } from './LineEditor';
import { useDeal } from './queries';
import { blankLine, draftOf, total, type QuoteLine } from './quoteLines';
import { Lines, type QuoteScreenProps } from './QuoteScreen';
import { filled } from './StepForms';

const route = getRouteApi('/signed-in/deals/$dealId/revise');

/** Another offer in the place of one that wasn't taken. */
export function ReviseScreen({ productDialog }: Pick<QuoteScreenProps, 'productDialog'>) {
  const { dealId } = route.useParams();
  const deal = useDeal(dealId);
  return (
    <Loaded query={deal} skeleton={<SkeletonLines />}>
      {(data) => <Revision key={data.id} deal={data} productDialog={productDialog} />}
    </Loaded>
  );
}

function Revision({ deal, productDialog }: { deal: Deal } & Pick<QuoteScreenProps, 'productDialog'>) {
  const { currency } = useBusiness();
  const today = useToday();
  const navigate = useNavigate();
  const revise = useStep('/api/deals/{id}/revise');
  const [lines, setLines] = useState<QuoteLine[]>(() => deal.lines.flatMap(quoteLine));
  const [draft, setDraft] = useState(blankLine);
  const [edited, setEdited] = useState<number>();
  const [newProduct, setNewProduct] = useState<string>();
  const [validUntil, setValidUntil] = useState('');
  const [note, setNote] = useState(deal.note ?? '');
  const [missing, setMissing] = useState(false);
  const settle = (next: QuoteLine[]) => {
    setLines(next);
    setEdited(undefined);
    setDraft(blankLine);
    setMissing(false);
  };
  const save = () => {
    if (lines.length === 0) {
      setMissing(true);
      return;
    }
    const body = { lines, ...filled('note', note), ...filled('validUntil', validUntil) };
    revise.run({ deal, body }, () => {
      tell(texts.deal.revised);
      void navigate({ to: '/deals/$dealId', params: { dealId: deal.id } });
    });
  };
  return (
    <Screen
      title={texts.deal.reviseTitle(deal.customerName)}
      lead={texts.deal.reviseLead}
      above={
        <AnchorLink to="/deals/$dealId" params={{ dealId: deal.id }} size="sm">
          {texts.deals.one}
        </AnchorLink>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Section title={edited === undefined ? texts.quote.add : texts.quote.update}>
            <LineEditor
              draft={draft}
              onChange={setDraft}
              onNewProduct={setNewProduct}
              editing={edited !== undefined}
              onAdd={(line) => {
                settle(
                  edited === undefined ? [...lines, line] : lines.map((old, index) => (index === edited ? line : old)),
                );
              }}
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
                  settle(lines.filter((_, other) => other !== index));
                }}
              />
              {missing && (
                <Text size="sm" c="red" role="alert">
                  {texts.quote.linesNeeded}
                </Text>
              )}
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
                {revise.problem && <ProblemBanner problem={revise.problem} rest={revise.problem.faults} />}
                <Group justify="flex-end">
                  <Button onClick={save} loading={revise.pending}>
                    {texts.deal.reviseSubmit}
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

function quoteLine({ item, productId, quoted }: Deal['lines'][number]): QuoteLine[] {
  return quoted?.unitPrice
    ? [
        {
          item,
          productId,
          expiry: quoted.expiry,
          grade: quoted.grade,
          quantity: quoted.quantity,
          unitPrice: quoted.unitPrice,
        },
      ]
    : [];
}

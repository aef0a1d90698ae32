import { Badge, Button, Grid, Stack, Table, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { Profit } from '../../shared/figures';
import { boxes, date, money, month, number } from '../../shared/format';
import { AnchorLink, ButtonLink } from '../../shared/links';
import { useTellDone } from '../../shared/undo';
import { Facts, Loaded, Screen, Section, SkeletonLines } from '../../shared/Screen';
import { Timeline } from '../../shared/Timeline';
import { texts } from '../../texts';
import { EditProductDialog } from './ProductDialogs';
import { tierRows } from './productPrices';
import { Figures, Purchases, Sales } from './ProductTrade';
import { useProduct, useProductPrices, useProductTimeline, useProductTrade, useTierDrops } from './queries';

type Product = Answer<'/api/products/{id}'>;

const route = getRouteApi('/signed-in/prices/products/$productId');

/** How does this product do? */
export function ProductScreen() {
  const { productId } = route.useParams();
  const product = useProduct(productId);
  return (
    <Loaded query={product} skeleton={<SkeletonLines />}>
      {(data) => <OneProduct product={data} />}
    </Loaded>
  );
}

function OneProduct({ product }: { product: Product }) {
  const [editing, setEditing] = useState(false);
  const tellDone = useTellDone();
  const trade = useProductTrade(product.id);
  const timeline = useProductTimeline(product.id);
  return (
    <Screen
      title={product.name}
      above={
        <AnchorLink to="/prices/products" size="sm">
          {texts.catalog.title}
        </AnchorLink>
      }
      badge={product.retired && <Badge color="gray">{texts.catalog.retiredFilter}</Badge>}
      actions={
        <>
          {!product.retired && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => {
                setEditing(true);
              }}
            >
              {texts.productPage.edit}
            </Button>
          )}
          <ButtonLink to="/stock" search={{ view: 'lots', item: product.name }} variant="default">
            {texts.productPage.seeLots}
          </ButtonLink>
        </>
      }
    >
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Loaded query={trade} skeleton={<SkeletonLines lines={3} />}>
              {(data) => <Figures trade={data} />}
            </Loaded>
            <PricesOf product={product} />
            <Drops product={product} />
            {trade.data && <Purchases trade={trade.data} />}
            {trade.data && <Sales trade={trade.data} />}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <Section title={texts.productPage.facts}>
              <Facts
                facts={[
                  [texts.catalog.category, product.category],
                  [texts.catalog.manufacturer, product.manufacturer],
                  [texts.catalog.brand, product.brand],
                  [texts.catalog.line, product.line],
                  [
                    texts.catalog.count,
                    product.count && [number(product.count), product.unit].filter(Boolean).join(' '),
                  ],
                  [texts.catalog.code, product.code],
                  [texts.catalog.channel, texts.catalog.channels[product.channel]],
                ]}
              />
            </Section>
            <Timeline entries={timeline} />
          </Stack>
        </Grid.Col>
      </Grid>
      <EditProductDialog
        product={editing ? product : undefined}
        onClose={() => {
          setEditing(false);
        }}
        onDone={(done) => {
          setEditing(false);
          tellDone(texts.catalog.saved, done);
        }}
      />
    </Screen>
  );
}

/** What we pay beside what each buyer pays, tier by tier. */
function PricesOf({ product }: { product: Product }) {
  const prices = useProductPrices(product.id);
  return (
    <Section title={texts.productPage.prices}>
      <Loaded query={prices} skeleton={<SkeletonLines lines={3} />}>
        {(lists) =>
          lists.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.productPage.noPrices}
            </Text>
          ) : (
            <div className="tableFrame">
              <Table className="dense" aria-label={texts.productPage.prices}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{texts.productPage.months}</Table.Th>
                    {lists.map((list) => (
                      <Table.Th key={list.buyerId ?? ''} className="right">
                        {list.buyerId ? (
                          <Link to="/prices/buyers/$buyerId" params={{ buyerId: list.buyerId }} className="textLink">
                            {list.buyerName}
                          </Link>
                        ) : (
                          <Link to="/prices" className="textLink">
                            {texts.productPage.wePay}
                          </Link>
                        )}
                      </Table.Th>
                    ))}
                    <Table.Th className="right">{texts.productPage.left}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {tierRows(lists).map((row) => (
                    <Table.Tr key={row.fromMonths}>
                      <Table.Td>{texts.prices.tier(row.fromMonths)}</Table.Td>
                      {row.prices.map((price, place) => (
                        <Table.Td key={place} className="right figures">
                          {price ? money(price) : texts.common.none}
                        </Table.Td>
                      ))}
                      <Table.Td className="right">
                        {row.margin ? <Profit value={row.margin} /> : texts.common.none}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Loaded>
    </Section>
  );
}

function Drops({ product }: { product: Product }) {
  const drops = useTierDrops({ productId: product.id });
  if (!drops.data || drops.data.length === 0) return null;
  return (
    <Section title={texts.tierDrops.title}>
      <ul className="rows">
        {drops.data.map((drop) => (
          <li key={`${drop.expiry} ${drop.grade}`}>
            <div className="cardRow">
              <AnchorLink to="/sales/new" search={{ buyer: drop.buyerName }} size="sm">
                {texts.tierDrops.on(date(drop.dropsOn))}
              </AnchorLink>
              <span className="figures loss">{texts.tierDrops.lose(money(drop.loss))}</span>
            </div>
            <Text size="sm" c="dimmed">
              {month(drop.expiry)} ·{' '}
              {texts.tierDrops.sentence(boxes(drop.boxes), money(drop.lossPerBox), drop.buyerName, money(drop.loss))}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Text } from '@mantine/core';
import type { Answer } from '../../api/types';
import { Amount, Profit } from '../../shared/figures';
import { boxes, date, money, month } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';

type Trade = Answer<'/api/products/{id}/trade'>;

/** What was bought, is left, and was sold. */
export function Figures({ trade: { bought, onHand, sold } }: { trade: Trade }) {
  return (
    <Section title={texts.productPage.figures}>
      <div className="ages">
        <Figure
          label={texts.productPage.bought}
          boxesOf={bought.boxes}
          note={texts.productPage.atCost(money(bought.cost))}
        />
        <Figure
          label={texts.productPage.onHand}
          boxesOf={onHand.boxes}
          note={texts.productPage.atCost(money(onHand.cost))}
        />
        <Figure
          label={texts.productPage.sold}
          boxesOf={sold.boxes}
          note={texts.productPage.soldFor(money(sold.proceeds))}
        />
        <div className="tile">
          <Text size="sm" c="dimmed">
            {texts.productPage.earned}
          </Text>
          <div className="tileFigure">
            <Profit value={sold.profit} />
          </div>
          {sold.proceeds.minor > 0 && (
            <Text size="xs" c="dimmed">
              {texts.productPage.margin(Math.round((sold.profit.minor * 100) / sold.proceeds.minor))}
            </Text>
          )}
        </div>
      </div>
    </Section>
  );
}

function Figure({ label, boxesOf, note }: { label: string; boxesOf: number; note: string }) {
  return (
    <div className="tile">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className="tileFigure">{boxes(boxesOf)}</div>
      {boxesOf > 0 && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </div>
  );
}

/** Where the boxes came from, the latest first. */
export function Purchases({ trade }: { trade: Trade }) {
  if (trade.purchases.length === 0) return null;
  return (
    <Section title={texts.productPage.lastBought}>
      <ul className="rows">
        {trade.purchases.map((lot) => (
          <li key={lot.lotId}>
            <div className="cardRow">
              <AnchorLink to="/deals/$dealId" params={{ dealId: lot.dealId }} size="sm">
                {lot.customerName || texts.deals.one}
              </AnchorLink>
              <Amount value={lot.landedCost} />
            </div>
            <Text size="sm" c="dimmed">
              {[
                date(lot.boughtOn),
                boxes(lot.boxes),
                month(lot.expiry),
                texts.deals.grades[lot.grade],
                texts.productPage.leftOver(lot.onHand),
              ].join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where the boxes went, the latest first. */
export function Sales({ trade }: { trade: Trade }) {
  if (trade.sales.length === 0) return null;
  return (
    <Section title={texts.productPage.lastSold}>
      <ul className="rows">
        {trade.sales.map((sale) => (
          <li key={`${sale.saleId} ${sale.lotId}`}>
            <div className="cardRow">
              <AnchorLink to="/sales/$saleId" params={{ saleId: sale.saleId }} size="sm">
                {sale.buyer}
              </AnchorLink>
              <Amount value={sale.proceeds} />
            </div>
            <div className="cardRow">
              <Text size="sm" c="dimmed">
                {[date(sale.soldOn), boxes(sale.boxes)].join(' · ')}
              </Text>
              <Profit value={sale.profit} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

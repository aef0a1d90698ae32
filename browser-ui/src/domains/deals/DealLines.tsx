import { Button, Stack, Text } from '@mantine/core';
import { Amount, Profit } from '../../shared/figures';
import { money, number } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { texts } from '../../texts';
import type { Deal } from './commands';
import { PriceWhy } from './PriceWhy';
import { LinePhotos } from './LinePhotos';
import { countText, foundText, isAsPromised, quotedText, type Found, type Line } from './dealLines';

interface DealLinesProps {
  deal: Deal;
  onSell: (lotId: string) => void;
}

/** What was quoted beside what was found, and what became of it. */
export function DealLines({ deal, onSell }: DealLinesProps) {
  return (
    <ul className="rows" aria-label={texts.deal.linesCaption}>
      {deal.lines.map((line) => (
        <li key={line.line}>
          <DealLine deal={deal} line={line} onSell={onSell} />
        </li>
      ))}
    </ul>
  );
}

function DealLine({ deal, line, onSell }: { deal: Deal; line: Line; onSell: (lotId: string) => void }) {
  const count = countText(line);
  return (
    <Stack gap={2}>
      <div className="cardRow">
        <Text fw={550}>{line.item}</Text>
        {line.quoted && <Amount value={line.quoted.total} strong />}
      </div>
      <Text size="sm" c="dimmed">
        {quotedText(line.quoted)}
      </Text>
      <PriceWhy label={texts.deal.whyQuoted} why={line.quoted?.why} />
      {line.inspected && isAsPromised(line) && line.found.every((boxes) => !boxes.lotId) && (
        <Text size="sm" className="gain">
          {`${texts.deal.foundAs}: ${texts.deal.asQuoted}`}
        </Text>
      )}
      {line.inspected && line.found.length === 0 && (
        <Text size="sm" className="loss">
          {texts.deal.nothingFound}
        </Text>
      )}
      {line.found.map((boxes) => (
        <FoundBoxes key={boxes.number} item={line.item} found={boxes} asPromised={isAsPromised(line)} onSell={onSell} />
      ))}
      {count && line.found.length > 0 && (
        <Text size="sm" className="loss">
          {count}
        </Text>
      )}
      {line.remark && (
        <Text size="sm" fs="italic">
          {line.remark}
        </Text>
      )}
      <LinePhotos deal={deal} line={line} />
    </Stack>
  );
}

interface FoundBoxesProps {
  item: string;
  found: Found;
  asPromised: boolean;
  onSell: (lotId: string) => void;
}

function FoundBoxes({ item, found, asPromised, onSell }: FoundBoxesProps) {
  const { lotId } = found;
  return (
    <>
      {!asPromised && (
        <div className="cardRow">
          <Text size="sm" className={found.difference ? 'differs' : ''}>
            {`${texts.deal.foundAs}: ${foundText(found)}`}
          </Text>
          <Text size="sm" className="figures">
            {money(found.total)}
          </Text>
        </div>
      )}
      {found.difference && <PriceWhy label={texts.deal.whyFound} why={found.why} />}
      {lotId && (
        <div className="cardRow">
          <Text size="sm" c="dimmed" className="figures">
            {[
              found.landedCost && `${texts.deal.landed} ${money(found.landedCost)}`,
              `${texts.deal.sold} ${number(found.sold)}`,
              `${texts.deal.onHand} ${number(found.onHand)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
            {' · '}
            <AnchorLink to="/stock/$lotId/custody" params={{ lotId }} size="sm">
              {texts.custody.title}
            </AnchorLink>
          </Text>
          {found.sold > 0 && <Profit value={found.profit} />}
          {found.onHand > 0 && (
            <Button
              size="compact-sm"
              variant="light"
              aria-label={texts.deal.sellItem(item)}
              onClick={() => {
                onSell(lotId);
              }}
            >
              {texts.deal.sell}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

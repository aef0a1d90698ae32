import { Stack, Text } from '@mantine/core';
import { actorText } from '../../shared/Timeline';
import { money, signedMoney } from '../../shared/format';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';
import type { Line } from './dealLines';

type Why = NonNullable<NonNullable<Line['quoted']>['why']>;

/** Why a box was given its price when it was told: the list, the best buyer, and who decided otherwise. */
export function PriceWhy({ label, why }: { label: string; why: Why | undefined }) {
  const { userId } = useSession();
  if (!why) return null;
  const { listed, best, margin, marginPercent, decided } = why;
  // Priced by hand, with nobody known to buy: there is nothing to tell.
  if (!listed && !best && !decided) return null;
  return (
    <details className="why">
      <summary>{label}</summary>
      <Stack gap={0}>
        <Text size="sm" className="numbers">
          {listed
            ? texts.quote.why(listed.version, listed.months, listed.fromMonths, money(listed.tierPrice)) +
              (listed.gradePercent < 100 ? texts.quote.whyGrade(listed.gradePercent) : '') +
              (listed.channelPercent < 100 ? texts.quote.whyChannel(listed.channelPercent) : '') +
              texts.quote.whyPrice(money(listed.price))
            : texts.deal.noListedPrice}
        </Text>
        {best && margin && marginPercent !== undefined && (
          <Text size="sm" className="numbers">
            {texts.deal.bestThen(best.name, money(best.price), signedMoney(margin), marginPercent)}
          </Text>
        )}
        {decided && (
          <Text size="sm">
            {texts.deal.decided(texts.quote.reasons[decided.reason], actorText(decided.by, userId))}
          </Text>
        )}
      </Stack>
    </details>
  );
}

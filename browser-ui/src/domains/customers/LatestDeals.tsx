import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../shared/figures';
import { date, money } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { Loaded, Section, SkeletonLines } from '../../shared/Screen';
import { texts } from '../../texts';
import { useCustomerDeals } from './queries';

/** The latest deals with a person, and the way to all of them. */
export function LatestDeals({ customerId, total }: { customerId: string; total: number }) {
  const deals = useCustomerDeals(customerId);
  return (
    <Section
      title={texts.deals.title}
      aside={
        total > 10 && (
          <AnchorLink to="/deals" search={{ customerId }} size="sm">
            {texts.people.allDeals}
          </AnchorLink>
        )
      }
    >
      <Loaded query={deals} skeleton={<SkeletonLines lines={3} />}>
        {(page) =>
          page.items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {texts.people.noDeals}
            </Text>
          ) : (
            <ul className="rows">
              {page.items.map((deal) => (
                <li key={deal.id}>
                  <div className="cardRow">
                    <Link to="/deals/$dealId" params={{ dealId: deal.id }} className="rowLink">
                      {deal.items}
                    </Link>
                    <StateBadge state={deal.state} />
                  </div>
                  <div className="cardRow">
                    <Text size="sm" c="dimmed">
                      {date(deal.date)}
                    </Text>
                    <Text size="sm" c="dimmed" className="figures">
                      {money(deal.quoted)}
                    </Text>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

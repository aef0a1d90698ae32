import { Group } from '@mantine/core';
import { texts } from '../../texts';
import { AnchorLink } from '../../shared/links';

/** The parts of Prices: what we pay, what they pay, and for what. */
export function PricesTabs() {
  return (
    <Group component="nav" aria-label={texts.prices.parts} gap="md" mb={4}>
      <AnchorLink to="/prices" size="sm" activeOptions={{ exact: true }} activeProps={{ className: 'here' }}>
        {texts.prices.own}
      </AnchorLink>
      <AnchorLink to="/prices/buyers" size="sm" activeProps={{ className: 'here' }}>
        {texts.buyers.title}
      </AnchorLink>
      <AnchorLink to="/prices/products" size="sm" activeProps={{ className: 'here' }}>
        {texts.catalog.title}
      </AnchorLink>
      <AnchorLink to="/prices/tier-drops" size="sm" activeProps={{ className: 'here' }}>
        {texts.tierDrops.title}
      </AnchorLink>
      <AnchorLink to="/prices/what-if" size="sm" activeProps={{ className: 'here' }}>
        {texts.whatIf.title}
      </AnchorLink>
    </Group>
  );
}

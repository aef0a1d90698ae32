import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts';

const TABS = [
  { to: '/money', label: texts.money.tabs.expenses },
  { to: '/money/mileage', label: texts.money.tabs.mileage },
  { to: '/money/payouts', label: texts.money.tabs.payouts },
  { to: '/money/receivables', label: texts.money.tabs.receivables },
  { to: '/money/cash', label: texts.money.tabs.cash },
] as const;

/** Where money went, comes from and lies, beside each other. */
export function MoneyTabs() {
  const tabs = useRef<HTMLElement>(null);
  // A phone shows three of them; the one that is open shall be among these.
  useEffect(() => {
    tabs.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={tabs} className="tabs" aria-label={texts.money.title}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

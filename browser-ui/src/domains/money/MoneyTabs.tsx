import { Link } from '@tanstack/react-router';
import { texts } from '../../texts';

const TABS = [
  { to: '/money', label: texts.money.tabs.expenses },
  { to: '/money/mileage', label: texts.money.tabs.mileage },
] as const;

/** The lists of where the money went, beside each other. */
export function MoneyTabs() {
  return (
    <nav className="tabs" aria-label={texts.money.title}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

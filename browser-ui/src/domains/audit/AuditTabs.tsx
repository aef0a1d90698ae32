import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { texts } from '../../texts';

const TABS = [
  { to: '/settings/audit', label: texts.audit.tabs.journal },
  { to: '/settings/audit/looks', label: texts.audit.tabs.looks },
  { to: '/settings/audit/seal', label: texts.audit.tabs.seal },
] as const;

/** What happened, who looked, and how both can be checked, beside each other. */
export function AuditTabs() {
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    tabs.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={tabs} className="tabs" aria-label={texts.audit.title}>
      {TABS.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {label}
        </Link>
      ))}
    </nav>
  );
}

import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { AnchorLink } from '../../shared/links';
import { Screen } from '../../shared/Screen';
import { texts } from '../../texts';

const TABS = [
  { to: '/settings/audit', label: texts.audit.tabs.journal },
  { to: '/settings/audit/looks', label: texts.audit.tabs.looks },
  { to: '/settings/audit/seal', label: texts.audit.tabs.seal },
  { to: '/settings/audit/check', label: texts.replay.title },
] as const;

interface AuditScreenProps {
  lead: string;
  views?: ReactNode;
  children: ReactNode;
}

/** What the screens of the audit have in common. */
export function AuditScreen({ lead, views, children }: AuditScreenProps) {
  return (
    <Screen
      title={texts.audit.title}
      lead={lead}
      above={
        <AnchorLink to="/settings" size="sm">
          {texts.members.back}
        </AnchorLink>
      }
      views={views}
    >
      <AuditTabs />
      {children}
    </Screen>
  );
}

/** What happened, who looked, and how all of it can be checked, beside each other. */
function AuditTabs() {
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

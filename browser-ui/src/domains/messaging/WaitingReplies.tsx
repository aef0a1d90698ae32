import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Answer } from '../../api/types';
import { moment, phone } from '../../shared/format';
import { Section } from '../../shared/Screen';
import { useSession } from '../../shared/session';
import { texts } from '../../texts';

/** Who wrote and hasn't been read yet, the newest first. */
export function WaitingReplies({ replies: { items, total } }: { replies: Answer<'/api/conversations'> }) {
  const { business } = useSession();
  return (
    <Section
      title={texts.inbox.waiting}
      aside={
        total > items.length && (
          <Text size="sm">
            <Link to="/inbox" search={{ show: 'unseen' }} className="textLink">
              {texts.today.all(total)}
            </Link>
          </Text>
        )
      }
    >
      <ul className="rows">
        {items.map((row) => (
          <li key={row.id}>
            <div className="cardRow">
              <Link to="/inbox" search={{ open: row.id }} className="rowLink">
                {row.personName ?? phone(row.number)}
              </Link>
              <span className="figures">{moment(row.lastAt, business.timeZone)}</span>
            </div>
            <Text size="sm" c="dimmed" truncate>
              {row.lastText ?? texts.inbox.pictures}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../api/types';
import { Problem } from '../../api/problem';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { boxes, money, month, signedMoney, sum } from '../../shared/format';
import { AnchorLink } from '../../shared/links';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import type { PricesBody } from './priceDraft';
import { whatIf } from './queries';

type Changes = Answer<'/api/open-quotes/what-if', 'post'>;

/** What the prices being written would make of quotes that people already have. */
export function QuotePreview({ body }: { body: PricesBody | undefined }) {
  const { currency } = useBusiness();
  const [shown, setShown] = useState<{ body: PricesBody; changes: Changes }>();
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState(false);

  const ask = async (asked: PricesBody) => {
    setPending(true);
    try {
      setShown({ body: asked, changes: await whatIf(asked) });
      setProblem(undefined);
    } catch (thrown) {
      setProblem(Problem.of(thrown));
    } finally {
      setPending(false);
    }
  };

  // What was asked for other prices than those that stand there now says nothing any more.
  const changes = shown && JSON.stringify(shown.body) === JSON.stringify(body) ? shown.changes : undefined;
  return (
    <Stack gap="xs" align="stretch">
      <Button
        variant="light"
        style={{ alignSelf: 'flex-start' }}
        loading={pending}
        disabled={!body}
        onClick={() => {
          if (body) void ask(body);
        }}
      >
        {texts.prices.whatIf}
      </Button>
      {problem && <ProblemBanner problem={problem} rest={problem.faults} />}
      {changes && (
        <>
          <Text size="sm" fw={600} role="status">
            {changes.length === 0
              ? texts.prices.whatIfNone
              : texts.prices.whatIfSum(
                  changes.length,
                  signedMoney(
                    sum(
                      changes.map((change) => change.difference),
                      currency,
                    ),
                  ),
                )}
          </Text>
          <ul className="rows" aria-label={texts.prices.whatIf}>
            {changes.map((change, index) => (
              <li key={index}>
                <div className="cardRow">
                  <AnchorLink size="sm" to="/deals/$dealId" params={{ dealId: change.dealId }}>
                    {change.customerName}
                  </AnchorLink>
                  <span className="figures">{signedMoney(change.difference)}</span>
                </div>
                <Text size="sm" c="dimmed" className="numbers">
                  {change.item} · {month(change.expiry)} · {boxes(change.quantity)} · {money(change.quoted)} →{' '}
                  {change.would ? money(change.would) : texts.prices.refused}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}

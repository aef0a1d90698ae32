import { Alert, Button, Group, Input, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHandStop, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { MoneyInput } from '../../shared/form/inputs';
import { money, signedMoney } from '../../shared/format';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { priced, type DraftFaults, type LineDraft, type OverrideReason, type PriceAnswer } from './quoteLines';

interface PriceCardProps {
  draft: LineDraft;
  answer: PriceAnswer | undefined;
  faults: DraftFaults;
  onChange: (change: Partial<LineDraft>) => void;
}

/** What a box costs, at once, with why; who pays most for it, and what is left. */
export function PriceCard({ draft, answer, faults, onChange }: PriceCardProps) {
  const { currency } = useBusiness();
  const [typing, setTyping] = useState(false);
  const { unitPrice, best, margin, marginPercent, offList, thin } = priced(draft, currency, answer);

  if (answer?.refusal) {
    return (
      <Alert color="red" icon={<IconHandStop aria-hidden />} title={texts.quote.rejectedTitle} role="alert">
        {texts.quote.refusals[answer.refusal]}
      </Alert>
    );
  }
  const listed = answer?.listed;
  const byHand = answer !== undefined && !listed;
  return (
    <Stack gap="xs" className="priceCard" aria-live="polite">
      {listed && (
        <div>
          <Group justify="space-between" gap="xs">
            <Text className="figures bigPrice">
              {texts.quote.aBox(unitPrice ? money(unitPrice) : texts.common.none)}
            </Text>
            {!typing && !offList && (
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPencil size={14} aria-hidden />}
                onClick={() => {
                  setTyping(true);
                }}
              >
                {texts.quote.anotherPrice}
              </Button>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {texts.quote.why(listed.version, answer.months, listed.fromMonths, money(listed.tierPrice))}
            {listed.gradePercent < 100 && texts.quote.whyGrade(listed.gradePercent)}
            {listed.channelPercent < 100 && texts.quote.whyChannel(listed.channelPercent)}
          </Text>
        </div>
      )}
      {(byHand || typing || offList) && (
        <MoneyInput
          label={texts.quote.unitPrice}
          description={byHand ? texts.quote.notListed : undefined}
          value={draft.unitPrice}
          error={faults.unitPrice}
          onChange={(event) => {
            onChange({ unitPrice: event.currentTarget.value });
          }}
        />
      )}
      {best && (
        <Text size="sm" className="numbers">
          {texts.quote.bestBuyer(best.name, money(best.price))}
          {margin && marginPercent !== undefined && (
            <Text span fw={600} c={margin.minor < 0 ? 'red' : undefined}>
              {texts.quote.margin(signedMoney(margin), marginPercent)}
            </Text>
          )}
        </Text>
      )}
      {thin && answer && marginPercent !== undefined && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} p="xs">
          {texts.quote.thin(marginPercent, answer.minimumMargin)}
        </Alert>
      )}
      {(offList || thin) && (
        <Input.Wrapper label={texts.quote.reason} labelElement="div" error={faults.reason}>
          <div className="choices" role="group" aria-label={texts.quote.reason}>
            {(Object.entries(texts.quote.reasons) as [OverrideReason, string][]).map(([reason, label]) => (
              <Button
                key={reason}
                size="xs"
                px={4}
                variant={draft.reason === reason ? 'filled' : 'default'}
                aria-pressed={draft.reason === reason}
                onClick={() => {
                  onChange({ reason });
                }}
              >
                {label}
              </Button>
            ))}
          </div>
        </Input.Wrapper>
      )}
    </Stack>
  );
}

import { Badge } from '@mantine/core';
import { moment, number } from '../../shared/format';
import { Facts, Loaded, Section } from '../../shared/Screen';
import { useBusiness } from '../../shared/session';
import { texts } from '../../texts';
import { PlainTable } from './parts';
import { useRetention } from './queries';

/** Is everything gone that should be? */
export function RetentionSection() {
  const retention = useRetention();
  const { timeZone } = useBusiness();
  return (
    <Section title={texts.operator.retention}>
      <Loaded query={retention}>
        {(now) => (
          <>
            <Facts
              facts={[
                [texts.operator.pastLimit, number(now.late)],
                [texts.operator.sweptAt, now.sweptAt ? moment(now.sweptAt, timeZone) : texts.operator.notYet],
                [
                  texts.operator.clock,
                  now.trustedFrom
                    ? texts.operator.clockWatched(moment(now.trustedFrom, timeZone))
                    : texts.operator.clocks[now.clock],
                ],
              ]}
            />
            <PlainTable
              label={texts.operator.retention}
              columns={texts.operator.retentionColumns}
              rows={now.rules}
              none={texts.operator.noRules}
              keyOf={({ id }) => id}
              cells={(rule) => [
                rule.what,
                rule.promise,
                number(rule.due),
                rule.late > 0 ? (
                  <Badge key="late" color="red" variant="light">
                    {number(rule.late)}
                  </Badge>
                ) : (
                  number(0)
                ),
              ]}
            />
          </>
        )}
      </Loaded>
    </Section>
  );
}

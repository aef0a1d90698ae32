import { Alert, Checkbox, NativeSelect, NumberInput, SimpleGrid, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Answer } from '../../api/types';
import { ProblemBanner } from '../../shared/form/CommandForm';
import { DateInput } from '../../shared/form/inputs';
import { Section } from '../../shared/Screen';
import { texts } from '../../texts';
import { useUnderstand, type Settings } from './commands';
import { mapped } from './mapping';
import { useListOwners } from './queries';

type Import = Answer<'/api/imports/{id}'>;

const words = texts.imports;

/** How the file is read, what its columns mean and what is done with its rows: all guessed, all to be changed. */
export function Understanding({ seen }: { seen: Import }) {
  const understand = useUnderstand();
  const { settings } = seen;
  // Whose prices they are and from when on counts as it is sent: what is left out is nobody's, or today.
  const say = (said: Settings, prices: WhosePrices = settings) => {
    understand.run({
      seen,
      settings: {
        ...(prices.buyerId ? { buyerId: prices.buyerId } : {}),
        ...(prices.effectiveFrom ? { effectiveFrom: prices.effectiveFrom } : {}),
        ...said,
      },
    });
  };
  return (
    <>
      {understand.problem && <ProblemBanner problem={understand.problem} />}
      <Section title={words.settings}>
        <Text size="sm" c="dimmed" mb="sm">
          {words.settingsHint}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          <Choice
            label={words.subject}
            names={words.subjects}
            value={seen.subject}
            choose={(subject) => {
              say({ subject });
            }}
          />
          {seen.modes.length > 1 && (
            <Choice
              label={words.mode}
              names={words.modes}
              only={seen.modes}
              value={settings.mode}
              choose={(mode) => {
                say({ mode });
              }}
            />
          )}
          {seen.matches.length > 1 && (
            <Choice
              label={words.matchBy}
              names={words.matches}
              only={seen.matches}
              value={settings.matchBy}
              choose={(matchBy) => {
                say({ matchBy });
              }}
            />
          )}
          {seen.subject === 'PRICES' && (
            <PriceListChoice
              prices={settings}
              choose={(prices) => {
                say({}, prices);
              }}
            />
          )}
          <Choice
            label={words.dayOrder}
            names={words.dayOrders}
            value={settings.dayOrder}
            choose={(dayOrder) => {
              say({ dayOrder });
            }}
          />
          <Choice
            label={words.decimalSign}
            names={words.decimalSigns}
            value={settings.decimalSign}
            choose={(decimalSign) => {
              say({ decimalSign });
            }}
          />
          <Choice
            label={words.delimiter}
            names={words.delimiters}
            value={settings.delimiter}
            choose={(delimiter) => {
              say({ delimiter });
            }}
          />
          <Choice
            label={words.encoding}
            names={words.encodings}
            value={settings.encoding}
            choose={(encoding) => {
              say({ encoding });
            }}
          />
          <NumberInput
            label={words.headingRow}
            min={1}
            defaultValue={settings.headingRow}
            key={settings.headingRow}
            onBlur={(event) => {
              const headingRow = Number(event.target.value);
              if (headingRow >= 1 && headingRow !== settings.headingRow) say({ headingRow });
            }}
          />
        </SimpleGrid>
        {seen.subject === 'EXPENSES' && (
          <Checkbox
            mt="sm"
            label={words.spentIsNegative}
            checked={settings.spentIsNegative}
            onChange={(event) => {
              say({ spentIsNegative: event.currentTarget.checked });
            }}
          />
        )}
      </Section>
      <Section title={words.mapping}>
        <Text size="sm" c="dimmed" mb="sm">
          {words.mappingHint}
        </Text>
        {seen.missing.length > 0 && (
          <Alert color="orange" icon={<IconAlertCircle size={18} aria-hidden />} mb="sm" role="alert">
            {words.missing(seen.missing.map((word) => nameOf(seen, word)).join(', '))}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
          {seen.columns.map(({ column, means }, place) => (
            <NativeSelect
              key={column}
              label={column}
              aria-label={words.means(column)}
              value={means ?? ''}
              data={[
                { value: '', label: words.ignored },
                ...seen.fields.map(({ word }) => ({ value: word, label: nameOf(seen, word) })),
              ]}
              onChange={(event) => {
                say({ columns: mapped(seen.columns, place, event.currentTarget.value) });
              }}
            />
          ))}
        </SimpleGrid>
      </Section>
    </>
  );
}

export function nameOf(seen: Import, word: string): string {
  return words.meanings[word] ?? seen.fields.find((field) => field.word === word)?.heading ?? word;
}

interface WhosePrices {
  buyerId?: string;
  effectiveFrom?: string;
}

function PriceListChoice({ prices, choose }: { prices: WhosePrices; choose: (prices: WhosePrices) => void }) {
  const owners = useListOwners();
  const { buyerId, effectiveFrom } = prices;
  return (
    <>
      <NativeSelect
        label={words.buyer}
        value={buyerId ?? ''}
        data={[
          { value: '', label: words.ownPrices },
          ...(owners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          choose({ buyerId: event.currentTarget.value, ...(effectiveFrom ? { effectiveFrom } : {}) });
        }}
      />
      <DateInput
        label={words.effectiveFrom}
        defaultValue={effectiveFrom ?? ''}
        onBlur={(event) => {
          if (event.target.value !== (effectiveFrom ?? '')) {
            choose({ effectiveFrom: event.target.value, ...(buyerId ? { buyerId } : {}) });
          }
        }}
      />
    </>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  names: Record<V, string>;
  only?: V[];
  value: V;
  choose: (value: V) => void;
}

function Choice<V extends string>({ label, names, only, value, choose }: ChoiceProps<V>) {
  const values = only ?? (Object.keys(names) as V[]);
  return (
    <NativeSelect
      label={label}
      value={value}
      data={values.map((each) => ({ value: each, label: names[each] }))}
      onChange={(event) => {
        choose(event.currentTarget.value as V);
      }}
    />
  );
}
